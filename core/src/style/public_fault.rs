//! What a reader outside may see of a fault.

use std::borrow::Cow;
use std::fmt;

use super::Sentence;
use super::public_violation::PublicViolation;
use crate::catalog::Code;
use crate::catalog::Resolved;
use crate::catalog::WireCode;
use crate::envelopes::context::Context;
use crate::fault::{Applied, Details, Fault, Member};
use crate::http::status::phrase;
use crate::json::{Key, Object, key};

/// What a reader outside may see of a fault: all that a style has to write from.
///
/// Causes, details that a 5xx does not declare, and messages that were not meant for clients are
/// not in it.
pub struct PublicFault<'a> {
    pub(crate) fault: &'a Fault,
    pub(crate) context: &'a Context<'a>,
    pub(crate) resolved: &'a Resolved,
    pub(crate) message: Sentence<'a>,
    pub(crate) shown: Shown,
}

/// How much of a fault fits in the body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown {
    pub(crate) violations: usize,
    pub(crate) details: usize,
    /// Whether the text of a foreign response is.
    pub(crate) reason: bool,
    pub(crate) truncated: usize,
}

/// A style may print it, so that it shows what the style may see, and no cause.
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
    /// The HTTP status of the response.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.resolved.status
    }

    /// The code as the catalog puts it on the wire.
    #[must_use]
    pub const fn code(&self) -> &WireCode {
        &self.resolved.code
    }

    /// The catalog's number, negative; minus the status where the catalog has no numbers.
    #[must_use]
    pub fn negative_code(&self) -> i64 {
        let number = match (self.resolved.entry, &self.resolved.code) {
            (Some(entry), _) => entry.number(),
            (None, WireCode::Number(number)) => Some(*number),
            (None, WireCode::Name(_)) => None,
        };
        -number.map_or(i64::from(self.status()), |number| i64::from(number).abs())
    }

    /// The short text that is the same for every occurrence.
    #[must_use]
    pub fn title(&self) -> Cow<'static, str> {
        self.resolved.title()
    }

    /// The phrase of the status.
    #[must_use]
    pub fn phrase(&self) -> Cow<'static, str> {
        phrase(self.status())
    }

    /// The sentence about this occurrence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message.text
    }

    /// Writes the sentence about this occurrence.
    pub(super) fn write_message(&self, key: Key, object: &mut Object<'_>) {
        if self.message.is_plain {
            object.plain(key, &self.message.text);
        } else {
            object.text(key, &self.message.text);
        }
    }

    /// Writes the short text of the code.
    pub(super) fn write_title(&self, object: &mut Object<'_>) {
        write_title(object, self.resolved.entry, &self.title());
    }

    /// Writes the request's id, whose grammar needs no escapes where a layer took or made it.
    pub(super) fn write_request_id(&self, object: &mut Object<'_>) {
        object.text_if(key!("request_id"), self.request_id());
    }

    /// The request's id; absent only where no layer is at work.
    #[must_use]
    pub const fn request_id(&self) -> Option<&str> {
        self.context.request_id
    }

    /// The address of the code's page in the error reference, where the service has one and the
    /// code is the catalog's.
    #[must_use]
    pub fn reference(&self) -> Option<String> {
        let address = self.reference_address()?;
        Some(format!("{address}/{}", self.resolved.code))
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
        let address = self.context.envelopes.reference.as_deref()?;
        Some(address.trim_end_matches('/'))
    }

    /// Writes the address of the code's page, where it has one, and says whether it has.
    pub(super) fn write_reference(&self, key: Key, object: &mut Object<'_>) -> bool {
        let Some(address) = self.reference_address() else {
            return false;
        };
        object.joined(key, [address, "/", &self.resolved.code.to_text()]);
        true
    }

    /// The version of the service, where it is configured.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.context.envelopes.version.as_deref()
    }

    /// The version of the API, where it is configured.
    #[must_use]
    pub fn api_version(&self) -> Option<&str> {
        self.context.envelopes.api_version.as_deref()
    }

    /// The time zone and the format of the API's dates, where they are configured.
    #[must_use]
    pub fn datetime(&self) -> Option<(&str, &str)> {
        self.context
            .envelopes
            .datetime
            .as_ref()
            .map(|(zone, format)| (&**zone, &**format))
    }

    /// The violations, as far as they fit in the body.
    #[must_use]
    pub fn violations(&self) -> impl ExactSizeIterator<Item = PublicViolation<'_>> {
        let violations = self
            .fault
            .extra()
            .map_or(&[][..], |extra| &extra.violations);
        violations[..self.shown.violations.min(violations.len())]
            .iter()
            .map(|violation| PublicViolation::of(violation, self.resolved, self.context))
    }

    /// Whether there is any detail to write.
    #[must_use]
    pub fn has_details(&self) -> bool {
        self.shown.details > 0 || self.reason().is_some() || self.has_retry()
    }

    /// How many violations and details did not fit in the body, if any.
    #[must_use]
    pub fn truncated(&self) -> Option<i64> {
        (self.shown.truncated > 0).then(|| i64::try_from(self.shown.truncated).unwrap_or(i64::MAX))
    }

    /// Writes the details: those attached, the `reason` of a foreign response, and `retry`.
    pub fn write_details(&self, object: &mut Object<'_>) {
        self.write_members(object);
        object.text_if(key!("reason"), self.reason());
        if self.has_retry() {
            object.object("retry", |retry| {
                if let Some(seconds) = self.retry_seconds() {
                    retry.integer("after_seconds", seconds);
                }
                retry.string_if("applied", self.applied().map(Applied::as_str));
            });
        }
    }

    fn write_members(&self, object: &mut Object<'_>) {
        let Some(extra) = self.fault.extra() else {
            return;
        };
        if self.shown.details == extra.details.len() {
            object.json(extra.details.json());
            return;
        }
        for member in public_members(self.fault, self.resolved).take(self.shown.details) {
            object.json(member.json());
        }
    }

    pub(crate) fn reason(&self) -> Option<&str> {
        let reason = self.fault.extra()?.reason.as_deref()?;
        (self.status() < 500 && self.shown.reason).then_some(reason)
    }

    fn has_retry(&self) -> bool {
        self.retry_seconds().is_some() || self.applied().is_some()
    }

    fn retry_seconds(&self) -> Option<i64> {
        self.fault
            .extra()?
            .retry?
            .seconds()
            .map(|seconds| seconds.try_into().unwrap_or(i64::MAX))
    }

    fn applied(&self) -> Option<Applied> {
        self.fault.extra()?.applied
    }
}

