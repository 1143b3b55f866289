//! A client in Python.

use std::fmt::Write as _;

use manila_catalog_file::{Case, Detail, DetailType};

use super::model::{Client, Known, Operation, checked};
use super::names::Names;
use super::reserved::{PYTHON, PYTHON_BUILT_IN, PYTHON_NO_MEMBERS};
use super::text::{is_identifier, lines, literal};

/// What a client needs of the standard library.
const IMPORTS: &str = "\
from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from email.utils import parsedate
from typing import Any, Final, Generic, Literal, NamedTuple, Protocol, TypeAlias, TypedDict, TypeVar, cast
from urllib.parse import unquote
";

/// What an error is, for every catalog: the classes of codes are derived from it.
const ERRORS: &str = include_str!("python/errors.py");

/// What else holds for every catalog, in the order of the file.
const RUNTIME: [&str; 3] = [
    include_str!("python/envelopes.py"),
    include_str!("python/advice.py"),
    include_str!("python/response.py"),
];

/// Returns the file.
pub(super) fn text(client: &Client<'_>) -> String {
    let mut names = Names::new([PYTHON, PYTHON_BUILT_IN]);
    let codes = client
        .codes
        .iter()
        .map(|known| names.take(known.entry.variant()));
    let codes: Vec<_> = codes.collect();
    let mut out = header(client);
    out += IMPORTS;
    out += "\n";
    out += ERRORS;
    out += "\n\n#: The details of a code that declares none, which the service may send all the same.\n";
    out += "Details: TypeAlias = Mapping[str, Any]\n\n";
    codes_type(client, &mut out);
    for (known, name) in client.codes.iter().zip(&codes) {
        code(known, name, &mut names, &mut out);
    }
    if let Some(operations) = &client.operations {
        self::operations(operations, &codes, &mut names, &mut out);
    }
    for part in RUNTIME {
        out += "\n\n";
        out += part;
    }
    facts(client, &codes, &mut out);
    out
}

fn header(client: &Client<'_>) -> String {
    let mut out: String = client
        .origin_lines()
        .iter()
        .map(|line| format!("# {line}\n"))
        .collect();
    let titles: Vec<_> = client.titles().collect();
    let what = format!(
        "The errors of {}, read back from its answers.",
        titles.join(" and ")
    );
    out += "# ruff: noqa\n# fmt: off\n";
    out += &docstring(&[what], 0);
    out + "\n"
}

fn codes_type(client: &Client<'_>, out: &mut String) {
    *out += "#: The codes that this file knows. A service may send others, as catalogs grow.\n";
    *out += "Code: TypeAlias = Literal[\n";
    for known in &client.codes {
        let _ = writeln!(out, "    {},", known.literal());
    }
    *out += "]\n";
}

/// The class of a code, and the type of its details, if it declares any.
fn code(known: &Known<'_>, name: &str, names: &mut Names, out: &mut String) {
    let declared = &known.entry.details;
    let mut of = "Details".to_owned();
    if !declared.is_empty() {
        of = names.take(format!("{name}Details"));
        details(known, name, &of, out);
    }
    let mut paragraphs = known.paragraphs();
    paragraphs.extend(known.deprecation().map(|why| format!("Deprecated: {why}")));
    let _ = writeln!(
        out,
        "\n\nclass {name}(KnownError[Literal[{}], {of}]):",
        known.literal()
    );
    *out += &docstring(&paragraphs, 4);
}

/// The type of a code's details. What is required is written apart from what is not, as `NotRequired` is of Python
/// 3.11.
fn details(known: &Known<'_>, name: &str, of: &str, out: &mut String) {
    let details = known.entry.details.iter();
    let (required, optional): (Vec<_>, Vec<_>) =
        details.partition(|detail| detail.required == Some(true));
    let doc = docstring(&[format!("The details of `{}`.", known.wire.to_text())], 4);
    let parts = [
        ("Required", required, ""),
        ("Optional", optional, ", total=False"),
    ];
    let parts = parts
        .into_iter()
        .filter(|(_, details, _)| !details.is_empty());
    let parts: Vec<_> = parts.collect();
    if let [(_, details, total)] = &parts[..]
        && has_identifiers(details)
    {
        class(
            of,
            &format!("TypedDict{total}"),
            &(doc + "\n"),
            details,
            out,
        );
        return;
    }
    let mut bases = Vec::new();
    for (suffix, details, total) in parts {
        let part = format!("_{name}{suffix}");
        if has_identifiers(&details) {
            class(&part, &format!("TypedDict{total}"), "", &details, out);
        } else {
            call(&part, total, &details, out);
        }
        bases.push(part);
    }
    class(of, &bases.join(", "), &doc, &[], out);
}

fn has_identifiers(details: &[&Detail]) -> bool {
    let mut details = details.iter();
    details.all(|detail| is_identifier(&detail.name, PYTHON_NO_MEMBERS))
}

/// A type whose members are those of a class.
fn class(name: &str, bases: &str, doc: &str, details: &[&Detail], out: &mut String) {
    let _ = write!(out, "\n\nclass {name}({bases}):\n{doc}");
    for detail in details {
        meaning(detail, 4, out);
        let _ = writeln!(out, "    {}: {}", detail.name, type_of(detail));
    }
}

