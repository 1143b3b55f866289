//! The settings for scripts of other origins, which read no header that is not exposed to them.

use super::Envelopes;
use crate::style::Repeats;

impl Envelopes {
    /// Names Manila's headers in `access-control-expose-headers` (Fetch Standard, "CORS protocol"),
    /// so that a script of another origin can read them: the id's, `x-error-code`, `x-should-retry`
    /// and `retry-after`. The names join those that are there, on every response to a request with
    /// an `Origin`, successes too; `*` stays as it is.
    ///
    /// Whether a script may read the response at all is the CORS layer's part. One that takes a
    /// list of names can be given [`EXPOSED_HEADERS`](crate::EXPOSED_HEADERS) in the place of this
    /// setting.
    ///
    #[doc = include_str!("../docs/envelopes/expose_headers.md")]
    #[must_use]
    pub fn expose_headers(mut self) -> Self {
        self.rare.get_or_insert_default().exposes_headers = true;
        self
    }

    /// Writes the request's id into the body of every error, for clients that cannot read its
    /// header: `request_id` behind `message`. In `code-data` `data` is an object then. JSON:API and
    /// problems have the id anyway, and a style of your own writes what it likes.
    ///
    #[doc = include_str!("../docs/envelopes/request_id_in_body.md")]
    #[must_use]
    pub const fn request_id_in_body(mut self) -> Self {
        self.service.is_id_in_body = true;
        if matches!(self.style.repeats, Repeats::Nothing) {
            self.style.repeats = Repeats::RequestId;
        }
        self
    }
}
