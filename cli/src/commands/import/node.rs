//! The outer levels of a list in JSON or YAML, whose values still have their places.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::cell::{AnyCell, Cell, Key, MEMBER, MOST_ROWS, Place, Row};
use super::told::Told;

/// A value whose parts are still to be looked at.
pub(super) enum Node<P> {
    List(Vec<P>),
    Table(Vec<(String, P)>),
    Scalar(Cell),
}

/// What a part of a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    List,
    Table,
    Scalar,
}

impl<P> Node<P> {
    /// Which member has the codes, where the object is only around them: `{"errors": […]}`.
    pub(super) fn inner(&self, kind: impl Fn(&P) -> Kind) -> Option<usize> {
        let Self::Table(members) = self else {
            return None;
        };
        const NAMES: [&str; 5] = [
            "codes",
            "errors",
            "error_codes",
            "errorCodes",
            "error-codes",
        ];
        let parts = || {
            members
                .iter()
                .map(|(name, part)| (NAMES.contains(&&**name), kind(part)))
        };
        let only = |wanted: Kind| {
            let found = parts().position(|(_, kind)| kind == wanted)?;
            let count = parts().filter(|(_, kind)| *kind == wanted).count();
            (count == 1).then_some(found)
        };
        // A code is never a list.
        let named = parts().position(|(is_named, kind)| is_named && kind == Kind::List);
        let table = || only(Kind::Table).filter(|at| NAMES.contains(&&*members[*at].0));
        named.or_else(|| only(Kind::List)).or_else(table)
    }

    /// The codes: the items of a list, or the members of an object.
    pub(super) fn rows(
        self,
        read: impl Fn(P) -> (usize, Result<Cell, String>),
        told: &mut Told,
    ) -> Vec<Row> {
        let named: Vec<(Option<String>, P)> = match self {
            Self::List(items) => items.into_iter().map(|item| (None, item)).collect(),
            Self::Table(members) => {
                let members = members.into_iter();
                members.map(|(name, part)| (Some(name), part)).collect()
            }
            Self::Scalar(_) => Vec::new(),
        };
        let mut rows = Vec::with_capacity(named.len());
        for (name, part) in named {
            let (line, cell) = read(part);
            let place = Place::Line(line);
            let cells = cell.and_then(|cell| cells(name, cell));
            match cells {
                Ok(cells) => rows.push(Row { place, cells }),
                Err(why) => told.leave_out_row(&place, &why),
            }
        }
        rows
    }
}

/// The cells of one code. A code that is a member of an object may be its message or its status alone.
fn cells(name: Option<String>, cell: Cell) -> Result<Vec<(String, Cell)>, String> {
    let is_named = name.is_some();
    let named = name.map(|name| (MEMBER.to_owned(), Cell::Text(name)));
    let rest = match cell {
        Cell::Table(members) => members,
        Cell::Text(_) if is_named => vec![("message".to_owned(), cell)],
        Cell::Number(_) if is_named => {
            let is_status = cell.integer().is_some_and(|n| (100..600).contains(&n));
            let column = if is_status { "status" } else { "number" };
            vec![(column.to_owned(), cell)]
        }
        Cell::Nothing if is_named => Vec::new(),
        _ => return Err("expected an object".to_owned()),
    };
    Ok(named.into_iter().chain(rest).collect())
}

impl<'de, P: Deserialize<'de>> Deserialize<'de> for Node<P> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNode(PhantomData))
    }
}

struct AnyNode<P>(PhantomData<P>);

fn too_many<E: Error>() -> E {
    E::custom(format_args!("more than {MOST_ROWS} codes"))
}

impl<'de, P: Deserialize<'de>> Visitor<'de> for AnyNode<P> {
    type Value = Node<P>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects, or an object by code")
    }

    fn visit_unit<E: Error>(self) -> Result<Node<P>, E> {
        AnyCell.visit_unit().map(Node::Scalar)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node<P>, E> {
        AnyCell.visit_bool(value).map(Node::Scalar)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node<P>, E> {
        AnyCell.visit_i64(value).map(Node::Scalar)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node<P>, E> {
        AnyCell.visit_u64(value).map(Node::Scalar)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node<P>, E> {
        AnyCell.visit_f64(value).map(Node::Scalar)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node<P>, E> {
        AnyCell.visit_str(value).map(Node::Scalar)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node<P>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            if items.len() == MOST_ROWS {
                return Err(too_many());
            }
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<P>, A::Error> {
        let mut members = Vec::new();
        while let Some((Key(name), value)) = map.next_entry()? {
            if members.len() == MOST_ROWS {
                return Err(too_many());
            }
            members.push((name, value));
        }
        Ok(Node::Table(members))
    }
}
