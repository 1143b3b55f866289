//! `{"code":-403,"data":…}`

use super::ok_error::write_violations;
use super::{Envelope, PublicFault};
use crate::json::Object;

/// The style of the cpi modules: negative codes, and data that is a message or an object.
pub(crate) struct CodeData;

impl Envelope for CodeData {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.integer("code", fault.negative_code());
        let has_details = fault.has_details() || fault.truncated().is_some();
        let has_violations = fault.violations().len() > 0;
        if !has_details && !has_violations {
            body.string("data", fault.message());
            return;
        }
        body.object("data", |data| {
            data.string("message", fault.message());
            if has_details {
                data.object("details", |details| {
                    fault.write_details(details);
                    if let Some(truncated) = fault.truncated() {
                        details.integer("truncated", truncated);
                    }
                });
            }
            if has_violations {
                data.array("errors", |errors| write_violations(fault, errors));
            }
        });
    }
}
