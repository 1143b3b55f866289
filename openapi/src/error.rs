//! What is wrong with a document.

use std::fmt;

/// A part of an OpenAPI document that is not what the specification says it is, or a mark that the contract
/// cannot follow.
///
/// ```
/// use manila_openapi::Contract;
/// use serde_json::json;
///
/// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
/// let mut document = json!({ "openapi": "3.1.0", "paths": { "/apps": { "get": 7 } } });
/// let error = Contract::new(ApiError::CATALOG).complete(&mut document).unwrap_err();
/// assert_eq!(error.pointer(), "/paths/~1apps/get");
/// assert_eq!(error.to_string(), "/paths/~1apps/get: an operation is an object");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    pointer: String,
    message: String,
}

impl Error {
    pub(crate) fn new(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            message: message.into(),
        }
    }

    /// Returns the place of the part, as a JSON Pointer (RFC 6901); empty for the whole document.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.pointer {
            "" => f.write_str(&self.message),
            pointer => write!(f, "{pointer}: {}", self.message),
        }
    }
}

impl std::error::Error for Error {}
