#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 422, rule = ["email", "url"], message = "This is not valid.")]
    Invalid,
    #[error_code(status = 422, rule = "email", message = "This is no email address.")]
    InvalidEmail,
}

fn main() {
    let _ = ApiError::Invalid.fault();
}
