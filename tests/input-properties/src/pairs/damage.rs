//! One mistake in pairs.

use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};

use super::fit::Pair;

/// A mistake: which of those that can be made, and what it takes.
#[derive(Debug, Clone)]
pub(super) struct PairsDamage {
    at: Index,
    change: Change,
    text: &'static str,
    name: &'static str,
}

#[derive(Debug, Clone, Copy)]
enum Change {
    /// Another text stands there.
    Text,
    Remove,
    Rename,
    Repeat,
    Add,
}

const TEXTS: [&str; 20] = [
    "canary",
    "",
    "256",
    "-1",
    "-129",
    "65536",
    "4294967296",
    "-2147483649",
    "18446744073709551616",
    "9223372036854775808",
    "340282366920938463463374607431768211456",
    "1.5",
    "1e3",
    "007",
    "+7",
    "true",
    "canary, expected u8",
    "missing field `id`",
    "newest",
    "a/b c%",
];

const NAMES: [&str; 9] = [
    "canary",
    "",
    "type",
    "r#type",
    "page_size",
    "x`, expected `y",
    "a b",
    "tag[]",
    "é",
];

/// Any mistake.
pub(super) fn damages() -> impl Strategy<Value = PairsDamage> {
    let change = select(
        &[
            Change::Text,
            Change::Text,
            Change::Text,
            Change::Remove,
            Change::Rename,
            Change::Repeat,
            Change::Add,
        ][..],
    );
    let (texts, names) = (select(&TEXTS[..]), select(&NAMES[..]));
    (any::<Index>(), change, texts, names).prop_map(|(at, change, text, name)| PairsDamage {
        at,
        change,
        text,
        name,
    })
}

/// Texts that are wrong in a path, where a parameter is there and not empty.
pub(super) fn texts() -> impl Strategy<Value = PairsDamage> {
    let texts: Vec<_> = TEXTS.into_iter().filter(|text| !text.is_empty()).collect();
    (any::<Index>(), select(texts)).prop_map(|(at, text)| PairsDamage {
        at,
        change: Change::Text,
        text,
        name: "",
    })
}

impl PairsDamage {
    /// Makes the mistake, and says the names at which it may be told.
    pub(super) fn apply(&self, pairs: &mut Vec<Pair>) -> Vec<String> {
        if let Change::Add = self.change {
            pairs.push((self.name.to_owned(), self.text.to_owned()));
            return vec![self.name.to_owned()];
        }
        if pairs.is_empty() {
            return Vec::new();
        }
        let at = self.at.index(pairs.len());
        let name = pairs[at].0.clone();
        match self.change {
            Change::Text => self.text.clone_into(&mut pairs[at].1),
            Change::Remove => {
                pairs.remove(at);
            }
            Change::Rename => {
                self.name.clone_into(&mut pairs[at].0);
                return vec![name, self.name.to_owned()];
            }
            Change::Repeat | Change::Add => {
                let pair = pairs[at].clone();
                pairs.push(pair);
            }
        }
        vec![name]
    }
}
