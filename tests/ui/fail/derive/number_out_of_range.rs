#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 402, exit_code = 256, message = "The plan's limit is reached.")]
    PlanLimit,
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
