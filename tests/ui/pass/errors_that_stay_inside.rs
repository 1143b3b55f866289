//! Fields that are errors, and whose text no client reads.

use std::error::Error;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[expect(dead_code, reason = "it is there to be compiled")]
enum ApiError {
    #[error("The date is wrong: {0}")]
    #[error_code(status = 400, message = "The date is wrong.")]
    Explicit(std::num::ParseIntError),
    #[error("The date is wrong.")]
    #[error_code(status = 400)]
    Fixed(std::num::ParseIntError),
    #[error("The date of {name} is wrong, {{cause}} aside.")]
    #[error_code(status = 400)]
    Unnamed {
        name: String,
        cause: Box<dyn Error + Send + Sync>,
    },
    #[error("There are {} of them.", .0 + 1)]
    #[error_code(status = 400)]
    Other(u8, Option<std::fmt::Error>),
    #[error("The upstream is away: {0}")]
    #[error_code(status = 502)]
    Hidden(std::num::ParseIntError),
    #[error("The {errors} mistakes are too many.")]
    #[error_code(status = 400)]
    Count { errors: usize },
}

fn main() {
    let fault = ApiError::Fixed("x".parse::<u8>().unwrap_err()).fault();
    assert_eq!(fault.http_status(), 400);
}
