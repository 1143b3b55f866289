//! One code, before and after. A new fact of codes is a line in one of the tables.

use std::collections::BTreeSet;

use super::changes::{Changes, Values};
use super::facts::{exit_code, lifecycle, name, number, replaced_by, retry, status};
use super::kind::{self, Kind};
use super::pairs::Pair;
use super::same::Same as _;
use crate::{Detail, Entry, phrase::quoted, title_of};

/// What has something of its own to say about a change, in the order in which changes are told.
const FACTS: &[fn(&Pair<'_>, &mut Changes)] = &[
    name,
    number,
    status,
    exit_code,
    members,
    details,
    order_of_details,
    retry,
    lifecycle,
    replaced_by,
    texts,
];

pub(super) fn compare_entries(pair: &Pair<'_>, changes: &mut Changes) {
    for compare in FACTS {
        compare(pair, changes);
    }
}

/// What a code has several of. Clients rely on each of them.
struct Members {
    noun: &'static str,
    /// How many of the first have a fact of their own.
    told: usize,
    of: fn(&Entry) -> Vec<String>,
    show: fn(&str) -> String,
    lost: Kind,
    gained: Kind,
}

const MEMBERS: &[Members] = &[
    Members {
        noun: "status",
        told: 1,
        of: |entry| entry.statuses.iter().map(u16::to_string).collect(),
        show: str::to_owned,
        lost: kind::REMOVED_STATUS,
        gained: kind::NEW_STATUS,
    },
    Members {
        noun: "scope",
        told: 0,
        of: |entry| {
            entry
                .shown_scope()
                .iter()
                .map(ToString::to_string)
                .collect()
        },
        show: str::to_owned,
        lost: kind::REMOVED_SCOPE,
        gained: kind::NEW_SCOPE,
    },
    Members {
        noun: "detail",
        told: 0,
        of: |entry| {
            entry
                .details
                .iter()
                .map(|detail| detail.name.clone())
                .collect()
        },
        show: quoted,
        lost: kind::REMOVED_DETAIL,
        gained: kind::NEW_DETAIL,
    },
    Members {
        noun: "operation",
        told: 0,
        of: |entry| entry.operations.clone(),
        show: quoted,
        lost: kind::REMOVED_OPERATION,
        gained: kind::NEW_OPERATION,
    },
];

/// What is said of a detail, beside its meaning.
struct DetailFact {
    noun: &'static str,
    of: fn(&Detail) -> Option<String>,
    /// What kind of change it is that one value becomes another.
    kind: fn(&Values) -> Kind,
}

const DETAIL_FACTS: &[DetailFact] = &[
    DetailFact {
        noun: "type",
        of: |detail| Some(detail.kind.to_string()),
        kind: |_| kind::DETAIL_TYPE,
    },
    DetailFact {
        noun: "presence",
        of: |detail| Some(presence(detail).to_owned()),
        kind: |values| match values.new.as_deref() {
            Some(REQUIRED) => kind::REQUIRED_DETAIL,
            _ => kind::OPTIONAL_DETAIL,
        },
    },
    DetailFact {
        noun: "type of the items",
        of: |detail| detail.items.map(|items| items.to_string()),
        kind: |values| match values.old {
            Some(_) => kind::DETAIL_ITEMS,
            None => kind::NEW_DETAIL_ITEMS,
        },
    },
    DetailFact {
        noun: "list of allowed values",
        of: |detail| {
            let values: BTreeSet<_> = detail.values.iter().map(|value| quoted(value)).collect();
            let listed = Vec::from_iter(values).join(", ");
            Some(listed).filter(|listed| !listed.is_empty())
        },
        kind: |_| kind::DETAIL_VALUES,
    },
];

const REQUIRED: &str = "required";

/// Whether a client can rely on a detail: one of which nothing is promised may be missing.
fn presence(detail: &Detail) -> &'static str {
    match detail.required {
        Some(true) => REQUIRED,
        _ => "optional",
    }
}

/// What a text is called, and whether it differs.
type Text = (&'static str, fn(&Pair<'_>) -> bool);

macro_rules! texts {
    ($($field:literal: |$entry:ident| $value:expr;)+) => {
        &[$((
            $field,
            |pair| {
                let of_old = {
                    let $entry = pair.old.entry;
                    $value
                };
                let of_new = {
                    let $entry = pair.new.entry;
                    $value
                };
                !of_old.same(&of_new)
            },
        )),+]
    };
}

