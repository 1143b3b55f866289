//! The view of a fault that a style writes from.
//!
//! This is where masking happens, by type: nothing that a client must not see has a getter here, so
//! that no style can disclose it by mistake.

use std::borrow::Cow;
use std::fmt;

use manila_catalog_file::address_of;

use super::code::write_title;
use super::public_violation::PublicViolation;
use super::sentence::ClientMessage;
use super::service::Meta;
use super::siblings::Siblings;
use super::translate::Text;
use crate::catalog::{Code, Resolved, WireCode};
use crate::fault::Fault;
use crate::http::status::phrase;
use crate::json::{Key, Object, key};

/// The part of a fault that a client may see: all that a style has to write from.
///
/// Causes, details that a 5xx does not declare, and the message and the violations of a 5xx's
/// occurrence are not in it. Where a body has to be cut to its limit, it has fewer violations or details than the fault,
/// and [`truncated`](Self::truncated) counts the missing ones.
///
/// ```
/// use manila::{Condition, Envelopes, Fault, Object, PublicFault};
///
/// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
///     body.string("message", fault.message());
///     body.object("details", |details| fault.write_details(details));
/// }
///
/// let envelopes = Envelopes::custom("application/json", write).unwrap();
/// let body = |condition| {
///     let fault = Fault::condition(condition)
///         .with_message("Row 7 is locked.")
///         .with_detail("table", "apps")
///         .because_text("SELECT … FOR UPDATE");
///     String::from_utf8(envelopes.render(&fault, None).into_body().into()).unwrap()
/// };
/// assert_eq!(
///     body(Condition::Conflict),
///     r#"{"message":"Row 7 is locked.","details":{"table":"apps"}}"#,
/// );
/// assert_eq!(
///     body(Condition::Internal),
///     r#"{"message":"Something went wrong on the server.","details":{}}"#,
/// );
/// ```
pub struct PublicFault<'a> {
    pub(crate) fault: &'a Fault,
    pub(crate) meta: Meta<'a>,
    pub(crate) resolved: &'a Resolved,
    pub(crate) message: ClientMessage<'a>,
    pub(crate) visible: Visible,
    pub(crate) siblings: &'a Siblings<'a>,
}

/// How much of a fault fits in the body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visible {
    pub(crate) violations: usize,
    pub(crate) details: usize,
    /// Whether the text of a foreign response fits.
    pub(crate) reason: bool,
    /// Whether the way out fits, where the service asks for it.
    pub(crate) remedy: bool,
    /// Whether the source's sentence fits, where the service asks for it.
    pub(crate) source_message: bool,
    pub(crate) truncated: usize,
}

/// Shows what the style may see, and no cause: a style may print it.
impl fmt::Debug for PublicFault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicFault")
            .field("status", &self.status())
            .field("code", self.code())
            .field("message", &self.message())
            .finish_non_exhaustive()
    }
}

