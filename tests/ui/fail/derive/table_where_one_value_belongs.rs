#[derive(manila::ErrorCode)]
enum ApiError {
    #[error_code(status = { 402 = 1 }, message = "No more plans.", allow = "no-message")]
    PlanLimit,
}

fn main() {}
