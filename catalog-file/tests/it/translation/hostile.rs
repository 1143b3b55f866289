//! Files of any content have an answer.

use manila_catalog_file::read_translation;
use proptest::prelude::*;

use super::findings_in;

#[test]
fn a_file_that_nests_deep_is_refused() {
    for (open, close) in [
        ("{", "}"),
        ("{ NUMBER(", ") }"),
        ("{ 1 ->\n *[a] ", "\n}"),
        ("{\n", "}"),
    ] {
        let text = format!(
            "closed = {}1{}\n",
            open.repeat(50_000),
            close.repeat(50_000)
        );
        let found = read_translation(&text);
        assert_eq!(found[0].rule, "malformed-fluent");
        assert!(
            found[0].message.starts_with("placeables nest deeper"),
            "{open}"
        );
    }
}

#[test]
fn what_looks_nested_is_not() {
    let texts = [
        "closed = { \"{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{\" }\n".to_owned(),
        format!("closed = {}\n", "(".repeat(100)),
        format!("closed = {{ 1 ->\n   *[a] {}\n}}\n", ":( ".repeat(20)),
        "# {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{\n\nclosed = A\n".to_owned(),
        format!("closed = {}\n", "{ \"\\\"{{{\" }".repeat(50)),
    ];
    for text in texts {
        assert_eq!(read_translation(&text), [], "{text}");
    }
}

#[test]
fn an_escape_that_a_letter_cuts_is_told() {
    for escape in [
        "\\u00é",
        "\\ué",
        "\\u\u{fffd}",
        "\\U0001é",
        "\\\\\\uéé",
        "a\\u00😀",
        "é\\u0é41",
    ] {
        let text = format!("first = A\nclosed = {{ \"{escape}\" }}\n");
        let found = read_translation(&text);
        let found = found.iter().map(|found| (found.rule, found.line));
        assert_eq!(
            found.collect::<Vec<_>>(),
            [("malformed-fluent", 2)],
            "{text}"
        );
    }
    for text in [
        "closed = { \"\\u00e9é\" }\n",
        "closed = { \"\\\\ué\" }\n",
        // A text has no escapes.
        "closed = \\ué { \"a\" }\n",
        "closed = { \"a\" }\n    \\ué\n",
    ] {
        assert_eq!(read_translation(text), [], "{text}");
    }
}

#[test]
fn a_long_chain_of_messages_is_refused() {
    let chain: String = (0..50_000)
        .map(|at| format!("m{at} = {{ m{} }}\n", at + 1))
        .collect();
    let found = read_translation(&format!("{chain}m50000 = A\n"));
    assert_eq!(found[0].rule, "too-many-placeables");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_an_answer(text in "[-a-z{}\"$().<>=\\\\\\[\\]*# \n\r\u{e9}\u{202e}]{0,200}") {
        let _ = findings_in("es", "shop", &text);
    }

    #[test]
    fn any_pattern_has_an_answer(pattern in "([a-z ]|\\{ \\$count \\}|\\{ -b \\}|\\{ closed \\}|<|\\{|\\}|\"){0,40}") {
        let _ = findings_in("es", "shop", &format!("closed = {pattern}\nsold_out = {pattern}\n-b = {pattern}\n"));
    }
}
