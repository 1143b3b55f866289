//! One invalid field inside a fault.
//!
//! A violation has the parts that the styles share: a message, a place, a code, and the parameters
//! of the broken rule. It never holds the value that was refused, which belongs to the client.

use std::borrow::Cow;

use serde::Serialize;

use super::details::Details;
use crate::Condition;
use crate::catalog::Code;
use crate::json::Pointer;

/// One invalid field, parameter or header of a request, inside a [`Fault`](crate::Fault).
///
/// A response lists all violations of its fault: `details.errors` of `ok-error` and `code-data`,
/// one error object each in JSON:API, `errors` of a problem. Without a
/// code of its own, a violation has that of the fault.
///
/// ```
/// use manila::{Condition, Envelopes, Fault, Pointer, Violation};
///
/// let fault = Fault::condition(Condition::Validation).with_violation(
///     Violation::new("The age has to be 18 or more.")
///         .with_condition(Condition::InvalidValue)
///         .with_pointer(Pointer::root().member("age"))
///         .with_detail("minimum", 18),
/// );
/// let rendered = Envelopes::problem().render(&fault, None);
/// assert_eq!(
///     std::str::from_utf8(rendered.body()).unwrap(),
///     r##"{"type":"about:blank","title":"Unprocessable Content","status":422,"##.to_owned()
///         + r##""detail":"The content of the request cannot be processed.","##
///         + r##""code":"unprocessable_content","errors":[{"code":"unprocessable_content","##
///         + r##""detail":"The age has to be 18 or more.","pointer":"#/age","##
///         + r##""details":{"minimum":18}}]}"##,
/// );
/// ```
///
/// It is an error as well, whose text is its message: where a type is read by
/// `#[serde(try_from = "…")]` and its conversion fails with a violation, the client is told that, as
/// the documentation of `manila::extract::json` shows.
#[derive(Debug, Clone)]
pub struct Violation {
    pub(super) code: CodeSource,
    pub(super) message: Cow<'static, str>,
    pub(super) source: Option<Source>,
    /// Boxed, as most violations have none.
    pub(super) details: Option<Box<Details>>,
}

