//! The table of provocations.

mod body;
mod connection;
mod fallback;
mod operation;
mod path;
mod server;

pub(crate) use self::connection::PIPELINED_HEAD;
pub(crate) use self::fallback::{ECHO, ECHOED, HEAD_UNKNOWN, PREFLIGHT, UNKNOWN};
pub(crate) use self::path::WRONG_METHOD;
use crate::provoke::provocation::Provocation;

/// Every provocation, in the order in which they are carried out.
///
/// ```
/// use manila_probe::provoke::provocations;
///
/// assert!(provocations().any(|provocation| provocation.name == "unknown-route"));
/// ```
pub fn provocations() -> impl Iterator<Item = &'static Provocation> {
    let tables = [
        fallback::TABLE,
        path::TABLE,
        body::TABLE,
        operation::TABLE,
        server::TABLE,
        connection::TABLE,
    ];
    tables.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::provocations;

    #[test]
    fn no_two_provocations_have_one_name() {
        let mut names = HashSet::new();
        for provocation in provocations() {
            assert!(names.insert(provocation.name), "{}", provocation.name);
        }
        assert!(names.len() >= 50, "{}", names.len());
    }
}
