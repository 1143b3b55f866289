//! JSON Pointers.

use std::fmt;

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
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// The member of this name of the object that the pointer names.
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

    /// The element at this place of the array that the pointer names, from 0.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        use fmt::Write as _;
        let _ = write!(self.0, "/{index}");
        self
    }

    /// The pointer to the value that holds this one; the root holds itself.
    #[must_use]
    pub fn parent(mut self) -> Self {
        self.0.truncate(self.0.rfind('/').unwrap_or(0));
        self
    }

    /// The pointer as text, empty for the whole document (RFC 6901 §5).
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The pointer as a URI fragment, percent-encoded (RFC 6901 §6).
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
