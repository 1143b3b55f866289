//! What holds between keys, as far as a schema can say it: the rules that need no more than the table.

use super::json::Json;
use crate::{
    Case,
    check::{FILE_ENDINGS, RESERVED_ADDRESSES},
    exit::RESERVED_EXIT_CODES,
    format::pattern_of,
};

/// What a code may be called in any spelling.
pub(super) const CODES: &str = pattern_of(Case::Any);

/// What holds between the tables of a file.
pub(super) fn of_file() -> Json {
    let spelled = Case::SPELLINGS.iter().map(|case| {
        let names = Json::object([("pattern", pattern_of(*case).into())]);
        let codes = open(Json::object([("propertyNames", names)]));
        where_catalog_says("case", case.as_str(), codes)
    });
    let number = Json::object([("additionalProperties", open(requires("number")))]);
    let numbered = where_catalog_says("wire", "number", number);
    Json::object([("allOf", Json::List(spelled.chain([numbered]).collect()))])
}

/// What holds of `[codes]` where `[catalog]` has a word.
fn where_catalog_says(key: &str, word: &str, codes: Json) -> Json {
    let catalog = has(key, constant(word)).and(requires(key));
    let says = has("catalog", open(catalog)).and(requires("catalog"));
    Json::object([("if", open(says)), ("then", open(has("codes", codes)))])
}

/// What holds between the keys of a table.
pub(super) fn of_table(name: &str) -> Json {
    match name {
        "[codes.CODE]" => one_of_status_and_statuses(),
        "[codes.CODE.details.DETAIL]" => items_and_values(),
        _ => Json::object([]),
    }
}

fn one_of_status_and_statuses() -> Json {
    Json::object([
        ("if", open(requires("statuses"))),
        ("then", open(has("status", Json::Flag(false)))),
        ("else", open(requires("status"))),
    ])
}

fn items_and_values() -> Json {
    let of_array = Json::object([
        ("if", open(requires("items"))),
        ("then", open(has("type", constant("array")))),
    ]);
    let some = Json::object([("minItems", Json::Integer(1))]);
    let texts = Json::object([("type", constant("array")), ("items", constant("string"))]);
    let texts = Json::object([("properties", texts)]).and(requires("items"));
    let either = Json::List(vec![open(has("type", constant("string"))), open(texts)]);
    let of_texts = Json::object([
        ("if", open(has("values", some).and(requires("values")))),
        ("then", Json::object([("anyOf", either)])),
    ]);
    Json::object([("allOf", Json::List(vec![of_array, of_texts]))])
}

fn has(key: &str, value: Json) -> Json {
    Json::object([("properties", Json::object([(key, value)]))])
}

fn requires(key: &str) -> Json {
    Json::object([("required", Json::texts([key]))])
}

/// A schema that says a part of what holds of a table. That it leaves the other keys be has to be said to
/// Tombi, whose strict mode takes them for forbidden.
fn open(schema: Json) -> Json {
    schema.and(Json::object([("additionalProperties", Json::Flag(true))]))
}

/// What holds of a key beside what it takes.
pub(super) fn of_key(name: &str) -> Json {
    match name {
        "number" => {
            let zero = Json::object([("const", Json::Integer(0))]);
            Json::object([("not", zero)])
        }
        "exit_code" => exit_code(),
        _ => Json::object([]),
    }
}

/// What holds of an exit code beside its range.
pub(super) fn exit_code() -> Json {
    let reserved = RESERVED_EXIT_CODES.map(|code| Json::Integer(code.into()));
    let reserved = Json::object([("enum", Json::List(reserved.into()))]);
    Json::object([("not", reserved)])
}

/// Which names of codes are taken by the reference, in whatever case.
pub(super) fn names_of_codes() -> Json {
    let any_of = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| in_any_case(word)).collect();
        words.join("|")
    };
    let reserved = format!(
        "^({})$|\\.({})$",
        any_of(&RESERVED_ADDRESSES),
        any_of(&FILE_ENDINGS)
    );
    let reserved = Json::object([("pattern", Json::Text(reserved))]);
    Json::object([("propertyNames", Json::object([("not", reserved)]))])
}

fn in_any_case(word: &str) -> String {
    let letter = |c: char| format!("[{}{c}]", c.to_ascii_uppercase());
    word.chars()
        .map(|c| match c.is_ascii_lowercase() {
            true => letter(c),
            false => c.to_string(),
        })
        .collect()
}

fn constant(word: &str) -> Json {
    Json::object([("const", word.into())])
}
