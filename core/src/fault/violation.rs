//! One invalid field inside a fault.

use std::borrow::Cow;

use serde::Serialize;

use super::details::{Details, Member};
use crate::Condition;
use crate::catalog::{Catalog, Code, Resolved};
use crate::json::Pointer;

/// One invalid field, parameter or header of a request, inside a [`Fault`](crate::Fault).
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
#[derive(Debug, Clone)]
pub struct Violation {
    code: CodeSource,
    message: Cow<'static, str>,
    source: Option<Source>,
    /// Boxed, as most violations have none.
    details: Option<Box<Details>>,
}

/// What a violation takes its code from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CodeSource {
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
pub enum Source {
    /// A value of the body.
    Pointer(Pointer),
    /// A parameter of the path or the query.
    Parameter(Cow<'static, str>),
    /// A header.
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

    /// Gives the violation a code of its own, in place of its fault's.
    ///
    /// ```
    /// use manila::Violation;
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// let code = ApiError::Conflict.code();
    /// let violation = Violation::new("The name is taken.").with_code(code);
    /// assert_eq!(violation.code(), Some(code));
    /// ```
    #[must_use]
    pub fn with_code(mut self, code: &'static Code) -> Self {
        self.code = CodeSource::Code(code);
        self
    }

    /// Gives the violation the code that the catalog names for a condition, or else its fault's.
    #[must_use]
    pub fn with_condition(mut self, condition: Condition) -> Self {
        self.code = CodeSource::Condition(condition);
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

    /// Names the value of the body that is invalid. For a missing member this is the object that
    /// lacks it, since a pointer names a value that exists (JSON:API 1.1, error objects).
    ///
    /// ```
    /// use manila::{Pointer, Source, Violation};
    ///
    /// let pointer = Pointer::root().member("seats").index(0);
    /// let violation = Violation::new("Must be an integer.").with_pointer(pointer.clone());
    /// assert_eq!(violation.source(), Some(&Source::Pointer(pointer)));
    /// ```
    #[must_use]
    pub fn with_pointer(mut self, pointer: Pointer) -> Self {
        self.source = Some(Source::Pointer(pointer));
        self
    }

    /// Names the parameter of the path or the query that is invalid.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Violation};
    ///
    /// let violation = Violation::new("Must be an integer.").with_parameter("page");
    /// let fault = Fault::condition(Condition::InvalidQuery).with_violation(violation);
    /// let rendered = Envelopes::ok_error().render(&fault, None);
    /// assert!(rendered.body().ends_with(br#""parameter":"page"}]}}}"#));
    /// ```
    #[must_use]
    pub fn with_parameter(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.source = Some(Source::Parameter(name.into()));
        self
    }

    /// Names the header that is invalid.
    ///
    /// ```
    /// use manila::{Source, Violation};
    ///
    /// let violation = Violation::new("Must be a date.").with_header("if-modified-since");
    /// assert_eq!(violation.source(), Some(&Source::Header("if-modified-since".into())));
    /// ```
    #[must_use]
    pub fn with_header(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.source = Some(Source::Header(name.into()));
        self
    }

    /// Attaches a parameter of the broken rule as data. What [a fault](crate::Fault::with_detail) leaves
    /// out as a detail is left out here too, and told to the log.
    ///
    /// ```
    /// use manila::Violation;
    ///
    /// let violation = Violation::new("Must be between 1 and 100.")
    ///     .with_detail("min", 1)
    ///     .with_detail("max", 100);
    /// assert_eq!(violation.details().count(), 2);
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

    /// Returns the sentence for the client.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns where in the request the violation is, if that is known.
    ///
    /// ```
    /// use manila::{Source, Violation};
    ///
    /// let violation = Violation::new("Must be between 1 and 100.").with_parameter("limit");
    /// assert_eq!(violation.source(), Some(&Source::Parameter("limit".into())));
    /// ```
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// Returns the code that the violation was given; none where the service's catalog decides.
    #[must_use]
    pub const fn code(&self) -> Option<&'static Code> {
        match self.code {
            CodeSource::Code(code) => Some(code),
            _ => None,
        }
    }

    /// Returns the condition whose code the violation has, if it was given one.
    ///
    /// ```
    /// use manila::{Condition, Violation};
    ///
    /// let violation = Violation::new("Must be a string.").with_condition(Condition::WrongType);
    /// assert_eq!(violation.condition(), Some(Condition::WrongType));
    /// ```
    #[must_use]
    pub const fn condition(&self) -> Option<Condition> {
        match self.code {
            CodeSource::Condition(condition) => Some(condition),
            _ => None,
        }
    }

    /// Returns the name of the validator's rule that is broken, if it was given.
    ///
    /// ```
    /// use manila::Violation;
    ///
    /// let violation = Violation::new("Must be at least 18.").with_rule("min");
    /// assert_eq!(violation.rule(), Some("min"));
    /// ```
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        match &self.code {
            CodeSource::Rule(rule) => Some(rule),
            _ => None,
        }
    }

    /// Returns the parameters of the broken rule: each name, and the value as JSON.
    ///
    /// ```
    /// use manila::Violation;
    ///
    /// let violation = Violation::new("Must be at most 5.").with_detail("max", 5);
    /// let details: Vec<_> = violation.details().collect();
    /// assert_eq!(details, [("max".into(), "5")]);
    /// ```
    pub fn details(&self) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        let attached = self.attached().into_iter();
        attached.flat_map(Details::members).map(Member::pair)
    }

    pub(crate) const fn code_source(&self) -> &CodeSource {
        &self.code
    }

    pub(crate) fn attached(&self) -> Option<&Details> {
        self.details.as_deref()
    }

    /// The code in a fault that was resolved like this, in a service of this catalog; none where it
    /// is the fault's.
    #[inline]
    pub(crate) fn resolve(
        &self,
        fault: &Resolved,
        catalog: Option<&'static Catalog>,
    ) -> Option<&'static Code> {
        let catalog = || fault.entry.map(Code::catalog).or(catalog);
        match &self.code {
            CodeSource::Code(code) => Some(code),
            CodeSource::Condition(condition) => catalog()?.code_for(*condition),
            CodeSource::Rule(rule) => catalog()?.code_for_rule(rule),
            CodeSource::Fault => None,
        }
    }
}

/// Violations are equal when they say the same, in the same order.
impl PartialEq for Violation {
    fn eq(&self, other: &Self) -> bool {
        let json = |it: &Self| {
            it.attached()
                .map(|it| it.json().to_vec())
                .unwrap_or_default()
        };
        self.code == other.code
            && self.message == other.message
            && self.source == other.source
            && json(self) == json(other)
    }
}
