//! What holds between keys, as far as a schema can say it: the rules that need no more than the table.

use super::json::Json;
use crate::{
    Case,
    check::{FILE_ENDINGS, RESERVED_ADDRESSES},
    format::pattern_of,
};

/// What a code may be called in any spelling.
pub(super) const CODES: &str = pattern_of(Case::Any);

/// What holds between the tables of a file.
pub(super) fn of_file() -> Json {
    let spelled = Case::SPELLINGS.iter().map(|case| {
        let names = Json::object([("pattern", pattern_of(*case).into())]);
        let codes = Json::object([("propertyNames", names)]);
        where_catalog_says("case", case.as_str(), codes)
    });
    let numbered = {
        let number = Json::object([("required", Json::texts(["number"]))]);
        let codes = Json::object([("additionalProperties", number)]);
        where_catalog_says("wire", "number", codes)
    };
    Json::object([("allOf", Json::List(spelled.chain([numbered]).collect()))])
}

/// What holds of `[codes]` where `[catalog]` has a word.
fn where_catalog_says(key: &str, word: &str, codes: Json) -> Json {
    let says = Json::object([
        ("properties", Json::object([(key, constant(word))])),
        ("required", Json::texts([key])),
    ]);
    let catalog = Json::object([
        ("properties", Json::object([("catalog", says)])),
        ("required", Json::texts(["catalog"])),
    ]);
    let codes = Json::object([("properties", Json::object([("codes", codes)]))]);
    Json::object([("if", catalog), ("then", codes)])
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
    let has = |key| Json::object([("required", Json::texts([key]))]);
    Json::object([
        ("if", has("statuses")),
        ("then", Json::object([("not", has("status"))])),
        ("else", has("status")),
    ])
}

fn items_and_values() -> Json {
    let has = |key, value: Json| Json::object([("properties", Json::object([(key, value)]))]);
    let also = |schema: Json, key| schema.and(Json::object([("required", Json::texts([key]))]));
    let of_array = Json::object([
        ("if", Json::object([("required", Json::texts(["items"]))])),
        ("then", has("type", constant("array"))),
    ]);
    let some = Json::object([("minItems", Json::Integer(1))]);
    let texts = Json::object([("type", constant("array")), ("items", constant("string"))]);
    let texts = also(Json::object([("properties", texts)]), "items");
    let of_texts = Json::object([
        ("if", also(has("values", some), "values")),
        (
            "then",
            Json::object([(
                "anyOf",
                Json::List(vec![has("type", constant("string")), texts]),
            )]),
        ),
    ]);
    Json::object([("allOf", Json::List(vec![of_array, of_texts]))])
}

/// What holds of a key beside what it takes.
pub(super) fn of_key(name: &str) -> Json {
    match name {
        "number" => {
            let zero = Json::object([("const", Json::Integer(0))]);
            Json::object([("not", zero)])
        }
        _ => Json::object([]),
    }
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
