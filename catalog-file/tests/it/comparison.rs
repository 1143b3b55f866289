use std::collections::HashMap;

use manila_catalog_file::{Case as Spelling, Catalog, Change, Entry, Impact, Wire, compare, read};

use crate::GOOD;

const OLD: &str = "\
[catalog]
name = 'plans'
case = 'snake_case'
locales = ['en', 'es']
exit_codes = { 402 = 3 }
[conditions]
forbidden = 'plan_limit'
[codes.plan_limit]
number = 7
statuses = [402, 403]
message = 'The limit is reached.'
retry = 'after'
[codes.plan_limit.details]
limit = { type = 'integer', meaning = 'how many' }
[codes.old]
status = 410
deprecated = '1.0'
retired = '2.0'
[codes.other]
status = 400
";

fn catalog(text: &str) -> Catalog {
    match read(text) {
        Ok(source) => source.into_catalog(),
        Err(mistakes) => panic!("{mistakes:#?} in {text}"),
    }
}

/// What leads from [`OLD`] to the same with `from` replaced.
fn changes(from: &str, to: &str) -> Vec<Change> {
    assert!(OLD.contains(from), "{from}");
    compare(&catalog(OLD), &catalog(&OLD.replacen(from, to, 1)))
}

/// A text, what it becomes, and what is said of it: the kind, what it means, what was there, and
/// what is.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    Impact,
    Option<&'static str>,
    Option<&'static str>,
);

const CASES: &[Case] = {
    use Impact::{Breaking, Compatible};
    &[
        (
            "'plans'",
            "'p'",
            "catalog-name",
            Compatible,
            Some("plans"),
            Some("p"),
        ),
        (
            "name =",
            "title = 'P'\nname =",
            "catalog-text",
            Compatible,
            None,
            Some("P"),
        ),
        (
            "['en', 'es']",
            "['es', 'en']",
            "source-locale",
            Breaking,
            Some("en"),
            Some("es"),
        ),
        (
            "['en', 'es']",
            "['en']",
            "removed-locale",
            Compatible,
            Some("es"),
            None,
        ),
        (
            "['en', 'es']",
            "['en', 'es', 'fr']",
            "new-locale",
            Compatible,
            None,
            Some("fr"),
        ),
        (
            "[codes.other]\nstatus = 400\n",
            "",
            "removed-code",
            Breaking,
            Some("other"),
            None,
        ),
        (
            "[codes.other]",
            "[codes.new]\nstatus = 400\n[codes.other]",
            "new-code",
            Compatible,
            None,
            Some("new"),
        ),
        (
            "number = 7",
            "number = -8",
            "number",
            Breaking,
            Some("7"),
            Some("-8"),
        ),
        ("number = 7\n", "", "number", Breaking, Some("7"), None),
        (
            "status = 400",
            "status = 400\nnumber = 1",
            "new-number",
            Compatible,
            None,
            Some("1"),
        ),
        (
            "status = 400",
            "status = 422",
            "status",
            Breaking,
            Some("400"),
            Some("422"),
        ),
        (
            "[402, 403]",
            "[403, 402]",
            "status",
            Breaking,
            Some("402"),
            Some("403"),
        ),
        (
            "[402, 403]",
            "[402]",
            "removed-status",
            Breaking,
            Some("403"),
            None,
        ),
        (
            "[402, 403]",
            "[402, 403, 409]",
            "new-status",
            Breaking,
            None,
            Some("409"),
        ),
        (
            "402 = 3",
            "402 = 4",
            "exit-code",
            Breaking,
            Some("3"),
            Some("4"),
        ),
        ("402 = 3", "", "exit-code", Breaking, Some("3"), Some("77")),
        (
            "status = 400",
            "status = 400\nexit_code = 1",
            "exit-code",
            Breaking,
            Some("65"),
            Some("1"),
        ),
        (
            "limit = { type = 'integer', meaning = 'how many' }",
            "",
            "removed-detail",
            Breaking,
            Some("limit"),
            None,
        ),
        (
            "'integer'",
            "'string'",
            "detail-type",
            Breaking,
            Some("integer"),
            Some("string"),
        ),
        (
            "limit =",
            "others = { type = 'any' }\nlimit =",
            "new-detail",
            Compatible,
            None,
            Some("others"),
        ),
        (
            "'after'",
            "'after_change'",
            "retry",
            Breaking,
            Some("after"),
            Some("after_change"),
        ),
        (
            "retry = 'after'\n",
            "",
            "retry",
            Breaking,
            Some("after"),
            None,
        ),
        (
            "'after'",
            "'backoff'",
            "looser-retry",
            Compatible,
            Some("after"),
            Some("backoff"),
        ),
        (
            "status = 400",
            "status = 400\nretry = 'never'",
            "looser-retry",
            Compatible,
            None,
            Some("never"),
        ),
        (
            "status = 400",
            "status = 400\ndeprecated = '3'",
            "deprecated",
            Compatible,
            None,
            Some("3"),
        ),
        (
            "status = 400",
            "status = 400\nretired = '3'",
            "retired",
            Compatible,
            None,
            Some("3"),
        ),
        (
            "deprecated = '1.0'\n",
            "",
            "undeprecated",
            Compatible,
            Some("1.0"),
            None,
        ),
        (
            "retired = '2.0'\n",
            "",
            "unretired",
            Compatible,
            Some("2.0"),
            None,
        ),
        (
            "status = 410",
            "status = 410\nreplaced_by = 'other'",
            "replaced-by",
            Compatible,
            None,
            Some("other"),
        ),
        (
            "status = 400",
            "status = 400\nscope = ['violation']",
            "removed-scope",
            Breaking,
            Some("response"),
            None,
        ),
        (
            "status = 400",
            "status = 400\nscope = ['response', 'job']",
            "new-scope",
            Compatible,
            None,
            Some("job"),
        ),
        ("reached", "met", "text", Compatible, None, None),
        ("how many", "the most", "text", Compatible, None, None),
        (
            "deprecated = '1.0'",
            "deprecated = '1.1'",
            "text",
            Compatible,
            None,
            None,
        ),
        (
            "retired = '2.0'",
            "retired = '2.1'",
            "text",
            Compatible,
            None,
            None,
        ),
        (
            "'plan_limit'",
            "'other'",
            "condition",
            Breaking,
            Some("plan_limit"),
            Some("other"),
        ),
        (
            "forbidden = 'plan_limit'",
            "",
            "condition",
            Breaking,
            Some("plan_limit"),
            None,
        ),
        (
            "[conditions]",
            "[conditions]\ngone = 'other'",
            "new-condition",
            Compatible,
            None,
            Some("other"),
        ),
    ]
};

