#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error("the database at {address} is gone")]
    #[error_code(status = 503, message)]
    Database { address: String },
    #[error("The number is wrong: {0}")]
    #[error_code(status = 400, message)]
    Number(#[from] std::num::ParseIntError),
}

fn main() {
    let _ = ApiError::CATALOG;
}
