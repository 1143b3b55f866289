//! Problem details (RFC 9457).

use super::public_fault::write_code;
use super::{Envelope, PublicFault};
use crate::fault::violation::Place;
use crate::http::request_id::is_uuid;
use crate::json::{Key, Object, key};

/// `{"type":…,"title":…,"status":…,"detail":…,"instance":…}`, with the code, the request id, the
/// details and the violations as extensions.
pub(crate) struct Problem;

impl Envelope for Problem {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        // With `about:blank` the title is the status phrase (RFC 9457 §4.2.1).
        if fault.write_reference(key!("type"), body) {
            fault.write_title(body);
        } else {
            body.plain(Key(r#","type":"about:blank","title":"#), &fault.phrase());
        }
        body.number(key!("status"), fault.status().into());
        fault.write_message(key!("detail"), body);
        if let Some(id) = fault.request_id().filter(|id| is_uuid(id)) {
            body.uuid_urn(key!("instance"), id);
        }
        write_code(body, fault.code());
        fault.write_request_id(body);
        if fault.has_details() || fault.truncated().is_some() {
            body.members(key!("details"), |details| {
                fault.write_details(details);
                if let Some(truncated) = fault.truncated() {
                    details.number(key!("truncated"), truncated);
                }
            });
        }
        if fault.violations().len() > 0 {
            body.elements(key!("errors"), |errors| {
                for violation in fault.violations() {
                    errors.object(|error| {
                        write_code(error, &violation.code());
                        error.text(key!("detail"), violation.message());
                        match violation.place() {
                            // RFC 9457 §3 writes pointers as URI fragments.
                            Some(Place::Pointer(pointer)) => {
                                error.text(key!("pointer"), &pointer.fragment());
                            }
                            _ => violation.write_place(error),
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
