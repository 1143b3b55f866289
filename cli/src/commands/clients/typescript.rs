//! A client in TypeScript.

use std::fmt::Write as _;

use manila_catalog_file::{Detail, DetailType};

use super::model::{Client, Known, Operation, checked};
use super::names::Names;
use super::reserved::{TYPESCRIPT, TYPESCRIPT_GLOBAL};
use super::text::{is_identifier, lines, literal};

/// What holds for every catalog, in the order of the file.
const RUNTIME: [&str; 4] = [
    include_str!("typescript/api.ts"),
    include_str!("typescript/envelopes.ts"),
    include_str!("typescript/advice.ts"),
    include_str!("typescript/response.ts"),
];

const OPERATIONS: &str = include_str!("typescript/operations.ts");

/// Returns the file.
pub(super) fn text(client: &Client<'_>) -> String {
    let mut names = Names::new([TYPESCRIPT, TYPESCRIPT_GLOBAL]);
    let codes: Vec<_> = client
        .codes
        .iter()
        .map(|known| names.take(known.entry.variant()))
        .collect();
    let mut out = header(client);
    codes_type(client, &mut out);
    for (known, name) in client.codes.iter().zip(&codes) {
        code(known, name, &mut names, &mut out);
    }
    out += "/** Any error of the service. A `switch` on `code` narrows it; what no `case` names is for the `default`. */\n";
    out += "export type ApiError =\n";
    for name in &codes {
        let _ = writeln!(out, "  | {name}");
    }
    out += "  | UnknownError;\n\n";
    facts(client, &mut out);
    for part in RUNTIME {
        out += part;
        out += "\n";
    }
    if let Some(operations) = &client.operations {
        out += OPERATIONS;
        self::operations(client, operations, &codes, &mut out);
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

fn header(client: &Client<'_>) -> String {
    let lines = client.origin_lines();
    let lines: String = lines.iter().map(|line| format!("// {line}\n")).collect();
    lines + "/* eslint-disable */\n\n"
}

fn codes_type(client: &Client<'_>, out: &mut String) {
    *out += "/** The codes that this file knows. A service may send others, as catalogs grow. */\n";
    *out += "export type Code =\n";
    let codes: Vec<_> = client
        .codes
        .iter()
        .map(|known| format!("  | {}", known.literal()))
        .collect();
    let _ = writeln!(out, "{};\n", codes.join("\n"));
}

/// The types of a code, and of its details, if it declares any.
fn code(known: &Known<'_>, name: &str, names: &mut Names, out: &mut String) {
    let code = known.literal();
    let details = &known.entry.details;
    let mut argument = String::new();
    if !details.is_empty() {
        let of = names.take(format!("{name}Details"));
        let _ = writeln!(out, "/** The details of `{}`. */", known.wire.to_text());
        let _ = writeln!(out, "export interface {of} {{");
        for detail in details {
            let meaning = detail.meaning.clone().into_iter().collect::<Vec<_>>();
            comment(&meaning, None, 2, out);
            let optional = if detail.required == Some(true) {
                ""
            } else {
                "?"
            };
            let _ = writeln!(
                out,
                "  readonly {}{optional}: {};",
                member(&detail.name),
                type_of(detail)
            );
        }
        *out += "}\n\n";
        argument = format!(", {of}");
    }
    comment(&known.paragraphs(), known.deprecation(), 0, out);
    let _ = writeln!(out, "export type {name} = KnownError<{code}{argument}>;\n");
}

fn facts(client: &Client<'_>, out: &mut String) {
    let _ = writeln!(
        out,
        "const HAS_NUMBERS: boolean = {};\n",
        client.has_numbers()
    );
    *out += "const CODES: ReadonlyMap<string, Facts> = new Map<string, Facts>([\n";
    for known in &client.codes {
        let entry = known.entry;
        let mut facts = format!(
            "code: {}, message: {}",
            known.literal(),
            literal(&known.sentence())
        );
        if let Some(retry) = entry.retry {
            let _ = write!(facts, ", retry: \"{retry}\"");
        }
        if let Some(applied) = entry.applied {
            let _ = write!(facts, ", applied: \"{applied}\"");
        }
        if !entry.details.is_empty() {
            let details: Vec<_> = entry.details.iter().map(descriptor).collect();
            let _ = write!(facts, ", details: [{}]", details.join(", "));
        }
        let _ = writeln!(
            out,
            "  [{}, {{ {facts} }}],",
            literal(&known.wire.to_text())
        );
    }
    *out += "]);\n\n";
    *out += "/** The codes by the numbers that stand for them where codes are written as negative numbers. */\n";
    *out += "const BY_NUMBER: ReadonlyMap<number, Code> = new Map<number, Code>([\n";
    for (number, known) in client.numbers() {
        let _ = writeln!(out, "  [{number}, {}],", known.literal());
    }
    *out += "]);\n\n";
}

fn operations(
    client: &Client<'_>,
    operations: &[Operation<'_>],
    names: &[String],
    out: &mut String,
) {
    *out += "\n/** What each operation can answer with, what the framework answers by itself included. */\n";
    *out += "export interface ErrorsByOperation {\n";
    for operation in operations {
        let title: Vec<_> = operation.title.map(str::to_owned).into_iter().collect();
        comment(&title, None, 2, out);
        let errors: Vec<_> = operation.codes.iter().map(|at| &*names[*at]).collect();
        let errors = if errors.is_empty() {
            "never".to_owned()
        } else {
            errors.join(" | ")
        };
        let _ = writeln!(out, "  readonly {}: {errors};", literal(operation.name));
    }
    *out += "}\n\n";
    *out += "const CODES_BY_OPERATION: { readonly [O in Operation]: readonly Code[] } = {\n";
    for operation in operations {
        let codes: Vec<_> = operation
            .codes
            .iter()
            .map(|at| client.codes[*at].literal())
            .collect();
        // A name in brackets is a member whatever it is, `__proto__` too.
        let _ = writeln!(
            out,
            "  [{}]: [{}],",
            literal(operation.name),
            codes.join(", ")
        );
    }
    *out += "};\n";
}

fn member(name: &str) -> String {
    if is_identifier(name, "") {
        name.to_owned()
    } else {
        literal(name)
    }
}

fn type_of(detail: &Detail) -> String {
    let texts = || {
        let values: Vec<_> = detail.values.iter().map(|value| literal(value)).collect();
        // Further values may come, which no `switch` has to name.
        format!("{} | (string & Record<never, never>)", values.join(" | "))
    };
    match (detail.kind, detail.values.is_empty()) {
        (DetailType::Array, true) => {
            let items = detail.items.map_or("unknown", scalar);
            format!("readonly {}[]", in_brackets(items))
        }
        (DetailType::Array, false) => format!("readonly ({})[]", texts()),
        (kind, true) => scalar(kind).to_owned(),
        (_, false) => texts(),
    }
}

fn in_brackets(of: &str) -> String {
    if of.starts_with("readonly") {
        format!("({of})")
    } else {
        of.to_owned()
    }
}

fn scalar(kind: DetailType) -> &'static str {
    match kind {
        DetailType::Integer | DetailType::Number => "number",
        DetailType::Boolean => "boolean",
        DetailType::Array => "readonly unknown[]",
        DetailType::Object => "Readonly<Record<string, unknown>>",
        DetailType::String
        | DetailType::DateTime
        | DetailType::Date
        | DetailType::Uri
        | DetailType::Uuid => "string",
        _ => "unknown",
    }
}

/// What a detail is at run time.
fn descriptor(detail: &Detail) -> String {
    let items = detail
        .items
        .map(|items| format!(", \"{}\"", checked(items)));
    let items = items
        .filter(|_| detail.kind == DetailType::Array)
        .unwrap_or_default();
    format!(
        "[{}, \"{}\"{items}]",
        literal(&detail.name),
        checked(detail.kind)
    )
}

fn comment(paragraphs: &[String], deprecation: Option<String>, indent: usize, out: &mut String) {
    // No text of the catalog is a tag.
    let plain = |line: String| match line.starts_with('@') {
        true => format!("\\{line}"),
        false => line,
    };
    let lines = lines(paragraphs, indent).into_iter().map(plain);
    let mut lines: Vec<_> = lines.collect();
    if let Some(why) = deprecation {
        lines.push(String::new());
        lines.extend(self::lines(&[format!("@deprecated {why}")], indent));
    }
    let indent = " ".repeat(indent);
    let harmless = |line: &String| line.replace("*/", "*\\/");
    match &lines[..] {
        [] => {}
        [line] => *out += &format!("{indent}/** {} */\n", harmless(line)),
        lines => {
            *out += &format!("{indent}/**\n");
            for line in lines {
                *out += format!("{indent} * {}", harmless(line)).trim_end();
                *out += "\n";
            }
            *out += &format!("{indent} */\n");
        }
    }
}
