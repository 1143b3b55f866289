//! What cells mean for the keys of a code.

use std::collections::HashSet;

use manila_catalog_file::{
    Allowed, Applied, Case, Detail, DetailType, Entry, FactValue, Owner, Retry, Scope, Severity,
    help_for_word,
};

use super::cell::Cell;
use crate::shown::quoted;

type Taken = Result<(), String>;

/// A text of one line: its lines are joined, as in HTML.
pub(super) fn text(target: &mut Option<String>, cell: &Cell) -> Taken {
    *target = Some(line(cell)?);
    Ok(())
}

fn line(cell: &Cell) -> Result<String, String> {
    let text = match cell {
        Cell::List(_) => listed(cell, &[])?.join(", "),
        cell => one(cell)?.to_owned(),
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    refuse_controls(&text)?;
    Ok(text)
}

fn one(cell: &Cell) -> Result<&str, String> {
    let none = match cell {
        Cell::Table(_) => "an object has no text",
        Cell::List(_) => "a list has no text",
        _ => "it is empty",
    };
    cell.scalar().ok_or_else(|| none.to_owned())
}

/// A text that keeps its lines.
pub(super) fn block(cell: &Cell) -> Result<Option<String>, String> {
    let text = match cell {
        Cell::List(_) => listed(cell, &[])?.join("\n"),
        cell => one(cell)?.to_owned(),
    };
    let text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
    refuse_controls(&text)?;
    Ok(Some(text))
}

/// No reader of a catalog needs them, and some would obey them.
fn refuse_controls(text: &str) -> Taken {
    let is_odd = |c: &char| c.is_control() && !matches!(c, '\n' | '\t');
    match text.chars().find(is_odd) {
        Some(odd) => Err(format!(
            "the text contains a control character, U+{:04X}",
            u32::from(odd)
        )),
        None => Ok(()),
    }
}

/// What there is in a list, or in a text between separators. A line ends an item too.
fn listed(cell: &Cell, separators: &[char]) -> Result<Vec<String>, String> {
    let item = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let items: Vec<String> = match cell {
        Cell::List(items) => {
            let items = items.iter().filter(|cell| !cell.is_empty());
            let texts = items.map(|cell| one(cell).map(item));
            texts.collect::<Result<_, _>>()?
        }
        cell => {
            let ends = |c: char| matches!(c, '\n' | '\r') || separators.contains(&c);
            one(cell)?.split(ends).map(item).collect()
        }
    };
    items.iter().try_for_each(|item| refuse_controls(item))?;
    Ok(items.into_iter().filter(|item| !item.is_empty()).collect())
}

/// Short items, which commas separate as well.
pub(super) fn texts(target: &mut Vec<String>, cell: &Cell) -> Taken {
    *target = listed(cell, &[',', ';', '|'])?;
    Ok(())
}

/// Sentences, one a line.
pub(super) fn causes(entry: &mut Entry, cell: &Cell) -> Taken {
    entry.causes = listed(cell, &[])?;
    Ok(())
}

/// Steps, one a line.
pub(super) fn step(target: &mut Vec<String>, cell: &Cell) -> Taken {
    *target = listed(cell, &[])?;
    Ok(())
}

/// `404`, `400, 404`, `400/404`, `404 Not Found`. A range is no list.
pub(super) fn statuses(entry: &mut Entry, cell: &Cell) -> Taken {
    let mut wrong = None;
    let cells = match cell {
        Cell::List(items) => &items[..],
        cell => std::slice::from_ref(cell),
    };
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        if let Some(number) = cell.integer() {
            match u16::try_from(number) {
                Ok(status) => entry.statuses.push(status),
                Err(_) => wrong = Some(number.to_string()),
            }
            continue;
        }
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '/' | '|' | ';' | '&' | '+');
        let text = one(cell)?;
        let words = text.split(ends).filter(|word| !word.is_empty());
        let words = words.map(|word| word.trim_matches(['(', ')', ':', '.']));
        let mut has_status = false;
        for word in words {
            match word.parse() {
                Ok(status) => {
                    entry.statuses.push(status);
                    has_status = true;
                }
                // The phrase behind a status, or what stands before it.
                Err(_) if !word.bytes().any(|byte| byte.is_ascii_digit()) => {}
                Err(_) => wrong = Some(word.to_owned()),
            }
        }
        if !has_status && wrong.is_none() {
            wrong = Some(text.to_owned());
        }
    }
    let mut known = HashSet::new();
    entry.statuses.retain(|status| known.insert(*status));
    match wrong {
        Some(wrong) => Err(format!("{} is not a status", quoted(&wrong))),
        None => Ok(()),
    }
}

pub(super) fn number(entry: &mut Entry, cell: &Cell) -> Taken {
    let number = cell.integer().and_then(|number| i32::try_from(number).ok());
    let Some(number) = number else {
        let text = quoted(one(cell)?);
        let (least, most) = (i32::MIN, i32::MAX);
        return Err(format!("{text} is not an integer from {least} to {most}"));
    };
    entry.number = Some(number);
    Ok(())
}

pub(super) fn exit_code(entry: &mut Entry, cell: &Cell) -> Taken {
    let number = cell.integer().and_then(|number| u8::try_from(number).ok());
    match number {
        Some(number) => entry.exit_code = Some(number),
        None => {
            return Err(format!(
                "{} is not an exit code (0–255)",
                quoted(one(cell)?)
            ));
        }
    }
    Ok(())
}

