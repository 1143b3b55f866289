//! The style `json-api`: error documents of JSON:API 1.1 ("Errors", "Error Objects").
//!
//! Statuses and codes are strings there, details are `meta`, and each violation is an error object.
//! The media type has no parameters, as the specification asks.

use std::borrow::Cow;
use std::ops::Range;
use std::ptr;

use manila_catalog_file::address_of;

use super::public_fault::PublicFault;
use super::public_success::PublicSuccess;
use super::public_violation::PublicViolation;
use super::shape::{Repeats, Style, WriteStyle, WriteSuccess, Writer};
use super::write::write_service_meta;
use crate::catalog::{Code, WireCode};
use crate::fault::Source;
use crate::json::{Object, key};

/// `{"errors":[…],"meta":{…}}`, one error object per violation, or one for the fault.
pub(super) const STYLE: Style = Style {
    media_type: Cow::Borrowed("application/vnd.api+json"),
    repeats: Repeats::RequestId,
    writer: Writer::BuiltIn(&JsonApi),
    success: Some(Writer::BuiltIn(&JsonApi)),
    success_media_type: Cow::Borrowed("application/vnd.api+json"),
    check: None,
};

struct JsonApi;

impl WriteSuccess for JsonApi {
    fn write_success(&self, success: &PublicSuccess<'_>, body: &mut Object<'_>) {
        body.raw(key!("data"), success.data);
        body.members(key!("meta"), |meta| write_service_meta(success.meta, meta));
    }
}

impl WriteStyle for JsonApi {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        let has_violations = fault.violations().len() > 0;
        if has_violations && fault.siblings.language.is_some() {
            write_translated(fault, body);
        } else {
            body.elements(key!("errors"), |errors| {
                if has_violations {
                    let mut last = Last::default();
                    for violation in fault.violations() {
                        errors.object(|error| {
                            write_code_of(&violation, &mut last, error);
                            error.text_inline(key!("detail"), violation.given_message());
                            write_violation(fault, &violation, None, error);
                        });
                    }
                } else {
                    errors.object(|error| write_fault(fault, error));
                }
            });
        }
        body.members(key!("meta"), |meta| {
            write_service_meta(fault.meta, meta);
            if has_violations {
                write_code_text(fault.code(), meta);
                if fault.has_details_of_fault() {
                    meta.members(key!("details"), |details| {
                        fault.write_details_of_fault(details);
                    });
                }
                fault.write_remedy(meta);
            }
            fault.write_truncated(meta);
        });
    }
}

/// Writes the violations in another language than the source's. Apart, as they are many, and few services
/// have one.
#[inline(never)]
fn write_translated(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    body.elements(key!("errors"), |errors| {
        for violation in fault.violations() {
            errors.object(|error| {
                error.status(key!("status"), violation.status());
                write_code_text(&violation.code(), error);
                error.text(key!("title"), &violation.title());
                let (message, source) = violation.sentences();
                error.text(key!("detail"), &message);
                write_violation(fault, &violation, source, error);
            });
        }
    });
}

/// Writes a code as a string, which the grammar of every code lets through without escapes.
fn write_code_text(code: &WireCode, object: &mut Object<'_>) {
    match code {
        WireCode::Name(name) => object.plain(key!("code"), name),
        WireCode::Number(number) => object.plain(key!("code"), &number.to_string()),
    }
}

fn write_fault(fault: &PublicFault<'_>, error: &mut Object<'_>) {
    // JSON:API writes statuses as strings.
    error.status(key!("status"), fault.status());
    write_code_text(fault.code(), error);
    fault.write_title(error);
    fault.write_message(key!("detail"), error);
    let has_source = fault.has_source_message();
    if fault.has_details() || has_source {
        error.members(key!("meta"), |meta| {
            fault.write_source_message(key!("source_message"), meta);
            fault.write_details(meta);
        });
    }
    if fault.has_reference() {
        error.members(key!("links"), |links| {
            fault.write_reference(key!("type"), links);
        });
    }
}

/// The code of the violation before, if it is its own, and the part of the body where its members are
/// written. The part is empty where there was none, and where it is not kept: positions begin anew past the
/// limit of a body.
#[derive(Default)]
struct Last {
    own: Option<&'static Code>,
    members: Range<usize>,
}

/// Writes the members that are the same for all violations of a code. They come in rows, so that
/// they are copied from the one before.
fn write_code_of(violation: &PublicViolation<'_>, last: &mut Last, error: &mut Object<'_>) {
    let own = violation.own_code();
    let start = error.position();
    if !last.members.is_empty() && is_same(own, last.own) {
        error.repeat(last.members.clone());
    } else {
        error.status(key!("status"), violation.status());
        write_code_text(&violation.code(), error);
        violation.write_title(error);
    }
    // The next copies from here, which is nearer.
    let members = start..error.position();
    *last = Last { own, members };
}

fn is_same(one: Option<&'static Code>, other: Option<&'static Code>) -> bool {
    let address = |code: Option<&'static Code>| code.map_or(ptr::null(), ptr::from_ref);
    address(one) == address(other)
}

/// Writes what there is beside the code and the sentence: `source` is that of the catalog's own language.
// In line, so that without a sentence of the source nothing asks for one.
#[inline(always)]
fn write_violation(
    fault: &PublicFault<'_>,
    violation: &PublicViolation<'_>,
    source: Option<&str>,
    error: &mut Object<'_>,
) {
    match violation.source() {
        Some(Source::Pointer(pointer)) => {
            error.nested_text(key!("source", "pointer"), pointer.as_str());
        }
        Some(_) => error.members(key!("source"), |source| violation.write_source(source)),
        None => {}
    }
    if violation.has_details() || source.is_some() {
        error.members(key!("meta"), |meta| {
            meta.text_if(key!("source_message"), source);
            violation.write_details(meta);
        });
    }
    if violation.has_catalog_code()
        && let Some(address) = fault.references()
    {
        let code = violation.code().to_text();
        error.members(key!("links"), |links| {
            links.joined(key!("type"), [address, "/", &address_of(&code)]);
        });
    }
}
