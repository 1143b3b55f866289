//! The classes of HTTP's statuses.

use std::fmt;

/// The class of a status (RFC 9110 §15): what a client that does not know a code goes by.
///
/// ```
/// use manila_client::Class;
///
/// assert_eq!(Class::of(429), Class::Client);
/// assert_eq!(Class::of(999), Class::Server);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "RFC 9110 has five classes")]
pub enum Class {
    /// 100 to 199.
    Informational,
    /// 200 to 299.
    Successful,
    /// 300 to 399.
    Redirection,
    /// 400 to 499: the request is at fault.
    Client,
    /// 500 to 599: the server is at fault. Numbers that are no statuses count as one of these (RFC 9110
    /// §15).
    Server,
}

impl Class {
    /// Returns the class of a status.
    #[must_use]
    pub const fn of(status: u16) -> Self {
        match status {
            100..=199 => Self::Informational,
            200..=299 => Self::Successful,
            300..=399 => Self::Redirection,
            400..=499 => Self::Client,
            _ => Self::Server,
        }
    }

    /// Returns the class as a word: `informational`, `successful`, `redirection`, `client` or `server`.
    ///
    /// ```
    /// assert_eq!(manila_client::Class::of(502).as_str(), "server");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Informational => "informational",
            Self::Successful => "successful",
            Self::Redirection => "redirection",
            Self::Client => "client",
            Self::Server => "server",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
