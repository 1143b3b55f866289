//! A list in YAML.

use serde_saphyr::Spanned;

use super::cell::{Cell, List};
use super::node::{Kind, Node};
use super::told::Told;
use crate::shown::shown;
use crate::yaml::parse;

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
