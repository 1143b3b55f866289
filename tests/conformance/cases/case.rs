//! What a row of the table is.

use manila_examples::workbench::Framework;
use manila_probe::wire::Request;
use manila_properties::expected::{ExpectedFault, ExpectedViolation};

use crate::expected::of_catalog;

/// A request, and the error that every adapter answers it with.
pub(crate) struct Case {
    /// What goes wrong, in words.
    pub(crate) name: &'static str,
    pub(crate) request: Request,
    pub(crate) error: ExpectedFault,
    /// Fields that are there beside those that every error has.
    pub(crate) kept: Vec<(&'static str, &'static str)>,
    /// What the log alone is told.
    pub(crate) told: Option<&'static str>,
    /// What the framework itself decides.
    pub(super) own: fn(Framework, &mut Self),
}

impl Case {
    pub(crate) fn new(name: &'static str, request: Request, error: ExpectedFault) -> Self {
        Self {
            name,
            request,
            error,
            kept: Vec::new(),
            told: None,
            own: |_, _| {},
        }
    }

    /// A code that a handler raises, with a query or without.
    pub(crate) fn raised(code: &str, error: ExpectedFault) -> Self {
        Self::get("a published code", &format!("/raise/{code}"), error)
    }

    /// A GET.
    pub(super) fn get(name: &'static str, path: &str, error: ExpectedFault) -> Self {
        Self::new(name, Request::get(path), error)
    }

    /// Rules of a validator that the input breaks.
    pub(super) fn broken(self, violations: Vec<ExpectedViolation>) -> Self {
        Self {
            error: self.error.violations(violations),
            ..self
        }
    }

    pub(super) fn kept(self, kept: &[(&'static str, &'static str)]) -> Self {
        Self {
            kept: kept.to_vec(),
            ..self
        }
    }

    pub(super) fn told(self, told: &'static str) -> Self {
        Self {
            told: Some(told),
            ..self
        }
    }

    /// Gives the error these details, where only the framework knows them.
    pub(super) fn detail(&mut self, members: &str) {
        self.error = self.error.clone().details(members);
    }

    pub(super) fn own(self, own: fn(Framework, &mut Self)) -> Self {
        Self { own, ..self }
    }

    /// The case as this framework has it.
    pub(crate) fn on(mut self, framework: Framework) -> Self {
        let own = self.own;
        own(framework, &mut self);
        self
    }
}

/// An entry of the catalog.
pub(super) fn catalog(code: &str) -> ExpectedFault {
    of_catalog(code)
}

/// The details of an error that keeps the text that was meant for the client.
pub(super) fn reason(text: &str) -> String {
    format!(r#""reason":"{text}""#)
}