pub(super) fn flag(cell: &Cell) -> Result<bool, String> {
    let text = one(cell)?;
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "x" => Ok(true),
        "false" | "no" | "n" | "0" => Ok(false),
        _ => Err(format!("{} is neither yes nor no", quoted(text))),
    }
}

/// A version and why; a list may know no more than that it is so.
pub(super) fn lifecycle(target: &mut Option<String>, cell: &Cell) -> Taken {
    match flag(cell) {
        Ok(true) => *target = Some("yes".to_owned()),
        Ok(false) => {}
        Err(_) => text(target, cell)?,
    }
    Ok(())
}

fn word<W: Copy>(cell: &Cell, all: &[W], as_str: fn(W) -> &'static str) -> Result<W, String> {
    let text = one(cell)?;
    let spelled = |text: &str| Case::Snake.spell(text);
    let found = all
        .iter()
        .find(|word| spelled(as_str(**word)) == spelled(text));
    found.copied().ok_or_else(|| {
        let words: Vec<_> = all.iter().map(|word| as_str(*word)).collect();
        let help = help_for_word(text, words);
        format!("unknown word {}: {help}", quoted(text))
    })
}

pub(super) fn retry(entry: &mut Entry, cell: &Cell) -> Taken {
    entry.retry = Some(word(cell, Retry::ALL, Retry::as_str)?);
    Ok(())
}

pub(super) fn severity(entry: &mut Entry, cell: &Cell) -> Taken {
    entry.severity = Some(word(cell, Severity::ALL, Severity::as_str)?);
    Ok(())
}

pub(super) fn owner(entry: &mut Entry, cell: &Cell) -> Taken {
    entry.owner = Some(word(cell, Owner::ALL, Owner::as_str)?);
    Ok(())
}

pub(super) fn applied(entry: &mut Entry, cell: &Cell) -> Taken {
    // A flag says as much.
    let cell = match cell {
        Cell::Flag(is) => &Cell::text(if *is { "yes" } else { "no" }),
        cell => cell,
    };
    entry.applied = Some(word(cell, Applied::ALL, Applied::as_str)?);
    Ok(())
}

pub(super) fn scope(entry: &mut Entry, cell: &Cell) -> Taken {
    let words = listed(cell, &[',', ';', '|'])?;
    let scope = words
        .iter()
        .map(|text| word(&Cell::text(text), Scope::ALL, Scope::as_str));
    entry.scope = scope.collect::<Result<_, _>>()?;
    Ok(())
}

/// A value that the format has no key for.
fn fact(cell: &Cell) -> Result<FactValue<String>, String> {
    Ok(match cell {
        Cell::Flag(is) => FactValue::Boolean(*is),
        Cell::Number(number) if number.parse::<i64>().is_ok() => FactValue::Number(number.clone()),
        Cell::Number(number) => {
            let float = number.parse().ok().and_then(FactValue::of_float);
            float.unwrap_or_else(|| FactValue::Text(number.clone()))
        }
        cell => FactValue::Text(line(cell)?),
    })
}

pub(super) fn facts(entry: &mut Entry, cell: &Cell) -> Taken {
    let Cell::Table(members) = cell else {
        return Err("expected an object".to_owned());
    };
    for (name, value) in members.iter().filter(|(_, value)| !value.is_empty()) {
        add_fact(entry, name, value)?;
    }
    Ok(())
}

pub(super) fn add_fact(entry: &mut Entry, name: &str, value: &Cell) -> Taken {
    let fact = fact(value)?;
    if entry.facts.iter().any(|(known, _)| known == name) {
        return Err(format!("the fact {} is there twice", quoted(name)));
    }
    entry.facts.push((name.to_owned(), fact));
    Ok(())
}

/// An object by name, or a list of objects that have one. A detail may be its type alone.
pub(super) fn details(entry: &mut Entry, cell: &Cell) -> Taken {
    match cell {
        Cell::Table(members) => {
            for (name, about) in members {
                entry.details.push(detail(name, about)?);
            }
        }
        Cell::List(items) => {
            for item in items {
                let name = item.get("name").and_then(Cell::scalar);
                let name = name.ok_or("a detail has no `name`")?;
                entry.details.push(detail(name, item)?);
            }
        }
        _ => return Err("expected an object, or a list of objects".to_owned()),
    }
    Ok(())
}

fn detail(name: &str, about: &Cell) -> Result<Detail, String> {
    let kind = match about {
        Cell::Table(_) => about.get("type"),
        about => Some(about),
    };
    let kind = kind.map_or(Ok(DetailType::Any), |kind| {
        word(kind, DetailType::ALL, DetailType::as_str)
    });
    let mut detail = Detail::new(name, kind?);
    if let Some(meaning) = about.get("meaning").or_else(|| about.get("description")) {
        detail.meaning = Some(line(meaning)?);
    }
    if let Some(required) = about.get("required") {
        detail.required = Some(flag(required)?);
    }
    if let Some(items) = about.get("items") {
        detail.items = Some(word(items, DetailType::ALL, DetailType::as_str)?);
    }
    if let Some(values) = about.get("values") {
        detail.values = listed(values, &[])?;
    }
    Ok(detail)
}

pub(super) fn allow(entry: &mut Entry, cell: &Cell) -> Taken {
    for (rule, reason) in cell.members() {
        if entry.allow.iter().any(|allowed| allowed.rule == *rule) {
            return Err(format!("the rule {} is there twice", quoted(rule)));
        }
        entry.allow.push(Allowed::new(rule, line(reason)?));
    }
    Ok(())
}
