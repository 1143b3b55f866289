#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error(transparent)]
    #[error_code(internal, status = 503)]
    Database(#[from] std::io::Error),
}

fn main() {
    let _ = ApiError::Database(std::io::Error::other("full")).fault();
}
