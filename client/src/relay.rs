//! What a service tells its own clients of an error of the service behind it.

use std::collections::BTreeMap;

use manila::{Code, Condition, Fault, IntoFault, Status};
use serde_json::Value;

use crate::class::Class;
use crate::remote_error::RemoteError;

/// Which errors of a service behind this one its clients are told of, and what they are told else.
///
/// By itself an error of another service is none of a client's business: its codes are of another list, its
/// status is about a request that the client did not send, and its texts may tell of the inside. So all but
/// the codes that are let through become one error of this service.
///
/// ```
/// use manila::Envelopes;
/// use manila_catalogs::{Vibehost as ApiError};
/// use manila_client::{Relay, decode};
///
/// let relay = || Relay::masked(ApiError::UpstreamFailed).let_through([ApiError::RateLimited.code()]);
/// let sent = |status, code| {
///     let remote = decode(status, [("x-error-code", code), ("retry-after", "7")], b"");
///     let sent = Envelopes::ok_error().render(&remote.into_fault(relay()), None);
///     (sent.status(), sent.code().to_owned())
/// };
/// assert_eq!(sent(429, "RATE_LIMITED"), (429, "RATE_LIMITED".to_owned()));
/// assert_eq!(sent(403, "THEIR_OWN_CODE"), (502, "UPSTREAM_FAILED".to_owned()));
/// ```
#[derive(Debug, Clone)]
pub struct Relay {
    /// Without one, the condition says what has failed.
    mask: Option<Fault>,
    let_through: Vec<&'static Code>,
}

impl Relay {
    /// Creates a relay that makes every error an occurrence of this code or condition: what the service
    /// behind this one answers, and, of a [`CallError`](crate::CallError), that it did not answer. A request
    /// that could not be built has not been sent to it, and is the condition `internal` under any mask.
    ///
    /// ```
    /// use manila_catalogs::Vibehost as ApiError;
    /// use manila_client::{CallError, Relay, TransportError, TransportErrorKind};
    ///
    /// let timeout = TransportError::new(TransportErrorKind::Timeout, "5 s are over");
    /// let fault = CallError::from(timeout).into_fault(Relay::masked(ApiError::UpstreamFailed));
    /// assert_eq!(fault.code(), Some(ApiError::UpstreamFailed.code()));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn masked(code: impl IntoFault) -> Self {
        Self {
            mask: Some(code.into_fault()),
            let_through: Vec::new(),
        }
    }

    /// Creates a relay that lets these codes of this service's own list through, and makes all else an
    /// occurrence of the condition `upstream_failed`; of a [`CallError`](crate::CallError) without an answer
    /// in time, of `timeout`.
    ///
    /// ```
    /// use manila_catalogs::Vibehost as ApiError;
    /// use manila_client::{Relay, decode};
    ///
    /// let relay = Relay::codes([ApiError::Conflict.code()]);
    /// let fault = decode(409, [("x-error-code", "CONFLICT")], b"").into_fault(relay.clone());
    /// assert_eq!(fault.code(), Some(ApiError::Conflict.code()));
    /// assert_eq!(decode(500, [("x-error-code", "INTERNAL")], b"").into_fault(relay).http_status(), 502);
    /// ```
    #[must_use]
    pub fn codes(codes: impl IntoIterator<Item = &'static Code>) -> Self {
        let relay = Self {
            mask: None,
            let_through: Vec::new(),
        };
        relay.let_through(codes)
    }

    /// The fault of what is not let through, where this condition says what has failed.
    #[track_caller]
    pub(crate) fn into_mask(self, condition: Condition) -> Fault {
        self.mask.unwrap_or_else(|| Fault::condition(condition))
    }

    /// Lets these codes of this service's own list through, where the remote error is spelled like one.
    ///
    /// What comes with such a code is passed on: its message, where it says something, and its details, as far as
    /// they are of the types that this service's catalog declares. The violations are not, as they point into a request that this service's client did not send. Of a 5xx
    /// clients see what they see of any.
    #[must_use]
    pub fn let_through(mut self, codes: impl IntoIterator<Item = &'static Code>) -> Self {
        self.let_through.extend(codes);
        self
    }
}

