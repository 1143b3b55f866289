//! Two runs, whose difference is free of what happens once.

/// How often a work is repeated in the shorter and in the longer run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Runs {
    pub(crate) few: u32,
    pub(crate) many: u32,
}

impl Runs {
    /// As many repetitions more as this. The shorter run warms everything up.
    pub(crate) const fn warm(repeats: u32) -> Self {
        Self {
            few: repeats / 4 + 1,
            many: repeats / 4 + 1 + repeats,
        }
    }

    /// As many repetitions, against none: for what takes long enough to hide its warming up.
    pub(crate) const fn cold(repeats: u32) -> Self {
        Self {
            few: 0,
            many: repeats,
        }
    }

    /// What one repetition costs, by what the two runs cost.
    pub(crate) fn each(self, few: f64, many: f64) -> f64 {
        (many - few) / f64::from(self.many - self.few)
    }
}
