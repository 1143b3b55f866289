#[derive(manila::ErrorCode)]
enum ApiError {
    #[error_code(status = 402, statuses = [402, 403], message = "No more plans.")]
    PlanLimit,
}

fn main() {}
