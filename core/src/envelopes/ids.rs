//! The settings for request ids: which header carries them, whose ids are taken, how fresh ones are
//! made.
//!
//! A header map is the adapter's; this file sees single values and looks up others by a function.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::new_request::{MakeRequestId, NewRequest};
use crate::http::header::unfit_for_ids;
use crate::http::request_id::{IdGrammar, RequestId, trace_id};
use crate::http::{InvalidSetting, header_setting};
use crate::panics::catch_panic;

/// The settings for request ids: which header carries them, whose ids are taken, and how fresh ones
/// are made.
///
/// An id comes from the first of these that has one: the client's header field (a single one, in
/// the [grammar](Self::grammar) of the policy), the request's trace if
/// [`trace_id_as_request_id`](Self::trace_id_as_request_id) says so, the generator, a UUID version
/// 7. It is then on the request, where extractors find it, on the response, and in the log.
///
/// ```
/// use manila::{IdPolicy, NewRequest, RequestId};
///
/// let ids = IdPolicy::new()
///     .header("x-correlation-id")
///     .unwrap()
///     .generator(|request: &NewRequest<'_>| {
///         let tenant = request.field("x-tenant").unwrap_or("none");
///         RequestId::parse(&format!("{tenant}-1")).unwrap_or_else(RequestId::random)
///     });
/// let fields = |name: &str| (name == "x-tenant").then_some("acme");
/// let request = NewRequest::new("GET", "/apps", &fields);
/// assert_eq!(ids.fresh_id(&request).as_str(), "acme-1");
/// ```
#[derive(Clone)]
pub struct IdPolicy {
    header: Cow<'static, str>,
    trusts_inbound: bool,
    takes_trace_ids: bool,
    grammar: IdGrammar,
    generator: Option<Arc<dyn MakeRequestId>>,
}

