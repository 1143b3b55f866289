//! Headers and files of languages.

use manila_properties::languages::{negotiation, translation};
use proptest::prelude::{Just, Strategy, any};
use proptest::{collection, prop_oneof, proptest};

use crate::inputs::{any_case, check_seeds, seeds};

/// What Fluent files are made of.
fn part() -> impl Strategy<Value = String> {
    let known = [
        "too_fast = ",
        "broken = ",
        "invalid = ",
        "gone =",
        "-term = ",
        "text = ",
        "\n",
        "\n    .title = ",
        "\n    .meaning = ",
        "\n    .client-1 = ",
        "{ $seconds }",
        "{ $name }",
        "{ $limit }",
        "{ $other }",
        "{ $seconds ->\n    [one] A\n   *[other] B\n}",
        "{ $name ->\n    [app] A\n   *[other] { $name }\n}",
        "{ NUMBER($seconds, minimumFractionDigits: 2) }",
        "{ NUMBER($name) }",
        "{ DATETIME($name, dateStyle: \"long\") }",
        "{ -term }",
        "{ -term(seconds: 5) }",
        "{ -term(name: \"x\") }",
        "{ text }",
        "{ too_fast.title }",
        "{ 5.00 }",
        "{ \"\\u0041\" }",
        " word ",
        "# comment\n",
        "{",
        "}",
        "[0]",
        "*[a]",
    ];
    prop_oneof![
        9 => (0..known.len()).prop_map(move |at| known[at].to_owned()),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// A file of a few messages, each of a few parts.
fn file() -> impl Strategy<Value = String> {
    let ids = prop_oneof![
        Just("too_fast"),
        Just("broken"),
        Just("invalid"),
        Just("-term"),
        Just("text")
    ];
    let pattern = collection::vec(part(), 1..6).prop_map(|parts| parts.concat());
    let messages = collection::vec((ids, pattern), 1..4);
    messages.prop_map(|messages| {
        let messages = messages
            .iter()
            .map(|(id, pattern)| format!("{id} = {pattern}\n"));
        messages.collect()
    })
}

proptest! {
    #![proptest_config(crate::inputs::four_times())]

    #[test]
    fn every_header_chooses_a_language(case in any_case::<negotiation::Case>()) {
        negotiation::check(&case);
    }

    #[test]
    fn every_file_is_read_or_told(text in prop_oneof![
        file(),
        collection::vec(part(), 0..20).prop_map(|parts| parts.concat()),
    ]) {
        translation::check(&text);
    }
}

#[test]
fn the_seeds_of_the_fuzzers_hold() {
    check_seeds("negotiation", negotiation::check);
    for bytes in seeds("translation") {
        translation::check(&String::from_utf8_lossy(&bytes));
    }
}
