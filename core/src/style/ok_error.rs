//! The style `ok-error`: `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`.
//!
//! It is the default, and takes the place of a style of the user's that fails.

use std::borrow::Cow;

use super::code::write_code;
use super::public_fault::PublicFault;
use super::public_success::PublicSuccess;
use super::shape::{Repeats, Style, WriteStyle, WriteSuccess, Writer};
use super::write::write_violations;
use crate::json::{Key, Object, key};

/// The style of VibeHost's API.
pub(super) const STYLE: Style = Style {
    media_type: Cow::Borrowed("application/json"),
    repeats: Repeats::Nothing,
    writer: Writer::BuiltIn(&OkError),
    success: Some(Writer::BuiltIn(&OkError)),
    success_media_type: Cow::Borrowed("application/json"),
    check: None,
};

struct OkError;

impl WriteStyle for OkError {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.members(Key(r#","ok":false,"error":"#), |error| {
            write_code(error, fault.code());
            fault.write_message(key!("message"), error);
            fault.write_source_message(key!("source_message"), error);
            if let Some(id) = fault.asked_request_id() {
                error.request_id(key!("request_id"), id);
            }
            let has_violations = fault.violations().len() > 0;
            if fault.has_details() || has_violations || fault.is_incomplete() {
                error.members(key!("details"), |details| {
                    fault.write_details(details);
                    if has_violations {
                        details.elements(key!("errors"), |errors| write_violations(fault, errors));
                    }
                    fault.write_truncated(details);
                });
            }
        });
    }
}

impl WriteSuccess for OkError {
    fn write_success(&self, success: &PublicSuccess<'_>, body: &mut Object<'_>) {
        body.raw(Key(r#","ok":true,"data":"#), success.data);
    }
}
