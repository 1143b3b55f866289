//! The kinds of changes, and what each means for clients.

use super::Impact::{self, Breaking, Compatible};

/// A kind of change.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// What it is called, in kebab-case.
    pub(super) id: &'static str,
    /// What it means for clients.
    pub(super) impact: Impact,
    /// For whom, and why.
    pub(super) why: &'static str,
}

macro_rules! kinds {
    ($($name:ident: $impact:ident $id:literal, $why:literal;)+) => {
        $(pub(super) const $name: Kind = Kind { id: $id, impact: $impact, why: $why };)+
    };
}

kinds! {
    CATALOG_NAME: Compatible "catalog-name", "No client sees what a catalog is called.";
    CASE: Breaking "case",
        "Codes of HTTP's own are spelled as the catalog spells its codes, so clients meet others.";
    WIRE: Breaking "wire", "Every client that reads a code gets one of another type.";
    REMOVED_LOCALE: Compatible "removed-locale",
        "Who read these texts reads those of the first language.";
    NEW_LOCALE: Compatible "new-locale", "Who asks for no other language reads what they read.";
    CATALOG_TEXT: Compatible "catalog-text", "People read it, and no client branches on it.";
    REMOVED_CODE: Breaking "removed-code",
        "A client that handles the code waits for it in vain, and meets one that it does not know.";
    NEW_CODE: Compatible "new-code", "A client treats a code that it does not know by its status.";
    NUMBER: Breaking "number", "A client that knows the code by its number takes it for another.";
    NEW_NUMBER: Compatible "new-number", "Nobody could know the code by a number.";
    STATUS: Breaking "status", "A client that branches on the status takes another branch.";
    REMOVED_STATUS: Breaking "removed-status",
        "A client that handles the code by this status no longer gets it.";
    NEW_STATUS: Breaking "new-status",
        "A client that branches on the status meets the code where it does not expect it.";
    EXIT_CODE: Breaking "exit-code",
        "A script that reads how a command-line client ended takes it for something else.";
    REMOVED_DETAIL: Breaking "removed-detail", "A client that reads the detail no longer finds it.";
    DETAIL_TYPE: Breaking "detail-type", "A client that reads the detail cannot take its value.";
    NEW_DETAIL: Compatible "new-detail", "A client ignores details that it does not know.";
    STRICTER_RETRY: Breaking "retry",
        "A client that repeats the request as it was told does so in vain, or too early.";
    LOOSER_RETRY: Compatible "looser-retry",
        "A client that keeps to the old advice is more patient than it has to be.";
    DEPRECATED: Compatible "deprecated", "The code is still sent.";
    UNDEPRECATED: Compatible "undeprecated", "The code is sent as before.";
    RETIRED: Compatible "retired", "A client that handles the code no longer has to.";
    UNRETIRED: Compatible "unretired",
        "A client treats a code that it does not know by its status.";
    REPLACED_BY: Compatible "replaced-by", "It advises people, and no client branches on it.";
    TEXT: Compatible "text", "People read it, and no client branches on it.";
    CONDITION: Breaking "condition",
        "A client that handles what the framework refuses by itself gets another code for it.";
    NEW_CONDITION: Compatible "new-condition",
        "What the framework refuses by itself gets a code of the catalog, where it had a general one.";
    RULE: Breaking "rule", "A client that handles a broken rule of a field gets another code for it.";
    NEW_RULE: Compatible "new-rule",
        "A broken rule of a field gets a code of its own, where it had a general one.";
}
