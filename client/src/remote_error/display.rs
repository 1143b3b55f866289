//! One line about the error, which is safe to print.

use std::borrow::Cow;
use std::fmt;

use manila::Status;

use super::RemoteError;
use crate::text::one_line;

/// The longest text of the response that the line has, in bytes.
const LONGEST: usize = 1_024;

/// The longest code and id that the line has, in bytes.
const LONGEST_NAME: usize = 128;

/// The code, the status, what happened, and the request's id, on one line.
///
/// ```
/// let body = br#"{"code":-403,"data":"Marketplace\npro is required."}"#;
/// let header = [("content-type", "application/json"), ("x-request-id", "a1b2")];
/// let remote = manila_client::decode(403, header, body);
/// assert_eq!(remote.to_string(), "-403 (403 Forbidden): Marketplace pro is required. [request a1b2]");
/// ```
impl fmt::Display for RemoteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status_line();
        match self.code() {
            Some(code) => write!(f, "{} ({status})", one_line(code, LONGEST_NAME))?,
            None if self.message().is_some() => f.write_str(&status)?,
            None => write!(f, "{status}, without an error envelope")?,
        }
        if let Some(text) = self.message() {
            write!(f, ": {}", one_line(text, LONGEST))?;
        }
        if let Some(id) = self.request_id() {
            write!(f, " [request {}]", one_line(id, LONGEST_NAME))?;
        }
        Ok(())
    }
}

impl RemoteError {
    /// The status with its phrase, where it has one: `502 Bad Gateway`.
    pub(crate) fn status_line(&self) -> Cow<'static, str> {
        let status = self.status();
        match Status::new(status).map(Status::phrase) {
            None | Some("") => Cow::Owned(status.to_string()),
            Some(phrase) => Cow::Owned(format!("{status} {phrase}")),
        }
    }
}
