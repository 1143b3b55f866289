#[derive(Debug, manila::ErrorCode)]
pub enum ApiError {
    #[error_code(transparent)]
    Inner(std::io::Error, u32),
}

fn main() {
    let _ = ApiError::Inner(std::io::Error::other("full"), 5).fault();
}
