#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error(transparent)]
    #[error_code(internal, transparent)]
    Inner(#[from] std::io::Error),
}

fn main() {
    let _ = ApiError::Inner(std::io::Error::other("full")).fault();
}
