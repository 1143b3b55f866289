//! The other form of an error, and who gets it.

use crate::http::accept::prefers;
use crate::json::Buffer;
use crate::style::{MARKDOWN, PublicFault, write_markdown};

/// The form of an error that a request may ask for in the place of the service's style.
///
/// Called through here alone, so that a program that never offers it does not contain it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Markdown {
    pub(crate) media_type: &'static str,
    pub(crate) write: fn(&PublicFault<'_>, &mut Buffer),
    /// Whether the fields of `accept` prefer the first of two media types.
    prefers: fn(&mut dyn Iterator<Item = &str>, &str, &str) -> bool,
}

impl Markdown {
    pub(super) const fn new() -> Self {
        Self {
            media_type: MARKDOWN,
            write: write_markdown,
            prefers,
        }
    }

    /// Whether a request with these fields of `accept` gets it, of a style with this media type.
    pub(crate) fn is_preferred(
        &self,
        accept: &mut dyn Iterator<Item = &str>,
        media_type: &str,
    ) -> bool {
        (self.prefers)(accept, self.media_type, media_type)
    }
}
