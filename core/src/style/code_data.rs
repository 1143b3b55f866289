//! `{"code":-403,"data":…}`

use super::ok_error::write_violations;
use super::{Envelope, PublicFault};
use crate::json::{Object, key};

/// The style of the cpi modules: negative codes, and data that is a message or an object.
pub(crate) struct CodeData;

impl Envelope for CodeData {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.number(key!("code"), fault.negative_code());
        let has_details = fault.has_details() || fault.truncated().is_some();
        let has_violations = fault.violations().len() > 0;
        if !has_details && !has_violations {
            fault.write_message(key!("data"), body);
            return;
        }
        body.members(key!("data"), |data| {
            fault.write_message(key!("message"), data);
            if has_details {
                data.members(key!("details"), |details| {
                    fault.write_details(details);
                    if let Some(truncated) = fault.truncated() {
                        details.number(key!("truncated"), truncated);
                    }
                });
            }
            if has_violations {
                data.elements(key!("errors"), |errors| write_violations(fault, errors));
            }
        });
    }
}
