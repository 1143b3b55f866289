//! The settings for foreign responses: those that no fault made, such as a proxy's 502 or a static
//! file server's 404.
//!
//! Two things are decided here: which of them pass unchanged, and which header fields survive where
//! an envelope takes the place of the body.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::http::header::{DESCRIBES_OLD_BODY, OWN, ResponseHeader, steers_caches};

/// The settings for responses that no fault made. By default none passes, the fields that describe
/// the old body, those that steer caches and Manila's own are dropped, and all others are kept.
#[derive(Debug, Clone, Default)]
pub(crate) struct ForeignPolicy {
    /// Statuses, and beginnings of media types, of responses that are sent unchanged.
    pub(super) passed: Vec<(RangeInclusive<u16>, Cow<'static, str>)>,
    /// Names in lower case, as those of `dropped`.
    pub(super) kept: Vec<Cow<'static, str>>,
    pub(super) dropped: Vec<Cow<'static, str>>,
}

impl ForeignPolicy {
    /// Whether an error response is sent unchanged. One without a media type counts as one of the
    /// empty text.
    pub(crate) fn passes(&self, status: u16, content_type: Option<&str>) -> bool {
        let content_type = content_type.unwrap_or_default();
        self.passed.iter().any(|(statuses, prefix)| {
            statuses.contains(&status)
                && content_type
                    .get(..prefix.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
        })
    }

    /// Removes the header fields that do not belong to the envelope, from a response whose status was
    /// `status`: those that describe the body that is replaced, those that steer caches, and Manila's
    /// own. `is_hidden` says of all others whether they go.
    pub(crate) fn strip(
        &self,
        header: &mut impl ResponseHeader,
        status: u16,
        is_hidden: impl Fn(&str) -> bool,
    ) {
        header.retain(&|name| {
            let describes_old = DESCRIBES_OLD_BODY.contains(&name)
                // A 416 says how long the content is that the range does not fit (RFC 9110
                // §15.5.17).
                && !(name == "content-range" && status == 416);
            let is_kept = || self.kept.iter().any(|kept| kept == name);
            let goes = describes_old || steers_caches(name) || is_hidden(name);
            !OWN.contains(&name)
                && (!goes || is_kept())
                && !self.dropped.iter().any(|dropped| dropped == name)
        });
    }
}
