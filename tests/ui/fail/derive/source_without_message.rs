#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error("The date is wrong: {0}")]
    #[error_code(status = 400)]
    BadDate(#[from] std::num::ParseIntError),
    #[error("The time is wrong.")]
    #[error_code(status = 400)]
    BadTime(#[source] std::num::ParseIntError),
}

fn main() {
    let _ = ApiError::from("".parse::<u8>().unwrap_err()).fault();
}