/// The same, for members whose names are no identifiers.
fn call(name: &str, total: &str, details: &[&Detail], out: &mut String) {
    let _ = write!(out, "\n\n{name} = TypedDict(\n    \"{name}\",\n    {{\n");
    for detail in details {
        meaning(detail, 8, out);
        let _ = writeln!(
            out,
            "        {}: {},",
            literal(&detail.name),
            type_of(detail)
        );
    }
    let total = total.trim_start_matches([',', ' ']);
    let total = if total.is_empty() {
        String::new()
    } else {
        format!("    {total},\n")
    };
    let _ = write!(out, "    }},\n{total})\n");
}

fn meaning(detail: &Detail, indent: usize, out: &mut String) {
    let meaning: Vec<_> = detail.meaning.clone().into_iter().collect();
    for line in lines(&meaning, indent) {
        let _ = writeln!(out, "{}#: {line}", " ".repeat(indent));
    }
}

fn operations(operations: &[Operation<'_>], codes: &[String], names: &mut Names, out: &mut String) {
    *out += "\n\n# What each operation can answer with, what the framework answers by itself and codes that are not in this\n";
    *out += "# file included: a type, and a tuple for `except` and `isinstance`.\n";
    for operation in operations {
        let name = names.take_operation(operation.name);
        let errors = names.take(Case::ScreamingSnake.spell(&name) + "S");
        let of = operation.codes.iter().map(|at| &*codes[*at]);
        let of: Vec<_> = of.chain(["UnknownError"]).collect();
        let title = operation
            .title
            .map_or_else(String::new, |title| format!(": {title}"));
        let told = format!("`{}`{title}", operation.name);
        *out += "\n";
        for line in lines(&[told], 0) {
            let _ = writeln!(out, "#: {line}");
        }
        let _ = writeln!(out, "{errors}: Final = (\n    {},\n)", of.join(",\n    "));
        let _ = writeln!(out, "{name}: TypeAlias = (\n    {}\n)", of.join("\n    | "));
    }
}

fn facts(client: &Client<'_>, codes: &[String], out: &mut String) {
    *out += "\n\n# What this file knows of codes.\n\n";
    let has_numbers = if client.has_numbers() {
        "True"
    } else {
        "False"
    };
    let _ = writeln!(out, "_HAS_NUMBERS: bool = {has_numbers}\n");
    *out += "_CODES: Final[Mapping[str, _Facts]] = {\n";
    for (known, name) in client.codes.iter().zip(codes) {
        let entry = known.entry;
        let mut facts = format!(
            "{name}, {}, {}",
            known.literal(),
            literal(&known.sentence())
        );
        if let Some(retry) = entry.retry {
            let _ = write!(facts, ", retry=\"{retry}\"");
        }
        if let Some(applied) = entry.applied {
            let _ = write!(facts, ", applied=\"{applied}\"");
        }
        if !entry.details.is_empty() {
            let details: String = entry.details.iter().map(descriptor).collect();
            let _ = write!(facts, ", details=({details})");
        }
        let code = literal(&known.wire.to_text());
        let _ = writeln!(out, "    {code}: _Facts({facts}),");
    }
    *out += "}\n\n";
    *out += "#: The codes by the numbers that stand for them where codes are written as negative numbers.\n";
    *out += "_BY_NUMBER: Final[Mapping[int, str | int]] = {\n";
    for (number, known) in client.numbers() {
        let _ = writeln!(out, "    {number}: {},", known.literal());
    }
    *out += "}\n";
}

fn type_of(detail: &Detail) -> String {
    let texts = || {
        let values: Vec<_> = detail.values.iter().map(|value| literal(value)).collect();
        // Further values may come.
        format!("Literal[{}] | str", values.join(", "))
    };
    match (detail.kind, detail.values.is_empty()) {
        (DetailType::Array, true) => {
            format!("Sequence[{}]", detail.items.map_or("Any", scalar))
        }
        (DetailType::Array, false) => format!("Sequence[{}]", texts()),
        (kind, true) => scalar(kind).to_owned(),
        (_, false) => texts(),
    }
}

fn scalar(kind: DetailType) -> &'static str {
    match kind {
        DetailType::Integer => "int",
        DetailType::Number => "float",
        DetailType::Boolean => "bool",
        DetailType::Array => "Sequence[Any]",
        DetailType::Object => "Mapping[str, Any]",
        DetailType::String
        | DetailType::DateTime
        | DetailType::Date
        | DetailType::Uri
        | DetailType::Uuid => "str",
        _ => "Any",
    }
}

/// What a detail is at run time.
fn descriptor(detail: &Detail) -> String {
    let items = detail.items.filter(|_| detail.kind == DetailType::Array);
    let items = items.map_or("None".to_owned(), |items| format!("\"{}\"", checked(items)));
    let kind = checked(detail.kind);
    format!("({}, \"{kind}\", {items}),", literal(&detail.name))
}

fn docstring(paragraphs: &[String], indent: usize) -> String {
    let mut text = lines(paragraphs, indent).join("\n");
    text = text.replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    if let Some(start) = text.strip_suffix('"') {
        text = format!("{start}\\\"");
    }
    let blanks = " ".repeat(indent);
    let is_long = text.contains('\n');
    let mut out = String::new();
    for (at, line) in text.split('\n').enumerate() {
        let quotes = if at == 0 { "\"\"\"" } else { "" };
        out += format!("{blanks}{quotes}{line}").trim_end();
        out += "\n";
    }
    if is_long {
        return out + &format!("{blanks}\"\"\"\n");
    }
    out.truncate(out.trim_end().len());
    out + "\"\"\"\n"
}
