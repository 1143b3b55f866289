//! The style `code-data`: `{"code":-403,"data":…}`.
//!
//! Codes are negative integers, as clients of the cpi modules know them; 0 is success. `data` is
//! the message, or an object with the message where there is more to say.

use std::borrow::Cow;

use super::public_fault::PublicFault;
use super::public_success::PublicSuccess;
use super::shape::{Repeats, Style, WriteStyle, WriteSuccess, Writer};
use super::write::write_violations;
use crate::catalog::WireCode;
use crate::json::{Key, Object, key};

/// The style of the cpi modules: negative codes, and data that is a message or an object.
pub(super) const STYLE: Style = Style {
    media_type: Cow::Borrowed("application/json"),
    repeats: Repeats::Nothing,
    writer: Writer::BuiltIn(&CodeData),
    success: Some(Writer::BuiltIn(&CodeData)),
    success_media_type: Cow::Borrowed("application/json"),
    check: None,
};

struct CodeData;

impl WriteStyle for CodeData {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.whole(key!("code"), negative_code(fault));
        let has_details = fault.has_details() || fault.is_incomplete();
        let has_violations = fault.violations().len() > 0;
        let id = fault.asked_request_id();
        let has_source = fault.has_source_message();
        if !has_details && !has_violations && !has_source && id.is_none() {
            fault.write_message(key!("data"), body);
            return;
        }
        body.members(key!("data"), |data| {
            fault.write_message(key!("message"), data);
            fault.write_source_message(key!("source_message"), data);
            if let Some(id) = id {
                data.request_id(key!("request_id"), id);
            }
            if has_details {
                data.members(key!("details"), |details| {
                    fault.write_details(details);
                    fault.write_truncated(details);
                });
            }
            if has_violations {
                data.elements(key!("errors"), |errors| write_violations(fault, errors));
            }
        });
    }
}

impl WriteSuccess for CodeData {
    fn write_success(&self, success: &PublicSuccess<'_>, body: &mut Object<'_>) {
        body.raw(Key(r#","code":0,"data":"#), success.data);
    }
}

/// The catalog's number, negative; minus the status where the catalog has no numbers.
fn negative_code(fault: &PublicFault<'_>) -> i64 {
    let number = match (fault.catalog_code(), fault.code()) {
        (Some(entry), _) => entry.number(),
        (None, WireCode::Number(number)) => Some(*number),
        (None, WireCode::Name(_)) => None,
    };
    -number.map_or(i64::from(fault.status()), |number| i64::from(number).abs())
}
