#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 402, message = "The plan's limit is reached.")]
    PlanLimit {
        #[error_code(rename = "most")]
        limit: u32,
    },
}

fn main() {
    let _ = ApiError::PlanLimit { limit: 5 }.fault();
}
