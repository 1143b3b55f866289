#[derive(manila::ErrorCode)]
#[error_code(case = "SCREAMING_SNAKE_CASE")]
pub enum ApiError {
    #[error_code(status = 402, code = "plan_limit", message = "The plan's limit is reached.")]
    PlanLimit,
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
