//! JSON:API 1.1 error documents.

use super::view::PublicViolation;
use super::{Envelope, PublicFault};
use crate::context::Context;
use crate::json::Object;

/// `{"errors":[…],"meta":{…}}`, one error object per violation, or one for the fault.
pub(crate) struct JsonApi;

impl Envelope for JsonApi {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        let has_violations = fault.violations().len() > 0;
        body.array("errors", |errors| {
            if has_violations {
                for violation in fault.violations() {
                    errors.object(|error| write_violation(fault, &violation, error));
                }
            } else {
                errors.object(|error| write_fault(fault, error));
            }
        });
        body.object("meta", |meta| {
            write_service_meta(fault.context, meta);
            if has_violations {
                meta.string("code", &fault.code().to_text());
                if fault.has_details() {
                    meta.object("details", |details| fault.write_details(details));
                }
            }
            if let Some(truncated) = fault.truncated() {
                meta.integer("truncated", truncated);
            }
        });
    }
}

/// What `meta` tells of the service and the request, of an error and of a success alike.
pub(crate) fn write_service_meta(context: &Context<'_>, meta: &mut Object<'_>) {
    let envelopes = context.envelopes;
    meta.string_if("version", envelopes.version.as_deref());
    meta.string_if("api_version", envelopes.api_version.as_deref());
    meta.string_if("request_id", context.request_id);
    if let Some((timezone, format)) = &envelopes.datetime {
        meta.object("datetime", |datetime| {
            datetime.string("timezone", timezone);
            datetime.string("format", format);
        });
    }
}

fn write_fault(fault: &PublicFault<'_>, error: &mut Object<'_>) {
    error.string("status", &fault.status().to_string());
    error.string("code", &fault.code().to_text());
    error.string("title", &fault.title());
    error.string("detail", fault.message());
    if fault.has_details() {
        error.object("meta", |meta| fault.write_details(meta));
    }
    if let Some(reference) = fault.reference() {
        error.object("links", |links| links.string("type", &reference));
    }
}

fn write_violation(
    fault: &PublicFault<'_>,
    violation: &PublicViolation<'_>,
    error: &mut Object<'_>,
) {
    error.string("status", &violation.status().to_string());
    error.string("code", &violation.code().to_text());
    error.string("title", &violation.title());
    error.string("detail", violation.message());
    if violation.place().is_some() {
        error.object("source", |source| violation.write_place(source));
    }
    if violation.has_details() {
        error.object("meta", |meta| violation.write_details(meta));
    }
    if fault.context.envelopes.reference.is_some() && violation.is_catalogs() {
        let reference = fault.reference_of(violation.code());
        error.object("links", |links| links.string("type", &reference));
    }
}
