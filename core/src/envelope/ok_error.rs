//! `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`

use super::view::write_code;
use super::{Envelope, PublicFault, PublicViolation};
use crate::json::{Array, Object};

/// The style of VibeHost's API.
pub(crate) struct OkError;

impl Envelope for OkError {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.boolean("ok", false);
        body.object("error", |error| {
            write_code(error, fault.code());
            error.string("message", fault.message());
            let has_violations = fault.violations().len() > 0;
            if fault.has_details() || has_violations || fault.truncated().is_some() {
                error.object("details", |details| {
                    fault.write_details(details);
                    if has_violations {
                        details.array("errors", |errors| write_violations(fault, errors));
                    }
                    if let Some(truncated) = fault.truncated() {
                        details.integer("truncated", truncated);
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
    write_code(error, violation.code());
    error.string("message", violation.message());
    violation.write_place(error);
    if violation.has_details() {
        error.object("details", |details| violation.write_details(details));
    }
}
