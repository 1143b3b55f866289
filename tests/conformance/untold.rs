//! What the client of a request is not told, so that the log has to be.

/// The beginning of a request's target, and the text that the log has to hold.
const UNTOLD: [(&str, &str); 19] = [
    ("/err", "the pool is empty: canary-cause"),
    ("/nested/err", "canary-cause"),
    ("/panic/str", "canary-panic-str"),
    ("/panic/string", "canary-panic-string 1"),
    ("/panic/late", "canary-panic-late"),
    ("/panic/mutex", "canary-panic-mutex"),
    ("/middleware-err", "canary-middleware"),
    ("/raise/INTERNAL?message=canary-message", "canary-message"),
    ("/raise/INTERNAL?message=canary-message", "canary-detail"),
    ("/status-fault/200", "canary-status-fault"),
    ("/status-fault/500", "canary-status-fault"),
    ("/status-fault/201?kind=json", "canary-serialize"),
    ("/meddle/status", "canary-meddle"),
    ("/variant", "canary-variant"),
    ("/foreign/500", "canary-foreign"),
    ("/foreign/502", "canary-foreign"),
    ("/foreign-body/500?type=json", "canary-body"),
    ("/foreign-body/503?type=none", "canary-body"),
    ("/foreign-body/500?type=long", "canary-body"),
];

/// The texts that the log has to hold for a request with this target.
pub(crate) fn untold(target: &str) -> Vec<&'static str> {
    let is_text = |target: &str, begin: &str| {
        let rest = target.strip_prefix(begin);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('&'))
    };
    let rows = UNTOLD.iter().filter(|(begin, _)| is_text(target, begin));
    rows.map(|(_, text)| *text).collect()
}
