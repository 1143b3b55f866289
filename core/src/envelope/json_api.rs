//! JSON:API 1.1 error documents.

use super::view::PublicViolation;
use super::{Envelope, PublicFault};
use crate::catalog::WireCode;
use crate::context::Context;
use crate::json::{Object, key};

/// `{"errors":[…],"meta":{…}}`, one error object per violation, or one for the fault.
pub(crate) struct JsonApi;

impl Envelope for JsonApi {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        let has_violations = fault.violations().len() > 0;
        body.elements(key!("errors"), |errors| {
            if has_violations {
                for violation in fault.violations() {
                    errors.object(|error| write_violation(fault, &violation, error));
                }
            } else {
                errors.object(|error| write_fault(fault, error));
            }
        });
        body.members(key!("meta"), |meta| {
            write_service_meta(fault.context, meta);
            if has_violations {
                write_code_text(fault.code(), meta);
                if fault.has_details() {
                    meta.members(key!("details"), |details| fault.write_details(details));
                }
            }
            if let Some(truncated) = fault.truncated() {
                meta.number(key!("truncated"), truncated);
            }
        });
    }
}

/// What `meta` tells of the service and the request, of an error and of a success alike.
pub(crate) fn write_service_meta(context: &Context<'_>, meta: &mut Object<'_>) {
    let envelopes = context.envelopes;
    meta.text_if(key!("version"), envelopes.version.as_deref());
    meta.text_if(key!("api_version"), envelopes.api_version.as_deref());
    meta.text_if(key!("request_id"), context.request_id);
    if let Some((timezone, format)) = &envelopes.datetime {
        meta.members(key!("datetime"), |datetime| {
            datetime.text(key!("timezone"), timezone);
            datetime.text(key!("format"), format);
        });
    }
}

/// JSON:API writes statuses as strings.
fn write_status(status: u16, error: &mut Object<'_>) {
    let digit = |place: u16| b'0' + (status / place % 10) as u8;
    let digits = [digit(100), digit(10), digit(1)];
    error.plain(key!("status"), str::from_utf8(&digits).unwrap_or_default());
}

/// JSON:API writes codes as strings, and the grammar of every code is plain.
fn write_code_text(code: &WireCode, object: &mut Object<'_>) {
    match code {
        WireCode::Name(name) => object.plain(key!("code"), name),
        WireCode::Number(number) => object.plain(key!("code"), &number.to_string()),
    }
}

fn write_fault(fault: &PublicFault<'_>, error: &mut Object<'_>) {
    write_status(fault.status(), error);
    write_code_text(fault.code(), error);
    fault.write_title(error);
    fault.write_message(key!("detail"), error);
    if fault.has_details() {
        error.members(key!("meta"), |meta| fault.write_details(meta));
    }
    if let Some(reference) = fault.reference() {
        error.members(key!("links"), |links| links.text(key!("type"), &reference));
    }
}

fn write_violation(
    fault: &PublicFault<'_>,
    violation: &PublicViolation<'_>,
    error: &mut Object<'_>,
) {
    write_status(violation.status(), error);
    write_code_text(violation.code(), error);
    violation.write_title(error);
    error.text(key!("detail"), violation.message());
    if violation.place().is_some() {
        error.members(key!("source"), |source| violation.write_place(source));
    }
    if violation.has_details() {
        error.members(key!("meta"), |meta| violation.write_details(meta));
    }
    if fault.context.envelopes.reference.is_some() && violation.is_catalogs() {
        let reference = fault.reference_of(violation.code());
        error.members(key!("links"), |links| links.text(key!("type"), &reference));
    }
}
