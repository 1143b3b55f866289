//! One invalid field inside a fault.

use std::borrow::Cow;

use serde::Serialize;

use crate::Condition;
use crate::code::Code;
use crate::fault::Details;
use crate::pointer::Pointer;

/// One invalid field, parameter or header of a request, inside a [`Fault`](crate::Fault).
///
/// ```
/// use manila::{Condition, Envelopes, Fault, Pointer, Violation};
///
/// let fault = Fault::condition(Condition::Validation).violation(
///     Violation::new("The age has to be 18 or more.")
///         .condition(Condition::InvalidValue)
///         .pointer(Pointer::root().member("age"))
///         .detail("minimum", 18),
/// );
/// let rendered = manila::render(&fault, &Envelopes::problem().context(None));
/// assert_eq!(
///     std::str::from_utf8(rendered.body()).unwrap(),
///     r##"{"type":"about:blank","title":"Unprocessable Content","status":422,"##.to_owned()
///         + r##""detail":"The content of the request cannot be processed.","##
///         + r##""code":"unprocessable_content","errors":[{"code":"unprocessable_content","##
///         + r##""detail":"The age has to be 18 or more.","pointer":"#/age","##
///         + r##""details":{"minimum":18}}]}"##,
/// );
/// ```
#[derive(Debug, Clone)]
pub struct Violation {
    pub(crate) origin: Origin,
    pub(crate) message: Cow<'static, str>,
    pub(crate) place: Option<Place>,
    /// Boxed, as most violations have none.
    details: Option<Box<Details>>,
}

/// What a violation takes its code from.
#[derive(Debug, Clone)]
pub(crate) enum Origin {
    Code(&'static Code),
    Condition(Condition),
    /// The name of a validator's rule.
    Rule(Cow<'static, str>),
    /// The code of the fault that the violation is part of.
    Fault,
}

/// Where in the request a violation is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// A value of the body.
    Pointer(Pointer),
    /// A parameter of the path or the query.
    Parameter(Cow<'static, str>),
    /// A header.
    Header(Cow<'static, str>),
}

impl Violation {
    /// A violation with this message for the client, and the code of its fault.
    #[must_use]
    pub fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            origin: Origin::Fault,
            message: message.into(),
            place: None,
            details: None,
        }
    }

    /// Gives the violation a code of its own.
    #[must_use]
    pub fn code(mut self, code: &'static Code) -> Self {
        self.origin = Origin::Code(code);
        self
    }

    /// Gives the violation the code that the catalog names for a condition.
    #[must_use]
    pub fn condition(mut self, condition: Condition) -> Self {
        self.origin = Origin::Condition(condition);
        self
    }

    /// Gives the violation the code that the catalog names for a validator's rule, as `email` or
    /// `max_length`: else the code of a more general rule (`length`), else that of the condition
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
    /// let fault = Fault::condition(Condition::Validation).violation(
    ///     Violation::new("At most 20 characters are allowed here.")
    ///         .rule("max_length")
    ///         .pointer(Pointer::root().member("name"))
    ///         .detail("max", 20),
    /// );
    /// let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    /// let rendered = manila::render(&fault, &envelopes.context(None));
    /// assert!(std::str::from_utf8(rendered.body()).unwrap().contains(r#"{"code":"invalid_length""#));
    /// ```
    #[must_use]
    pub fn rule(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.origin = Origin::Rule(name.into());
        self
    }

    /// Names the value of the body. For a missing member this is the object that lacks it, since
    /// a pointer names a value that exists (JSON:API 1.1, error objects).
    #[must_use]
    pub fn pointer(mut self, pointer: Pointer) -> Self {
        self.place = Some(Place::Pointer(pointer));
        self
    }

    /// Names the parameter of the path or the query.
    #[must_use]
    pub fn parameter(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.place = Some(Place::Parameter(name.into()));
        self
    }

    /// Names the header.
    #[must_use]
    pub fn header(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.place = Some(Place::Header(name.into()));
        self
    }

    /// Attaches a parameter of the broken rule as data. What [a fault](crate::Fault::detail) leaves
    /// out as a detail is left out here too, and told to the log.
    #[must_use]
    pub fn detail(mut self, name: impl Into<Cow<'static, str>>, value: impl Serialize) -> Self {
        let details = self.details.get_or_insert_default();
        details.attach(&name.into(), &value);
        self
    }

    pub(crate) fn details(&self) -> Option<&Details> {
        self.details.as_deref()
    }
}