#[test]
fn each_change_is_told_with_what_was_and_what_is() {
    for (from, to, kind, impact, old, new) in CASES {
        let found = changes(from, to);
        let found = found
            .iter()
            .find(|change| change.kind == *kind)
            .unwrap_or_else(|| panic!("no {kind} in {found:#?}"));
        assert_eq!(
            (found.impact, found.old.as_deref(), found.new.as_deref()),
            (*impact, *old, *new),
            "{found:?}"
        );
        assert!(found.why.ends_with('.'), "{found:?}");
        assert!(!found.message.contains('\n'), "{found:?}");
    }
}

#[test]
fn one_edit_is_one_change() {
    // A scope takes the place of another.
    let two_changes = ["status = 400\nscope = ['violation']"];
    for (from, to, kind, ..) in CASES {
        let found = changes(from, to);
        if !two_changes.contains(to) {
            assert_eq!(found.len(), 1, "{kind}: {found:#?}");
        }
    }
}

#[test]
fn a_kind_always_means_the_same_for_clients() {
    let mut impact_of = HashMap::new();
    for (.., kind, impact, _, _) in CASES {
        assert_eq!(*impact_of.entry(kind).or_insert(impact), impact, "{kind}");
    }
}

#[test]
fn how_codes_are_spelled_and_sent_breaks() {
    let one = "[catalog]\nname = 'a'\ncase = 'PascalCase'\n[codes.A]\nnumber = 1\nstatus = 400\n";
    let kinds = |from: &str, to: &str| -> Vec<_> {
        let changes = compare(&catalog(one), &catalog(&one.replace(from, to)));
        changes
            .into_iter()
            .map(|change| (change.kind, change.impact))
            .collect()
    };
    assert_eq!(
        kinds("PascalCase", "SCREAMING_SNAKE_CASE"),
        [("case", Impact::Breaking)]
    );
    assert_eq!(
        kinds("'a'", "'a'\nwire = 'number'"),
        [("wire", Impact::Breaking)]
    );
}

