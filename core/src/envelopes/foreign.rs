//! What a service decides about responses that no fault made.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::http::header::{CACHING, DESCRIBES_OLD_BODY, ResponseHeader};

/// What a service decides about responses that no fault made.
#[derive(Debug, Clone, Default)]
pub(crate) struct ForeignPolicy {
    /// Statuses, and how the media types begin, of responses that leave as they are.
    pub(super) passed: Vec<(RangeInclusive<u16>, Cow<'static, str>)>,
    pub(super) kept: Vec<Cow<'static, str>>,
    pub(super) dropped: Vec<Cow<'static, str>>,
}

impl ForeignPolicy {
    /// Whether an error response leaves as it is.
    pub(crate) fn passes(&self, status: u16, content_type: Option<&str>) -> bool {
        let content_type = content_type.unwrap_or_default();
        self.passed.iter().any(|(statuses, prefix)| {
            statuses.contains(&status)
                && content_type
                    .get(..prefix.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
        })
    }

    /// Takes away the header fields of a response, whose status was `status`, that go with the body
    /// that is being replaced.
    pub(crate) fn strip(&self, header: &mut impl ResponseHeader, status: u16, is_foreign: bool) {
        header.retain(&|name| {
            let describes_old = DESCRIBES_OLD_BODY.contains(&name)
                // A 416 says how long the content is that the range does not fit (RFC 9110
                // §15.5.17).
                && !(name == "content-range" && status == 416);
            let is_caching = is_foreign && CACHING.contains(&name);
            let is_kept = || self.kept.iter().any(|kept| kept == name);
            (!(describes_old || is_caching) || is_kept())
                && !self.dropped.iter().any(|dropped| dropped == name)
        });
    }
}
