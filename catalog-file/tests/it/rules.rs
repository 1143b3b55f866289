use std::collections::HashSet;

use manila_catalog_file::{
    Case, Catalog, CatalogPath, Condition, Detail, DetailType, Entry, LINTS, Level, RULES, RuleId,
    check,
};

fn code(name: &str) -> Entry {
    let mut code = Entry::new(name);
    code.statuses = vec![400];
    code
}

/// A catalog of these codes.
fn catalog_of(codes: Vec<Entry>) -> Catalog {
    let mut catalog = Catalog::new("test", Case::Snake);
    catalog.codes = codes;
    catalog
}

/// The findings on a catalog of these codes.
fn findings_of(codes: Vec<Entry>) -> Vec<(RuleId, CatalogPath, String)> {
    let findings = check(&catalog_of(codes)).into_iter();
    findings
        .map(|finding| (finding.rule, finding.path, finding.message))
        .collect()
}

#[test]
fn a_code_that_is_there_twice_is_found_at_the_second() {
    let message = "duplicate code `b`: already defined as entry 2";
    assert_eq!(
        findings_of(vec![code("a"), code("b"), code("b")]),
        [(
            RuleId::DuplicateCode,
            CatalogPath::Code(2),
            message.to_owned()
        )]
    );
}

#[test]
fn a_detail_that_is_there_twice_is_found_at_the_second() {
    let detail = || Detail::new("limit", DetailType::Any);
    let mut entry = code("a");
    entry.details = vec![detail(), detail()];
    let message = "duplicate detail `limit`";
    assert_eq!(
        findings_of(vec![entry]),
        [(
            RuleId::DuplicateDetail,
            CatalogPath::Detail(0, 1),
            message.to_owned()
        )]
    );
}

#[test]
fn a_condition_a_rule_and_a_status_have_one_code_each() {
    let mut catalog = catalog_of(vec![code("a"), code("b")]);
    catalog.conditions = vec![
        (Condition::Timeout, "a".to_owned()),
        (Condition::Timeout, "b".to_owned()),
    ];
    catalog.rules = vec![
        ("email".to_owned(), "b".to_owned()),
        ("email".to_owned(), "a".to_owned()),
    ];
    catalog.exit_codes = vec![(400, 1), (400, 2)];
    let found: Vec<_> = check(&catalog)
        .into_iter()
        .map(|finding| (finding.path, finding.message))
        .collect();
    let expected = [
        (
            CatalogPath::ExitCode(1),
            "duplicate exit code for status 400",
        ),
        (
            CatalogPath::Condition(1),
            "duplicate condition `timeout`: already assigned to `a`",
        ),
        (
            CatalogPath::Rule(1),
            "duplicate rule `email`: already assigned to `b`",
        ),
    ];
    assert_eq!(found, expected.map(|(path, text)| (path, text.to_owned())));
}

#[test]
fn findings_come_in_the_order_of_the_catalog() {
    let without_status = |name: &str| Entry::new(name);
    let findings = findings_of(vec![without_status("B"), code("C"), without_status("D")]);
    let entries: Vec<_> = findings
        .iter()
        .map(|(rule, path, _)| (*rule, path.entry()))
        .collect();
    assert_eq!(
        entries,
        [
            (RuleId::Spelling, Some(0)),
            (RuleId::NoStatus, Some(0)),
            (RuleId::Spelling, Some(1)),
            (RuleId::Spelling, Some(2)),
            (RuleId::NoStatus, Some(2)),
        ]
    );
}

#[test]
fn a_cycle_of_replacements_is_reported_once_at_its_first_code() {
    let replaced = |name: &str, by: &str| {
        let mut code = code(name);
        code.replaced_by = Some(by.to_owned());
        code
    };
    let codes = vec![
        replaced("x", "c"),
        replaced("a", "b"),
        replaced("b", "c"),
        replaced("c", "a"),
    ];
    let message = "codes replace each other in a cycle: `a` → `b` → `c` → `a`";
    assert_eq!(
        findings_of(codes),
        [(
            RuleId::ReplacementCycle,
            CatalogPath::Field(1, "replaced_by"),
            message.to_owned()
        )]
    );
}

#[test]
fn rules_have_an_id_of_their_own_and_say_what_they_ask() {
    let rules: Vec<_> = RULES.iter().chain(LINTS).map(|rule| rule.id).collect();
    assert_eq!(
        rules,
        RuleId::ALL,
        "each rule is in one of the tables, once"
    );
    let ids: HashSet<_> = RuleId::ALL.iter().map(|id| id.as_str()).collect();
    assert_eq!(ids.len(), RuleId::ALL.len());
    for rule in RULES {
        assert!(Case::Kebab.accepts(rule.id.as_str()), "{}", rule.id);
        assert!(rule.summary.ends_with('.'), "{}", rule.id);
        assert_eq!(rule.level, Level::Error, "{}", rule.id);
    }
}
