//! What is told of the format is what the reader reads.

mod document;

use manila_catalog_file::{
    Case,
    format::{Missing, Names, Shape, file},
    read,
};

pub(crate) use self::document::{document, keys, table_of};

#[test]
fn each_key_has_an_example_that_is_read() {
    for (table, key) in keys() {
        let text = document(&table, key.name, Some(key.example));
        if let Err(mistakes) = read(&text) {
            panic!("{}: {mistakes:#?} in\n{text}", key.name);
        }
    }
}

#[test]
fn a_file_without_a_key_is_refused_where_the_key_is_required() {
    for (table, key) in keys() {
        let is_status = ["status", "statuses"].contains(&key.name);
        let is_read = read(&document(&table, key.name, None)).is_ok();
        assert_eq!(is_read, !key.is_required && !is_status, "{}", key.name);
    }
}

#[test]
fn a_default_is_what_a_file_without_the_key_says() {
    for (table, key) in keys() {
        if let Some(Missing::Value(default)) = key.missing {
            let [said, unsaid] = [Some(default), None].map(|value| {
                let text = document(&table, key.name, value);
                let mut catalog = read(&text).unwrap().into_catalog();
                for entry in &mut catalog.codes {
                    entry.scope = entry.shown_scope().to_vec();
                }
                catalog
            });
            assert_eq!(said, unsaid, "{}", key.name);
        }
    }
}

#[test]
fn each_key_is_told_in_sentences() {
    for (_, key) in keys() {
        let meaning = key.meaning;
        assert!(
            meaning.ends_with('.') && !meaning.contains("  "),
            "{meaning}"
        );
        assert!(meaning.starts_with(|c: char| c.is_uppercase()), "{meaning}");
    }
}

#[test]
fn the_words_are_those_of_the_enums() {
    let file = file();
    let head = table_of(&file.key("catalog").unwrap().shape).unwrap();
    let words = |key: &str| match &head.key(key).unwrap().shape {
        Shape::Word(words) => words.iter().map(|word| word.word).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let spelled = |cases: &[Case]| cases.iter().map(|case| case.as_str()).collect::<Vec<_>>();
    assert_eq!(words("case"), spelled(Case::ALL));
    assert_eq!(words("http_case"), spelled(Case::SPELLINGS));
    let Shape::Named(Names::Words(conditions), _) = &file.key("conditions").unwrap().shape else {
        panic!("conditions are words");
    };
    assert_eq!(conditions[0].word, "route_not_found");
    assert_eq!(conditions[0].meaning(), "No route matches the path.");
}
