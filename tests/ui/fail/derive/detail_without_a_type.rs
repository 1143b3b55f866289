#[derive(manila::ErrorCode)]
enum ApiError {
    #[error_code(status = 402, message = "No more plans.", details = { limit = {}, plan = { kind = "uri" } })]
    PlanLimit,
}

fn main() {}
