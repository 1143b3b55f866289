//! The paths that settings name.

/// The path of a request's target, which may name the server before it (RFC 9112 §3.2.2).
pub(super) fn path_of(target: &str) -> &str {
    let target = target.split('?').next().unwrap_or_default();
    target.strip_prefix("http://").map_or(target, |rest| {
        rest.find('/').map_or("/", |path| &rest[path..])
    })
}

/// Whether a path is another one, or below it.
pub(super) fn is_below(path: &str, other: &str) -> bool {
    let rest = path.strip_prefix(other);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || other.ends_with('/'))
}
