#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 402, message = "The plan's limit is reached.")]
    #[error_code(status = 403)]
    PlanLimit,
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
