//! What a catalog promises of its details, operations and texts, before and after.

use manila_catalog_file::{Catalog, Impact, compare, read};

const OLD: &str = "\
[catalog]
name = 'plans'
case = 'snake_case'
documentation = 'https://plans.example/errors'
brands = ['Plans']
[catalog.facts]
webhook = 'Webhook'
[codes.plan_limit]
status = 402
operations = ['POST /members', 'seats']
causes = ['All seats are taken.']
client = ['Free a seat.']
source = ['members']
owner = 'user'
applied = 'no'
next = 'DELETE /members/{id}'
facts = { webhook = 'sent once' }
[codes.plan_limit.details]
limit = { type = 'integer', required = true }
plans = { type = 'array', items = 'string', values = ['free', 'team'] }
[operations.'POST /members']
title = 'Invite'
";

/// A text, what it becomes, and the changes that are told of it.
const CASES: &[(&str, &str, &[&str])] = &[
    (", required = true", "", &["breaking optional-detail"]),
    ("= true", "= false", &["breaking optional-detail"]),
    (
        "'array',",
        "'array', required = true,",
        &["compatible required-detail"],
    ),
    ("'array',", "'array', required = false,", &[]),
    (
        "items = 'string'",
        "items = 'integer'",
        &["breaking detail-items"],
    ),
    ("items = 'string', ", "", &["breaking detail-items"]),
    (
        "'free', 'team'",
        "'free', 'team', 'house'",
        &["compatible detail-values"],
    ),
    ("'free', 'team'", "'free'", &["compatible detail-values"]),
    ("'free', 'team'", "'team', 'free'", &[]),
    (
        ", values = ['free', 'team']",
        "",
        &["compatible detail-values"],
    ),
    (
        "limit = { type = 'integer', required = true }\n\
         plans = { type = 'array', items = 'string', values = ['free', 'team'] }\n",
        "plans = { type = 'array', items = 'string', values = ['free', 'team'] }\n\
         limit = { type = 'integer', required = true }\n",
        &["compatible order-of-details"],
    ),
    (
        "limit = { type",
        "full = { type = 'boolean' }\nlimit = { type",
        &["compatible new-detail"],
    ),
    (", 'seats'", "", &["compatible removed-operation"]),
    (
        "'seats'",
        "'seats', 'DELETE /members'",
        &["compatible new-operation"],
    ),
    ("'POST /members', 'seats'", "'seats', 'POST /members'", &[]),
    (
        "['All seats",
        "['Nobody left.', 'All seats",
        &["compatible text"],
    ),
    ("['Free a seat.']", "['Free two.']", &["compatible text"]),
    ("['members']", "['rooms']", &["compatible text"]),
    ("'user'", "'operator'", &["compatible text"]),
    ("'no'", "'unknown'", &["compatible text"]),
    ("next = 'DELETE", "next = 'PATCH", &["compatible text"]),
    ("'sent once'", "'sent twice'", &["compatible text"]),
    ("'sent once'", "true", &["compatible text"]),
    ("'Webhook'", "'The webhook'", &["compatible catalog-text"]),
    (
        "['Plans']",
        "['Plans', 'Seats']",
        &["compatible catalog-text"],
    ),
    ("'Invite'", "'Invite one'", &["compatible catalog-text"]),
    (
        "plans.example",
        "seats.example",
        &["breaking documentation"],
    ),
    (
        "documentation = 'https://plans.example/errors'\n",
        "",
        &["breaking documentation"],
    ),
    ("'snake_case'", "'camelCase'", &["breaking case"]),
    // HTTP's own codes are spelled as they were.
    ("'snake_case'", "'any'", &["compatible codes-case"]),
    (
        "'snake_case'",
        "'camelCase'\nhttp_case = 'snake_case'",
        &["compatible codes-case"],
    ),
    (
        "'snake_case'",
        "'snake_case'\nhttp_case = 'PascalCase'",
        &["breaking case"],
    ),
    (
        "'snake_case'",
        "'any'\nhttp_case = 'PascalCase'",
        &["compatible codes-case", "breaking case"],
    ),
    (
        "'snake_case'",
        "'snake_case'\nhttp_case = 'snake_case'",
        &[],
    ),
];

fn catalog(text: &str) -> Catalog {
    let source = manila_catalog_file::recover(text).0;
    assert!(source.catalog().codes.len() == 1, "{:?}", read(text));
    source.into_catalog()
}

#[test]
fn each_promise_is_compared() {
    let old = catalog(OLD);
    assert_eq!(manila_catalog_file::check(&old), []);
    for (from, to, expected) in CASES {
        assert!(OLD.contains(from), "{from}");
        let new = catalog(&OLD.replacen(from, to, 1));
        let told: Vec<_> = compare(&old, &new)
            .iter()
            .map(|change| format!("{} {}", change.impact, change.kind))
            .collect();
        assert_eq!(told, *expected, "{from} → {to}");
    }
}

#[test]
fn what_is_promised_for_the_first_time_is_compatible() {
    let new = catalog(OLD);
    for (line, kind) in [
        (
            "documentation = 'https://plans.example/errors'\n",
            "new-documentation",
        ),
        ("items = 'string', ", "new-detail-items"),
    ] {
        let changes = compare(&catalog(&OLD.replacen(line, "", 1)), &new);
        let told: Vec<_> = changes.iter().map(|one| (one.kind, one.impact)).collect();
        assert_eq!(told, [(kind, Impact::Compatible)]);
    }
}

#[test]
fn a_change_of_a_promise_says_what_was_promised() {
    let message = |from: &str, to: &str| {
        let new = catalog(&OLD.replacen(from, to, 1));
        compare(&catalog(OLD), &new).remove(0).message
    };
    assert_eq!(
        message(", required = true", ""),
        "the presence of the detail `limit` of `plan_limit` changed from required to optional"
    );
    assert_eq!(
        message("'free', 'team'", "'free', 'house'"),
        "the list of allowed values of the detail `plans` of `plan_limit` changed from `free`, `team` to \
         `free`, `house`"
    );
    assert_eq!(
        message(", 'seats'", ""),
        "`plan_limit` no longer has the operation `seats`"
    );
    assert_eq!(
        message("plans.example", "seats.example"),
        "the address of the reference changed from `https://plans.example/errors` to \
         `https://seats.example/errors`"
    );
}
