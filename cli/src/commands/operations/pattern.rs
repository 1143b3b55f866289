//! Which operations a word of a catalog stands for.

use std::fmt;

use manila_catalog_file::Template;

use super::super::operation::parts_of;

/// An operation of a service: a method, and the template of a route.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Operation<'r> {
    pub(super) template: &'r Template,
    pub(super) method: &'r str,
}

impl fmt::Display for Operation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.template)
    }
}

/// What `METHOD /template`, `/template` and `METHOD /start/*` take.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub(super) method: Option<String>,
    /// The template, or what all are below.
    pub(super) template: Template,
    is_start: bool,
}

impl Pattern {
    /// Reads what begins with a slash, behind a method or not.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (method, path) = parts_of(text);
        if !path.starts_with('/') {
            return None;
        }
        let start = path.strip_suffix("/*");
        Some(Self {
            method: method.map(str::to_ascii_uppercase),
            template: Template::of(start.unwrap_or(path)),
            is_start: start.is_some(),
        })
    }

    pub(super) fn takes(&self, operation: &Operation<'_>) -> bool {
        let method = self.method.as_deref();
        method.is_none_or(|method| method == operation.method)
            && self.takes_path(operation.template)
    }

    /// Whether it is one operation alone, and this one.
    pub(super) fn is(&self, operation: &Operation<'_>) -> bool {
        self.method.is_some() && !self.is_start && self.takes(operation)
    }

    pub(super) fn takes_path(&self, template: &Template) -> bool {
        if self.is_start {
            self.template.is_above(template)
        } else {
            self.template == *template
        }
    }
}
