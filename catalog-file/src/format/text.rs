//! What a text may consist of.

#[cfg(feature = "toml")]
use crate::Case;
use crate::RESERVED_DETAILS;

/// What a text of a file may consist of, as the rules of [`check`](crate::check()) have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Text {
    /// Any text.
    Any,
    /// One line that is not empty: no control character, nothing that shows it in another order than it
    /// is written, and more than white space.
    Line,
    /// A catalog's name: ASCII letters, digits, `-` and `_`.
    CatalogName,
    /// A language tag, such as `es-MX`.
    Locale,
    /// A code of the catalog.
    Code,
    /// The name of a validator's rule: words of lower-case letters and digits, with `_` between them.
    Rule,
    /// One line that is none of [`RESERVED_DETAILS`].
    Detail,
}

impl Text {
    /// Returns the regular expression that a text has to match, in the syntax that ECMA 262 and the
    /// crate `regex` share, or `None` if any text will do.
    ///
    /// ```
    /// use manila_catalog_file::format::Text;
    ///
    /// assert_eq!(Text::CatalogName.pattern(), Some("^[A-Za-z0-9_-]+$"));
    /// assert_eq!(Text::Any.pattern(), None);
    /// ```
    #[must_use]
    pub const fn pattern(self) -> Option<&'static str> {
        Some(match self {
            // Whether a code is one of the catalog's is for the rules to say.
            Self::Any | Self::Code => return None,
            Self::Line | Self::Detail => LINE,
            Self::CatalogName => "^[A-Za-z0-9_-]+$",
            Self::Locale => "^[A-Za-z][A-Za-z0-9]{0,7}(-[A-Za-z0-9]{1,8})*$",
            Self::Rule => "^[a-z0-9]+(_[a-z0-9]+)*$",
        })
    }

    /// Returns the texts that are refused all the same.
    #[must_use]
    pub const fn reserved(self) -> &'static [&'static str] {
        match self {
            Self::Detail => RESERVED_DETAILS,
            _ => &[],
        }
    }
}

/// What `char::is_control` and `str::trim` say, spelled out, as engines differ in what `\s` is; and nothing
/// that shows a text in another order than it is written.
const LINE: &str = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]*\
                    [^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028-\\u202f\\u205f\\u2066-\\u2069\\u3000]\
                    [^\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]*$";

/// The regular expression of the names that a [`Case`] accepts.
#[cfg(feature = "toml")]
pub(crate) const fn pattern_of(case: Case) -> &'static str {
    match case {
        Case::Snake => "^[a-z][a-z0-9]*(_[a-z0-9]+)*$",
        Case::ScreamingSnake => "^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$",
        Case::Pascal => "^[A-Z][A-Za-z0-9]*$",
        Case::Kebab => "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        Case::Camel => "^[a-z][A-Za-z0-9]*$",
        Case::Any => "^[A-Za-z][A-Za-z0-9._:/-]*$",
    }
}
