use std::collections::HashSet;

use manila_catalog_file::{
    Case, Catalog, Condition, Detail, DetailType, Entry, Level, Place, RULES, check,
};

fn code(name: &str) -> Entry {
    Entry {
        statuses: vec![400],
        ..Entry::new(name)
    }
}

/// The findings on a catalog of these codes.
fn findings_of(codes: Vec<Entry>) -> Vec<(&'static str, Place, String)> {
    let catalog = Catalog {
        codes,
        ..Catalog::new("test", Case::Snake)
    };
    let findings = check(&catalog).into_iter();
    findings
        .map(|finding| (finding.rule, finding.place, finding.message))
        .collect()
}

#[test]
fn a_code_that_is_there_twice_is_found_at_the_second() {
    let message = "the code `b` is there already, as entry 2 of the list";
    assert_eq!(
        findings_of(vec![code("a"), code("b"), code("b")]),
        [("duplicate-code", Place::Code(2), message.to_owned())]
    );
}

#[test]
fn a_detail_that_is_there_twice_is_found_at_the_second() {
    let detail = || Detail::new("limit", DetailType::Any);
    let entry = Entry {
        details: vec![detail(), detail()],
        ..code("a")
    };
    let message = "the detail `limit` is there already";
    assert_eq!(
        findings_of(vec![entry]),
        [("duplicate-detail", Place::Detail(0, 1), message.to_owned())]
    );
}

#[test]
fn a_condition_a_rule_and_a_status_have_one_code_each() {
    let catalog = Catalog {
        conditions: vec![
            (Condition::Timeout, "a".to_owned()),
            (Condition::Timeout, "a".to_owned()),
        ],
        rules: vec![
            ("email".to_owned(), "a".to_owned()),
            ("email".to_owned(), "a".to_owned()),
        ],
        exit_codes: vec![(400, 1), (400, 2)],
        codes: vec![code("a")],
        ..Catalog::new("test", Case::Snake)
    };
    let places: Vec<_> = check(&catalog).iter().map(|f| (f.rule, f.place)).collect();
    assert_eq!(
        places,
        [
            ("duplicate-exit-code", Place::ExitCode(1)),
            ("duplicate-condition", Place::Condition(1)),
            ("duplicate-rule", Place::Rule(1)),
        ]
    );
}

#[test]
fn findings_come_in_the_order_of_the_catalog() {
    let without_status = |name: &str| Entry::new(name);
    let findings = findings_of(vec![without_status("B"), code("C"), without_status("D")]);
    let entries: Vec<_> = findings
        .iter()
        .map(|(rule, place, _)| (*rule, place.entry()))
        .collect();
    assert_eq!(
        entries,
        [
            ("spelling", Some(0)),
            ("no-status", Some(0)),
            ("spelling", Some(1)),
            ("spelling", Some(2)),
            ("no-status", Some(2)),
        ]
    );
}

#[test]
fn a_circle_of_replacements_is_told_once_from_its_first_code() {
    let replaced = |name: &str, by: &str| Entry {
        replaced_by: Some(by.to_owned()),
        ..code(name)
    };
    let codes = vec![
        replaced("x", "c"),
        replaced("a", "b"),
        replaced("b", "c"),
        replaced("c", "a"),
    ];
    let message = "codes replace each other in a circle: `a` → `b` → `c` → `a`";
    assert_eq!(
        findings_of(codes),
        [(
            "replacement-cycle",
            Place::Field(1, "replaced_by"),
            message.to_owned()
        )]
    );
}

#[test]
fn rules_have_an_id_of_their_own_and_say_what_they_ask() {
    let ids: HashSet<_> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len());
    for rule in RULES {
        assert!(Case::Kebab.accepts(rule.id), "{}", rule.id);
        assert!(rule.summary.ends_with('.'), "{}", rule.id);
        assert_eq!(rule.level, Level::Error, "{}", rule.id);
    }
}
