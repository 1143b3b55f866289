//! Texts that are hardly JSON any more.

use std::ops::Range;

use manila::{Fault, Violation};
use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};
use serde::de::IgnoredAny;

use crate::case::{Case, cases};
use crate::document::spell;

/// The text of a document, and what is done to it.
#[derive(Debug, Clone)]
pub struct Broken {
    case: Case,
    at: Index,
    end: Index,
    text: &'static str,
}

/// What is put somewhere into a text.
const TEXTS: [&str; 14] = [
    "", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud800", "nul", "-", "1e", "\u{0}",
];

/// Texts in a part of which something else stands.
pub fn broken() -> impl Strategy<Value = Broken> {
    let places = (any::<Index>(), any::<Index>());
    (cases(0..=1), places, select(&TEXTS[..])).prop_map(|(case, (at, end), text)| Broken {
        case,
        at,
        end,
        text,
    })
}

impl Broken {
    fn text(&self) -> String {
        let mut text = spell(&self.case.document(), self.case.spelling);
        let characters: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
        let (at, end) = (self.at.get(&characters), self.end.get(&characters));
        // Either it is put between, or it stands for all that follows.
        let range: Range<usize> = match at < end {
            true => *at..text.len(),
            false => *at..*at,
        };
        text.replace_range(range, self.text);
        text
    }
}

/// What is said of a text that is not read as JSON.
const NO_JSON: [&str; 3] = [
    "The body is not valid JSON.",
    "A string in the body is not valid Unicode text.",
    "The body is nested too deeply.",
];

/// Asserts that a text that is no JSON is refused at a line and a column that it has, or for want of
/// any text.
///
/// # Panics
///
/// If it is not.
pub fn check_broken(broken: &Broken) {
    let text = broken.text();
    if serde_json::from_str::<IgnoredAny>(&text).is_ok() {
        return;
    }
    for read in [broken.case.of.json, broken.case.of.json_all] {
        let Err(fault) = read(text.as_bytes()) else {
            panic!("{text:?} is taken");
        };
        assert_eq!(fault.to_string(), "invalid_json", "{text:?}");
        if text.is_empty() {
            let told: Vec<_> = fault.violations().iter().map(Violation::message).collect();
            assert_eq!(told, ["The request has no body."]);
            continue;
        }
        let [violation] = fault.violations() else {
            panic!("{text:?}: one violation is told");
        };
        let is_known = NO_JSON.contains(&violation.message());
        assert!(is_known && violation.source().is_none(), "{text:?}");
        let (line, column) = (number(&fault, "line"), number(&fault, "column"));
        let has_it = text
            .split('\n')
            .nth(line.saturating_sub(1))
            .is_some_and(|line| column <= line.len() + 1);
        assert!(line > 0 && has_it, "{text:?}: {line}, {column}");
    }
}

fn number(fault: &Fault, name: &str) -> usize {
    let mut details = fault.details();
    let detail = details.find(|(known, _)| known == name);
    detail.and_then(|(_, json)| json.parse().ok()).unwrap_or(0)
}
