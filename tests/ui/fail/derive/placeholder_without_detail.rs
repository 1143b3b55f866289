#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 402, message = "The plan includes { $limit } apps.")]
    PlanLimit { limit: u32 },
}

fn main() {
    let _ = ApiError::PlanLimit { limit: 5 }.fault();
}
