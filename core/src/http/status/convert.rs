//! Statuses from numbers and texts, and as numbers.

use std::fmt;
use std::str::FromStr;

use super::Status;

/// A number that is no status of an error, which is 400 to 599; or a text that is no such number.
///
/// ```
/// use manila::Status;
///
/// let error = Status::try_from(200).unwrap_err();
/// assert_eq!(error.to_string(), "the status of an error is a number from 400 to 599");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidStatus(());

impl fmt::Display for InvalidStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the status of an error is a number from 400 to 599")
    }
}

impl std::error::Error for InvalidStatus {}

/// ```
/// use manila::Status;
///
/// assert_eq!(Status::try_from(404).unwrap().phrase(), "Not Found");
/// assert!(Status::try_from(600).is_err());
/// ```
impl TryFrom<u16> for Status {
    type Error = InvalidStatus;

    fn try_from(status: u16) -> Result<Self, InvalidStatus> {
        Self::new(status).ok_or(InvalidStatus(()))
    }
}

impl From<Status> for u16 {
    fn from(status: Status) -> Self {
        status.get()
    }
}

/// Reads the three digits of a status (RFC 9110 §15).
///
/// ```
/// use manila::Status;
///
/// assert_eq!("404".parse(), Status::try_from(404));
/// assert!("+404".parse::<Status>().is_err());
/// assert!("404 Not Found".parse::<Status>().is_err());
/// ```
impl FromStr for Status {
    type Err = InvalidStatus;

    fn from_str(text: &str) -> Result<Self, InvalidStatus> {
        // `u16` reads a sign and leading zeros as well.
        if text.len() != 3 || !text.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(InvalidStatus(()));
        }
        let status: u16 = text.parse().map_err(|_| InvalidStatus(()))?;
        status.try_into()
    }
}
