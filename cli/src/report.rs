//! Findings, for people and for tools.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Title, Renderer, Snippet};
use manila_catalog_file::{Diagnostic, Level};
use serde::Serialize;

use crate::input::Input;

/// Findings in the manner of rustc.
pub(crate) fn text(input: &Input, diagnostics: &[Diagnostic]) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    let mut shown = String::new();
    for diagnostic in diagnostics {
        shown += &renderer.render(&[group(input, diagnostic)]);
        shown += "\n\n";
    }
    shown
}

fn group<'a>(input: &'a Input, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.level {
        Level::Warning => Title::WARNING,
        _ => Title::ERROR,
    };
    let title = level
        .primary_title(&*diagnostic.message)
        .id(diagnostic.rule);
    let snippet = Snippet::source(&*input.text)
        .path(&*input.name)
        .annotation(AnnotationKind::Primary.span(diagnostic.span.clone()));
    let group = title.element(snippet);
    match &diagnostic.help {
        Some(help) => group.element(Title::HELP.message(&**help)),
        None => group,
    }
}

/// A finding as data.
#[derive(Serialize)]
pub(crate) struct Finding<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    level: &'static str,
    rule: &'static str,
    message: &'a str,
    help: Option<&'a str>,
}

impl<'a> Finding<'a> {
    pub(crate) fn of(input: &'a Input, diagnostic: &'a Diagnostic) -> Self {
        Self {
            file: &input.name,
            line: diagnostic.line,
            column: diagnostic.column,
            level: diagnostic.level.as_str(),
            rule: diagnostic.rule,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
        }
    }
}

/// A finding as a command of GitHub's workflows.
pub(crate) fn github(finding: &Finding<'_>) -> String {
    let help = finding
        .help
        .map(|help| format!("\n{help}"))
        .unwrap_or_default();
    format!(
        "::{} file={},line={},col={},title={}::{}\n",
        finding.level,
        property(finding.file),
        finding.line,
        finding.column,
        property(finding.rule),
        data(&format!("{}{help}", finding.message)),
    )
}

/// A message may not end its line.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property may end neither its line nor itself.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
