#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 402)]
    PlanLimit,
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
