//! What a resource of a site is written in.

/// The format of a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Html,
    Markdown,
    Json,
    Text,
    Css,
    Script,
    Xml,
    Atom,
    Picture(&'static str),
}

impl Format {
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            // RFC 7763 §2: the charset is required.
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Json => "application/json",
            Self::Text => "text/plain; charset=utf-8",
            Self::Css => "text/css; charset=utf-8",
            Self::Script => "text/javascript; charset=utf-8",
            Self::Xml => "application/xml",
            Self::Atom => "application/atom+xml",
            Self::Picture(media_type) => media_type,
        }
    }
}
