#[derive(manila::ErrorCode)]
#[error_code(case = "SCREAMING_SNAKE_CASE")]
pub enum ApiError {
    #[error_code(status = 402, message = "The plan's limit is reached.")]
    PlanLimit,
    #[error_code(status = 402, code = "PLAN_LIMIT", message = "The plan includes no more apps.")]
    AppLimit,
}

fn main() {
    let _ = ApiError::AppLimit.fault();
}
