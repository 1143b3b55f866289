use std::error::Error;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    #[error("The date is wrong: {0}")]
    #[error_code(status = 400)]
    ByPlace(std::num::ParseIntError),
    #[error("The date of {name} is wrong: {cause:?}")]
    #[error_code(status = 400)]
    ByName {
        name: String,
        cause: Box<dyn Error + Send + Sync>,
    },
    #[error("The date is wrong: {}", .0.as_ref().map(ToString::to_string).unwrap_or_default())]
    #[error_code(status = 400)]
    ByArgument(Option<std::num::ParseIntError>),
    #[error("The date is wrong: {}", .r#type)]
    #[error_code(statuses = [500, 400])]
    ByRawName { r#type: &'static std::fmt::Error },
}

#[derive(Debug, manila::ErrorCode)]
pub enum Handwritten {
    #[error_code(status = 400)]
    Unknown(std::fmt::Error),
}

impl std::fmt::Display for Handwritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::Unknown(error) = self;
        write!(f, "{error}")
    }
}

fn main() {}
