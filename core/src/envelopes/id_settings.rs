//! The setters of request ids on the settings of a service.

use std::borrow::Cow;

use super::{Envelopes, IdPolicy, MakeRequestId};
use crate::http::InvalidSetting;

impl Envelopes {
    /// Sets where request ids come from, all at once; the setters below change one thing each.
    #[must_use]
    pub fn ids(mut self, ids: IdPolicy) -> Self {
        self.ids = ids;
        self
    }

    /// Returns where request ids come from.
    #[must_use]
    pub const fn id_policy(&self) -> &IdPolicy {
        &self.ids
    }

    /// Sets the header that carries request ids, on requests and responses; `x-request-id` by
    /// default. See [`IdPolicy::header`].
    ///
    #[doc = include_str!("../docs/envelopes/request_id_header.md")]
    ///
    /// # Errors
    ///
    /// If it is not a valid header name (RFC 9110 §5.1), or one that means something else.
    pub fn request_id_header(
        mut self,
        name: impl Into<Cow<'static, str>>,
    ) -> Result<Self, InvalidSetting> {
        self.ids = self.ids.header(name)?;
        Ok(self)
    }

    /// Accepts ids of clients with these characters too; see [`IdPolicy::id_characters`].
    ///
    #[doc = include_str!("../docs/envelopes/id_characters.md")]
    ///
    /// # Errors
    ///
    /// If there is a blank, a quotation mark, `<`, `>`, or a character that is not visible ASCII.
    pub fn id_characters(mut self, characters: &str) -> Result<Self, InvalidSetting> {
        self.ids = self.ids.id_characters(characters)?;
        Ok(self)
    }

    /// Gives every request a fresh id, see [`IdPolicy::ignore_inbound_ids`].
    #[must_use]
    pub fn ignore_inbound_ids(mut self) -> Self {
        self.ids = self.ids.ignore_inbound_ids();
        self
    }

    /// Takes the trace id of a valid `traceparent` (W3C Trace Context §3.2) as the id of a request
    /// that has none of its own, so that logs and traces have one key.
    ///
    #[doc = include_str!("../docs/envelopes/trace_id.md")]
    #[must_use]
    pub fn trace_id_as_request_id(mut self) -> Self {
        self.ids = self.ids.trace_id_as_request_id();
        self
    }

    /// Sets what makes fresh ids; UUIDs version 7 by default. See [`MakeRequestId`].
    ///
    #[doc = include_str!("../docs/envelopes/ids.md")]
    #[must_use]
    pub fn id_generator(mut self, generator: impl MakeRequestId) -> Self {
        self.ids = self.ids.generator(generator);
        self
    }
}
