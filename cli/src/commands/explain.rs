//! `manila explain`

use std::fmt::Write as _;

use manila_catalog_file::{Catalog, Entry, nearest, printable};

use super::export::Code;
use super::http_code;
use crate::args::Explain;
use crate::catalogs::{catalog, published_catalogs};
use crate::input::local_catalog;
use crate::outcome::{Failure, Verdict};

/// What a code says in one text, below what it says of causes and steps.
const TEXTS: [&str; 7] = [
    "section",
    "category",
    "auto_fix",
    "since",
    "deprecated",
    "retired",
    "replaced_by",
];

pub(crate) fn run(args: &Explain, out: &mut String) -> Result<Verdict, Failure> {
    let named = match &args.catalog {
        Some(named) => Some(&**named),
        None => local_catalog(),
    };
    let mut catalogs = match named {
        Some(named) => vec![catalog(named)?],
        None => Vec::new(),
    };
    let mut explained = explained(&catalogs, &args.code);
    if explained.is_empty() && args.catalog.is_none() {
        let published = published_catalogs()?;
        explained = self::explained(&published, &args.code);
        catalogs.extend(published);
    }
    if named.is_none() || explained.is_empty() {
        explained.extend(http_code::explain(&args.code));
    }
    if explained.is_empty() {
        *out += &unknown(&catalogs, &args.code);
        return Ok(Verdict::Findings);
    }
    *out += &explained.join("\n");
    Ok(Verdict::Fine)
}

/// What the catalogs say of the code.
fn explained(catalogs: &[Catalog], code: &str) -> Vec<String> {
    let found = catalogs.iter().flat_map(|catalog| {
        let meant = catalog.codes.iter().filter(|entry| is_called(entry, code));
        meant.map(move |entry| explain(catalog, entry))
    });
    found.collect()
}

fn is_called(entry: &Entry, code: &str) -> bool {
    entry.name == code
        || entry
            .number
            .is_some_and(|number| number.to_string() == code)
}

/// What to try instead of an unknown code.
fn unknown(catalogs: &[Catalog], code: &str) -> String {
    let mut text = format!("unknown code `{code}`\n");
    let suggested = |near: fn(&Catalog, &str) -> Vec<String>| {
        let each = catalogs
            .iter()
            .map(move |catalog| (catalog, near(catalog, code)));
        each.flat_map(|(catalog, names)| names.into_iter().map(move |name| (catalog, name)))
            .collect::<Vec<_>>()
    };
    let mut near = suggested(mistyped);
    if near.is_empty() {
        near = suggested(begins_alike);
    }
    for (catalog, name) in near {
        let _ = writeln!(text, "  did you mean `{name}` of {}?", catalog.name);
    }
    text
}

/// The code that was mistyped.
fn mistyped(catalog: &Catalog, code: &str) -> Vec<String> {
    let names = catalog.codes.iter().map(|entry| &*entry.name);
    nearest(code, names)
        .map(str::to_owned)
        .into_iter()
        .collect()
}

/// The codes that begin as this one does, for as long as any does.
fn begins_alike(catalog: &Catalog, code: &str) -> Vec<String> {
    const FEWEST_LETTERS: usize = 4;
    const MOST_CODES: usize = 3;
    let code = code.to_lowercase();
    let mut starts = (FEWEST_LETTERS..=code.len())
        .rev()
        .filter_map(|length| code.get(..length));
    let names = || catalog.codes.iter().map(|entry| &entry.name);
    let alike = |start: &str| {
        let alike = names().filter(|name| name.to_lowercase().starts_with(start));
        Some(alike.take(MOST_CODES).cloned().collect::<Vec<_>>()).filter(|names| !names.is_empty())
    };
    starts.find_map(alike).unwrap_or_default()
}

