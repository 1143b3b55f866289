//! One occurrence of a code, and everything that is attached to it.
//!
//! A fault knows its code, condition or status and what is true of this occurrence alone, and of
//! HTTP statuses and header fields. It knows no request, and no style: any can show it.

mod attached;
mod because;
mod bounded;
mod build;
mod by_kind;
mod cause;
pub mod cause_markers;
mod content_coding;
mod convert;
pub mod detail;
mod detail_type;
mod details;
mod http_fields;
mod into_cause;
mod private_urls;
mod rate_limit;
mod read;
mod read_violation;
mod retry;
mod sentences;
mod span;
mod template;
mod told_violation;
mod violation;
mod violations;

use std::fmt;
use std::panic::Location;
use std::sync::Arc;

use self::span::HeldSpan;
use crate::Condition;
use crate::catalog::{Catalog, Code, Resolved, resolve_condition, resolve_foreign};
use crate::http::status::Status;

#[cfg(feature = "extract")]
pub(crate) use self::content_coding::IDENTITY;
pub(crate) use self::content_coding::of_content_coding;
#[cfg(feature = "extract")]
pub(crate) use self::convert::fault_of_body;
#[cfg(any(feature = "diesel-2", feature = "sqlx-08", feature = "sqlx-09"))]
pub use self::convert::{NamesConstraint, OnConstraint, QueryError};
#[cfg(any(feature = "garde-023", feature = "validator-021"))]
pub(crate) use self::sentences::OF_RULES;
#[cfg(feature = "extract")]
pub(crate) use self::sentences::{OUT_OF_LIMITS, OUT_OF_RANGE};
#[cfg(feature = "extract")]
pub(crate) use self::told_violation::text_or_violation;
#[cfg(any(feature = "garde-023", feature = "json-all", feature = "validator-021"))]
pub(crate) use self::violations::MOST_VIOLATIONS;
pub(crate) use self::{
    attached::{Attached, FrameworkWords},
    bounded::{BoundedText, LONGEST, cut_to},
    by_kind::ByKind,
    detail_type::{in_words, is_of_type, items_of},
    details::{Details, Member},
    sentences::with_parameters as sentences_with_parameters,
    template::{fill, has_value, missing_details},
};
pub use self::{
    cause::{Cause, error_chain},
    convert::{ErrorCode, FromCode, IntoFault, OrCode, condition_of_body, is_overflow},
    into_cause::IntoCause,
    rate_limit::RateLimit,
    retry::{RetryAfter, RetryMoment},
    violation::{Source, Violation},
    violations::Violations,
};

/// One occurrence of a [`Code`]: what a handler returns, and what becomes a response.
///
/// A fault holds what is true of this occurrence alone: a message, details, violations, when to
/// retry, and the cause, which is logged and never sent. It is four words long and allocates when
/// something is attached. Where a subscriber of `tracing` is set, the span in which it was made is,
/// for the log event.
///
/// ```
/// use std::time::Duration;
/// use manila::Envelopes;
///
/// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
///
/// let fault = ApiError::plan_limit_exceeded(5).with_message("The plan includes 5 apps.");
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// assert_eq!(rendered.status(), 402);
/// assert_eq!(
///     rendered.body(),
///     br#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan includes 5 apps.","details":{"limit":5}}}"#,
/// );
/// ```
///
/// # `?` couldn't convert the error to `manila::Fault`
///
/// So the compiler says (E0277) where nobody has said which code an error is.
/// [`or_code`](crate::OrCode::or_code) says it at that place, and so does `because` of an enum of codes.
/// What is [`IntoFault`] comes here by its method, and into the `Result` of an adapter by `?` alone:
///
/// ```
/// use manila::{Condition, Fault, IntoFault, OrCode};
///
/// fn seats(text: &str) -> Result<u8, Fault> {
///     Ok(text.parse::<u8>().or_code(Condition::UpstreamFailed)?)
/// }
///
/// fn template() -> Result<String, Fault> {
///     std::fs::read_to_string("no such template").map_err(IntoFault::into_fault)
/// }
///
/// assert_eq!(seats("seven").unwrap_err().http_status(), 502);
/// assert_eq!(template().unwrap_err().http_status(), 500);
/// ```
#[derive(Clone)]
pub struct Fault {
    pub(crate) kind: Kind,
    pub(crate) location: Option<&'static Location<'static>>,
    attached: Option<Arc<Attached>>,
}

