#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 422, rule = "MaxLength", message = "This is too long.")]
    TooLong,
}

fn main() {
    let _ = ApiError::TooLong.fault();
}
