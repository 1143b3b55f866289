//! What a list has, whatever it is written in.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::shown::shown;

/// How many codes a list may have.
pub(super) const MOST_ROWS: usize = 100_000;

/// A list of codes as it was read.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) rows: Vec<Row>,
    /// Whether it has columns of its own, as all but a document have.
    pub(super) has_columns: bool,
    /// What the whole list is called.
    pub(super) title: Option<String>,
    /// What the list says of operations: their names, titles and groups.
    pub(super) operations: Vec<(String, Option<String>, Vec<String>)>,
}

/// What a list says of one code.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) place: Place,
    /// The cells that have something, by their columns.
    pub(super) cells: Vec<(String, Cell)>,
}

/// Where in a list something is, behind the list's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Line(usize),
    /// An operation and a status.
    Response(String),
}

impl Place {
    pub(super) fn in_words(&self) -> String {
        match self {
            Self::Line(line) => format!("line {line}"),
            Self::Response(name) => shown(name),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, ":{line}"),
            Self::Response(name) => write!(f, ": {}", shown(name)),
        }
    }
}

/// The column that the names of an object's members are in: no other column is called so.
pub(super) const MEMBER: &str = "(the member's name)";

/// A value of a list. Members keep their order, and are there as often as the list has them.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Nothing,
    Flag(bool),
    /// As JSON writes it.
    Number(String),
    Text(String),
    List(Vec<Self>),
    Table(Vec<(String, Self)>),
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A text, a number or a flag as a text, without blanks around it.
    pub(super) fn scalar(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text.trim()),
            Self::Flag(true) => Some("true"),
            Self::Flag(false) => Some("false"),
            Self::Nothing | Self::List(_) | Self::Table(_) => None,
        }
    }

    /// A scalar on one line, if it says something.
    pub(super) fn line(&self) -> Option<String> {
        let words: Vec<_> = self.scalar()?.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// Whether it says nothing: tables often have a dash there.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) => {
                matches!(text.trim(), "" | "-" | "–" | "—" | "n/a" | "N/A")
            }
            Self::List(items) => items.iter().all(Self::is_empty),
            Self::Table(members) => members.is_empty(),
            Self::Flag(_) | Self::Number(_) => false,
        }
    }

    /// The whole number that it is, whatever wrote it: a text, or a spreadsheet that made it `404.0`.
    pub(super) fn integer(&self) -> Option<i64> {
        let (Self::Text(text) | Self::Number(text)) = self else {
            return None;
        };
        // A minus sign as typographers write it.
        let text = text.trim().replace('\u{2212}', "-");
        let whole = match text.split_once('.') {
            Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => whole,
            Some(_) => return None,
            None => &text,
        };
        whole.parse().ok()
    }

    pub(super) fn get(&self, member: &str) -> Option<&Self> {
        let Self::Table(members) = self else {
            return None;
        };
        let found = members.iter().find(|(name, _)| name == member);
        found.map(|(_, value)| value)
    }

    pub(super) fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Table(members) => members,
            _ => &[],
        }
    }

    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyCell)
    }
}

/// Reads whatever there is.
pub(super) struct AnyCell;

impl<'de> Visitor<'de> for AnyCell {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Nothing)
    }

    fn visit_none<E>(self) -> Result<Cell, E> {
        Ok(Cell::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<Cell, D::Error> {
        Cell::deserialize(value)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Cell, E> {
        Ok(Cell::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Cell, E> {
        Ok(Cell::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Cell, E> {
        Ok(Cell::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Cell, E> {
        Ok(Cell::Number(format!("{number:?}")))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
        Ok(Cell::text(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Cell, E> {
        Ok(Cell::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Cell, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Cell::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cell, A::Error> {
        let mut members = Vec::new();
        while let Some((Key(name), value)) = map.next_entry()? {
            members.push((name, value));
        }
        Ok(Cell::Table(members))
    }
}

/// The name of a member: YAML has numbers and flags there too.
pub(super) struct Key(pub(super) String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}
