//! What the library is known to get wrong. Each function goes with the defect that it describes;
//! inputs that show it are in `fuzz/failing`.

use manila::Code;

use crate::expected::{Public, Shown};

/// A message that makes room for the catalog's leaves with the placeholders that the catalog
/// writes, `{ $seconds }`, rather than with what they stand for.
pub(crate) fn with_raw_placeholders(public: &Public) -> Option<Public> {
    let message = public.told.entry.and_then(Code::message)?;
    message.contains("{ $").then(|| Public {
        catalogs_message: message.to_owned(),
        ..public.clone()
    })
}

/// Where the service's style cannot be had, `ok-error` has lost the fault's own message, even
/// where it keeps violations and details.
pub(crate) fn without_own_message(shown: &[Shown]) -> Vec<Shown> {
    let generic = shown.iter().map(|shown| Shown {
        is_generic: true,
        ..*shown
    });
    generic.collect()
}

/// JSON that a user has written already is read only where it has an object in it. So `1e400` and
/// half a surrogate pair, which hardly any reader takes, leave alone and are left out of objects.
pub(crate) fn is_treated_alike(json: &str) -> bool {
    serde_json::from_str::<&serde_json::value::RawValue>(json).is_err()
        || serde_json::from_str::<serde_json::Value>(json).is_ok()
}

/// A foreign text that has been read is lost where its body panics when it is dropped.
pub(crate) const fn is_reason_lost(drop_panics: bool) -> bool {
    drop_panics
}
