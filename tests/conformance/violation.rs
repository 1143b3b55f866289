//! Violations as each style writes them, written down a second time.

use manila_examples::workbench::Style;

use crate::expected::{Error, object};

/// A violation.
#[derive(Debug, Clone)]
pub(crate) struct Violation {
    /// The entry that it takes its code from.
    error: Error,
    message: &'static str,
    place: Option<(&'static str, &'static str)>,
    details: Option<&'static str>,
}

impl Violation {
    pub(crate) const fn new(error: Error, message: &'static str) -> Self {
        Self {
            error,
            message,
            place: None,
            details: None,
        }
    }

    /// A pointer into the body.
    pub(crate) fn pointer(self, pointer: &'static str) -> Self {
        Self {
            place: Some(("pointer", pointer)),
            ..self
        }
    }

    pub(crate) fn parameter(self, name: &'static str) -> Self {
        Self {
            place: Some(("parameter", name)),
            ..self
        }
    }

    pub(crate) fn header(self, name: &'static str) -> Self {
        Self {
            place: Some(("header", name)),
            ..self
        }
    }

    /// The members of the details, as JSON.
    pub(crate) fn details(self, members: &'static str) -> Self {
        Self {
            details: Some(members),
            ..self
        }
    }

    fn write(&self, style: Style) -> String {
        let Self { error, message, .. } = self;
        let code = error.json_code();
        let place = |fragment: &str| {
            self.place.map_or_else(String::new, |(kind, place)| {
                let fragment = if kind == "pointer" { fragment } else { "" };
                format!(r#""{kind}":"{fragment}{place}""#)
            })
        };
        let after = |place: String| match &*place {
            "" => place,
            _ => format!(",{place}"),
        };
        match style {
            Style::OkError | Style::CodeData => format!(
                r#"{{"code":{code},"message":"{message}"{}{}}}"#,
                after(place("")),
                object("details", [self.details]),
            ),
            Style::Problem => format!(
                r#"{{"code":{code},"detail":"{message}"{}{}}}"#,
                after(place("#")),
                object("details", [self.details]),
            ),
            Style::JsonApi => format!(
                r#"{{"status":"{}","code":"{}","title":"{}","detail":"{message}"{}{}}}"#,
                error.status,
                error.code,
                error.title,
                object(
                    "source",
                    [Some(&*place("")).filter(|place| !place.is_empty())]
                ),
                object("meta", [self.details]),
            ),
        }
    }
}

/// The member `errors`; nothing where there are none.
pub(crate) fn errors(violations: &[Violation], style: Style) -> Option<String> {
    let written: Vec<_> = violations
        .iter()
        .map(|violation| violation.write(style))
        .collect();
    (!written.is_empty()).then(|| format!(r#""errors":[{}]"#, written.join(",")))
}