/// Masked with the condition `upstream_failed`, so that `?` in a handler tells its client nothing of a service
/// behind this one.
///
/// ```
/// use manila::{Fault, IntoFault};
/// use manila_client::{RemoteError, decode};
///
/// fn fetch() -> Result<(), RemoteError> {
///     Err(decode(403, [("x-error-code", "THEIR_OWN_CODE")], b""))
/// }
///
/// fn handler() -> Result<(), Fault> {
///     fetch().map_err(IntoFault::into_fault)
/// }
///
/// assert_eq!(handler().unwrap_err().http_status(), 502);
/// ```
impl IntoFault for RemoteError {
    #[track_caller]
    fn into_fault(self) -> Fault {
        Self::into_fault(self, Relay::masked(Condition::UpstreamFailed))
    }

    #[track_caller]
    fn to_fault(&self) -> Fault {
        Self::into_fault(self.clone(), Relay::masked(Condition::UpstreamFailed))
    }
}

impl RemoteError {
    /// Makes an error of this service of it: the one that the relay masks it with, or the same code, if the
    /// relay lets it through.
    ///
    /// The moment from which on the request can be repeated survives, unless the remote service advises
    /// against that. The remote error is the cause, so that its code, status, message and request id are in
    /// the log, and of a masked one nothing else is in the response.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_catalogs::Vibehost as ApiError;
    /// use manila_client::{Relay, decode};
    ///
    /// let body = br#"{"ok":false,"error":{"code":"ROW_LOCKED","message":"Row 7 of ledger is locked."}}"#;
    /// let header = [("content-type", "application/json"), ("x-request-id", "a1b2c3"), ("retry-after", "7")];
    /// let fault = decode(409, header, body).into_fault(Relay::masked(ApiError::UpstreamFailed));
    ///
    /// assert_eq!(fault.retry().unwrap().to_header(), "7");
    /// assert_eq!(
    ///     fault.cause().unwrap().chain(),
    ///     "ROW_LOCKED (409 Conflict): Row 7 of ledger is locked. [request a1b2c3]",
    /// );
    /// let sent = Envelopes::ok_error().render(&fault, None);
    /// assert!(!String::from_utf8_lossy(sent.body()).contains("ledger"));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn into_fault(self, relay: Relay) -> Fault {
        let mut chosen = relay.let_through.iter();
        let fault = match chosen.find(|code| self.is(code)) {
            Some(code) => self.occurrence_of(code),
            None => relay.into_mask(Condition::UpstreamFailed),
        };
        let retry = self.retry();
        let moment = retry.moment().filter(|_| retry.is_advised() != Some(false));
        fault.with_retry_after(moment).because(self)
    }

    /// The same error, of this service.
    #[track_caller]
    fn occurrence_of(&self, code: &'static Code) -> Fault {
        let mut fault = Fault::new(code);
        if let Some(status) = Status::new(self.status()).filter(|it| code.statuses().contains(it)) {
            fault = fault.with_status(status);
        }
        if let Some(message) = self
            .sent_message()
            .filter(|_| self.class() == Class::Client)
        {
            fault = fault.with_message(message.to_owned());
        }
        for (name, value) in self
            .details::<BTreeMap<String, Value>>()
            .unwrap_or_default()
        {
            let mut declared = code.details().iter().filter(|detail| detail.name() == name);
            // This service has promised its own clients a type, whatever the one behind it has.
            if declared.all(|detail| detail.accepts(&value.to_string())) {
                fault = fault.with_detail(name, value);
            }
        }
        match self.envelope().applied {
            Some(applied) => fault.with_applied(applied),
            None => fault,
        }
    }
}
