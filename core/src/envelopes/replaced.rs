//! The setters for responses that others made: which of them pass, what the client and the log learn of
//! their bodies, and which header fields stay where an envelope replaces them.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::Envelopes;
use crate::http::header::{ResponseHeader, is_known, unfit_to_drop, unfit_to_keep};
use crate::http::{InvalidSetting, header_setting};

impl Envelopes {
    /// Removes the header fields of a response that do not belong to the envelope that replaces it.
    pub(crate) fn strip(&self, header: &mut impl ResponseHeader, status: u16, is_foreign: bool) {
        let hides = is_foreign
            && !(400..500).contains(&status)
            && self
                .rare
                .as_ref()
                .is_some_and(|rare| rare.hides_foreign_headers);
        let is_hidden = |name: &str| hides && !is_known(name) && name != self.ids.header_name();
        self.foreign.strip(header, status, is_hidden);
    }

    /// Passes foreign error responses through unchanged, but for the id, whose status is among
    /// these and whose media type begins like this: the pages of a site beside the API
    /// (`text/html`), say, or everything (an empty text). May be called several times. A fault is
    /// never passed through.
    ///
    #[doc = include_str!("../docs/envelopes/pass_through.md")]
    #[must_use]
    pub fn pass_through(
        mut self,
        statuses: RangeInclusive<u16>,
        media_type: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.foreign.passed.push((statuses, media_type.into()));
        self
    }

    /// Keeps a header field of replaced responses that would be dropped otherwise: one that
    /// describes the old body, such as `etag`, or its caching.
    ///
    #[doc = include_str!("../docs/envelopes/keep_header.md")]
    ///
    /// # Errors
    ///
    /// If it is not a valid header name (RFC 9110 §5.1), or one whose field is never true of another
    /// body: of the connection or the message (`transfer-encoding`), the coding (`content-encoding`),
    /// a client's credentials, and Manila's own.
    pub fn keep_header(
        mut self,
        name: impl Into<Cow<'static, str>>,
    ) -> Result<Self, InvalidSetting> {
        let name = header_setting("header name", name.into(), unfit_to_keep)?;
        self.foreign.kept.push(name);
        Ok(self)
    }

    /// Drops a header field of replaced responses that would be kept otherwise, as most are: one
    /// that discloses too much, say. It wins over [`keep_header`](Self::keep_header).
    ///
    /// # Errors
    ///
    /// If it is not a valid header name (RFC 9110 §5.1), or one that the server or the envelope
    /// writes whatever is dropped, such as `connection`, `content-type` and `x-error-code`.
    pub fn drop_header(
        mut self,
        name: impl Into<Cow<'static, str>>,
    ) -> Result<Self, InvalidSetting> {
        let name = header_setting("header name", name.into(), unfit_to_drop)?;
        self.foreign.dropped.push(name);
        Ok(self)
    }

    /// Keeps the texts of foreign responses from clients: no `reason` stands among the details, and
    /// the text is in the log.
    ///
    /// By default the short plain text of a foreign 4xx is taken for a sentence to the client, as
    /// frameworks' rejections are. Code that makes such a response of an error
    /// (`.map_err(ErrorBadRequest)?`, `(StatusCode::BAD_REQUEST, error.to_string())`) tells the client
    /// what the error says.
    ///
    #[doc = include_str!("../docs/envelopes/hide_reasons.md")]
    #[must_use]
    pub fn hide_reasons(mut self) -> Self {
        self.rare.get_or_insert_default().hides_reasons = true;
        self
    }

    /// Keeps the bodies of foreign responses out of the log. By default the beginning of one that is
    /// replaced stands in the event, as it often says what went wrong: up to 1 KiB of text or JSON that
    /// is there at once. This is for services whose bodies hold what no log may.
    ///
    #[doc = include_str!("../docs/envelopes/no_foreign_text.md")]
    #[must_use]
    pub fn no_foreign_text(mut self) -> Self {
        self.rare.get_or_insert_default().drops_foreign_texts = true;
        self
    }

    /// Drops the header fields of foreign responses from 500 up that may disclose what is inside: all
    /// but `allow`, `www-authenticate`, `proxy-authenticate`, `retry-after`, `set-cookie`,
    /// `access-control-*`, `vary`, `link`, `upgrade`, `ratelimit*`, `strict-transport-security`,
    /// `content-security-policy*`, `traceresponse`, the request's id and those that are
    /// [kept](Self::keep_header) by name. By default most fields stay, as services set many on
    /// everything.
    ///
    #[doc = include_str!("../docs/envelopes/hide_foreign_headers.md")]
    #[must_use]
    pub fn hide_foreign_headers(mut self) -> Self {
        self.rare.get_or_insert_default().hides_foreign_headers = true;
        self
    }
}
