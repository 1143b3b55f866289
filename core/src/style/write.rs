//! The parts that several styles write alike: titles, codes, `meta` of the service, violations.
//!
//! A part that only one style writes is in that style's file.

use super::code::write_code;
use super::public_fault::PublicFault;
use super::public_violation::PublicViolation;
use super::service::Meta;
use crate::json::{Array, Object, key};

/// Writes what `meta` says about the service and the request, for an error and a success alike.
pub(super) fn write_service_meta(meta: Meta<'_>, object: &mut Object<'_>) {
    let Meta {
        service,
        request_id,
    } = meta;
    object.text_if(key!("version"), service.version.as_deref());
    object.text_if(key!("api_version"), service.api_version.as_deref());
    if let Some(id) = request_id {
        object.request_id(key!("request_id"), id);
    }
    if let Some((timezone, format)) = service.datetime() {
        object.members(key!("datetime"), |datetime| {
            datetime.text(key!("timezone"), timezone);
            datetime.text(key!("format"), format);
        });
    }
}

/// The violations as `{code, message, pointer | parameter | header, details?}`.
pub(super) fn write_violations(fault: &PublicFault<'_>, errors: &mut Array<'_>) {
    for violation in fault.violations() {
        errors.object(|error| write_violation(&violation, error));
    }
}

fn write_violation(violation: &PublicViolation<'_>, error: &mut Object<'_>) {
    write_code(error, &violation.code());
    let (message, source) = violation.sentences();
    error.text(key!("message"), &message);
    error.text_if(key!("source_message"), source);
    violation.write_source(error);
    if violation.has_details() {
        error.members(key!("details"), |details| violation.write_details(details));
    }
}
