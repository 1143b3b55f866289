//! One mistake in a document.

use manila_properties::json::Json;
use proptest::prelude::{Just, Strategy, any};
use proptest::prop_oneof;
use proptest::sample::{Index, select};

use crate::document::{Step, value_mut};
use crate::shape::{NAMES, kind_of, scalars};

/// A mistake: which of those that can be made, and what it takes.
#[derive(Debug, Clone)]
pub(crate) struct Damage {
    at: Index,
    value: Json,
    number: &'static str,
    name: &'static str,
    /// The one change that is made, where it is not any.
    only: Option<Change>,
}

/// A number that the grammar allows and no reader has.
const UNREADABLE: &str = "1e400";

/// Numbers, most of which are out of some range.
const NUMBERS: [&str; 14] = [
    "256",
    "-1",
    "0",
    "128",
    "-129",
    "65536",
    "4294967296",
    "-2147483649",
    "18446744073709551616",
    "9223372036854775808",
    "-9223372036854775809",
    "340282366920938463463374607431768211456",
    UNREADABLE,
    "1.5",
];

/// Any mistake.
pub(crate) fn damages() -> impl Strategy<Value = Damage> {
    let names = [&NAMES[..], &["canary", "Free", "trial", "Circle", "id"]].concat();
    (
        any::<Index>(),
        prop_oneof![9 => scalars(), 1 => Just(Json::Number(UNREADABLE.to_owned()))],
        select(&NUMBERS[..]),
        select(names),
    )
        .prop_map(|(at, value, number, name)| Damage {
            at,
            value,
            number,
            name,
            only: None,
        })
}

/// A number that no reader has, as a member that an object has no use for.
pub(crate) fn unreadable_members() -> impl Strategy<Value = Damage> {
    any::<Index>().prop_map(|at| Damage {
        at,
        value: Json::Number(UNREADABLE.to_owned()),
        number: UNREADABLE,
        name: "canary",
        only: Some(Change::Add),
    })
}

/// What is done to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// A value of another kind stands there.
    Replace,
    /// An array stands there for an object.
    ArrayForObject,
    /// Another number stands there.
    Number,
    /// Another text stands there.
    Text,
    /// It is gone.
    Remove,
    /// It has another name.
    Rename,
    /// Its name is there twice.
    Repeat,
    /// It has one member more.
    Add,
    /// It has one element more.
    Push,
    /// It has one element less.
    Pop,
}

/// A document with one mistake more.
#[derive(Debug)]
pub(crate) struct Damaged {
    pub(crate) document: Json,
    pub(crate) scope: Scope,
}

/// Where a mistake may be told.
#[derive(Debug)]
pub(crate) struct Scope {
    /// The place of the mistake, or of what holds it.
    pub(crate) places: Vec<Vec<String>>,
    /// A value that is all wrong: any place in it is right.
    pub(crate) inside: Option<Vec<String>>,
}

impl Scope {
    /// Whether a mistake may be told at this place. Where the type has lost it, it is told of a
    /// value around it.
    pub(crate) fn allows(&self, told: &[String], is_lost: bool) -> bool {
        let is_around = |place: &Vec<String>| is_lost && place.starts_with(told);
        self.places
            .iter()
            .chain(&self.inside)
            .any(|place| place == told || is_around(place))
            || self.inside.as_ref().is_some_and(|it| told.starts_with(it))
    }
}

impl Damage {
    /// Makes the mistake; `None` where there is nothing to be wrong in.
    pub(crate) fn apply(&self, document: &Json) -> Option<Damaged> {
        let mut changes = Vec::new();
        self.list(document, &mut Vec::new(), &mut changes);
        changes.retain(|(_, change)| self.only.is_none_or(|only| *change == only));
        if changes.is_empty() {
            return None;
        }
        let (path, change) = self.at.get(&changes).clone();
        let mut document = document.clone();
        self.change(&mut document, &path, change)?;
        let scope = self.scope(&document, &path, change);
        Some(Damaged { document, scope })
    }

