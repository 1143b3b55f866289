//! The schema of a table, of a key, and of what it takes.

use super::{json::Json, relations, value};
use crate::format::{Key, Missing, Names, Shape, Table, Text, Word};

/// The schema of a table that knows its keys.
pub(super) fn table(table: &Table) -> Json {
    let required = table.keys.iter().filter(|key| key.is_required);
    let required = Json::texts(required.map(|key| key.name));
    let keys = table.keys.iter().map(|key| (key.name, self::key(key)));
    let schema = Json::object([
        ("type", "object".into()),
        ("properties", Json::object(keys)),
        ("required", required),
        ("additionalProperties", Json::Flag(false)),
    ]);
    schema.and(relations::of_table(table.name))
}

fn key(key: &Key) -> Json {
    let mut schema = Json::object([("description", Json::Text(described(key)))]);
    schema = schema
        .and(shape(&key.shape))
        .and(relations::of_key(key.name));
    if let Some(Missing::Value(default)) = key.missing
        && let Some(default) = value::of(default)
    {
        schema = schema.and(Json::object([("default", default)]));
    }
    match value::of(key.example) {
        Some(example) => schema.and(Json::object([("examples", Json::List(vec![example]))])),
        None => schema,
    }
}

/// What an editor shows of a key: in Markdown, as both Taplo and Tombi read it.
fn described(key: &Key) -> String {
    let words = words_of(&key.shape).iter();
    let words: Vec<_> = words
        .map(|word| format!("- `{}`: {}", word.word, word.meaning()))
        .collect();
    let missing = match key.missing {
        Some(Missing::Text(what)) => format!("Default: {what}."),
        _ => String::new(),
    };
    let parts = [key.meaning.to_owned(), missing, words.join("\n")];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

fn words_of(shape: &Shape) -> &'static [Word] {
    match shape {
        Shape::Word(words) => words,
        Shape::List(items) => words_of(items),
        _ => &[],
    }
}

fn shape(shape: &Shape) -> Json {
    match shape {
        Shape::Text(text) => typed("string").and(pattern(*text)),
        Shape::Boolean => typed("boolean"),
        Shape::Integer { min, max } => typed("integer").and(Json::object([
            ("minimum", Json::Integer(*min)),
            ("maximum", Json::Integer(*max)),
        ])),
        Shape::Word(words) => word(words),
        Shape::List(items) => list(items),
        Shape::Distinct(items, least) => {
            let least = i64::try_from(*least).unwrap_or_default();
            list(items).and(Json::object([
                ("minItems", Json::Integer(least)),
                ("uniqueItems", Json::Flag(true)),
            ]))
        }
        Shape::Steps => Json::object([
            ("type", Json::texts(["string", "array"])),
            ("items", typed("string")),
        ]),
        Shape::Fact => {
            let types = Json::texts(["string", "number", "boolean"]);
            Json::object([("type", types)]).and(pattern(Text::Line))
        }
        Shape::Named(names, values) => named(names, &self::shape(values)),
        Shape::Table(table) => self::table(table),
    }
}

fn typed(name: &str) -> Json {
    Json::object([("type", name.into())])
}

fn pattern(text: Text) -> Json {
    let pattern = text.pattern();
    Json::object(pattern.map(|pattern| ("pattern", pattern.into())))
}

fn list(items: &Shape) -> Json {
    typed("array").and(Json::object([("items", shape(items))]))
}

fn word(words: &[Word]) -> Json {
    let meanings = Json::texts(words.iter().map(|word| word.meaning()));
    let docs = Json::object([("docs", Json::object([("enumValues", meanings)]))]);
    typed("string").and(Json::object([
        ("enum", Json::texts(words.iter().map(|word| word.word))),
        ("x-taplo", docs),
    ]))
}

/// A table whose keys are names.
fn named(names: &Names, values: &Json) -> Json {
    let known = match names {
        Names::Words(words) => *words,
        Names::Known(_, words) => words,
        Names::Codes | Names::Statuses | Names::Texts(_) => &[],
    };
    let (pattern, reserved) = match names {
        Names::Words(_) => (None, Json::object([])),
        Names::Codes => (Some(relations::CODES), relations::names_of_codes()),
        Names::Statuses => (Some("^[45][0-9][0-9]$"), Json::object([])),
        Names::Texts(text) | Names::Known(text, _) => (text.pattern(), except(text.reserved())),
    };
    let takes_any = matches!(names, Names::Texts(Text::Any) | Names::Known(Text::Any, _));
    let others = if takes_any {
        values.clone()
    } else {
        Json::Flag(false)
    };
    let values = &match names {
        Names::Statuses => values.clone().and(relations::exit_code()),
        _ => values.clone(),
    };
    let mut schema = typed("object");
    if !known.is_empty() {
        let known = known
            .iter()
            .map(|word| (word.word, described_as(*word, values)));
        schema = schema.and(Json::object([("properties", Json::object(known))]));
    }
    if let Some(pattern) = pattern {
        let patterns = Json::object([(pattern, values.clone())]);
        schema = schema.and(Json::object([("patternProperties", patterns)]));
    }
    let others = Json::object([("additionalProperties", others)]);
    schema.and(others).and(reserved)
}

fn described_as(word: Word, values: &Json) -> Json {
    let meaning = Some(word.meaning()).filter(|meaning| !meaning.is_empty());
    Json::object(meaning.map(|meaning| ("description", meaning.into()))).and(values.clone())
}

/// That the names of a table are none of these.
fn except(reserved: &[&str]) -> Json {
    let refuse = || {
        let names = Json::object([("enum", Json::texts(reserved.iter().copied()))]);
        Json::object([("not", names)])
    };
    Json::object((!reserved.is_empty()).then(|| ("propertyNames", refuse())))
}