#[test]
fn advice_that_was_never_is_not_made_stricter_by_silence() {
    let never = OLD.replace("'after'", "'never'");
    let silent = OLD.replace("retry = 'after'\n", "");
    let changes = compare(&catalog(&never), &catalog(&silent));
    assert_eq!(
        (changes[0].kind, changes[0].impact),
        ("looser-retry", Impact::Compatible)
    );
}

#[test]
fn an_exit_code_is_told_with_the_status_that_it_follows_from() {
    for (from, to, expected) in [
        (
            "status = 400",
            "status = 401",
            &[(
                "status",
                "the status of `other` changed from 400 to 401, and with it the exit code from 65 to 77",
            )][..],
        ),
        // Both exit codes are 65.
        (
            "status = 400",
            "status = 422",
            &[("status", "the status of `other` changed from 400 to 422")],
        ),
        // The exit code is the entry's own, so that the status is not why it changed.
        (
            "status = 400",
            "status = 401\nexit_code = 1",
            &[
                ("status", "the status of `other` changed from 400 to 401"),
                ("exit-code", "the exit code of `other` changed from 65 to 1"),
            ],
        ),
        // So it is where the catalog gives the new status another one.
        (
            "exit_codes = { 402 = 3 }",
            "exit_codes = { 402 = 3, 410 = 5 }",
            &[("exit-code", "the exit code of `old` changed from 66 to 5")],
        ),
    ] {
        let found = changes(from, to);
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.kind, one.message.as_str()))
            .collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn texts_are_the_same_whatever_their_line_ends() {
    for field in ["meaning", "client", "server"] {
        let text = |lines: &str| {
            let line = format!("status = 400\n{field} = \"One.{lines}Two.\"");
            catalog(&OLD.replace("status = 400", &line))
        };
        let (unix, dos) = (text("\\n"), text("\\r\\n"));
        assert_ne!(unix, dos);
        assert_eq!(compare(&unix, &dos), [], "{field}");
        assert_eq!(compare(&dos, &unix), [], "{field}");
        assert_eq!(compare(&unix, &text(" "))[0].kind, "text", "{field}");
    }
}

#[test]
fn an_exit_code_that_is_written_down_as_it_was_does_not_change() {
    assert_eq!(changes("status = 400", "status = 400\nexit_code = 65"), []);
}

/// What takes quadratic time would keep this test for minutes.
#[test]
fn thirty_thousand_codes_are_compared_in_time() {
    const MANY: i32 = 30_000;
    for wire in [Wire::Name, Wire::Number] {
        let catalog = |name: &str| {
            let mut catalog = Catalog::new("plans", Spelling::Snake);
            catalog.wire = wire;
            for number in 0..MANY {
                let mut entry = Entry::new(format!("{name}_{number}"));
                entry.number = Some(number);
                entry.statuses = vec![400];
                entry.related = vec![format!("{name}_{}", MANY - 1 - number)];
                catalog
                    .rules
                    .push((format!("rule_{number}"), entry.name.clone()));
                catalog.codes.push(entry);
            }
            catalog
        };
        let changes = compare(&catalog("old"), &catalog("new"));
        let (kind, count) = match wire {
            Wire::Number => ("renamed", MANY),
            _ => ("new-code", 3 * MANY),
        };
        assert_eq!(
            (changes[0].kind, changes.len()),
            (kind, usize::try_from(count).unwrap())
        );
    }
}

#[test]
fn a_catalog_does_not_differ_from_itself() {
    for text in [OLD, GOOD] {
        assert_eq!(compare(&catalog(text), &catalog(text)), []);
    }
}
