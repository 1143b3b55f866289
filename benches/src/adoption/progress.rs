//! Tells what is being built, as it takes minutes.

use std::io::{self, Write as _};

/// How many of the steps are done.
pub(super) struct Progress {
    done: usize,
    steps: usize,
}

impl Progress {
    pub(super) const fn new(steps: usize) -> Self {
        Self { done: 0, steps }
    }

    /// Begins the next step.
    pub(super) fn begin(&mut self, what: &str) {
        self.done += 1;
        let Self { done, steps } = self;
        // The figures do not depend on whether anyone reads this.
        let _ = writeln!(io::stderr(), "{done} of {steps}: {what}");
    }
}
