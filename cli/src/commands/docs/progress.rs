//! What is told of work that takes long.

use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// How long nothing is told, and how long between two lines.
const PATIENCE: Duration = Duration::from_secs(2);

/// Tells a person at a terminal how far the work is.
pub(super) struct Progress {
    verb: &'static str,
    last: Option<Instant>,
}

impl Progress {
    pub(super) fn new(verb: &'static str) -> Self {
        let is_watched = std::io::stderr().is_terminal();
        Self {
            verb,
            last: is_watched.then(Instant::now),
        }
    }

    pub(super) fn tell(&mut self, count: usize) {
        let is_due = self.last.is_some_and(|last| last.elapsed() >= PATIENCE);
        if is_due {
            self.last = Some(Instant::now());
            let _ = writeln!(std::io::stderr(), "{count} files {}", self.verb);
        }
    }
}
