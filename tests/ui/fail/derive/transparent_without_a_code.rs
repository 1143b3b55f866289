#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error(transparent)]
    #[error_code(transparent)]
    BadNumber(#[from] std::num::ParseIntError),
}

fn main() {
    let _ = ApiError::from("".parse::<u8>().unwrap_err()).fault();
}
