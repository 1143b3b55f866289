//! A text in one of a page's languages.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use askama::filters::Escaper as _;

use crate::escape::{Markdown, Markup};
use crate::languages::{Direction, direction};
use crate::prose;

/// A text of a page, in the page's language or in another one.
///
/// As HTML it is what it is displayed as, for templates to take as it is: what is in another language is marked
/// with that (WCAG 2.2, 3.1.2).
#[derive(Debug, Clone)]
pub(crate) struct Said<'a> {
    parts: Vec<Part<'a>>,
    /// The language of the text, where that is not the page's.
    language: Option<&'a str>,
    /// The direction of the page.
    direction: Direction,
    /// Whether backticks enclose code.
    is_prose: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Part<'a> {
    Words(Cow<'a, str>),
    /// What a sentence repeats.
    Value(Cow<'a, str>),
    /// A place of this name, which the template fills.
    Slot(&'static str),
}

impl<'a> Said<'a> {
    /// A text of these parts, on a page of this direction.
    pub(crate) const fn new(
        parts: Vec<Part<'a>>,
        language: Option<&'a str>,
        direction: Direction,
    ) -> Self {
        Self {
            parts,
            language,
            direction,
            is_prose: false,
        }
    }

    /// Shows what is between backticks as code.
    pub(crate) const fn prose(mut self) -> Self {
        self.is_prose = true;
        self
    }

    /// Shows backticks as they are.
    pub(crate) const fn plain(mut self) -> Self {
        self.is_prose = false;
        self
    }

    /// Whether it is in another language than the page.
    pub(crate) const fn is_marked(&self) -> bool {
        self.language.is_some()
    }

    /// The text alone, for attributes.
    pub(crate) fn text(&self) -> String {
        let parts = self.parts.iter().map(|part| match part {
            Part::Words(text) | Part::Value(text) => &**text,
            Part::Slot(_) => "",
        });
        parts.collect()
    }

    /// The attribute that says the language, where that is not the page's: for elements that have nothing but
    /// text inside.
    pub(crate) fn lang(&self) -> String {
        self.language
            .map(|language| format!(" lang=\"{}\"", Escaped(language)))
            .unwrap_or_default()
    }

    /// The text behind a number.
    pub(crate) fn behind(mut self, number: u16) -> Self {
        let start = match self.text().is_empty() {
            true => number.to_string(),
            false => format!("{number} "),
        };
        self.parts.insert(0, Part::Words(start.into()));
        self
    }

    /// Its paragraphs.
    pub(crate) fn paragraphs(&self) -> Vec<Self> {
        let text = self.text();
        let paragraphs = prose::paragraphs(&text);
        paragraphs
            .map(|paragraph| Self {
                parts: vec![Part::Words(Cow::Owned(paragraph.to_owned()))],
                ..self.clone()
            })
            .collect()
    }

    /// What is before its slot, and what is behind.
    pub(crate) fn around(self) -> (Self, Self) {
        let is_slot = |part: &Part<'_>| matches!(part, Part::Slot(_));
        let mut before = self;
        let slot = before.parts.iter().position(is_slot);
        let behind = slot.map_or_else(Vec::new, |slot| before.parts.split_off(slot));
        let after = Self {
            parts: behind,
            ..before.clone()
        };
        (before, after)
    }

    /// Its parts between slots, each with the name of the slot behind it; the last one has none.
    pub(crate) fn between_slots(self) -> Vec<(Self, &'static str)> {
        let mut pieces = Vec::new();
        let mut parts = Vec::new();
        for part in self.parts.iter().cloned() {
            match part {
                Part::Slot(name) => pieces.push((std::mem::take(&mut parts), name)),
                other => parts.push(other),
            }
        }
        pieces.push((parts, ""));
        let pieces = pieces.into_iter();
        pieces
            .map(|(parts, slot)| {
                let piece = Self {
                    parts,
                    ..self.clone()
                };
                (piece, slot)
            })
            .collect()
    }

    /// The text as a part of a line of Markdown, for templates to take as it is.
    pub(crate) const fn markdown(&self) -> Line<'_, 'a> {
        Line(self)
    }
}

impl Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An empty part of a sentence needs no element.
        let is_empty = self.parts.iter().all(|part| match part {
            Part::Words(text) | Part::Value(text) => text.is_empty(),
            Part::Slot(_) => true,
        });
        let language = self.language.filter(|_| !is_empty);
        if let Some(language) = language {
            write!(f, "<span lang=\"{}\"", Escaped(language))?;
            let own = direction(language);
            if own != self.direction {
                write!(f, " dir=\"{}\"", own.as_str())?;
            }
            f.write_char('>')?;
        }
        let is_isolated = self.direction == Direction::RightToLeft;
        for part in &self.parts {
            match part {
                Part::Words(text) if self.is_prose => write!(f, "{}", prose::html(text))?,
                Part::Value(text) if is_isolated => write!(f, "<bdi>{}</bdi>", Escaped(text))?,
                Part::Words(text) | Part::Value(text) => write!(f, "{}", Escaped(text))?,
                Part::Slot(_) => {}
            }
        }
        match language {
            Some(_) => f.write_str("</span>"),
            None => Ok(()),
        }
    }
}

/// A text, escaped for HTML.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Markup.write_escaped_str(f, self.0)
    }
}

/// A text as a part of a line of Markdown.
pub(crate) struct Line<'s, 'a>(&'s Said<'a>);

impl Display for Line<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(said) = self;
        for part in &said.parts {
            match part {
                Part::Words(text) if said.is_prose => write!(f, "{}", prose::markdown(text))?,
                Part::Words(text) | Part::Value(text) => {
                    let inner = text.trim();
                    // Between the parts of a sentence a space stays.
                    if text.trim_start().len() < text.len() {
                        f.write_char(' ')?;
                    }
                    Markdown.write_escaped_str(&mut *f, inner)?;
                    if !inner.is_empty() && text.trim_end().len() < text.len() {
                        f.write_char(' ')?;
                    }
                }
                Part::Slot(_) => {}
            }
        }
        Ok(())
    }
}