/// The details that a client may see: all of a 4xx, the declared ones of a 5xx.
pub(crate) fn public_members<'a>(
    fault: &'a Fault,
    resolved: &'a Resolved,
) -> impl Iterator<Item = Member<'a>> {
    let details = fault.extra().map(|extra| &extra.details);
    let members = details.into_iter().flat_map(Details::members);
    members.filter(|member| resolved.shows(*member))
}

/// How many details a client may see.
pub(crate) fn count_public_members(fault: &Fault, resolved: &Resolved) -> usize {
    match fault.extra() {
        Some(extra) if resolved.shows_all() => extra.details.len(),
        _ => public_members(fault, resolved).count(),
    }
}

/// Writes the short text of a code.
pub(super) fn write_title(object: &mut Object<'_>, entry: Option<&Code>, title: &str) {
    if entry.is_none_or(Code::is_plain) {
        object.plain(key!("title"), title);
    } else {
        object.text(key!("title"), title);
    }
}

/// Writes a code as the catalog does: a string or an integer.
pub(super) fn write_code(object: &mut Object<'_>, code: &WireCode) {
    match code {
        // The grammar of every case is plain.
        WireCode::Name(name) => object.plain(key!("code"), name),
        WireCode::Number(number) => object.number(key!("code"), (*number).into()),
    }
}
