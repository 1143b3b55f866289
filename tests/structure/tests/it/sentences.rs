//! The sentences that core writes, and the file that they are translated from.

use std::collections::BTreeSet;

use manila_structure::{Literal, literals, workspace};

/// What takes a sentence of the library's own for the client.
const TAKE_SENTENCES: [&str; 4] = ["with_message", "put_own", "put_words", "put_counted"];

/// The sentences of a Fluent file that are core's: its messages but for those of HTTP's statuses and of
/// pages.
fn translatable() -> BTreeSet<String> {
    let file = workspace().join("catalog-file/src/translation/manila.ftl");
    let text = std::fs::read_to_string(file).unwrap();
    let messages = text.lines().filter_map(|line| line.split_once(" = "));
    let own =
        messages.filter(|(id, _)| id.starts_with("manila-") && !id.starts_with("manila-page-"));
    own.map(|(_, text)| text.to_owned()).collect()
}

fn of_core() -> Vec<Literal> {
    literals(&workspace().join("core/src")).unwrap()
}

#[test]
fn every_sentence_that_is_translated_is_one_of_core() {
    let written: BTreeSet<_> = of_core().into_iter().map(|it| it.text).collect();
    let translatable = translatable();
    let gone: Vec<_> = translatable.difference(&written).collect();
    assert!(translatable.len() > 70, "{}", translatable.len());
    assert!(gone.is_empty(), "core does not say {gone:#?}");
}

#[test]
fn every_sentence_of_core_can_be_translated() {
    let translatable = translatable();
    let for_clients = of_core().into_iter().filter(|it| {
        let called = it.called.as_deref().unwrap_or_default();
        let takes_sentences = TAKE_SENTENCES.contains(&called);
        let is_sentence = takes_sentences || called == "new" && it.text.ends_with('.');
        is_sentence && it.text.starts_with(char::is_uppercase)
    });
    let left: Vec<_> = for_clients
        .filter(|it| !translatable.contains(&it.text))
        .collect();
    assert!(left.is_empty(), "manila.ftl has not {left:#?}");
}
