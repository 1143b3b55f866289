//! The lists of the format: conditions, rules, spellings, findings and changes.

use manila_catalog_file::{
    CHANGES, Case, Condition, LINTS, RULES, VALIDATION_RULES,
    format::{Names, Shape, file},
};

use super::markdown::row;

pub(super) fn conditions() -> String {
    let mut text = row(&["condition", "status", "when", "falls back to"]);
    text += &row(&["---", "---", "---", "---"]);
    let file = file();
    let Shape::Named(Names::Words(words), _) = &file.key("conditions").unwrap().shape else {
        panic!("conditions are words");
    };
    for word in *words {
        let condition = Condition::from_word(word.word).unwrap();
        let general = condition.general();
        let general = general.map_or(String::new(), |general| format!("`{general}`"));
        let status = condition.status().to_string();
        let name = format!("`{condition}`");
        text += &row(&[&name, &status, word.meaning(), &general]);
    }
    text
}

pub(super) fn rules() -> String {
    let mut text = "These rules are known, of [garde](https://docs.rs/garde) and \
                    [validator](https://docs.rs/validator) alike. One without a code falls back to a \
                    more general one, then to the condition `missing_field` for `required` and \
                    `invalid_value` for any other.\n\n"
        .to_owned();
    text += &row(&["rule", "falls back to"]);
    text += &row(&["---", "---"]);
    for (rule, general) in VALIDATION_RULES {
        let general = general.map_or(String::new(), |general| format!("`{general}`"));
        text += &row(&[&format!("`{rule}`"), &general]);
    }
    text
}

pub(super) fn spellings() -> String {
    let mut text =
        "## Spellings\n\nEach code is spelled in the `case` of its catalog. It is ASCII, and \
                    begins with a letter.\n\n"
            .to_owned();
    text += &row(&[
        "`case`",
        "\"Plan limit 2 exceeded\" as a code",
        "`PlanLimit`",
        "`plan-limit`",
    ]);
    text += &row(&["---", "---", "---", "---"]);
    for case in Case::ALL {
        let accepts = |name| if case.accepts(name) { "accepted" } else { "" };
        let spelled = match case {
            Case::Any => "as you like, with `.`, `_`, `:`, `/` and `-`".to_owned(),
            case => format!("`{}`", case.spell("Plan limit 2 exceeded")),
        };
        let name = format!("`\"{case}\"`");
        text += &row(&[&name, &spelled, accepts("PlanLimit"), accepts("plan-limit")]);
    }
    text += "\nIn the address of a code's page, `/`, `:` and `.` become `-`; in Rust and other languages, \
             every sign becomes `_` or a new word. No two codes may become the same.\n";
    text
}

/// The mistakes of a file as such, which no rule is for.
const OF_FILES: &[(&str, &str)] = &[
    ("syntax", "The file is TOML."),
    ("duplicate-key", "A key or a table appears once."),
    ("unknown-key", "Each key is one of this page."),
    ("missing-key", "A required key is there."),
    (
        "exclusive-keys",
        "A code has `status` or `statuses`, not both.",
    ),
    ("wrong-type", "A value has the type that its key takes."),
    (
        "unknown-word",
        "A value is one of the words that its key takes.",
    ),
    ("out-of-range", "A number is within its bounds."),
];

pub(super) fn findings() -> String {
    let mut text =
        "## Findings\n\n`manila check` reports each mistake with its line, its column and an \
                    id. A catalog with one of these mistakes cannot be used:\n\n"
            .to_owned();
    text += &row(&["id", "what has to hold"]);
    text += &row(&["---", "---"]);
    for (id, summary) in OF_FILES {
        text += &row(&[&format!("`{id}`"), summary]);
    }
    for rule in RULES {
        text += &row(&[&format!("`{}`", rule.id), rule.summary]);
    }
    text += "\nThe rest is advice. A note tells what may be meant so, and fails nothing:\n\n";
    text += &row(&["id", "level", "what is advised"]);
    text += &row(&["---", "---", "---"]);
    for lint in LINTS {
        text += &row(&[&format!("`{}`", lint.id), lint.level.as_str(), lint.summary]);
    }
    text += "\nAdvice can be silenced for one code, with a reason, by [`allow`](#codescodeallow). \
             Mistakes cannot.\n";
    text
}

pub(super) fn changes() -> String {
    let mut text =
        "## Changes\n\n`manila diff OLD NEW` tells what changed between two revisions of a \
                    catalog, and fails if a change breaks clients.\n\n"
            .to_owned();
    text += &row(&["kind", "impact", "why"]);
    text += &row(&["---", "---", "---"]);
    for change in CHANGES {
        text += &row(&[
            &format!("`{}`", change.id),
            &change.impact.to_string(),
            change.why,
        ]);
    }
    text += "\n[The command's README](../cli/README.md#what-breaks) says how codes are matched and values \
             compared.\n";
    text
}

#[test]
fn the_page_has_the_mistakes_that_a_reader_finds() {
    let readme = include_str!("../../../README.md");
    for (id, _) in OF_FILES {
        assert!(readme.contains(&format!("| `{id}` |")), "{id}");
    }
}
