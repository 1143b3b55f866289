#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 503, message)]
    Down,
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum Forwarded {
    #[error(transparent)]
    #[error_code(status = 502, message)]
    Upstream(#[from] std::io::Error),
}

fn main() {
    let _ = (ApiError::CATALOG, Forwarded::CATALOG);
}
