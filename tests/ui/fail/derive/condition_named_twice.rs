#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 404, condition = ["route_not_found", "gone"], message = "Nothing is here.")]
    NotFound,
    #[error_code(status = 410, condition = "gone", message = "It is gone.")]
    Gone,
}

fn main() {
    let _ = ApiError::Gone.fault();
}