impl PublicFault<'_> {
    /// Returns the HTTP status of the response, from 400 to 999.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.resolved.status
    }

    /// Returns the code as the catalog puts it on the wire: a name or a number.
    #[must_use]
    pub const fn code(&self) -> &WireCode {
        &self.resolved.code
    }

    /// Returns the entry of the catalog, with all its facts about the code; `None` where the
    /// code is HTTP's own.
    ///
    /// ```
    /// use manila::{Envelopes, Object, PublicFault, Style};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/cpi.toml" }
    ///
    /// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    ///     let category = fault.catalog_code().and_then(|code| code.category());
    ///     body.string_if("category", category);
    /// }
    ///
    /// let style = Style::custom("application/json", write).unwrap();
    /// let rendered = Envelopes::new(style).render(&ApiError::Forbidden.fault(), None);
    /// assert_eq!(rendered.body(), br#"{"category":"auth"}"#);
    /// ```
    #[must_use]
    pub const fn catalog_code(&self) -> Option<&'static Code> {
        self.resolved.entry
    }

    /// Returns the short text that is the same for every occurrence: the catalog's title, or the
    /// phrase of the status for a code of HTTP's own; in the
    /// [language of the response](crate::Envelopes::translations), as far as it is translated.
    #[must_use]
    pub fn title(&self) -> Cow<'_, str> {
        let language = self.siblings.language;
        let said = language.and_then(|language| language.title_of(self.resolved));
        said.unwrap_or_else(|| self.resolved.title())
    }

    /// Returns the phrase of the status in the IANA registry, `Not Found` say; `HTTP 499` where it
    /// has none. It is translated as the [title](Self::title) is.
    ///
    #[doc = include_str!("../docs/public_fault/phrase.md")]
    #[must_use]
    pub fn phrase(&self) -> Cow<'_, str> {
        let status = self.status();
        let language = self.siblings.language;
        let said = language.and_then(|language| language.say(Text::Phrase(status), &()));
        said.unwrap_or_else(|| phrase(status))
    }

    /// Returns the sentence about this occurrence: with a 4xx the fault's own message, if it has
    /// one; else, and always with a 5xx, the catalog's message with its placeholders filled; else
    /// its title, or HTTP's sentence for the status.
    ///
    #[doc = include_str!("../docs/public_fault/message.md")]
    #[must_use]
    pub fn message(&self) -> &str {
        self.note_told();
        &self.message.text
    }

    fn note_told(&self) {
        if self.message.is_translated
            && let Some(language) = self.siblings.language
        {
            language.note_told();
        }
    }

    /// Returns the sentence of the catalog's own language, where the service
    /// [asks for it](crate::Envelopes::source_message), [`message`](Self::message) is translated, and the
    /// body has room for it.
    #[must_use]
    pub fn source_message(&self) -> Option<Cow<'_, str>> {
        self.has_source_message()
            .then(|| ClientMessage::of(self.fault, self.resolved, None).text)
    }

    /// Whether [`source_message`](Self::source_message) has one.
    pub(super) fn has_source_message(&self) -> bool {
        let is_asked = self.siblings.language.is_some_and(|it| it.has_source);
        is_asked && self.visible.source_message && self.message.is_translated
    }

    /// Writes the sentence of the catalog's own language, if there is one to write.
    pub(super) fn write_source_message(&self, key: Key, object: &mut Object<'_>) {
        object.text_if(key, self.source_message().as_deref());
    }

    /// Writes the sentence about this occurrence.
    pub(super) fn write_message(&self, key: Key, object: &mut Object<'_>) {
        self.note_told();
        if self.message.needs_no_escape {
            object.plain(key, &self.message.text);
        } else {
            object.text(key, &self.message.text);
        }
    }

    /// Writes the short text of the code.
    pub(super) fn write_title(&self, object: &mut Object<'_>) {
        match self.siblings.language {
            None => write_title(object, self.resolved.entry, &self.resolved.title()),
            Some(_) => object.text(key!("title"), &self.title()),
        }
    }

    /// Writes the phrase of the status as the title.
    pub(super) fn write_phrase(&self, object: &mut Object<'_>) {
        match self.siblings.language {
            None => object.plain(key!("title"), &phrase(self.status())),
            Some(_) => object.text(key!("title"), &self.phrase()),
        }
    }

    /// The request's id, where the service asks for it in the body.
    pub(super) fn asked_request_id(&self) -> Option<&str> {
        self.request_id()
            .filter(|_| self.meta.service.is_id_in_body)
    }

    /// Writes the request's id, whose grammar needs no escapes where a layer took or made it.
    pub(super) fn write_request_id(&self, object: &mut Object<'_>) {
        if let Some(id) = self.request_id() {
            object.request_id(key!("request_id"), id);
        }
    }

    /// Returns the request's id; `None` only where a fault is rendered without a layer.
    #[must_use]
    pub const fn request_id(&self) -> Option<&str> {
        self.meta.request_id
    }

    /// Returns the address of the code's page in the error reference, where the service or its
    /// catalog has one ([`Envelopes::reference_url`](crate::Envelopes::reference_url)) and the code is
    /// the catalog's. In it `/`, `:` and `.` of a code are `-`.
    ///
    #[doc = include_str!("../docs/public_fault/reference.md")]
    #[must_use]
    pub fn reference(&self) -> Option<String> {
        let address = self.reference_address()?;
        let code = self.resolved.code.to_text();
        Some(format!("{address}/{}", address_of(&code)))
    }

    pub(super) fn has_reference(&self) -> bool {
        self.reference_address().is_some()
    }

    fn reference_address(&self) -> Option<&str> {
        self.resolved.entry?;
        self.references()
    }

    /// The address of the error reference, without a slash at its end.
    pub(super) fn references(&self) -> Option<&str> {
        self.meta.service.reference()
    }

    /// Writes the address of the code's page, where it has one, and says whether it has.
    pub(super) fn write_reference(&self, key: Key, object: &mut Object<'_>) -> bool {
        let Some(address) = self.reference_address() else {
            return false;
        };
        let code = self.resolved.code.to_text();
        object.joined(key, [address, "/", &address_of(&code)]);
        true
    }

    /// Returns the version of the service, where it is configured
    /// ([`Envelopes::version`](crate::Envelopes::version)).
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.meta.service.version.as_deref()
    }

    /// Returns the version of the API, where it is configured
    /// ([`Envelopes::api_version`](crate::Envelopes::api_version)).
    #[must_use]
    pub fn api_version(&self) -> Option<&str> {
        self.meta.service.api_version.as_deref()
    }

    /// Returns the time zone and the format of the API's dates, where they are configured
    /// ([`Envelopes::datetime`](crate::Envelopes::datetime)).
    #[must_use]
    pub fn datetime(&self) -> Option<(&str, &str)> {
        self.meta.service.datetime()
    }

    /// Returns the violations in their order, as far as they fit in the body; none of a 5xx.
    ///
    #[doc = include_str!("../docs/public_fault/violations.md")]
    #[must_use]
    pub fn violations(&self) -> impl ExactSizeIterator<Item = PublicViolation<'_>> {
        let violations = self.siblings.violations().iter();
        violations
            .take(self.visible.violations)
            .map(|violation| PublicViolation::of(violation, self.siblings))
    }

    /// Returns how many violations and details did not fit in the body, if any; the built-in styles
    /// write it as `truncated`. A client that sees it knows that the list is not complete.
    ///
    #[doc = include_str!("../docs/public_fault/truncated.md")]
    #[must_use]
    pub fn truncated(&self) -> Option<i64> {
        (self.visible.truncated > 0)
            .then(|| i64::try_from(self.visible.truncated).unwrap_or(i64::MAX))
    }

    /// Returns whether there are more violations than were collected: reading stops at 1,000. The
    /// built-in styles write it as `more`, beside `truncated`, which counts those that are known.
    ///
    #[doc = include_str!("../docs/public_fault/has_more_violations.md")]
    #[must_use]
    pub fn has_more_violations(&self) -> bool {
        let attached = self.fault.attached();
        self.status() < 500 && attached.is_some_and(|attached| attached.has_more_violations)
    }

    /// Writes what tells that the list of violations is not complete.
    pub(super) fn write_truncated(&self, object: &mut Object<'_>) {
        if self.has_more_violations() {
            object.boolean("more", true);
        }
        if let Some(truncated) = self.truncated() {
            object.whole(key!("truncated"), truncated);
        }
    }

    /// Whether [`write_truncated`](Self::write_truncated) has anything to write.
    pub(super) fn is_incomplete(&self) -> bool {
        self.visible.truncated > 0 || self.has_more_violations()
    }
}
