#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 422, message = "Die Größe ist falsch.")]
    FalscheGröße,
}

fn main() {
    let _ = ApiError::FalscheGröße.fault();
}
