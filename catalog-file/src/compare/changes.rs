//! What was found to have changed.

use super::kind::{Impact, Kind};
use crate::phrase::quoted;

/// One difference between two catalogs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// What kind of change it is, in kebab-case.
    pub kind: &'static str,
    /// What it means for clients.
    pub impact: Impact,
    /// The code that changed, unless it is the catalog itself that did.
    pub code: Option<String>,
    /// The value before, where a value changed.
    pub old: Option<String>,
    /// The value after, where a value changed.
    pub new: Option<String>,
    /// What changed, in one line.
    pub message: String,
    /// For whom it breaks, or why it is compatible, in one sentence.
    pub why: &'static str,
}

/// The changes found so far.
#[derive(Debug, Default)]
pub(super) struct Changes(Vec<Change>);

/// A value before and after.
#[derive(Debug, Default)]
pub(super) struct Values {
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
}

impl Changes {
    pub(super) fn into_vec(self) -> Vec<Change> {
        self.0
    }

    pub(super) fn add(&mut self, kind: Kind, code: Option<&str>, values: Values, message: String) {
        self.0.push(Change {
            kind: kind.id,
            impact: kind.impact,
            code: code.map(str::to_owned),
            old: values.old,
            new: values.new,
            message,
            why: kind.why,
        });
    }
}

impl Values {
    pub(super) fn of<T: ToString>(old: Option<&T>, new: Option<&T>) -> Self {
        Self {
            old: old.map(ToString::to_string),
            new: new.map(ToString::to_string),
        }
    }

    /// What happened to a number or to a word of the format, which need no quotes.
    pub(super) fn in_words(&self) -> String {
        self.shown(str::to_owned)
    }

    /// What happened to a name.
    pub(super) fn in_quotes(&self) -> String {
        self.shown(quoted)
    }

    fn shown(&self, show: fn(&str) -> String) -> String {
        format!("changed {}", self.before_and_after(show))
    }

    /// The value before and the value after.
    pub(super) fn before_and_after(&self, show: fn(&str) -> String) -> String {
        let none = || "none".to_owned();
        let show = |value: &Option<String>| value.as_deref().map_or_else(none, show);
        format!("from {} to {}", show(&self.old), show(&self.new))
    }
}
