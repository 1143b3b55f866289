//! What a key takes, in words.

use manila_catalog_file::format::{Names, Shape, Text, Word};

use super::markdown::anchor;

/// What a key takes.
pub(super) fn takes(shape: &Shape) -> String {
    match shape {
        Shape::Text(text) => one(*text).to_owned(),
        Shape::Boolean => "`true` or `false`".to_owned(),
        Shape::Integer { min, max } => format!("an integer from {min} to {max}"),
        Shape::Word(words) => word(words),
        Shape::List(items) => format!("a list of {}", several(items)),
        Shape::Distinct(items, 0) => format!("a list of {}, each once", several(items)),
        Shape::Distinct(items, 1) => {
            format!("a list of {}, at least one, each once", several(items))
        }
        Shape::Steps => "a list of strings, or one string".to_owned(),
        Shape::Fact => "a string, a number or a boolean".to_owned(),
        Shape::Named(names, values) => {
            format!("a table: {} = {}", name(names), takes(values))
        }
        Shape::Table(table) => format!("a table, [`{}`](#{})", table.name, anchor(table.name)),
        other => panic!("not described: {other:?}"),
    }
}

fn one(text: Text) -> &'static str {
    match text {
        Text::Any => "a string",
        Text::Line => "a string of one line, not empty",
        Text::CatalogName => "a string of ASCII letters, digits, `-` and `_`",
        Text::Locale => "a language tag",
        Text::Code => "a code of this catalog",
        Text::Rule => "a name in `snake_case`",
        Text::Detail => "a name",
        other => panic!("not described: {other:?}"),
    }
}

/// Some words, or how many there are.
fn word(words: &[Word]) -> String {
    const MOST: usize = 6;
    match words {
        [only] => format!("`\"{}\"`", only.word),
        words if words.len() > MOST => format!("one of {} words", words.len()),
        words => {
            let words = words.iter().map(|word| format!("`\"{}\"`", word.word));
            words.collect::<Vec<_>>().join(", ")
        }
    }
}

fn several(shape: &Shape) -> String {
    let several = match shape {
        Shape::Text(Text::Any) => "strings",
        Shape::Text(Text::Line) => "strings of one line, none empty",
        Shape::Text(Text::Locale) => "language tags",
        Shape::Text(Text::Code) => "codes of this catalog",
        Shape::Word(words) => return word(words),
        Shape::Integer { min, max } => return format!("integers from {min} to {max}"),
        other => panic!("not described: {other:?}"),
    };
    several.to_owned()
}

fn name(names: &Names) -> &'static str {
    match names {
        Names::Codes => "a code",
        Names::Statuses => "an HTTP status from 400 to 599",
        Names::Words(_) => "a condition",
        Names::Texts(Text::Detail) => "a name",
        Names::Texts(_) => "a name of one line",
        Names::Known(Text::Rule, _) => "a rule, in `snake_case`,",
        Names::Known(..) => "the id of a rule",
        other => panic!("not described: {other:?}"),
    }
}
