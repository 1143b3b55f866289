//! HTTP statuses of errors, and the names that HTTP itself gives them.

mod convert;
mod registry;

use std::fmt;
use std::slice;

pub use self::convert::InvalidStatus;
use self::registry::registered_phrase;
pub(crate) use self::registry::{http_code_name, message, phrase};

/// The HTTP status of a code: 400 to 599, so that an error cannot claim success.
///
/// ```
/// use manila::Status;
///
/// const PAYMENT_REQUIRED: Status = Status::new(402).unwrap();
/// assert_eq!(PAYMENT_REQUIRED.get(), 402);
/// assert_eq!(PAYMENT_REQUIRED.phrase(), "Payment Required");
/// assert!(Status::new(200).is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Status(u16);

impl Status {
    pub(crate) const INTERNAL: Self = Self(500);

    /// The lowest number of an error.
    pub(crate) const FIRST: u16 = 400;

    const LAST: u16 = 599;

    /// How many numbers there are.
    pub(crate) const COUNT: usize = (Self::LAST - Self::FIRST) as usize + 1;

    /// Returns the status with this number, if it is one of an error (400 to 599); also where a
    /// constant is needed, which `TryFrom` cannot make.
    #[must_use]
    pub const fn new(status: u16) -> Option<Self> {
        if status >= Self::FIRST && status <= Self::LAST {
            Some(Self(status))
        } else {
            None
        }
    }

    /// A list of this status and no other.
    pub(crate) const fn alone(status: u16) -> &'static [Self] {
        let is_known = status >= 400 && status <= 599;
        let at = if is_known { status as usize - 400 } else { 100 };
        slice::from_ref(&ALL[at])
    }

    /// Returns the number, as `u16::from` does, also where a constant is needed.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// Returns whether the client is at fault (400 to 499).
    ///
    /// ```
    /// use manila::Status;
    ///
    /// assert!(Status::try_from(404).unwrap().is_client_error());
    /// assert!(!Status::try_from(503).unwrap().is_client_error());
    /// ```
    #[must_use]
    pub const fn is_client_error(self) -> bool {
        self.0 < 500
    }

    /// Returns the reason phrase of the IANA registry of statuses; empty for an unregistered one.
    ///
    /// ```
    /// use manila::Status;
    ///
    /// assert_eq!(Status::try_from(422).unwrap().phrase(), "Unprocessable Content");
    /// assert_eq!(Status::try_from(499).unwrap().phrase(), "");
    /// ```
    #[must_use]
    pub fn phrase(self) -> &'static str {
        registered_phrase(self.0).unwrap_or_default()
    }
}

/// Every status of an error, from 400 on, for lists of one to be parts of.
static ALL: [Status; 200] = {
    let mut all = [Status::INTERNAL; 200];
    let mut at = 0;
    while at < 200 {
        all[at] = Status(400 + at as u16);
        at += 1;
    }
    all
};

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
