//! Ids from other values, and as other values.
//!
//! A service that has ids already (UUIDs of its own, texts of a queue) makes them request ids here,
//! in a generator or in a test. A text is checked once, at the conversion.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::{RequestId, Text, is_request_id};

/// The error of a text that is no request id, which has 1 to 128 characters of `A-Z`, `a-z`, `0-9`,
/// `.`, `_` and `-`.
///
/// It does not repeat the text, which may be one that must not get into a log.
///
/// ```
/// use manila::RequestId;
///
/// let error = "a b".parse::<RequestId>().unwrap_err();
/// assert!(error.to_string().starts_with("a request id has 1 to 128 characters"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidRequestId(());

impl fmt::Display for InvalidRequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request id has 1 to 128 characters of A-Z, a-z, 0-9, `.`, `_` and `-`")
    }
}

impl std::error::Error for InvalidRequestId {}

/// Writes the UUID in its usual form, in lower case (RFC 9562 §4), without an allocation.
///
/// ```
/// use manila::RequestId;
/// use uuid::Uuid;
///
/// let uuid = Uuid::from_u128(0x017f22e2_79b0_7cc3_98c4_dc0c0c07398f);
/// assert_eq!(RequestId::from(uuid).as_str(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
/// ```
impl From<Uuid> for RequestId {
    fn from(uuid: Uuid) -> Self {
        Self::of_uuid(uuid)
    }
}

/// Parses a text that fits the grammar, like [`RequestId::parse`] with an error.
///
/// ```
/// use manila::RequestId;
///
/// assert_eq!("abc-123".parse::<RequestId>().unwrap().as_str(), "abc-123");
/// assert!("".parse::<RequestId>().is_err());
/// ```
impl FromStr for RequestId {
    type Err = InvalidRequestId;

    fn from_str(text: &str) -> Result<Self, InvalidRequestId> {
        Self::parse(text).ok_or(InvalidRequestId(()))
    }
}

impl TryFrom<&str> for RequestId {
    type Error = InvalidRequestId;

    fn try_from(text: &str) -> Result<Self, InvalidRequestId> {
        text.parse()
    }
}

/// Checks the text and takes it over, without a copy.
///
/// ```
/// use manila::RequestId;
///
/// let trace = String::from("4bf92f3577b34da6a3ce929d0e0e4736");
/// assert_eq!(RequestId::try_from(trace.clone()).unwrap().as_str(), trace);
/// assert!(RequestId::try_from("line\nbreak".to_owned()).is_err());
/// ```
impl TryFrom<String> for RequestId {
    type Error = InvalidRequestId;

    fn try_from(text: String) -> Result<Self, InvalidRequestId> {
        if is_request_id(text.as_bytes()) {
            Ok(Self(Text::Other(text.into())))
        } else {
            Err(InvalidRequestId(()))
        }
    }
}

/// Serializes as a string.
///
/// ```
/// let id = manila::RequestId::parse("abc-123").unwrap();
/// assert_eq!(serde_json::to_string(&id).unwrap(), r#""abc-123""#);
/// ```
impl Serialize for RequestId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
