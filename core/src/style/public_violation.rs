//! The view of a violation that a style writes from.
//!
//! It knows which code the catalog names for the violation, and falls back to the fault's for
//! everything that has none of its own.

use std::borrow::Cow;

use super::code::write_title;
use super::language::Language;
use super::siblings::Siblings;
use super::translate::Text;
use crate::catalog::{Code, WireCode};
use crate::fault::{Source, Violation};
use crate::json::{Object, key};

/// The part of a violation that a client may see, as [`PublicFault::violations`] gives it to a
/// style.
///
/// ```
/// use manila::{Condition, Envelopes, Fault, Object, PublicFault, Source, Violation};
///
/// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
///     body.array("problems", |problems| {
///         for violation in fault.violations() {
///             problems.object(|problem| {
///                 problem.string("code", &violation.code().to_text());
///                 if let Some(Source::Parameter(name)) = violation.source() {
///                     problem.string("in", name);
///                 }
///                 problem.object("details", |details| violation.write_details(details));
///             });
///         }
///     });
/// }
///
/// let too_large = Violation::new("Must be at most 100.").with_parameter("limit").with_detail("max", 100);
/// let fault = Fault::condition(Condition::InvalidQuery).with_violation(too_large);
/// let rendered = Envelopes::custom("application/json", write).unwrap().render(&fault, None);
/// assert_eq!(rendered.body(), br#"{"problems":[{"code":"bad_request","in":"limit","details":{"max":100}}]}"#);
/// ```
///
/// [`PublicFault::violations`]: crate::PublicFault::violations
#[derive(Debug)]
pub struct PublicViolation<'a> {
    violation: &'a Violation,
    /// The entry of the catalog, where the code is not the fault's.
    own: Option<&'static Code>,
    siblings: &'a Siblings<'a>,
}

impl<'a> PublicViolation<'a> {
    #[inline]
    pub(super) fn of(violation: &'a Violation, siblings: &'a Siblings<'a>) -> Self {
        Self {
            violation,
            own: siblings.code_of(violation),
            siblings,
        }
    }

