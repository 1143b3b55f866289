//! The style `problem`: problem details (RFC 9457).
//!
//! Details stay inside `details`, so that none can shadow a member of the RFC. Pointers are URI
//! fragments, as in the RFC's own example (§3).

use std::borrow::Cow;

use super::code::write_code;
use super::public_fault::PublicFault;
use super::shape::{Repeats, Style, WriteStyle, Writer};
use crate::fault::Source;
use crate::http::request_id::is_uuid;
use crate::json::{Object, key};

/// `{"type":…,"title":…,"status":…,"detail":…,"instance":…}`, with the code, the request id, the
/// details and the violations as extensions.
pub(super) const STYLE: Style = Style {
    media_type: Cow::Borrowed("application/problem+json"),
    repeats: Repeats::RequestIdAndUrn,
    writer: Writer::BuiltIn(&Problem),
    success: None,
    success_media_type: Cow::Borrowed("application/json"),
    check: None,
};

struct Problem;

impl WriteStyle for Problem {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        // With `about:blank` the title is the status phrase (RFC 9457 §4.2.1).
        if fault.write_reference(key!("type"), body) {
            fault.write_title(body);
        } else {
            body.plain(key!("type"), "about:blank");
            fault.write_phrase(body);
        }
        body.whole(key!("status"), fault.status().into());
        fault.write_message(key!("detail"), body);
        fault.write_source_message(key!("source_detail"), body);
        if let Some(id) = fault.request_id().filter(|id| is_uuid(id)) {
            body.uuid_urn(key!("instance"), id);
        }
        write_code(body, fault.code());
        fault.write_request_id(body);
        if fault.has_details() || fault.is_incomplete() {
            body.members(key!("details"), |details| {
                fault.write_details(details);
                fault.write_truncated(details);
            });
        }
        if fault.violations().len() > 0 {
            body.elements(key!("errors"), |errors| {
                for violation in fault.violations() {
                    errors.object(|error| {
                        write_code(error, &violation.code());
                        let (message, source) = violation.sentences();
                        error.text(key!("detail"), &message);
                        error.text_if(key!("source_detail"), source);
                        match violation.source() {
                            // RFC 9457 §3 writes pointers as URI fragments.
                            Some(Source::Pointer(pointer)) => {
                                error.text(key!("pointer"), &pointer.fragment());
                            }
                            _ => violation.write_source(error),
                        }
                        if violation.has_details() {
                            error.members(key!("details"), |details| {
                                violation.write_details(details)
                            });
                        }
                    });
                }
            });
        }
    }
}
