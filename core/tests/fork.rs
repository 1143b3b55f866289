//! A process and its child after `fork` make different ids.
//!
//! One test, in a binary of its own and without a harness: a process with several threads must not do
//! much after `fork`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(unix)]
fn main() {
    use std::collections::HashSet;

    use fork::{Fork, fork, waitpid};
    use manila::RequestId;

    /// The random part of some ids, which the time does not tell apart.
    fn ids() -> Vec<String> {
        let random = || RequestId::random().as_str()[15..].to_owned();
        std::iter::repeat_with(random).take(200).collect()
    }

    // From here on there is randomness that nobody has used yet.
    let first = ids();
    let path = std::env::temp_dir().join(format!("manila-fork-{}", std::process::id()));
    match fork().unwrap() {
        Fork::Child => {
            RequestId::reseed_after_fork();
            std::fs::write(&path, ids().join("\n")).unwrap();
        }
        Fork::Parent(child) => {
            let own = ids();
            waitpid(child).unwrap();
            let childs = std::fs::read_to_string(&path).unwrap();
            std::fs::remove_file(&path).unwrap();
            let all: HashSet<_> = first
                .iter()
                .chain(&own)
                .map(String::as_str)
                .chain(childs.lines())
                .collect();
            assert_eq!(all.len(), 600);
        }
    }
}

#[cfg(not(unix))]
fn main() {}
