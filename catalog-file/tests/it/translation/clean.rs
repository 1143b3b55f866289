//! Translations that nothing is wrong with.

use manila_catalog_file::{ENGLISH_SENTENCES, OWN_SENTENCES, read_translation, source_messages};

use super::{catalog, findings_in};

const GOOD: &str = "\
# VibeHost has { $count } left of { $product }.
sold_out = { $count ->
    [0] VibeHost ya no tiene { $product }.
    [one] VibeHost tiene un { $product }.
    [many] VibeHost tiene { $count } de { $product }.
   *[other] { -brand } tiene { NUMBER($count, useGrouping: \"false\") } { $product }.
}
    .title = Agotado
    .meaning = No queda nada de `<id>`.
    .cause-1 = Se vendió.
    .cause-2 = Se devolvió.
    .client-1 = Pide otro.

closed = La tienda está
    cerrada.
    .title = Cerrado

-brand = VibeHost
";

#[test]
fn a_complete_translation_has_no_finding() {
    // A sentence of two lines is the one mistake here.
    let good = GOOD.replace("está\n    cerrada", "está cerrada");
    assert_eq!(findings_in("es", "shop", &good), <[String; 0]>::default());
}

#[test]
fn the_english_sentences_are_a_translation_of_themselves() {
    assert_eq!(read_translation(ENGLISH_SENTENCES), []);
    let found = findings_in("en", OWN_SENTENCES, ENGLISH_SENTENCES);
    assert_eq!(found, <[String; 0]>::default());
}

#[test]
fn what_there_is_to_translate_is_in_the_order_of_the_catalog() {
    let catalog = catalog();
    let messages = source_messages(&catalog);
    let ids: Vec<_> = messages.iter().map(|message| &*message.id).collect();
    assert_eq!(ids, ["sold_out", "closed"]);
    let names: Vec<_> = messages[0]
        .attributes
        .iter()
        .map(|(name, _)| &**name)
        .collect();
    assert_eq!(names, ["meaning", "cause-1", "cause-2", "client-1"]);
    let placeholders: Vec<_> = messages[0].value.as_ref().unwrap().placeholders().collect();
    assert_eq!(placeholders, ["count", "product"]);
    assert_eq!(messages[0].arguments, ["count", "product", "place"]);
}
