//! JSON Pointers.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A JSON Pointer (RFC 6901): the place of a value inside a JSON document.
///
/// ```
/// use manila::Pointer;
///
/// let pointer = Pointer::root().member("tags").index(0);
/// assert_eq!(pointer.as_str(), "/tags/0");
/// assert_eq!(Pointer::root().member("a/b~c").as_str(), "/a~1b~0c");
/// assert_eq!(Pointer::root().member("straße").fragment(), "#/stra%C3%9Fe");
/// ```
///
/// Pointers are in the order of their texts, so that a value stands before what is inside of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// Returns the pointer to the whole document.
    ///
    /// ```
    /// assert_eq!(manila::Pointer::root().as_str(), "");
    /// ```
    #[must_use]
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// Returns the pointer to a member of the object that this one names. The name is taken as it is
    /// in the document; `~` and `/` in it are escaped (RFC 6901 §3).
    ///
    /// ```
    /// use manila::Pointer;
    ///
    /// assert_eq!(Pointer::root().member("rates").member("EUR/USD").as_str(), "/rates/EUR~1USD");
    /// ```
    #[must_use]
    pub fn member(mut self, name: &str) -> Self {
        self.0.push('/');
        for c in name.chars() {
            match c {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Returns the pointer to an element of the array that this one names, counted from 0.
    ///
    /// ```
    /// use manila::Pointer;
    ///
    /// assert_eq!(Pointer::root().index(2).member("name").as_str(), "/2/name");
    /// ```
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        use fmt::Write as _;
        let _ = write!(self.0, "/{index}");
        self
    }

    /// Returns the pointer to the value that holds this one; the root holds itself.
    ///
    /// ```
    /// use manila::Pointer;
    ///
    /// assert_eq!(Pointer::root().member("tags").index(0).parent().as_str(), "/tags");
    /// assert_eq!(Pointer::root().parent(), Pointer::root());
    /// ```
    #[must_use]
    pub fn parent(mut self) -> Self {
        self.0.truncate(self.0.rfind('/').unwrap_or(0));
        self
    }

    /// The pointer to a value that the other one points to, seen from the value that this one names.
    #[cfg(feature = "extract")]
    pub(crate) fn join(mut self, other: &Self) -> Self {
        self.0.push_str(&other.0);
        self
    }

    /// Returns the pointer as text, empty for the whole document (RFC 6901 §5).
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the pointer as a URI fragment, percent-encoded (RFC 6901 §6), as problem details
    /// carry it.
    ///
    /// ```
    /// use manila::Pointer;
    ///
    /// assert_eq!(Pointer::root().member("a b").fragment(), "#/a%20b");
    /// ```
    #[must_use]
    pub fn fragment(&self) -> String {
        use fmt::Write as _;
        let mut fragment = String::with_capacity(self.0.len() + 1);
        fragment.push('#');
        for byte in self.0.bytes() {
            // What RFC 3986 §3.5 lets a fragment hold as it is.
            if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
                fragment.push(char::from(byte));
            } else {
                let _ = write!(fragment, "%{byte:02X}");
            }
        }
        fragment
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is no JSON Pointer: it neither is empty nor begins with `/`, or has a `~` that
/// neither `0` nor `1` follows (RFC 6901 §3).
///
/// It does not repeat the text, which may be a client's.
///
/// ```
/// use manila::Pointer;
///
/// let error = "tags/0".parse::<Pointer>().unwrap_err();
/// assert!(error.to_string().starts_with("a JSON Pointer is empty or begins with `/`"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidPointer(());

impl fmt::Display for InvalidPointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON Pointer is empty or begins with `/`, and has `~` as `~0` and `~1` only")
    }
}

impl std::error::Error for InvalidPointer {}

/// Reads the text of a pointer (RFC 6901 §3), with its escapes.
///
/// ```
/// use manila::Pointer;
///
/// assert_eq!("/tags/0".parse(), Ok(Pointer::root().member("tags").index(0)));
/// assert_eq!("/a~1b".parse(), Ok(Pointer::root().member("a/b")));
/// assert_eq!("".parse(), Ok(Pointer::root()));
/// assert!("#/tags".parse::<Pointer>().is_err());
/// assert!("/a~2".parse::<Pointer>().is_err());
/// ```
impl FromStr for Pointer {
    type Err = InvalidPointer;

    fn from_str(text: &str) -> Result<Self, InvalidPointer> {
        let begins_well = text.is_empty() || text.starts_with('/');
        let is_escape = |rest: &str| rest.starts_with(['0', '1']);
        if begins_well && text.split('~').skip(1).all(is_escape) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidPointer(()))
        }
    }
}

/// Serializes as the text of the pointer.
///
/// ```
/// let pointer = manila::Pointer::root().member("tags").index(0);
/// assert_eq!(serde_json::to_string(&pointer).unwrap(), r#""/tags/0""#);
/// ```
impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
