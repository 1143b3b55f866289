#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 404, condition = "route_not_fond", message = "Nothing is here.")]
    NotFound,
}

fn main() {
    let _ = ApiError::NotFound.fault();
}
