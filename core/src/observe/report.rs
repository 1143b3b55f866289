//! Everything that is known of one error response.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::panic::Location;

use manila_catalog_file::Severity;

use super::text::{Undisclosed, one_line, text_of_violations};
use crate::catalog::Code;
use crate::fault::{Fault, LONGEST};

/// The most bytes of a request's path, and of its route.
const LONGEST_PATH: usize = 1024;

/// The most bytes of what is said of violations that the client was told.
const LONGEST_VIOLATIONS: usize = 2 * 1024;

/// About how many bytes the texts of an event have that are always as short: numbers, words.
const FIXED: usize = 128;

/// The most bytes of a method that is not one of HTTP's own.
const LONGEST_METHOD: usize = 64;

/// Everything that is known of one error response, for whoever operates the service: what the
/// client was sent, and what it was not.
///
/// An [observer](crate::Observe) is given one, and the log event of the target `manila::fault` has
/// what it says. Whatever comes from a request is on one line and bounded; all texts of an event are
/// at most 8 KiB together.
///
/// ```
/// use manila::adapter::{Replacement, Request, Responder};
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/response.rs")); }
/// # use example::Response;
/// use manila::{Condition, Envelopes, ErrorReport, Fault, Origin};
///
/// # let told = std::sync::Arc::new(std::sync::Mutex::new(0));
/// # let count = told.clone();
/// let envelopes = Envelopes::ok_error().observe(move |report: &ErrorReport<'_>| {
///     assert_eq!((report.code(), report.status()), ("gateway_timeout", 504));
///     assert_eq!(report.origin(), Origin::Fault);
///     assert_eq!(report.method().as_deref(), Some("GET"));
///     assert_eq!(report.path().as_deref(), Some("/apps/7"));
///     assert_eq!(report.request_id(), Some("abc-123"));
///     assert_eq!(report.cause_text().as_deref(), Some("the replica is behind"));
/// #   *count.lock().unwrap() += 1;
/// });
/// let responder = Responder::new(envelopes);
/// let mut request = Request::default();
/// (request.method, request.path) = (Some("GET"), Some("/apps/7"));
/// let fault = Fault::condition(Condition::Timeout).because_text("the replica is behind");
/// let (mut head, id) = (Response::default(), "abc-123".to_owned());
/// responder.replace(&mut head, &request, id, &Replacement::of_fault(fault));
/// # assert_eq!(*told.lock().unwrap(), 1);
/// ```
#[derive(Clone, Copy)]
pub struct ErrorReport<'a> {
    pub(crate) fault: &'a Fault,
    pub(crate) code: &'a str,
    pub(crate) status: u16,
    /// The entry of the catalog, unless the code is HTTP's own.
    pub(crate) entry: Option<&'static Code>,
    pub(crate) origin: Origin,
    pub(crate) method: Option<&'a str>,
    pub(crate) path: Option<&'a str>,
    pub(crate) route: Option<&'a str>,
    pub(crate) request_id: Option<&'a str>,
    pub(crate) trace_id: Option<&'a str>,
    pub(crate) has_refused_id: bool,
    pub(crate) has_layer: bool,
    /// Whether the default style had to take the place of the service's own.
    pub(crate) has_stand_in: bool,
    /// Whether the client was told less than clients may see of the fault.
    pub(crate) is_partial: bool,
}

/// Who made the error that a response is the answer to.
///
/// ```
/// assert_eq!(manila::Origin::Foreign.as_str(), "foreign");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// The service's code, which raised a fault.
    Fault,
    /// Code that knows nothing of Manila, by a response of its own.
    Foreign,
    /// The service's code, which panicked.
    Panic,
    /// The service, by an error in the place of a response, or its layer, which refused the request
    /// before the service saw it.
    Service,
}

impl Origin {
    /// Returns the word for it in the log: `fault`, `foreign`, `panic` or `service`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Foreign => "foreign",
            Self::Panic => "panic",
            Self::Service => "service",
        }
    }
}

impl<'a> ErrorReport<'a> {
    /// A report of a fault of this code and status, of which nothing else is known.
    pub(crate) const fn of(fault: &'a Fault, code: &'a str, status: u16) -> Self {
        Self {
            fault,
            code,
            status,
            entry: None,
            origin: Origin::Fault,
            method: None,
            path: None,
            route: None,
            request_id: None,
            trace_id: None,
            has_refused_id: false,
            has_layer: true,
            has_stand_in: false,
            is_partial: false,
        }
    }

