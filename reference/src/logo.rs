//! The picture beside the name of a service.

use std::borrow::Cow;

use bytes::Bytes;

use crate::error::{Error, shown};

/// The kinds of pictures that a logo can be, by the endings of their files.
const KINDS: [(&str, &str); 5] = [
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("jpg", "image/jpeg"),
    ("gif", "image/gif"),
];

/// The largest logo, in bytes: each reader of a page gets it.
const LARGEST: usize = 1024 * 1024;

/// The logo of a service, as a file of its reference.
///
/// ```
/// use manila_reference::Logo;
///
/// let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>"#;
/// assert!(Logo::new("svg", &svg[..]).is_ok());
/// assert_eq!(
///     Logo::new("bmp", &b"BM"[..]).unwrap_err().to_string(),
///     "a logo cannot be `bmp`; give one of svg, png, webp, jpg, gif",
/// );
/// ```
#[derive(Debug, Clone)]
pub struct Logo {
    pub(crate) file: &'static str,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Bytes,
}

impl Logo {
    /// Creates a logo of the content of a picture's file, and the ending of that file's name: `svg`, `png`,
    /// `webp`, `jpg` or `gif`.
    ///
    /// # Errors
    ///
    /// If the ending is another, or if the picture is empty or larger than a mebibyte.
    pub fn new(ending: &str, bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, Error> {
        let ending = match ending.to_ascii_lowercase() {
            jpeg if jpeg == "jpeg" => "jpg".to_owned(),
            other => other,
        };
        let kind = KINDS.iter().find(|(known, _)| *known == ending);
        let Some((_, media_type)) = kind else {
            let known = KINDS.map(|(known, _)| known).join(", ");
            let ending = shown(&ending);
            return Err(Error::new(format!(
                "a logo cannot be {ending}; give one of {known}"
            )));
        };
        let bytes = bytes.into();
        if bytes.is_empty() || bytes.len() > LARGEST {
            let length = bytes.len();
            return Err(Error::new(format!(
                "the logo has {length} bytes; give a picture of 1 byte to 1 MiB"
            )));
        }
        let file = match *media_type {
            "image/svg+xml" => "logo.svg",
            "image/png" => "logo.png",
            "image/webp" => "logo.webp",
            "image/jpeg" => "logo.jpg",
            _ => "logo.gif",
        };
        Ok(Self {
            file,
            media_type,
            bytes: bytes.into_owned().into(),
        })
    }
}
