//! `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`

use super::public_fault::write_code;
use super::{Envelope, PublicFault, PublicViolation};
use crate::json::{Array, Key, Object, key};

/// The style of VibeHost's API.
pub(crate) struct OkError;

impl Envelope for OkError {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.members(Key(r#","ok":false,"error":"#), |error| {
            write_code(error, fault.code());
            fault.write_message(key!("message"), error);
            let has_violations = fault.violations().len() > 0;
            if fault.has_details() || has_violations || fault.truncated().is_some() {
                error.members(key!("details"), |details| {
                    fault.write_details(details);
                    if has_violations {
                        details.elements(key!("errors"), |errors| write_violations(fault, errors));
                    }
                    if let Some(truncated) = fault.truncated() {
                        details.number(key!("truncated"), truncated);
                    }
                });
            }
        });
    }
}

/// The violations as `ok-error` and `code-data` list them.
pub(super) fn write_violations(fault: &PublicFault<'_>, errors: &mut Array<'_>) {
    for violation in fault.violations() {
        errors.object(|error| write_violation(&violation, error));
    }
}

fn write_violation(violation: &PublicViolation<'_>, error: &mut Object<'_>) {
    write_code(error, &violation.code());
    error.text(key!("message"), violation.message());
    violation.write_place(error);
    if violation.has_details() {
        error.members(key!("details"), |details| violation.write_details(details));
    }
}
