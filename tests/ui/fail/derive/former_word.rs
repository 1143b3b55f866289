#[derive(manila::ErrorCode)]
enum ApiError {
    #[error_code(status = 422, retry = "fixed_first", message = "No such plan.")]
    UnknownPlan,
}

fn main() {}
