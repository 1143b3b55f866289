#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 200, message = "All is well.")]
    Fine,
}

fn main() {
    let _ = ApiError::Fine.fault();
}