    /// Returns the code as the client has it. Its values are few and known, so that errors can be
    /// counted and grouped by it.
    #[must_use]
    pub const fn code(&self) -> &'a str {
        self.code
    }

    /// Returns the status, from 400 to 999; of a gRPC call, the one that HTTP would have.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns how grave the catalog calls the code, if it does.
    #[must_use]
    pub const fn severity(&self) -> Option<Severity> {
        match self.entry {
            Some(entry) => entry.severity(),
            None => None,
        }
    }

    /// Returns who made the error.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// Returns the request's method; `None` where the layer does not know the request.
    #[must_use]
    pub fn method(&self) -> Option<Cow<'a, str>> {
        Some(one_line(self.method?, LONGEST_METHOD))
    }

    /// Returns the path as it was requested, percent-encoded and without the query; 1 KiB of it at
    /// most. `None` where the layer does not know the request, and where the service has asked for
    /// [`no_path`](crate::Envelopes::no_path).
    #[must_use]
    pub fn path(&self) -> Option<Cow<'a, str>> {
        Some(one_line(self.path?, LONGEST_PATH))
    }

    /// Returns the route that the framework has matched, such as `/apps/{id}`, where it tells the
    /// layer. Count errors by it rather than by the path, which a client chooses.
    #[must_use]
    pub fn route(&self) -> Option<Cow<'a, str>> {
        Some(one_line(self.route?, LONGEST_PATH))
    }

    /// Returns the id of the request, as the client has it.
    #[must_use]
    pub const fn request_id(&self) -> Option<&'a str> {
        self.request_id
    }

    /// Returns the trace id of the request's `traceparent`, if that is valid (W3C Trace Context
    /// §3.2).
    #[must_use]
    pub const fn trace_id(&self) -> Option<&'a str> {
        self.trace_id
    }

    /// Returns whether the client sent an id that was not taken: outside of the grammar, empty, or
    /// more than one. Its log has another id than the service's.
    #[must_use]
    pub const fn has_refused_id(&self) -> bool {
        self.has_refused_id
    }

    /// Returns whether a layer was around what failed. Without one the client has an envelope in the
    /// default style, and no id.
    #[must_use]
    pub const fn has_layer(&self) -> bool {
        self.has_layer
    }

    /// Returns the fault that was answered, with everything that is attached to it.
    #[must_use]
    pub const fn fault(&self) -> &'a Fault {
        self.fault
    }

    /// Returns the error that led to the fault, where the fault owns it, to be looked at by its
    /// type.
    #[must_use]
    pub fn cause(&self) -> Option<&'a (dyn Error + 'static)> {
        self.fault.cause()?.error().map(|error| error as _)
    }

    /// Returns what the client was told of its violations, on one line: the place and the sentence of
    /// each, 2 KiB of them at most. `None` where it was told of none; those that a response does not
    /// disclose, of a 5xx say, are in the [cause](Self::cause_text). All of them, with their details, are
    /// [those of the fault](crate::Fault::violations).
    ///
    #[doc = include_str!("../docs/violations_text.md")]
    #[must_use]
    pub fn violations_text(&self) -> Option<String> {
        let violations = self.fault.violations();
        if violations.is_empty() || self.hides_violations() {
            return None;
        }
        Some(text_of_violations(violations, LONGEST_VIOLATIONS))
    }

    /// Whether the response does not disclose all violations.
    const fn hides_violations(&self) -> bool {
        self.status >= 500 || self.is_partial
    }

    /// Returns what the response does not disclose, on one line: the cause with its sources, of a
    /// 5xx, and of a response that had no room for them, the message, details and violations too,
    /// everything that could not be attached, and that the default style had to take the place of the
    /// service's own. `None` if there is nothing of it.
    ///
    /// It is made anew at each call, and is at most 8 KiB long together with the other texts of the
    /// report.
    #[must_use]
    pub fn cause_text(&self) -> Option<String> {
        let others = [self.method(), self.path(), self.route()];
        let others: usize = others.iter().flatten().map(|text| text.len()).sum();
        let ids = [self.request_id, self.trace_id];
        let ids: usize = ids.iter().flatten().map(|id| id.len()).sum();
        let place = self.place().map_or(0, |place| place.len());
        let violations = self.violations_text().map_or(0, |text| text.len());
        // The code is in the message as well.
        let used = others + ids + place + violations + 2 * self.code.len() + FIXED;
        let undisclosed = Undisclosed {
            fault: self.fault,
            entry: self.entry,
            is_masked: self.status >= 500,
            is_partial: self.is_partial,
            has_stand_in: self.has_stand_in,
        };
        undisclosed.text(LONGEST.saturating_sub(used))
    }

    /// Returns the line of the service's code that made the fault; `None` where that is not known, and
    /// for a panic, which [`location_text`](Self::location_text) knows.
    #[must_use]
    pub fn location(&self) -> Option<&'static Location<'static>> {
        self.fault.location()
    }

    /// Returns file, line and column of the service's code that made the fault, or that panicked, if the
    /// program has that [noted](crate::note_panic_locations); `None` where that is not known.
    #[must_use]
    pub fn location_text(&self) -> Option<Cow<'a, str>> {
        Some(match self.place()? {
            Place::Line(location) => Cow::Owned(location.to_string()),
            Place::Panic(place) => place,
        })
    }

    pub(super) fn place(&self) -> Option<Place<'a>> {
        if let Some(location) = self.location() {
            return Some(Place::Line(location));
        }
        let place = self.fault.attached()?.panic_place.as_deref()?;
        Some(Place::Panic(one_line(place, LONGEST_PATH)))
    }
}

/// Where an error was made.
pub(super) enum Place<'a> {
    Line(&'static Location<'static>),
    Panic(Cow<'a, str>),
}

impl Place<'_> {
    /// The bytes of the name of the file; the numbers behind it are always as short.
    fn len(&self) -> usize {
        match self {
            Self::Line(location) => location.file().len(),
            Self::Panic(place) => place.len(),
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(location) => location.fmt(f),
            Self::Panic(place) => f.write_str(place),
        }
    }
}

impl fmt::Debug for ErrorReport<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorReport")
            .field("code", &self.code)
            .field("status", &self.status)
            .field("origin", &self.origin)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}