/// Everything that a catalog says of a code.
pub(super) fn explain(catalog: &Catalog, entry: &Entry) -> String {
    let code = Code::of(catalog, entry);
    let number = code
        .number
        .map(|number| format!(" ({number})"))
        .unwrap_or_default();
    let title = catalog.title.as_ref().unwrap_or(&catalog.name);
    let mut text = format!("{}{number}: {}\n", code.name, code.title);
    let _ = writeln!(text, "  catalog        {title}");
    let derived = if code.derived {
        " (derived: the source gives none)"
    } else {
        ""
    };
    let statuses: Vec<_> = code.statuses.iter().map(ToString::to_string).collect();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "  {name:<14} {}", wrap(value));
    };
    line("status", &format!("{}{derived}", statuses.join(", ")));
    line("exit code", &code.exit_code.to_string());
    for name in ["message", "meaning"] {
        if let Some(value) = code.texts.get(name) {
            line(name, value);
        }
    }
    for (name, texts, mark) in [
        ("causes", code.causes, Mark::Dash),
        ("client", code.client, Mark::Place),
        ("server", code.server, Mark::Place),
    ] {
        items(name, texts, mark, &mut line);
    }
    if let Some(next) = code.texts.get("next") {
        line("next", next);
    }
    let operations: Vec<_> = code
        .operations
        .iter()
        .map(|name| titled(catalog, name))
        .collect();
    for (name, texts) in [("operations", &*operations), ("source", code.source)] {
        items(name, texts, Mark::Dash, &mut line);
    }
    for name in TEXTS {
        if let Some(value) = code.texts.get(name) {
            line(name, value);
        }
    }
    for (name, word) in [("retry", code.retry), ("severity", code.severity)] {
        if let Some(word) = word {
            line(name, word);
        }
    }
    if let Some(is_actionable) = code.user_actionable {
        line("user can act", if is_actionable { "yes" } else { "no" });
    }
    for (name, word) in [("has to act", code.owner), ("had its effect", code.applied)] {
        if let Some(word) = word {
            line(name, word);
        }
    }
    line("scope", &code.scope.join(", "));
    for (name, codes) in [("related", code.related), ("mentions", code.mentions)] {
        if !codes.is_empty() {
            line(name, &codes.join(", "));
        }
    }
    for (name, value) in code.facts.0 {
        line("fact", &format!("{}: {value}", catalog.fact_title(name)));
    }
    for detail in &code.details {
        let meaning = detail
            .meaning
            .map(|meaning| format!(": {meaning}"))
            .unwrap_or_default();
        let mut kind = detail.kind.to_owned();
        if let Some(items) = detail.items {
            let _ = write!(kind, " of {items}");
        }
        match detail.required {
            Some(true) => kind += ", always there",
            Some(false) => kind += ", not always there",
            None => {}
        }
        if !detail.values.is_empty() {
            let _ = write!(kind, ", one of {}", detail.values.join(", "));
        }
        line("detail", &format!("{} ({kind}){meaning}", detail.name));
    }
    let stands_for = catalog
        .conditions
        .iter()
        .filter(|(_, code)| *code == entry.name);
    let stands_for: Vec<_> = stands_for
        .map(|(condition, _)| condition.as_str())
        .collect();
    if !stands_for.is_empty() {
        line("conditions", &stands_for.join(", "));
    }
    let rules = catalog.rules.iter().filter(|(_, code)| *code == entry.name);
    let rules: Vec<_> = rules.map(|(rule, _)| &**rule).collect();
    if !rules.is_empty() {
        line("rules", &rules.join(", "));
    }
    text
}

/// An operation, with its title if it has one.
fn titled(catalog: &Catalog, name: &str) -> String {
    let known = catalog.operations.iter().find(|known| known.name == name);
    match known.and_then(|known| known.title.as_deref()) {
        Some(title) => format!("{name} ({title})"),
        None => name.to_owned(),
    }
}

/// What several items of a list begin with.
#[derive(Debug, Clone, Copy)]
enum Mark {
    Dash,
    /// The place of a step.
    Place,
}

/// The items of a list, each on a line of its own; one alone needs no mark.
fn items(name: &str, texts: &[String], mark: Mark, line: &mut impl FnMut(&str, &str)) {
    if let [only] = texts {
        line(name, only);
        return;
    }
    for (text, place) in texts.iter().zip(1..) {
        let label = if place == 1 { name } else { "" };
        match mark {
            Mark::Dash => line(label, &format!("- {text}")),
            Mark::Place => line(label, &format!("{place}. {text}")),
        }
    }
}

/// The text in lines that fit a terminal, under where it begins, and without what a terminal would
/// take for a command.
pub(super) fn wrap(text: &str) -> String {
    const WIDTH: usize = 80;
    const INDENT: &str = "\n                 ";
    let (mut wrapped, mut length) = (String::new(), 0);
    for word in text.split_whitespace() {
        let word: String = word.chars().flat_map(printable).collect();
        let width = word.chars().count();
        if length > 0 && length + 1 + width > WIDTH {
            wrapped += INDENT;
            length = 0;
        } else if length > 0 {
            wrapped.push(' ');
            length += 1;
        }
        wrapped += &word;
        length += width;
    }
    wrapped
}
