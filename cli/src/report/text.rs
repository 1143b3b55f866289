//! Findings in the manner of rustc.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};
use manila_catalog_file::{Diagnostic, Level};

use crate::input::{Format, Input};

/// The longest lines that are shown, in bytes.
const LONGEST: usize = 4096;

/// Findings in the manner of rustc.
pub(crate) fn text(input: &Input, diagnostics: &[Diagnostic]) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    let mut shown = String::new();
    let name = input.shown_name();
    for diagnostic in diagnostics {
        shown += &renderer.render(&[group(input, &name, diagnostic)]);
        shown += "\n\n";
    }
    shown
}

fn group<'a>(input: &'a Input, name: &'a str, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.level {
        Level::Warning => Title::WARNING,
        Level::Note => Title::NOTE,
        _ => Title::ERROR,
    };
    let title = level
        .primary_title(&*diagnostic.message)
        .id(diagnostic.rule);
    let lines = lines_of(&input.text, &diagnostic.span);
    let group = if lines.len() > LONGEST {
        let origin = Origin::path(name).line(diagnostic.line);
        title.element(origin.char_column(diagnostic.column))
    } else {
        let span = diagnostic.span.start - lines.start..diagnostic.span.end - lines.start;
        let snippet = Snippet::source(&input.text[lines])
            .path(name)
            .line_start(diagnostic.line)
            .annotation(
                AnnotationKind::Primary
                    .span(span)
                    .label(code_of(input, diagnostic)),
            );
        title.element(snippet)
    };
    match &diagnostic.help {
        Some(help) => group.element(Title::HELP.message(&**help)),
        None => group,
    }
}

/// The code that a finding in an export is about. An export is written by a program: what is wrong in
/// it is put right elsewhere, where the line says nothing.
pub(super) fn code_of(input: &Input, diagnostic: &Diagnostic) -> Option<String> {
    let code = diagnostic.code.as_ref();
    let code = code.filter(|_| input.format == Format::Json)?;
    Some(format!("in the code `{code}`"))
}

/// The whole lines that a span is in. The renderer reads all that it is given, once a finding.
fn lines_of(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |length| span.end + length);
    start..end
}
