//! A list in JSON.

use serde_json::value::RawValue;

use super::cell::{Cell, List};
use super::node::{Kind, Node};
use super::told::Told;
use crate::shown::shown;

pub(super) fn read(text: &str, told: &mut Told) -> Result<List, String> {
    let of_text = |error: serde_json::Error| error.to_string();
    let mut node: Node<&RawValue> = serde_json::from_str(text).map_err(of_text)?;
    if let Some(at) = node.inner(|part| kind(part.get()))
        && let Node::Table(members) = node
    {
        let (name, part) = &members[at];
        told.note(format!("the codes are in `{}`", shown(name)));
        node = serde_json::from_str(part.get()).map_err(|error| {
            let before = Lines::default().of(text, part.get()).saturating_sub(1);
            without_place(&error) + &format!(" at line {}", before + error.line())
        })?;
    }
    let lines = std::cell::RefCell::new(Lines::default());
    let row = |part: &RawValue| {
        let line = lines.borrow_mut().of(text, part.get());
        // The text was judged already, but for how deep it nests.
        let cell = serde_json::from_str::<Cell>(part.get());
        (line, cell.map_err(|error| without_place(&error)))
    };
    Ok(List {
        rows: node.rows(row, told),
        has_columns: true,
        ..List::default()
    })
}

/// A whole document.
pub(super) fn document(text: &str) -> Result<Cell, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn kind(part: &str) -> Kind {
    match part.as_bytes().first() {
        Some(b'[') => Kind::List,
        Some(b'{') => Kind::Table,
        _ => Kind::Scalar,
    }
}

fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    text[..end].to_owned()
}

/// Counts the lines before parts of a text, which are asked for in their order.
#[derive(Debug, Default)]
struct Lines {
    counted: usize,
    before: usize,
}

impl Lines {
    /// The line that a part of the text begins in, from 1.
    fn of(&mut self, text: &str, part: &str) -> usize {
        let start = part.as_ptr().addr().wrapping_sub(text.as_ptr().addr());
        let skipped = text.as_bytes().get(self.counted..start).unwrap_or_default();
        self.before += skipped.iter().filter(|byte| **byte == b'\n').count();
        self.counted = self.counted.max(start);
        self.before + 1
    }
}
