#[derive(manila::ErrorCode)]
#[error_code(case = "UPPER_CASE")]
pub enum ApiError {
    #[error_code(status = 402, message = "No more plans.", related = ["APP_LIMIT"])]
    PlanLimit,
    #[error_code(status = 402, code = "APP_LIMIT", message = "No more apps.")]
    AppLimit,
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
