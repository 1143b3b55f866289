//! One occurrence of a code.

mod build;
mod cause;
mod convert;
mod details;
mod rate_limit;
mod retry;
pub(crate) mod violation;
pub(crate) mod violations;

use std::borrow::Cow;
use std::fmt;
use std::panic::Location;
use std::sync::Arc;

use crate::Condition;
use crate::catalog::Catalog;
use crate::catalog::Code;
use crate::fault::violation::Violation;
use crate::http::status::Status;

pub use self::details::{DeclaredDetails, with_details};
pub(crate) use self::details::{Details, Member};
pub use self::{
    cause::{Cause, error_chain},
    convert::{ErrorCode, IntoFault, OrCode},
    rate_limit::RateLimit,
    retry::{Applied, RetryAfter, RetryMoment},
};

/// One occurrence of a [`Code`]: what a handler returns, and what becomes a response.
///
/// A fault holds what is true of this occurrence alone: a message, details, violations, when to
/// retry, and the cause, which only the log is told. It is four words long and allocates when
/// something is attached.
///
/// ```
/// use std::time::Duration;
/// use manila::Envelopes;
///
/// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
///
/// let fault = ApiError::PlanLimitExceeded
///     .fault()
///     .message("The plan includes 5 apps.")
///     .detail("limit", 5);
/// let rendered = manila::render(&fault, &Envelopes::ok_error().context(None));
/// assert_eq!(rendered.status(), 402);
/// assert_eq!(
///     rendered.body(),
///     br#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan includes 5 apps.","details":{"limit":5}}}"#,
/// );
/// ```
#[derive(Clone)]
pub struct Fault {
    pub(crate) kind: Kind,
    pub(crate) location: Option<&'static Location<'static>>,
    extra: Option<Arc<Extra>>,
}

/// What a fault is an occurrence of.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// An entry of a catalog, with one of its statuses.
    Code(&'static Code, Status),
    /// A condition, of this catalog or else of the service's.
    Condition(Condition, Option<&'static Catalog>),
    /// A status from 400 to 999 that a response had, of which nothing else is known.
    Foreign(u16),
}

/// What is true of one occurrence.
#[derive(Clone, Default)]
pub(crate) struct Extra {
    pub(crate) message: Option<Cow<'static, str>>,
    pub(crate) details: Details,
    /// The text of the foreign response that the fault stands in for.
    pub(crate) reason: Option<Box<str>>,
    pub(crate) violations: Vec<Violation>,
    pub(crate) headers: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    pub(crate) retry: Option<RetryMoment>,
    pub(crate) applied: Option<Applied>,
    pub(crate) cause: Option<Cause>,
}

impl Extra {
    /// Whether the body says nothing but what the catalog does.
    pub(crate) fn is_silent(&self) -> bool {
        self.details.is_empty() && self.says_details_alone()
    }

    /// Whether the body says nothing but what the catalog does, and the details.
    pub(crate) const fn says_details_alone(&self) -> bool {
        self.message.is_none()
            && self.reason.is_none()
            && self.violations.is_empty()
            && self.retry.is_none()
            && self.applied.is_none()
    }

    /// Whether the header says nothing but what the catalog does.
    pub(crate) const fn sets_no_field(&self) -> bool {
        self.headers.is_empty() && self.retry.is_none()
    }
}

impl Fault {
    pub(crate) const fn of_kind(kind: Kind, location: Option<&'static Location<'static>>) -> Self {
        Self {
            kind,
            location,
            extra: None,
        }
    }

    /// One of the same kind with these details alone.
    pub(crate) fn sample(other: &Self, details: Option<Details>) -> Self {
        let mut fault = Self::of_kind(other.kind, None);
        if let Some(details) = details {
            fault.extra_mut().details = details;
        }
        fault
    }

    /// An occurrence of a code, with the code's default status.
    #[must_use]
    #[track_caller]
    pub fn new(code: &'static Code) -> Self {
        Self::of_kind(Kind::Code(code, code.status()), Some(Location::caller()))
    }

    /// An occurrence of whatever code the service's catalog names for the condition.
    #[must_use]
    #[track_caller]
    pub fn condition(condition: Condition) -> Self {
        Self::of_kind(Kind::Condition(condition, None), Some(Location::caller()))
    }

    /// An occurrence of a condition that an adapter detects: no line of the service's own code made
    /// it, so the log is given none.
    #[must_use]
    pub const fn detected(condition: Condition) -> Self {
        Self::of_kind(Kind::Condition(condition, None), None)
    }

    /// An occurrence of whatever code this catalog names for the condition.
    #[must_use]
    #[track_caller]
    pub fn condition_of(catalog: &'static Catalog, condition: Condition) -> Self {
        Self::of_kind(
            Kind::Condition(condition, Some(catalog)),
            Some(Location::caller()),
        )
    }

    /// What stands in for a response that no fault made: the condition that its status stands
    /// for, if the service's catalog names a code for it, else HTTP's own code.
    ///
    /// A status below 400 or above 999 counts as 500.
    #[must_use]
    pub const fn foreign(status: u16) -> Self {
        let status = if status >= 400 && status <= 999 {
            status
        } else {
            500
        };
        Self::of_kind(Kind::Foreign(status), None)
    }

    /// The code that the fault is an occurrence of; none for a fault of a condition, whose code
    /// the service's catalog decides.
    #[must_use]
    pub const fn code(&self) -> Option<&'static Code> {
        match self.kind {
            Kind::Code(code, _) => Some(code),
            Kind::Condition(..) | Kind::Foreign(_) => None,
        }
    }

    /// The status that the fault has by itself, before the catalog of a service has had its say.
    #[must_use]
    pub fn http_status(&self) -> u16 {
        match self.kind {
            Kind::Code(_, status) => status.get(),
            Kind::Condition(..) | Kind::Foreign(_) => crate::catalog::resolve(self, None).status,
        }
    }

    /// The cause that only the log is told.
    #[must_use]
    pub fn cause(&self) -> Option<&Cause> {
        self.extra()?.cause.as_ref()
    }

    pub(crate) fn extra(&self) -> Option<&Extra> {
        self.extra.as_deref()
    }

    fn extra_mut(&mut self) -> &mut Extra {
        Arc::make_mut(self.extra.get_or_insert_default())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fault = f.debug_struct("Fault");
        fault.field("kind", &self.kind);
        if let Some(extra) = self.extra() {
            fault
                .field("message", &extra.message)
                .field("cause", &extra.cause);
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

/// For logs and assertions; what clients read is what [`render`](crate::render) makes of it.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::Code(code, _) => write!(f, "{}", code.name())?,
            Kind::Condition(condition, _) => write!(f, "{condition}")?,
            Kind::Foreign(status) => write!(f, "status {status}")?,
        }
        match self.extra().and_then(|extra| extra.message.as_deref()) {
            Some(message) => write!(f, ": {message}"),
            None => Ok(()),
        }
    }
}