impl IdPolicy {
    /// Creates the policy of most services: `x-request-id`, a client's id where it fits the
    /// grammar, else a UUID version 7.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            header: Cow::Borrowed("x-request-id"),
            trusts_inbound: true,
            takes_trace_ids: false,
            grammar: IdGrammar::NARROW,
            generator: None,
        }
    }

    /// Sets the header that carries request ids; `x-request-id` by default. Its case does not
    /// matter.
    ///
    /// # Errors
    ///
    /// If it is not a valid header name (RFC 9110 §5.1), or one that means something else: of the
    /// connection or the message (`transfer-encoding`), of credentials (`authorization`), or of
    /// Manila's own (`x-error-code`).
    pub fn header(mut self, name: impl Into<Cow<'static, str>>) -> Result<Self, InvalidSetting> {
        self.header = header_setting("request id header", name.into(), unfit_for_ids)?;
        Ok(self)
    }

    /// Accepts ids of clients with these characters too: those that the gateway in front of the
    /// service writes, Kong's `#`, `@`, or `+/=` of Base64. Otherwise such an id is replaced by a
    /// fresh one, and the logs of the two cannot be joined. May be called several times.
    ///
    /// ```
    /// use manila::IdPolicy;
    ///
    /// let ids = IdPolicy::new();
    /// assert_eq!(ids.inbound_id(["01JD#17"]), None);
    /// let ids = ids.id_characters("#+/=@").unwrap();
    /// assert_eq!(ids.inbound_id(["01JD#17"]), Some("01JD#17"));
    /// assert!(ids.id_characters("<").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// If there is a blank, a quotation mark (`"`, `'` or `` ` ``), `<`, `>`, or a character that is
    /// not visible ASCII: in a log or a page it would mean something.
    pub fn id_characters(mut self, characters: &str) -> Result<Self, InvalidSetting> {
        match self.grammar.with(characters) {
            Some(grammar) => {
                self.grammar = grammar;
                Ok(self)
            }
            None => Err(InvalidSetting {
                what: "set of characters of request ids",
                value: characters.to_owned(),
                why: "an id has neither blanks nor quotation marks, `<`, `>` or what is not visible ASCII",
            }),
        }
    }

    /// Gives every request a fresh id, whatever the client sends, in a `traceparent` too: for a
    /// service whose clients must not choose what its logs are searched for.
    ///
    /// ```
    /// use manila::IdPolicy;
    ///
    /// let ids = IdPolicy::new().ignore_inbound_ids();
    /// assert_eq!(ids.inbound_id(["abc-123"]), None);
    /// ```
    #[must_use]
    pub const fn ignore_inbound_ids(mut self) -> Self {
        self.trusts_inbound = false;
        self
    }

    /// Takes the trace id of a valid `traceparent` (W3C Trace Context §3.2) as the id of a request
    /// that has none of its own. It goes before a generator, and is taken unless
    /// [`ignore_inbound_ids`](Self::ignore_inbound_ids) is set, as it is the client's as well.
    ///
    /// [`Envelopes::trace_id_as_request_id`](crate::Envelopes::trace_id_as_request_id) has an
    /// example.
    #[must_use]
    pub const fn trace_id_as_request_id(mut self) -> Self {
        self.takes_trace_ids = true;
        self
    }

    /// Sets what makes fresh ids; UUIDs version 7 by default. [`MakeRequestId`] has an example.
    #[must_use]
    pub fn generator(mut self, generator: impl MakeRequestId) -> Self {
        self.generator = Some(Arc::new(generator));
        self
    }

    /// Returns the name of the header that carries request ids, in lower case.
    #[must_use]
    pub fn header_name(&self) -> &str {
        &self.header
    }

    /// Returns the grammar of the ids that are accepted.
    ///
    /// ```
    /// use manila::IdPolicy;
    /// use manila::adapter::IdGrammar;
    ///
    /// assert_eq!(IdPolicy::new().grammar(), IdGrammar::default());
    /// ```
    #[must_use]
    pub const fn grammar(&self) -> IdGrammar {
        self.grammar
    }

    /// Whether a request may get the id of its trace.
    const fn takes_trace_ids(&self) -> bool {
        self.takes_trace_ids && self.trusts_inbound
    }

    pub(crate) fn header_text(&self) -> Cow<'static, str> {
        self.header.clone()
    }

    /// Returns whether fresh ids may depend on more of a request than its `traceparent`, so that an
    /// adapter has to look at the whole head.
    #[must_use]
    pub const fn has_generator(&self) -> bool {
        self.generator.is_some()
    }

    /// Whether fresh ids may depend on the request at all; where they do not, each is a
    /// [random](RequestId::random) one.
    #[inline]
    #[must_use]
    pub const fn reads_requests(&self) -> bool {
        self.takes_trace_ids() || self.generator.is_some()
    }

    /// Returns the client's own id: of all fields of the header, the only one, if it fits the
    /// grammar and the service takes ids of clients. Of two fields neither is taken, as nobody
    /// knows which of them the client's log has.
    ///
    /// ```
    /// use manila::IdPolicy;
    ///
    /// let ids = IdPolicy::new();
    /// assert_eq!(ids.inbound_id(["abc-123"]), Some("abc-123"));
    /// assert_eq!(ids.inbound_id(["abc-123", "abc-124"]), None);
    /// assert_eq!(ids.inbound_id(["a b"]), None);
    /// assert_eq!(ids.ignore_inbound_ids().inbound_id(["abc-123"]), None);
    /// ```
    pub fn inbound_id<V: AsRef<[u8]>>(&self, fields: impl IntoIterator<Item = V>) -> Option<V> {
        self.inbound_id_of(self.grammar, fields)
    }

    /// Like [`inbound_id`](Self::inbound_id), in a grammar that may be wider than the policy's own:
    /// inside of a layer that has accepted the id already, and has left its grammar with the request.
    ///
    /// ```
    /// use manila::IdPolicy;
    ///
    /// let outer = IdPolicy::new().id_characters("#").unwrap();
    /// let inner = IdPolicy::new();
    /// let grammar = inner.grammar().union(outer.grammar());
    /// assert_eq!(inner.inbound_id_of(grammar, ["01JD#17"]), Some("01JD#17"));
    /// ```
    pub fn inbound_id_of<V: AsRef<[u8]>>(
        &self,
        grammar: IdGrammar,
        fields: impl IntoIterator<Item = V>,
    ) -> Option<V> {
        grammar.only(fields).filter(|_| self.trusts_inbound)
    }

    /// Returns whether a client sent an id that nobody would take: outside of the grammar, empty, or
    /// more than one. The log says so, as the client's own log has that id.
    ///
    /// ```
    /// use manila::IdPolicy;
    ///
    /// let ids = IdPolicy::new();
    /// let refuses = |fields: &[&str]| ids.refuses(ids.grammar(), fields);
    /// assert!(refuses(&["a b"]) && refuses(&[""]) && refuses(&["abc-123", "abc-124"]));
    /// assert!(!refuses(&["abc-123"]) && !refuses(&[]));
    /// ```
    pub fn refuses<V: AsRef<[u8]>>(
        &self,
        grammar: IdGrammar,
        fields: impl IntoIterator<Item = V>,
    ) -> bool {
        let mut fields = fields.into_iter().peekable();
        fields.peek().is_some() && grammar.only(fields).is_none()
    }

    /// Returns a fresh id for a request that has none: of its trace, of the generator, or a UUID.
    ///
    /// ```
    /// use manila::{IdPolicy, NewRequest};
    ///
    /// // A generator that panics costs its id, not the request.
    /// let ids = IdPolicy::new().generator(|_: &NewRequest<'_>| panic!("no counter"));
    /// let request = NewRequest::new("GET", "/", &|_| None);
    /// assert_eq!(ids.fresh_id(&request).as_str().len(), 36);
    /// ```
    #[must_use]
    pub fn fresh_id(&self, request: &NewRequest<'_>) -> RequestId {
        if self.takes_trace_ids()
            && let Some(id) = request.field("traceparent").and_then(trace_id)
            && let Some(id) = RequestId::parse(id)
        {
            return id;
        }
        match &self.generator {
            // A generator of the user's that panics costs its id, not the request.
            Some(generator) => {
                catch_panic(|| generator.make_request_id(request)).unwrap_or_else(RequestId::random)
            }
            None => RequestId::random(),
        }
    }
}

/// Returns [`IdPolicy::new`].
impl Default for IdPolicy {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for IdPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdPolicy")
            .field("header", &self.header)
            .field("trusts_inbound", &self.trusts_inbound)
            .finish_non_exhaustive()
    }
}