/// The kind of error that a fault is an occurrence of.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// An entry of a catalog, with one of its statuses.
    Code(&'static Code, Status),
    /// A condition, for which this catalog is asked before the service's.
    Condition(Condition, Option<&'static Catalog>),
    /// A status from 400 to 999 that a response had, of which nothing else is known.
    Foreign(u16),
}

impl Fault {
    /// A fault that the service's code makes here.
    #[inline]
    fn made(kind: Kind, location: &'static Location<'static>) -> Self {
        let fault = Self::of_kind(kind, Some(location));
        if HeldSpan::may_be_current() {
            fault.in_current_span()
        } else {
            fault
        }
    }

    #[cold]
    fn in_current_span(mut self) -> Self {
        if let Some(span) = HeldSpan::current() {
            self.attached_mut().span = Some(span);
        }
        self
    }

    pub(crate) const fn of_kind(kind: Kind, location: Option<&'static Location<'static>>) -> Self {
        Self {
            kind,
            location,
            attached: None,
        }
    }

    /// Creates an occurrence of a code, with the code's default status.
    ///
    /// ```
    /// use manila::Fault;
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// let code = ApiError::CATALOG.find("CONFLICT").unwrap();
    /// assert_eq!(Fault::new(code).code(), Some(code));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(code: &'static Code) -> Self {
        Self::made(Kind::Code(code, code.status()), Location::caller())
    }

    /// Creates an occurrence of whatever code the service's catalog names for the condition, or
    /// else of the code that HTTP has for its status.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// let fault = Fault::condition(Condition::RouteNotFound);
    /// assert_eq!(Envelopes::ok_error().render(&fault, None).code(), "not_found");
    /// let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    /// assert_eq!(envelopes.render(&fault, None).code(), "NOT_FOUND");
    /// ```
    #[must_use]
    #[track_caller]
    pub fn condition(condition: Condition) -> Self {
        Self::made(Kind::Condition(condition, None), Location::caller())
    }

    /// Creates an occurrence of a condition that an adapter detects: no line of the service's own
    /// code made it, so it has no [`location`](Self::location).
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// assert_eq!(Fault::detected(Condition::MethodNotAllowed).http_status(), 405);
    /// ```
    #[must_use]
    pub const fn detected(condition: Condition) -> Self {
        Self::of_kind(Kind::Condition(condition, None), None)
    }

    /// Creates an occurrence of whatever code this catalog names for the condition; where it names
    /// none, of whatever the catalog of the service does, or else of the code that HTTP has for its
    /// status.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// let fault = Fault::condition_of(ApiError::CATALOG, Condition::RouteNotFound);
    /// assert_eq!(Envelopes::ok_error().render(&fault, None).code(), "NOT_FOUND");
    /// ```
    #[must_use]
    #[track_caller]
    pub fn condition_of(catalog: &'static Catalog, condition: Condition) -> Self {
        Self::made(
            Kind::Condition(condition, Some(catalog)),
            Location::caller(),
        )
    }

    /// Creates the fault of a response that others made: of the condition that its status means, if
    /// the service's catalog names a code for it, else of HTTP's own code.
    ///
    /// A status below 400 or above 999 counts as 500.
    ///
    /// ```
    /// use manila::{Envelopes, Fault};
    ///
    /// let rendered = Envelopes::ok_error().render(&Fault::foreign(418), None);
    /// assert_eq!((rendered.status(), rendered.code()), (418, "http_418"));
    /// assert_eq!(Fault::foreign(200).http_status(), 500);
    /// ```
    #[must_use]
    pub const fn foreign(status: u16) -> Self {
        let status = if status >= 400 && status <= 999 {
            status
        } else {
            500
        };
        Self::of_kind(Kind::Foreign(status), None)
    }

    /// Returns the code that the fault is an occurrence of; none for a fault of a condition, whose
    /// code the service's catalog decides.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// assert_eq!(ApiError::Conflict.fault().code().unwrap().name(), "CONFLICT");
    /// assert!(Fault::condition(Condition::Conflict).code().is_none());
    /// ```
    #[must_use]
    pub const fn code(&self) -> Option<&'static Code> {
        match self.kind {
            Kind::Code(code, _) => Some(code),
            Kind::Condition(..) | Kind::Foreign(_) => None,
        }
    }

    /// Returns the status before a service's catalog overrides it, from 400 to 999.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// assert_eq!(Fault::condition(Condition::Conflict).http_status(), 409);
    /// ```
    #[must_use]
    pub fn http_status(&self) -> u16 {
        match self.kind {
            Kind::Code(_, status) => status.get(),
            Kind::Condition(..) | Kind::Foreign(_) => self.resolve(None).status,
        }
    }

    /// The code and the status that the fault has in a service of this catalog.
    pub(crate) fn resolve(&self, catalog: Option<&'static Catalog>) -> Resolved {
        match self.kind {
            Kind::Code(code, status) => Resolved::entry(code, status),
            Kind::Condition(condition, own) => resolve_condition(condition, own, catalog),
            Kind::Foreign(status) => resolve_foreign(status, catalog),
        }
    }

    /// The span in which the fault was made.
    pub(crate) fn span(&self) -> Option<&tracing::Span> {
        self.attached()?.span.as_ref()?.get()
    }

    pub(crate) fn attached(&self) -> Option<&Attached> {
        self.attached.as_deref()
    }

    /// Keeps, for the log, what could not be attached and why.
    pub(crate) fn note_dropped(&mut self, what: fmt::Arguments<'_>) {
        self.attached_mut().details.note_dropped(what);
    }

    pub(crate) fn attached_mut(&mut self) -> &mut Attached {
        Arc::make_mut(self.attached.get_or_insert_default())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fault = f.debug_struct("Fault");
        fault.field("kind", &self.kind);
        if let Some(attached) = self.attached() {
            fault
                .field("message", &attached.message)
                .field("cause", &attached.cause);
        }
        fault.finish_non_exhaustive()
    }
}

/// So that middleware which speaks of errors alone can hand a fault on.
impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause()?.error().map(|error| error as _)
    }
}

/// For logs and assertions; what clients read is what
/// [`Envelopes::render`](crate::Envelopes::render) makes of it.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::Code(code, _) => write!(f, "{}", code.name())?,
            Kind::Condition(condition, _) => write!(f, "{condition}")?,
            Kind::Foreign(status) => write!(f, "status {status}")?,
        }
        let words = || {
            let attached = self.attached()?;
            attached.words.and(attached.foreign_text.as_deref())
        };
        match self.message().or_else(words) {
            Some(message) => write!(f, ": {message}"),
            None => Ok(()),
        }
    }
}