/// The source of a violation's code, looked up in the catalog when the fault is rendered.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CodeSource {
    Code(&'static Code),
    Condition(Condition),
    /// The name of a validator's rule.
    Rule(Cow<'static, str>),
    /// The code of the fault that the violation is part of.
    Fault,
}

/// The place in the request that a violation is about. Styles write it as JSON:API's `source` does
/// (1.1, "Error Objects"): one member, named for the kind of place.
///
/// ```
/// use manila::{Condition, Envelopes, Fault, Violation};
///
/// let fault = Fault::condition(Condition::InvalidQuery)
///     .with_violation(Violation::new("Must be between 1 and 100.").with_parameter("limit"));
/// let rendered = Envelopes::json_api().render(&fault, None);
/// let body = std::str::from_utf8(rendered.body()).unwrap();
/// assert!(body.contains(r#""source":{"parameter":"limit"}"#));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// A value of the body, on the wire as `pointer`: `/age`, or `#/age` in a problem.
    Pointer(Pointer),
    /// A parameter of the path or the query, on the wire as `parameter`.
    Parameter(Cow<'static, str>),
    /// A header field, on the wire as `header`.
    Header(Cow<'static, str>),
}

impl Violation {
    /// Creates a violation with this message for the client, and the code of its fault.
    #[must_use]
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code: CodeSource::Fault,
            message: message.into(),
            source: None,
            details: None,
        }
    }

    /// Sets a code of the violation's own. The response's status remains the fault's. In JSON:API the
    /// error object has that as well, or the code's where a 400 stands for
    /// [several statuses](crate::PublicViolation::status).
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Violation};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// let taken = Violation::new("The name is taken.").with_code(ApiError::Conflict.code());
    /// let fault = Fault::condition(Condition::Validation).with_violation(taken);
    /// let rendered = Envelopes::json_api().render(&fault, None);
    /// assert_eq!(rendered.status(), 422);
    /// assert!(rendered.body().starts_with(br#"{"errors":[{"status":"422","code":"CONFLICT","#));
    /// ```
    #[must_use]
    pub fn with_code(mut self, code: &'static Code) -> Self {
        self.code = CodeSource::Code(code);
        self
    }

    /// Sets the code that the catalog names for a condition, or for a
    /// [more general](Condition::general) one; where it names none, the violation has the fault's.
    #[must_use]
    pub fn with_condition(mut self, condition: Condition) -> Self {
        self.code = CodeSource::Condition(condition);
        self
    }

    /// Sets the code that the catalog names for a validator's rule, as `email` or `max_length`:
    /// else the code of a more general rule (`length`), else that of the condition
    /// `missing_field` for `required` and `invalid_value` for any other.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Pointer, Violation};
    ///
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     /// The text is longer or shorter than allowed.
    ///     #[error("The length is out of range.")]
    ///     #[error_code(status = 422, rule = "length")]
    ///     InvalidLength,
    /// }
    ///
    /// let fault = Fault::condition(Condition::Validation).with_violation(
    ///     Violation::new("At most 20 characters are allowed here.")
    ///         .with_rule("max_length")
    ///         .with_pointer(Pointer::root().member("name"))
    ///         .with_detail("max", 20),
    /// );
    /// let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    /// let rendered = envelopes.render(&fault, None);
    /// assert!(std::str::from_utf8(rendered.body()).unwrap().contains(r#"{"code":"invalid_length""#));
    /// ```
    #[must_use]
    pub fn with_rule(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.code = CodeSource::Rule(name.into());
        self
    }

    /// Sets the place to a value of the body (RFC 6901). For a missing member this is the object
    /// that lacks it, since a pointer names a value that exists (JSON:API 1.1, "Error Objects"). A
    /// place that was set before is replaced: a violation has one.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Pointer, Violation};
    ///
    /// let place = Pointer::root().member("seats").index(0);
    /// let fault = Fault::condition(Condition::Validation)
    ///     .with_violation(Violation::new("Must be an integer.").with_pointer(place));
    /// let body = |envelopes: Envelopes| {
    ///     String::from_utf8(envelopes.render(&fault, None).into_body().into()).unwrap()
    /// };
    /// assert!(body(Envelopes::json_api()).contains(r#""source":{"pointer":"/seats/0"}"#));
    /// assert!(body(Envelopes::problem()).contains(r##""pointer":"#/seats/0""##));
    /// ```
    #[must_use]
    pub fn with_pointer(mut self, pointer: Pointer) -> Self {
        self.source = Some(Source::Pointer(pointer));
        self
    }

    /// Sets the place to a parameter of the path or the query, by its name on the wire. On the wire
    /// the place is `parameter` in every style.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Violation};
    ///
    /// let fault = Fault::condition(Condition::InvalidQuery)
    ///     .with_violation(Violation::new("Must be between 1 and 100.").with_parameter("limit"));
    /// let rendered = Envelopes::ok_error().render(&fault, None);
    /// assert!(rendered.body().ends_with(br#""parameter":"limit"}]}}}"#));
    /// ```
    #[must_use]
    pub fn with_parameter(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.source = Some(Source::Parameter(name.into()));
        self
    }

    /// Sets the place to a header field, by its name in lower case. On the wire the place is
    /// `header` in every style. The field's value is not repeated, as it may be a credential.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Violation};
    ///
    /// let fault = Fault::condition(Condition::PreconditionFailed)
    ///     .with_violation(Violation::new("The version is an old one.").with_header("if-match"));
    /// let rendered = Envelopes::ok_error().render(&fault, None);
    /// assert!(rendered.body().ends_with(br#""header":"if-match"}]}}}"#));
    /// ```
    #[must_use]
    pub fn with_header(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.source = Some(Source::Header(name.into()));
        self
    }

    /// Takes a place in the body away.
    #[cfg(feature = "extract")]
    pub(crate) fn without_pointer(mut self) -> Self {
        self.source = self
            .source
            .filter(|source| !matches!(source, Source::Pointer(_)));
        self
    }

    /// Attaches a parameter of the broken rule as data, `min` or `pattern` say, so that a client
    /// can write a message of its own. A detail that [a fault](crate::Fault::with_detail) would
    /// leave out is left out here too, and logged.
    ///
    /// A client has all of them where it has the violation, which it has not of a 5xx.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Violation};
    ///
    /// let rule = Violation::new("Must be at most 5.").with_detail("max", 5);
    /// let fault = Fault::condition(Condition::Validation).with_violation(rule);
    /// let rendered = Envelopes::ok_error().render(&fault, None);
    /// assert!(rendered.body().ends_with(br#""details":{"max":5}}]}}}"#));
    /// ```
    #[must_use]
    pub fn with_detail(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Serialize,
    ) -> Self {
        let details = self.details.get_or_insert_default();
        details.attach(&name.into(), &value);
        self
    }
}

/// Violations are equal when they have the same code, message, place, and details in the same
/// order.
impl PartialEq for Violation {
    fn eq(&self, other: &Self) -> bool {
        let json = |it: &Self| {
            it.details
                .as_deref()
                .map(|it| it.json().to_vec())
                .unwrap_or_default()
        };
        self.code == other.code
            && self.message == other.message
            && self.source == other.source
            && json(self) == json(other)
    }
}
