//! An observer of the workbench's own, which keeps what it is told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use manila::{ErrorReport, Observe};
use serde_json::{Value, json};

/// How many errors are kept.
const MOST: usize = 1000;

/// The last errors that the observer was told of, the oldest first. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Observed(Arc<Mutex<VecDeque<Value>>>);

impl Observed {
    /// What `/observed` answers with.
    pub(super) fn to_json(&self) -> Value {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().cloned().collect()
    }
}

impl Observe for Observed {
    fn observe(&self, report: &ErrorReport<'_>) {
        let told = json!({
            "id": report.request_id(),
            "code": report.code(),
            "status": report.status(),
            "origin": report.origin().as_str(),
            "method": report.method(),
            "path": report.path(),
            "cause": report.cause_text(),
        });
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == MOST {
            kept.pop_front();
        }
        kept.push_back(told);
    }
}
