//! The columns of a list, and what is in them.

use std::collections::HashMap;

use manila_catalog_file::Case;

use super::cell::{Cell, List};
use super::fields::plain;
use crate::outcome::Failure;

/// How many columns a list may have. The members of all its objects are columns.
const MOST_COLUMNS: usize = 1000;

/// A column and what its cells are.
pub(super) struct Column {
    pub(super) name: String,
    /// The name as it is compared.
    pub(super) plain: String,
    pub(super) cells: usize,
    pub(super) integers: usize,
    /// Cells that are statuses of errors.
    pub(super) statuses: usize,
    /// Texts that can be codes.
    pub(super) names: usize,
    /// Objects, and lists of them.
    pub(super) objects: usize,
}

impl Column {
    fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            plain: plain(name),
            cells: 0,
            integers: 0,
            statuses: 0,
            names: 0,
            objects: 0,
        }
    }

    fn count(&mut self, cell: &Cell) {
        self.cells += 1;
        if let Some(number) = cell.integer() {
            self.integers += 1;
            self.statuses += usize::from((400..600).contains(&number));
        }
        let is_name = matches!(cell, Cell::Text(text) if Case::Any.accepts(text.trim()));
        self.names += usize::from(is_name);
        let is_object = match cell {
            Cell::Table(_) => true,
            Cell::List(items) => items.iter().any(|item| matches!(item, Cell::Table(_))),
            _ => false,
        };
        self.objects += usize::from(is_object);
    }

    /// Whether most of its cells are texts that cannot be codes.
    pub(super) fn is_prose(&self) -> bool {
        2 * (self.names + self.integers + self.objects) < self.cells
    }

    pub(super) fn has_numbers(&self) -> bool {
        self.cells > 0 && self.integers == self.cells
    }
}

/// The columns in the order in which the list has them.
pub(super) fn columns_of(list: &List) -> Result<Vec<Column>, Failure> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut columns: Vec<Column> = Vec::new();
    for row in &list.rows {
        for (name, cell) in &row.cells {
            let at = *places.entry(name).or_insert_with(|| {
                columns.push(Column::named(name));
                columns.len() - 1
            });
            if columns.len() > MOST_COLUMNS {
                let message = format!("the list has more than {MOST_COLUMNS} columns");
                return Err(Failure(message));
            }
            if !cell.is_empty() {
                columns[at].count(cell);
            }
        }
    }
    Ok(columns)
}