    /// The changes that can be made at a value and inside of it.
    fn list(&self, value: &Json, path: &mut Vec<Step>, changes: &mut Vec<(Vec<Step>, Change)>) {
        let mut add = |change| changes.push((path.clone(), change));
        if kind_of(value) != kind_of(&self.value) {
            add(Change::Replace);
        }
        match value {
            Json::Number(spelled) if spelled != self.number => add(Change::Number),
            Json::Text(text) if text != self.name => add(Change::Text),
            Json::Array(elements) => {
                add(Change::Push);
                if !elements.is_empty() {
                    add(Change::Pop);
                }
            }
            Json::Object(members) => {
                add(Change::ArrayForObject);
                if members.iter().all(|(name, _)| name != self.name) {
                    add(Change::Add);
                }
            }
            _ => {}
        }
        match value {
            Json::Array(elements) => {
                for (at, element) in elements.iter().enumerate() {
                    path.push(Step::Index(at));
                    self.list(element, path, changes);
                    path.pop();
                }
            }
            Json::Object(members) => {
                let is_new = members.iter().all(|(name, _)| name != self.name);
                for (name, value) in members {
                    path.push(Step::Member(name.clone()));
                    changes.push((path.clone(), Change::Remove));
                    changes.push((path.clone(), Change::Repeat));
                    if is_new {
                        changes.push((path.clone(), Change::Rename));
                    }
                    self.list(value, path, changes);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    fn change(&self, document: &mut Json, path: &[Step], change: Change) -> Option<()> {
        if let Change::Remove | Change::Rename | Change::Repeat = change {
            let (Step::Member(name), holder) = path.split_last()? else {
                return None;
            };
            let Json::Object(members) = value_mut(document, holder)? else {
                return None;
            };
            let at = members.iter().position(|(known, _)| known == name)?;
            match change {
                Change::Remove => {
                    members.remove(at);
                }
                Change::Rename => self.name.clone_into(&mut members.get_mut(at)?.0),
                _ => members.push(members.get(at)?.clone()),
            }
            return Some(());
        }
        let value = value_mut(document, path)?;
        match (change, &mut *value) {
            (Change::Number, _) => *value = Json::Number(self.number.to_owned()),
            (Change::Text, _) => *value = Json::text(self.name),
            (Change::ArrayForObject, Json::Object(members)) => {
                let values = members.drain(..).map(|(_, value)| value).collect();
                *value = Json::Array(values);
            }
            (Change::Add, Json::Object(members)) => {
                members.push((self.name.to_owned(), self.value.clone()));
            }
            (Change::Push, Json::Array(elements)) => elements.push(self.value.clone()),
            (Change::Pop, Json::Array(elements)) => {
                elements.pop();
            }
            _ => *value = self.value.clone(),
        }
        Some(())
    }

    fn scope(&self, document: &Json, path: &[Step], change: Change) -> Scope {
        let place = tokens(path);
        let holder = || place[..place.len().saturating_sub(1)].to_vec();
        let named = |mut holder: Vec<String>| {
            holder.push(self.name.to_owned());
            holder
        };
        let (places, inside) = match change {
            Change::Replace | Change::ArrayForObject | Change::Number | Change::Text => {
                (Vec::new(), Some(place))
            }
            Change::Remove => (vec![holder()], None),
            Change::Rename => (vec![holder()], Some(named(holder()))),
            // What repeats an enum's one member is no enum.
            Change::Repeat => (vec![place.clone(), holder()], None),
            Change::Add => (vec![place.clone()], Some(named(place))),
            Change::Push => {
                let mut last = place.clone();
                let length = match crate::document::values_at(document, &place).first() {
                    Some(Json::Array(elements)) => elements.len(),
                    _ => 0,
                };
                last.push(length.saturating_sub(1).to_string());
                (vec![place], Some(last))
            }
            Change::Pop => (vec![place], None),
        };
        Scope { places, inside }
    }
}

fn tokens(path: &[Step]) -> Vec<String> {
    let tokens = path.iter().map(|step| match step {
        Step::Member(name) => name.clone(),
        Step::Index(index) => index.to_string(),
    });
    tokens.collect()
}
