//! A list in YAML.

use serde::de::DeserializeOwned;
use serde_saphyr::Spanned;

use super::cell::{Cell, List};
use super::node::{Kind, Node};
use super::told::Told;
use crate::shown::shown;

/// How many aliases a list may have: a handful of them can stand for millions of values.
const MOST_ALIASES: usize = 100;

/// How many values the aliases may stand for together.
const MOST_REPEATED: usize = 100_000;

/// How many values a list may have: each of the rows may have a good dozen of them.
const MOST_VALUES: usize = 4_000_000;

/// A value whose parts, and whose parts' parts, have places.
type Outer = Node<Spanned<Node<Spanned<Cell>>>>;

pub(super) fn read(text: &str, told: &mut Told) -> Result<List, String> {
    let node: Outer = parse(text)?;
    let at = node.inner(|part| match part.value {
        Node::List(_) => Kind::List,
        Node::Table(_) => Kind::Table,
        Node::Scalar(_) => Kind::Scalar,
    });
    let rows = match (node, at) {
        (Node::Table(mut members), Some(at)) => {
            let (name, part) = members.swap_remove(at);
            told.note(format!("the codes are in `{}`", shown(&name)));
            part.value.rows(|part| (line(&part), Ok(part.value)), told)
        }
        (node, _) => node.rows(|part| (line(&part), Ok(cell(part.value))), told),
    };
    Ok(List {
        rows,
        has_columns: true,
        ..List::default()
    })
}

/// A whole document.
pub(super) fn document(text: &str) -> Result<Cell, String> {
    parse(text)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_aliases: MOST_ALIASES,
            max_anchors: MOST_VALUES,
            max_nodes: MOST_VALUES,
            max_events: 2 * MOST_VALUES,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: MOST_REPEATED,
        },
        // As YAML 1.2 has it: `no` is a text.
        strict_booleans: true,
        ignore_binary_tag_for_string: true,
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let line = error.location().map_or(1, |location| location.line());
        // What an alias stands for has a place of its own, behind that.
        let text = error.to_string();
        let message = text.split(" at line ").next().unwrap_or_default();
        let message = if message.contains("Aliases") {
            format!("more than {MOST_ALIASES} aliases")
        } else if message.contains("alias replay limit") {
            format!("its aliases stand for more than {MOST_REPEATED} values")
        } else {
            message.to_owned()
        };
        format!("{message} at line {}", line.max(1))
    })
}

fn line<T>(part: &Spanned<T>) -> usize {
    usize::try_from(part.referenced.line()).unwrap_or(1).max(1)
}

/// A value without the places of its parts: a code is told about by its own.
fn cell(node: Node<Spanned<Cell>>) -> Cell {
    match node {
        Node::List(items) => Cell::List(items.into_iter().map(|item| item.value).collect()),
        Node::Table(members) => {
            let members = members.into_iter();
            Cell::Table(members.map(|(name, part)| (name, part.value)).collect())
        }
        Node::Scalar(cell) => cell,
    }
}
