#[derive(manila::ErrorCode)]
enum ApiError {
    #[error_code(status = 409, message = "The plan is full.")]
    PlanLimit {
        #[error_code(detail, items = "strin", required = "yes")]
        names: Vec<String>,
        #[error_code(detail, values = ["1", "2"])]
        limit: u32,
        #[error_code(items = "string")]
        kinds: Vec<String>,
    },
}

fn main() {}
