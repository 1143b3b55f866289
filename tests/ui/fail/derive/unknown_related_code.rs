#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 402, related = ["app_limit", "plan_limits"], message = "No more plans.")]
    PlanLimit,
    #[error_code(status = 402, related = ["plan_limit"], message = "No more apps.")]
    AppLimit,
}

fn main() {
    let _ = ApiError::PlanLimit.fault();
}
