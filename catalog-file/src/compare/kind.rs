//! The kinds of changes, and what each means for clients.

use self::Impact::{Breaking, Compatible};
use crate::words::words;

words! {
    /// What a change means for those who rely on the old catalog.
    Impact {
        /// Something that a client relies on is gone or means something else.
        Breaking = "breaking",
        /// Every client of the old catalog works as before.
        Compatible = "compatible",
    }
}

/// A kind of [`Change`](crate::Change).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Kind {
    /// What it is called, in kebab-case.
    pub id: &'static str,
    /// What it means for clients.
    pub impact: Impact,
    /// For whom, and why.
    pub why: &'static str,
}

macro_rules! kinds {
    ($($name:ident: $impact:ident $id:literal, $why:literal;)+) => {
        $(pub(super) const $name: Kind = Kind { id: $id, impact: $impact, why: $why };)+

        /// The kinds of changes that [`compare`](crate::compare()) tells.
        pub const CHANGES: &[Kind] = &[$($name),+];
    };
}

kinds! {
    CATALOG_NAME: Compatible "catalog-name", "Clients never see the name of a catalog.";
    CASE: Breaking "case",
        "The general codes for HTTP statuses follow this spelling, so clients get different ones.";
    CODES_CASE: Compatible "codes-case",
        "It says how codes may be spelled; which of them changed is told of each.";
    WIRE: Breaking "wire", "Every client that reads a code gets a value of another type.";
    SOURCE_LOCALE: Breaking "source-locale",
        "A reader who asks for no language gets the texts in another one.";
    REMOVED_LOCALE: Compatible "removed-locale",
        "Readers of these texts get those of the first language.";
    NEW_LOCALE: Compatible "new-locale", "Readers of other languages get the same texts as before.";
    DOCUMENTATION: Breaking "documentation",
        "A client that knows a problem by its `type` (RFC 9457) gets another one.";
    NEW_DOCUMENTATION: Compatible "new-documentation",
        "A client that reads the code is not concerned.";
    CATALOG_TEXT: Compatible "catalog-text", "People read it; no client branches on it.";
    REMOVED_CODE: Breaking "removed-code",
        "A client that handles the code never gets it, and gets one that it does not know instead.";
    NEW_CODE: Compatible "new-code", "A client handles an unknown code by its status.";
    RENAMED: Compatible "renamed",
        "A client knows the code by its number; where it shows the name, it shows another.";
    REUSED_NUMBER: Breaking "reused-number",
        "A client that knows the number takes the new error for the old one.";
    REUSED_CODE: Breaking "reused-code",
        "A client that still handles the code takes the new error for the old one.";
    NUMBER: Breaking "number", "A client that knows the code by its number mistakes it for another.";
    NEW_NUMBER: Compatible "new-number", "No client knows the code by a number.";
    STATUS: Breaking "status", "A client that branches on the status takes another branch.";
    REMOVED_STATUS: Breaking "removed-status",
        "A client that handles the code by this status no longer gets it.";
    NEW_STATUS: Breaking "new-status",
        "A client that branches on the status gets the code where it does not expect it.";
    EXIT_CODE: Breaking "exit-code",
        "A script that reads the exit code of a command-line client mistakes the error for another.";
    REMOVED_SCOPE: Breaking "removed-scope",
        "A client that expects the code there no longer finds it.";
    NEW_SCOPE: Compatible "new-scope", "A client handles an unknown code by its status.";
    REMOVED_DETAIL: Breaking "removed-detail", "A client that reads the detail no longer finds it.";
    DETAIL_TYPE: Breaking "detail-type", "A client that reads the detail cannot use its value.";
    NEW_DETAIL: Compatible "new-detail", "A client ignores unknown details.";
    OPTIONAL_DETAIL: Breaking "optional-detail",
        "A client that relies on the detail no longer finds it every time.";
    REQUIRED_DETAIL: Compatible "required-detail", "A client finds the detail more often.";
    DETAIL_ITEMS: Breaking "detail-items",
        "A client that reads the items of the detail cannot use them.";
    NEW_DETAIL_ITEMS: Compatible "new-detail-items", "It says more of the same value.";
    DETAIL_VALUES: Compatible "detail-values",
        "A client has to expect texts that it does not know.";
    ORDER_OF_DETAILS: Compatible "order-of-details",
        "No client sees it; in Rust, the constructor of the code takes its arguments in this order.";
    REMOVED_OPERATION: Compatible "removed-operation",
        "A client of the operation handles a code that it no longer gets.";
    NEW_OPERATION: Compatible "new-operation",
        "A client of the operation handles an unknown code by its status.";
    STRICTER_RETRY: Breaking "retry",
        "A client that follows the old advice retries in vain, or too early.";
    LOOSER_RETRY: Compatible "looser-retry",
        "A client that follows the old advice is more patient than necessary.";
    DEPRECATED: Compatible "deprecated", "The code is still sent.";
    UNDEPRECATED: Compatible "undeprecated", "The code is sent as before.";
    RETIRED: Compatible "retired", "A client that handles the code no longer needs to.";
    UNRETIRED: Compatible "unretired",
        "A client handles an unknown code by its status.";
    REPLACED_BY: Compatible "replaced-by", "It advises people; no client branches on it.";
    TEXT: Compatible "text", "People read it; no client branches on it.";
    CONDITION: Breaking "condition",
        "A client that handles errors of the framework gets another code for this one.";
    NEW_CONDITION: Compatible "new-condition",
        "An error of the framework gets a code of the catalog instead of a general one.";
    RULE: Breaking "rule", "A client that handles invalid fields gets another code for this rule.";
    NEW_RULE: Compatible "new-rule",
        "An invalid field gets a code of its own for this rule instead of a general one.";
}
