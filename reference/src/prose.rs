//! Sentences of a catalog, whose backticks enclose code.

use std::fmt::{self, Display, Write};

use askama::filters::Escaper as _;

use crate::escape::{Markdown, Markup};

/// A part of a sentence.
enum Part<'a> {
    Words(&'a str),
    Code(&'a str),
}

/// The parts of a sentence: what stands between two backticks on one line is code.
fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    let mut code = None;
    std::iter::from_fn(move || {
        if let Some(code) = code.take() {
            return Some(Part::Code(code));
        }
        if rest.is_empty() {
            return None;
        }
        let spans = rest.match_indices('`').map(|(start, _)| start);
        for start in spans {
            let inner = &rest[start + 1..];
            let Some(end) = inner.find('`') else { break };
            let inside = &inner[..end];
            if inside.trim().is_empty() || inside.contains(['\n', '\r']) {
                continue;
            }
            let words = &rest[..start];
            rest = &inner[end + 1..];
            code = Some(inside);
            return Some(Part::Words(words));
        }
        Some(Part::Words(std::mem::take(&mut rest)))
    })
}

/// A sentence as HTML, for templates to take as it is.
pub(crate) fn html(text: &str) -> Html<'_> {
    Html(text)
}

pub(crate) struct Html<'a>(&'a str);

impl Display for Html<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in parts(self.0) {
            match part {
                Part::Words(words) => Markup.write_escaped_str(&mut *f, words)?,
                Part::Code(code) => {
                    f.write_str("<code>")?;
                    Markup.write_escaped_str(&mut *f, code)?;
                    f.write_str("</code>")?;
                }
            }
        }
        Ok(())
    }
}

/// A sentence as a line of Markdown, for templates to take as it is.
pub(crate) fn markdown(text: &str) -> Line<'_> {
    Line(text)
}

pub(crate) struct Line<'a>(&'a str);

impl Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.trim();
        for part in parts(text) {
            match part {
                Part::Words(words) => {
                    let inner = words.trim();
                    let [start, end] = [words.trim_start(), words.trim_end()];
                    let is_blank = inner.is_empty() && !words.is_empty();
                    let begins_apart = start.len() < words.len();
                    if is_blank || begins_apart {
                        f.write_char(' ')?;
                    }
                    Markdown.write_escaped_str(&mut *f, inner)?;
                    if !is_blank && end.len() < words.len() {
                        f.write_char(' ')?;
                    }
                }
                Part::Code(code) => {
                    let shown = code.chars().flat_map(manila_catalog_file::printable);
                    f.write_char('`')?;
                    shown.into_iter().try_for_each(|c| f.write_char(c))?;
                    f.write_char('`')?;
                }
            }
        }
        Ok(())
    }
}

/// The paragraphs of a text, which blank lines are between.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = blank_line(rest);
        let (paragraph, after) =
            end.map_or((rest, ""), |(start, end)| (&rest[..start], &rest[end..]));
        rest = after;
        Some(paragraph.trim())
    })
    .filter(|paragraph| !paragraph.is_empty())
}

/// Where the first blank line is, with the line end before it.
fn blank_line(text: &str) -> Option<(usize, usize)> {
    text.match_indices('\n').find_map(|(start, _)| {
        let after = &text[start + 1..];
        let end = after.find('\n')?;
        after[..end]
            .trim()
            .is_empty()
            .then_some((start, start + 1 + end + 1))
    })
}
