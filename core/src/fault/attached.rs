//! What is attached to one occurrence.

use std::borrow::Cow;

use manila_catalog_file::Applied;

use super::cause::Cause;
use super::details::Details;
use super::retry::RetryMoment;
use super::span::HeldSpan;
use super::violation::Violation;

/// The parts that are attached to one occurrence.
#[derive(Clone, Default)]
pub(crate) struct Attached {
    pub(crate) message: Option<Cow<'static, str>>,
    pub(crate) details: Details,
    /// The text of the foreign response that the envelope replaces.
    pub(crate) reason: Option<Box<str>>,
    /// How the body of that response begins, where no client may see it.
    pub(crate) foreign_text: Option<Box<str>>,
    /// What that text is, where it is a framework's own, of which the layer has yet to decide who is
    /// told.
    pub(crate) words: Option<FrameworkWords>,
    pub(crate) violations: Vec<Violation>,
    /// Whether there are more than these.
    pub(crate) has_more_violations: bool,
    pub(crate) headers: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    pub(crate) retry: Option<RetryMoment>,
    pub(crate) applied: Option<Applied>,
    pub(crate) cause: Option<Cause>,
    /// Where the panic was, if this is the fault of one and that is known.
    pub(crate) panic_place: Option<Box<str>>,
    pub(super) span: Option<HeldSpan>,
}

/// The words that a framework would have answered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FrameworkWords {
    /// Plain text, which may be a sentence to the client.
    Plain,
    /// Text of another kind, for the log alone; or none.
    #[cfg_attr(
        not(feature = "actix-web-4"),
        expect(dead_code, reason = "axum's own errors are all plain text")
    )]
    Other,
}

impl Attached {
    /// Whether the body says nothing but what the catalog does.
    pub(crate) fn is_bare(&self) -> bool {
        self.details.is_empty() && self.has_only_details()
    }

    /// Whether the body says nothing but what the catalog does, and the details.
    pub(crate) const fn has_only_details(&self) -> bool {
        self.message.is_none()
            && self.reason.is_none()
            && self.violations.is_empty()
            && self.retry.is_none()
            && self.applied.is_none()
    }

    /// Whether the header says nothing but what the catalog does.
    pub(crate) const fn has_no_headers(&self) -> bool {
        self.headers.is_empty() && self.retry.is_none()
    }
}
