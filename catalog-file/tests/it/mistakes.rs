use std::collections::HashSet;

use manila_catalog_file::{RULES, read};

use crate::{
    GOOD,
    cases::{SNAKE, cases},
    mistakes_of,
};

#[test]
fn each_mistake_is_reported_where_it_is() {
    let wrong: Vec<_> = cases()
        .filter(|(text, expected)| mistakes_of(text) != **expected)
        .map(|(text, expected)| {
            format!(
                "{text}\nexpected {expected:?}\n     got {:?}\n",
                mistakes_of(&text)
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_rule_has_a_file_that_breaks_it() {
    // A file cannot say these: the key would be there twice.
    let not_in_files = [
        "duplicate-exit-code",
        "duplicate-condition",
        "duplicate-rule",
        "duplicate-code",
        "duplicate-detail",
    ];
    let broken: HashSet<_> = cases()
        .flat_map(|(_, expected)| expected.iter())
        .filter_map(|at| at.split(' ').next())
        .collect();
    for rule in RULES {
        assert!(
            broken.contains(rule.id.as_str()) != not_in_files.contains(&rule.id.as_str()),
            "{}",
            rule.id
        );
    }
}

#[test]
fn a_faultless_file_has_no_mistake() {
    assert_eq!(mistakes_of(GOOD), [""; 0]);
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let text = "\
[catalog]
name = 'x'
case = 'SCREAMING_SNAKE_CASE'
colour = 'red'

[conditions]
timeuot = 'A'
internal = 'AB'

[codes.ABC]
status = 4o2
retry = 'never'

[codes.ABC]
status = 200

[codes.b]
status = 300
retry = 'later'
";
    // A part of the file is broken, and so nothing is said that takes the whole to judge.
    let broken = mistakes_of(text);
    assert_eq!(
        broken,
        [
            "unknown-key 4:1",
            "unknown-word 7:1",
            "syntax 11:10",
            "duplicate-key 14:8",
            "unknown-word 19:9"
        ]
    );
    let whole = mistakes_of(&text.replace("4o2", "402"));
    assert_eq!(
        whole,
        [
            "unknown-key 4:1",
            "unknown-word 7:1",
            "unknown-condition-code 8:12",
            "duplicate-key 14:8",
            "spelling 17:8",
            "status-range 18:10",
            "unknown-word 19:9",
        ]
    );
}

#[test]
fn a_mistake_says_what_helps() {
    let helps = [
        (
            "[codes.a]\nstatus = 4\nstatsu = 3",
            "unknown key `statsu`",
            "did you mean `status`?",
        ),
        (
            "[codes.PlanLimit]\nstatus = 402",
            "`PlanLimit` is not in snake_case",
            "write `plan_limit`",
        ),
        (
            "[codes.ab]\nstatus = 402\nrelated = ['AB']",
            "unknown code `AB`",
            "did you mean `ab`?",
        ),
        (
            "[codes.a]\nstatus = 402\nretry = 'x'",
            "unknown value `x` for `retry`",
            "expected `never`, `after`, `backoff` or `after_change`",
        ),
        (
            "[codes.a]\nstatus = 402\nretry = 'fixed_first'",
            "unknown value `fixed_first` for `retry`",
            "write `after_change`",
        ),
        (
            "[codes.a]\nstatus = 402\nseverity = 'fixed_first'",
            "unknown value `fixed_first` for `severity`",
            "expected `info`, `warning`, `error` or `critical`",
        ),
        (
            "[codes.a]\nstatus = 402\n[codes.b]\nstatus = 204",
            "204 is not an error status (400–599)",
            "",
        ),
        (
            "[codes.a]\nstatus = 99999999999",
            "`99999999999` is not an error status (400–599)",
            "",
        ),
        (
            "[codes.a]\nstatus = 400\nstatuses = [401]",
            "`status` and `statuses` cannot both be set",
            "list them all in `statuses`, the default first",
        ),
        (
            "[codes.a]\nstatus = 400\nstatus = 401",
            "duplicate `status`",
            "",
        ),
        (
            "[codes.a]\nstatus = 402\nowner = 'oprator'",
            "unknown value `oprator` for `owner`",
            "did you mean `operator`?",
        ),
        (
            "[codes.a]\nstatus = 402\n[operation.b]",
            "unknown key `operation`",
            "did you mean `operations`?",
        ),
        (
            "[codes.a]\nstatus = 402\nfacts = { b = [] }",
            "`b` takes a string, a number or a boolean, not a list",
            "",
        ),
        (
            "[codes.schema]\nstatus = 402",
            "code `schema` has the address of a page of the reference",
            "choose another name",
        ),
        (
            "[codes.a]\nstatus = 402\ncause = ['b']",
            "unknown key `cause`",
            "did you mean `causes`?",
        ),
        (
            "[codes.a]\nstatus = 402\nclient = true",
            "`client` takes a string or a list of strings, not a boolean",
            "",
        ),
        (
            "[codes.a]\nstatus = 402\ntitle = 1",
            "`title` takes a string, not an integer",
            "put it in quotes",
        ),
        (
            "[codes.a]\nstatus = '402'",
            "`status` takes an integer, not a string",
            "remove the quotes",
        ),
    ];
    for (text, message, help) in helps {
        let mistakes = read(&format!("{text}{SNAKE}")).unwrap_err();
        let found = mistakes
            .iter()
            .any(|m| m.message == message && m.help.as_deref().unwrap_or_default() == help);
        assert!(found, "{message}: {mistakes:#?}");
    }
}

#[test]
fn a_message_is_one_short_line_whatever_the_file_says() {
    let key = format!("a\\n\\u001b{}", "x".repeat(10_000));
    let mistakes = read(&format!("[codes.\"{key}\"]\nstatus = 402{SNAKE}")).unwrap_err();
    let message = &mistakes[0].message;
    assert!(
        message.len() < 150 && !message.contains(char::is_control),
        "{message:?}"
    );
}