    /// The entry of the catalog, where the code is not the fault's. Violations that agree about it agree
    /// about status, code and title.
    #[inline]
    pub(super) const fn own_code(&self) -> Option<&'static Code> {
        self.own
    }

    /// Returns the status that is true of this violation in this response, which JSON:API writes for
    /// each error object. It is the response's, but for a 400 that stands for violations of several
    /// statuses, as JSON:API 1.1 has it ("Error Objects"): there each has the status of its own code.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault, Violation};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    ///     body.array("statuses", |statuses| {
    ///         fault.violations().for_each(|violation| statuses.integer(violation.status().into()));
    ///     });
    /// }
    ///
    /// let taken = || Violation::new("The name is taken.").with_code(ApiError::Conflict.code());
    /// let malformed = || Violation::new("Must be an integer.").with_parameter("page");
    /// let envelopes = Envelopes::custom("application/json", write).unwrap();
    /// let statuses = |violations: Vec<Violation>| {
    ///     let fault = Fault::condition(Condition::InvalidQuery).with_violations(violations);
    ///     assert_eq!(fault.http_status(), 400);
    ///     String::from_utf8(envelopes.render(&fault, None).into_body().into()).unwrap()
    /// };
    /// assert_eq!(statuses(vec![taken()]), r#"{"statuses":[400]}"#);
    /// assert_eq!(statuses(vec![taken(), malformed()]), r#"{"statuses":[409,400]}"#);
    /// ```
    #[must_use]
    pub fn status(&self) -> u16 {
        self.siblings.status_of(self.own)
    }

    /// Returns the code as the catalog puts it on the wire; the fault's, where the violation has
    /// none.
    #[must_use]
    pub fn code(&self) -> Cow<'_, WireCode> {
        match self.own {
            Some(own) => Cow::Owned(own.wire_code()),
            None => Cow::Borrowed(&self.siblings.fault.code),
        }
    }

    /// Returns the short text that is the same for every occurrence of the code.
    #[must_use]
    pub fn title(&self) -> Cow<'_, str> {
        let said = self.siblings.language.and_then(|language| match self.own {
            Some(own) => language.say(Text::Title(own), &()),
            None => language.title_of(self.siblings.fault),
        });
        said.unwrap_or_else(|| self.given_title())
    }

    #[inline]
    fn given_title(&self) -> Cow<'static, str> {
        match self.own {
            Some(own) => Cow::Borrowed(own.title()),
            None => self.siblings.fault.title(),
        }
    }

    /// Returns the sentence about this violation, as it was given. In a response of
    /// [another language](crate::Envelopes::translations) it is translated, if it is one of the library's
    /// own or the message of the violation's code.
    #[inline]
    #[must_use]
    pub fn message(&self) -> Cow<'_, str> {
        self.sentences().0
    }

    #[inline]
    pub(super) fn given_message(&self) -> &'a str {
        self.violation.message()
    }

    /// The sentence, and beside a translated one the one that was given, where the service asks for it.
    #[inline]
    pub(super) fn sentences(&self) -> (Cow<'a, str>, Option<&'a str>) {
        match self.siblings.language {
            Some(language) => self.sentences_in(language),
            None => (Cow::Borrowed(self.given_message()), None),
        }
    }

    #[inline(never)]
    fn sentences_in(&self, language: &Language<'a>) -> (Cow<'a, str>, Option<&'a str>) {
        let given = self.given_message();
        match language.message_of_violation(self.violation, self.own) {
            Some(said) => {
                language.note_told();
                (said, language.has_source.then_some(given))
            }
            None => (Cow::Borrowed(given), None),
        }
    }

    /// Returns the sentence as it was given, where the service
    /// [asks for it](crate::Envelopes::source_message) and [`message`](Self::message) is translated.
    #[inline]
    #[must_use]
    pub fn source_message(&self) -> Option<&str> {
        self.sentences().1
    }

    /// Returns the place in the request, if it is known. RFC 9457 writes a pointer as a URI
    /// fragment ([`Pointer::fragment`](crate::Pointer::fragment)), JSON:API as it is.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.violation.source()
    }

    /// Returns the entry of the catalog, with everything that the catalog states about the code;
    /// `None` where the code is HTTP's own.
    #[must_use]
    pub fn catalog_code(&self) -> Option<&'static Code> {
        self.own.or(self.siblings.fault.entry)
    }

    /// Returns whether the code is an entry of a catalog, rather than HTTP's own, so that the error
    /// reference has a page about it.
    #[must_use]
    pub fn has_catalog_code(&self) -> bool {
        self.catalog_code().is_some()
    }

    /// Returns the parameters of the broken rule in their order: each name, and the value as JSON.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault, Violation};
    ///
    /// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    ///     for violation in fault.violations() {
    ///         for (name, json) in violation.details() {
    ///             body.string(&name, json);
    ///         }
    ///     }
    /// }
    ///
    /// let rule = Violation::new("Must be at least 18.").with_detail("min", 18);
    /// let fault = Fault::condition(Condition::Validation).with_violation(rule);
    /// let rendered = Envelopes::custom("application/json", write).unwrap().render(&fault, None);
    /// assert_eq!(rendered.body(), br#"{"min":"18"}"#);
    /// ```
    pub fn details(&self) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        self.violation.details()
    }

    /// Returns whether [`write_details`](Self::write_details) has anything to write.
    #[must_use]
    pub fn has_details(&self) -> bool {
        self.violation
            .attached()
            .is_some_and(|details| !details.is_empty())
    }

    /// Writes the short text of the code, in a response of the source's language.
    pub(super) fn write_title(&self, object: &mut Object<'_>) {
        write_title(object, self.catalog_code(), &self.given_title());
    }

    /// Writes the parameters of the broken rule as members of an object, in their order.
    pub fn write_details(&self, object: &mut Object<'_>) {
        if let Some(details) = self.violation.attached() {
            object.json(details.json());
        }
    }

    /// Writes the place as the one member `pointer`, `parameter` or `header`; nothing if it is not
    /// known.
    pub(super) fn write_source(&self, object: &mut Object<'_>) {
        match self.source() {
            Some(Source::Pointer(pointer)) => object.text(key!("pointer"), pointer.as_str()),
            Some(Source::Parameter(name)) => object.text(key!("parameter"), name),
            Some(Source::Header(name)) => object.text(key!("header"), name),
            None => {}
        }
    }
}