/// What people read and tools show, and no client branches on: what differs is told in one change.
const TEXTS: &[Text] = texts! {
    "title": |entry| title(entry);
    "message": |entry| entry.shown_message();
    "meaning": |entry| entry.shown_meaning();
    "causes": |entry| &entry.causes;
    "client": |entry| &entry.client;
    "server": |entry| &entry.server;
    "source": |entry| &entry.source;
    "section": |entry| &entry.section;
    "category": |entry| &entry.category;
    "severity": |entry| &entry.severity;
    "user_actionable": |entry| &entry.user_actionable;
    "owner": |entry| &entry.owner;
    "applied": |entry| &entry.applied;
    "auto_fix": |entry| &entry.auto_fix;
    "mentions": |entry| &entry.mentions;
    "next": |entry| &entry.next;
    "facts": |entry| &entry.facts;
    "since": |entry| &entry.since;
    "derived": |entry| &entry.derived;
};

/// The same for what takes more than one value to compare.
const OTHER_TEXTS: &[Text] = &[
    ("related", |pair| {
        let (old, new) = (&pair.old.entry.related, &pair.new.entry.related);
        let are_one = |(old, new): (&String, &String)| pair.is_one(old, new);
        old.len() != new.len() || !old.iter().zip(new).all(are_one)
    }),
    ("deprecated", |pair| {
        is_reworded(
            pair.old.entry.deprecated.as_ref(),
            pair.new.entry.deprecated.as_ref(),
        )
    }),
    ("retired", |pair| {
        is_reworded(
            pair.old.entry.retired.as_ref(),
            pair.new.entry.retired.as_ref(),
        )
    }),
    ("details", |pair| {
        kept_details(pair).any(|(old, new)| !old.meaning.same(&new.meaning))
    }),
];

fn members(pair: &Pair<'_>, changes: &mut Changes) {
    let (code, name) = pair.code();
    for Members {
        noun,
        told,
        of,
        show,
        lost,
        gained,
    } in MEMBERS
    {
        let (old, new) = (of(pair.old.entry), of(pair.new.entry));
        for member in old
            .iter()
            .skip(*told)
            .filter(|member| !new.contains(member))
        {
            let message = format!("{name} no longer has the {noun} {}", show(member));
            changes.add(*lost, code, Values::of(Some(member), None), message);
        }
        for member in new
            .iter()
            .skip(*told)
            .filter(|member| !old.contains(member))
        {
            let message = format!("{name} also has the {noun} {}", show(member));
            changes.add(*gained, code, Values::of(None, Some(member)), message);
        }
    }
}

fn details(pair: &Pair<'_>, changes: &mut Changes) {
    let (code, name) = pair.code();
    for (old, new) in kept_details(pair) {
        for fact in DETAIL_FACTS {
            let (before, after) = ((fact.of)(old), (fact.of)(new));
            if before != after {
                let values = Values::of(before.as_ref(), after.as_ref());
                let message = format!(
                    "the {} of the detail {} of {name} {}",
                    fact.noun,
                    quoted(&old.name),
                    values.in_words()
                );
                changes.add((fact.kind)(&values), code, values, message);
            }
        }
    }
}

/// The typed constructor of a code takes its details in the order of the list.
fn order_of_details(pair: &Pair<'_>, changes: &mut Changes) {
    let (old, new) = (&pair.old.entry.details, &pair.new.entry.details);
    let names = |details: &[Detail], kept: &[Detail]| {
        let is_kept = |detail: &&Detail| kept.iter().any(|other| other.name == detail.name);
        let names = details
            .iter()
            .filter(is_kept)
            .map(|detail| quoted(&detail.name));
        names.collect::<Vec<_>>().join(", ")
    };
    let values = Values::of(Some(&names(old, new)), Some(&names(new, old)));
    if values.old != values.new {
        let (code, name) = pair.code();
        let message = format!("the order of the details of {name} {}", values.in_words());
        changes.add(kind::ORDER_OF_DETAILS, code, values, message);
    }
}

/// The details that are there before and after.
fn kept_details<'p>(pair: &Pair<'p>) -> impl Iterator<Item = (&'p Detail, &'p Detail)> + use<'p> {
    let (old, new) = (&pair.old.entry.details, &pair.new.entry.details);
    old.iter().filter_map(|detail| {
        let kept = new.iter().find(|kept| kept.name == detail.name)?;
        Some((detail, kept))
    })
}

fn texts(pair: &Pair<'_>, changes: &mut Changes) {
    let texts = TEXTS.iter().chain(OTHER_TEXTS);
    let changed = texts.filter(|(_, differs)| differs(pair));
    let changed = changed.map(|(field, _)| *field).collect::<Vec<_>>();
    if !changed.is_empty() {
        let (code, name) = pair.code();
        let message = format!("{name} changed in: {}", changed.join(", "));
        changes.add(kind::TEXT, code, Values::default(), message);
    }
}

/// The title, unless it says no more than the name.
fn title(entry: &Entry) -> Option<&str> {
    let title = entry.title.as_deref();
    title.filter(|title| *title != title_of(&entry.name))
}

/// Whether a text was changed, rather than added or removed.
fn is_reworded(old: Option<&String>, new: Option<&String>) -> bool {
    old.is_some() && new.is_some() && !old.same(&new)
}
