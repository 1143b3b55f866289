//! A section for each table, with each of its keys.

use manila_catalog_file::{
    RESERVED_DETAILS,
    format::{Key, Missing, Shape, Table, Word, file},
};

use super::{
    lists,
    markdown::{anchor, row},
    takes::takes,
};
use crate::format::table_of;

/// The sections of all tables, in the order of a file.
pub(super) fn sections() -> String {
    let sections = file().keys.iter().map(top).collect::<Vec<_>>();
    sections.join("\n")
}

/// A table at the top of a file.
fn top(key: &Key) -> String {
    match key.name {
        "conditions" => format!("{}\n{}", of_names(key), lists::conditions()),
        "rules" => format!("{}\n{}", of_names(key), lists::rules()),
        _ => {
            let table = table_of(&key.shape).unwrap();
            section(table, key.meaning)
        }
    }
}

/// The section of a table whose keys are names.
fn of_names(key: &Key) -> String {
    let example = format!("[{0}]\n{1}", key.name, members(key.example));
    format!(
        "## `[{}]`\n\n{}\n\n```toml\n{example}\n```\n",
        key.name, key.meaning
    )
}

/// The members of an inline table, each on a line of its own.
fn members(inline: &str) -> String {
    let inner = inline.trim_start_matches("{ ").trim_end_matches(" }");
    inner.split(", ").collect::<Vec<_>>().join("\n")
}

fn section(table: &Table, meaning: &str) -> String {
    let mut text = format!("## `{}`\n\n{meaning}{}\n\n", table.name, about(table.name));
    text += &row(&["key", "takes", "without it"]);
    text += &row(&["---", "---", "---"]);
    for key in &table.keys {
        let name = format!("[`{}`](#{})", key.name, anchor(&heading(table, key)));
        text += &row(&[&name, &takes(&key.shape), &without(table, key)]);
    }
    for key in &table.keys {
        text += &format!("\n### {}\n\n{}\n", heading(table, key), key.meaning);
        text += &format!("\nTakes {}.{}\n", takes(&key.shape), otherwise(table, key));
        text += &words(words_of(&key.shape));
        text += &format!("\n```toml\n{} = {}\n```\n", key.name, key.example);
    }
    for key in &table.keys {
        if let Some(table) = table_of(&key.shape) {
            text.push('\n');
            text += &section(table, key.meaning);
        }
    }
    text
}

fn heading(table: &Table, key: &Key) -> String {
    let table = table.name.trim_matches(['[', ']']);
    format!("`{table}.{}`", key.name)
}

/// What else is to be said of a table.
fn about(table: &str) -> String {
    match table {
        "[operations.OPERATION]" => " An operation with a blank or a slash in its name is quoted: \
             `[operations.\"POST /apps\"]`."
            .to_owned(),
        "[codes.CODE]" => {
            " `CODE` is spelled in the catalog's [`case`](#catalogcase). Every code has \
             a status; all else may be left out."
                .to_owned()
        }
        "[codes.CODE.details.DETAIL]" => {
            let reserved = RESERVED_DETAILS.iter().map(|name| format!("`{name}`"));
            let reserved = reserved.collect::<Vec<_>>().join(", ");
            format!(
                " A detail can have any name of one line but those that Manila uses itself: \
                 {reserved}. `catalog!` makes a constructor of them: see \
                 [Declared details](../core/src/docs/catalog.md#declared-details)."
            )
        }
        _ => String::new(),
    }
}

fn without(table: &Table, key: &Key) -> String {
    match (key.missing, key.name) {
        _ if key.is_required => "required".to_owned(),
        (Some(Missing::Value(default)), _) => format!("`{default}`"),
        (Some(Missing::Text(what)), _) => what.to_owned(),
        (_, "status" | "statuses") if table.name == "[codes.CODE]" => "one of the two".to_owned(),
        _ => String::new(),
    }
}

/// The same as a sentence.
fn otherwise(table: &Table, key: &Key) -> String {
    match without(table, key) {
        without if without.is_empty() => without,
        without if key.is_required => format!(" {}.", without.replacen('r', "R", 1)),
        without if without == "one of the two" => " Each code has one of the two.".to_owned(),
        without => format!(" Default: {without}."),
    }
}

fn words_of(shape: &Shape) -> &'static [Word] {
    match shape {
        Shape::Word(words) => words,
        Shape::List(items) => words_of(items),
        _ => &[],
    }
}

fn words(words: &[Word]) -> String {
    if words.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}{}", row(&["word", "meaning"]), row(&["---", "---"]));
    for word in words {
        text += &row(&[&format!("`\"{}\"`", word.word), word.meaning()]);
    }
    text
}
