//! Problem details (RFC 9457).

use super::view::write_code;
use super::{Envelope, PublicFault};
use crate::json::Object;
use crate::request_id::is_uuid;
use crate::violation::Place;

/// `{"type":…,"title":…,"status":…,"detail":…,"instance":…}`, with the code, the request id, the
/// details and the violations as extensions.
pub(crate) struct Problem;

impl Envelope for Problem {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        // With `about:blank` the title is the status phrase (RFC 9457 §4.2.1).
        match fault.reference() {
            Some(reference) => {
                body.string("type", &reference);
                body.string("title", &fault.title());
            }
            None => {
                body.string("type", "about:blank");
                body.string("title", &fault.phrase());
            }
        }
        body.integer("status", fault.status().into());
        body.string("detail", fault.message());
        if let Some(id) = fault.request_id().filter(|id| is_uuid(id)) {
            body.string("instance", &format!("urn:uuid:{id}"));
        }
        write_code(body, fault.code());
        body.string_if("request_id", fault.request_id());
        if fault.has_details() || fault.truncated().is_some() {
            body.object("details", |details| {
                fault.write_details(details);
                if let Some(truncated) = fault.truncated() {
                    details.integer("truncated", truncated);
                }
            });
        }
        if fault.violations().len() > 0 {
            body.array("errors", |errors| {
                for violation in fault.violations() {
                    errors.object(|error| {
                        write_code(error, violation.code());
                        error.string("detail", violation.message());
                        match violation.place() {
                            // RFC 9457 §3 writes pointers as URI fragments.
                            Some(Place::Pointer(pointer)) => {
                                error.string("pointer", &pointer.fragment());
                            }
                            _ => violation.write_place(error),
                        }
                        if violation.has_details() {
                            error.object("details", |details| violation.write_details(details));
                        }
                    });
                }
            });
        }
    }
}
