//! What no schema can say.

use super::judge::{broken, refused};

/// A rule, why a schema cannot say it, and a part of a catalog in `any` case that breaks it and is valid.
pub(super) const BEYOND: &[(&str, &str, &str)] = &[
    (
        "unknown-related",
        "a schema knows no code of the file",
        "[codes.a]\nstatus = 400\nrelated = ['b']",
    ),
    (
        "unknown-replacement",
        "a schema knows no code of the file",
        "[codes.a]\nstatus = 400\nreplaced_by = 'b'",
    ),
    (
        "unknown-condition-code",
        "a schema knows no code of the file",
        "[conditions]\ninternal = 'b'",
    ),
    (
        "unknown-rule-code",
        "a schema knows no code of the file",
        "[rules]\nemail = 'b'",
    ),
    (
        "retired-condition-code",
        "a schema looks at no code from `[conditions]`",
        "[conditions]\ninternal = 'a'\n[codes.a]\nstatus = 500\nretired = '2.0.0'",
    ),
    (
        "retired-rule-code",
        "a schema looks at no code from `[rules]`",
        "[rules]\nemail = 'a'\n[codes.a]\nstatus = 422\nretired = '2.0.0'",
    ),
    (
        "replacement-cycle",
        "a schema follows no reference",
        "[codes.a]\nstatus = 400\nreplaced_by = 'a'",
    ),
    (
        "placeholder",
        "a schema reads no message",
        "[codes.a]\nstatus = 400\nmessage = 'In { $b }.'",
    ),
    (
        "duplicate-number",
        "a schema compares no two codes",
        "[codes.a]\nstatus = 400\nnumber = 7\n[codes.b]\nstatus = 400\nnumber = 7",
    ),
    (
        "ambiguous-name",
        "a schema compares no two codes",
        "[codes.a-b]\nstatus = 400\n[codes.a_b]\nstatus = 400",
    ),
    (
        "variant-name",
        "a schema makes no variant of a code",
        "[codes.self]\nstatus = 400",
    ),
    (
        "digits",
        "a schema compares no number with a status",
        "[catalog]\nname = 'a'\ncase = 'any'\ndigits = 'status'\n[codes.a]\nstatus = 400\nnumber = 7",
    ),
    (
        "locale",
        "a schema tells `en` and `EN` apart",
        "[catalog]\nname = 'a'\ncase = 'any'\nlocales = ['en', 'EN']",
    ),
];

/// A file that breaks a rule and is valid: of those that a schema can say, in the ways that it cannot.
const UNSEEN: &[(&str, &str)] = &[
    // A schema knows no float without a fraction.
    ("wrong-type", "[codes.a]\nstatus = 400.0"),
];

fn file(part: &str) -> String {
    let head = "[catalog]\nname = 'a'\ncase = 'any'\n";
    match part.starts_with("[catalog]") {
        true => part.to_owned(),
        false => format!("{head}{part}"),
    }
}

#[test]
fn what_is_beyond_a_schema_is_refused_by_the_reader_alone() {
    let parts = BEYOND.iter().map(|(rule, why, part)| {
        assert!(!why.is_empty());
        (rule, part)
    });
    for (rule, part) in parts.chain(UNSEEN.iter().map(|(rule, part)| (rule, part))) {
        let text = file(part);
        assert_eq!(broken(&text), [*rule], "{text}");
        assert_eq!(refused(&text), Some(Vec::new()), "{text}");
    }
}
