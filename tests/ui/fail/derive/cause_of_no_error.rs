#[derive(Debug, manila::ErrorCode)]
pub enum ApiError {
    #[error_code(internal)]
    Database(std::io::Error),
}

fn main() {
    let _ = ApiError::Database(std::io::Error::other("full")).fault();
}
