#[derive(manila::ErrorCode)]
enum ApiError {
    #[error_code(status = 200, code = plan_limit, message = "The plan's limit is reached.")]
    PlanLimit,
    #[error_code(status = 402, related = ["plan_limit"], message = "No more apps.")]
    AppLimit,
}

fn main() {}
