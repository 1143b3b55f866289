#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error(transparent)]
    #[error_code(status = 400)]
    BadDate(std::num::ParseIntError),
}

fn main() {
    let _ = ApiError::BadDate("".parse::<u8>().unwrap_err()).fault();
}
