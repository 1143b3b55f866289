//! One thing that is told.

use std::borrow::Cow;

use manila_catalog_file::{Diagnostic, Level};

use super::lines::{Lines, Place};
use super::text::code_of;
use crate::input::Input;

/// A finding or a change, as tools take it.
pub(crate) struct Told<'a> {
    pub(crate) severity: Severity,
    pub(crate) file: &'a str,
    pub(crate) place: Option<Place>,
    /// The rule of a finding, or the kind of a change.
    pub(crate) rule: &'static str,
    /// What the rule is, or why a change of this kind matters.
    pub(crate) about: &'static str,
    pub(crate) code: Option<&'a str>,
    /// What is told, line by line.
    pub(crate) message: Vec<String>,
}

/// How much something that is told matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    /// The word for it in texts and data.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl<'a> Told<'a> {
    pub(crate) fn finding(
        input: &'a Input,
        lines: &Lines<'_>,
        found: &'a Diagnostic,
        about: &'static str,
    ) -> Self {
        let message = [
            Some(found.message.clone()),
            found.help.clone(),
            code_of(input, found),
        ];
        Self {
            severity: match found.level {
                Level::Warning => Severity::Warning,
                Level::Note => Severity::Note,
                _ => Severity::Error,
            },
            file: &input.name,
            place: Some(lines.place(&found.span)),
            rule: found.rule,
            about,
            code: found.code.as_deref(),
            message: message.into_iter().flatten().collect(),
        }
    }
}

/// The name of a file as tools compare it with those of a repository: with `/` between its parts.
pub(super) fn slashes(file: &str, is_windows: bool) -> Cow<'_, str> {
    if is_windows {
        Cow::Owned(file.replace('\\', "/"))
    } else {
        Cow::Borrowed(file)
    }
}

#[cfg(test)]
mod tests {
    use super::slashes;

    #[test]
    fn a_file_of_windows_has_slashes_between_its_parts() {
        assert_eq!(slashes("plans\\errors.toml", true), "plans/errors.toml");
        assert_eq!(slashes("plans\\errors.toml", false), "plans\\errors.toml");
    }
}
