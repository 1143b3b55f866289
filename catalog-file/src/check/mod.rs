//! The rules that a catalog has to keep.

mod advice;
mod names;
mod references;
mod rule;
mod statuses;
mod texts;

use self::rule::Context;
pub use self::rule::Rule;
use crate::{Catalog, Finding};

/// The rules of [`check`]: whoever breaks one has a catalog that cannot be used.
pub const RULES: &[Rule] = &[
    Rule::error(
        "catalog-name",
        "A catalog's name can be a file's name: ASCII letters, digits, `-` and `_`.",
        names::catalog_name,
    ),
    Rule::error(
        "locale",
        "A locale is a language tag (`en`, `es-MX`), on the list once.",
        names::locale,
    ),
    Rule::error(
        "duplicate-exit-code",
        "A status has one exit code.",
        statuses::duplicate_exit_code,
    ),
    Rule::error(
        "duplicate-condition",
        "A condition has one code.",
        references::duplicate_condition,
    ),
    Rule::error(
        "unknown-condition-code",
        "The code of a condition is on the list.",
        references::unknown_condition_code,
    ),
    Rule::error(
        "retired-condition-code",
        "The code of a condition is still sent.",
        references::retired_condition_code,
    ),
    Rule::error(
        "rule-name",
        "The name of a validator's rule is spelled in snake_case.",
        references::rule_name,
    ),
    Rule::error(
        "duplicate-rule",
        "A validator's rule has one code.",
        references::duplicate_rule,
    ),
    Rule::error(
        "unknown-rule-code",
        "The code of a validator's rule is on the list.",
        references::unknown_rule_code,
    ),
    Rule::error(
        "retired-rule-code",
        "The code of a validator's rule is still sent.",
        references::retired_rule_code,
    ),
    Rule::error(
        "duplicate-code",
        "A code is on the list once.",
        names::duplicate_code,
    ),
    Rule::error(
        "spelling",
        "A code is spelled in the catalog's case.",
        names::spelling,
    ),
    Rule::error(
        "variant-name",
        "Each code has a Rust variant of its own.",
        names::variant_name,
    ),
    Rule::error("no-status", "A code has a status.", statuses::no_status),
    Rule::error(
        "status-range",
        "A status is 400 to 599.",
        statuses::status_range,
    ),
    Rule::error(
        "repeated-status",
        "A code names a status once.",
        statuses::repeated_status,
    ),
    Rule::error(
        "no-number",
        "Where numbers go on the wire, each code has one.",
        statuses::no_number,
    ),
    Rule::error(
        "zero-number",
        "A number is not 0, which the style `code-data` says of success.",
        statuses::zero_number,
    ),
    Rule::error(
        "duplicate-number",
        "A number belongs to one code.",
        statuses::duplicate_number,
    ),
    Rule::error(
        "digits",
        "With `digits = \"status\"`, a number begins with a status of its code.",
        statuses::digits,
    ),
    Rule::error(
        "unknown-related",
        "A related code is on the list.",
        references::unknown_related,
    ),
    Rule::error(
        "unknown-replacement",
        "The code that replaces another is on the list.",
        references::unknown_replacement,
    ),
    Rule::error(
        "replacement-cycle",
        "A code is not replaced, in the end, by itself.",
        references::replacement_cycle,
    ),
    Rule::error(
        "text",
        "What goes on the wire is one line and says something.",
        texts::text,
    ),
    Rule::error(
        "placeholder",
        "A placeholder of a message names a detail.",
        texts::placeholder,
    ),
    Rule::error(
        "duplicate-detail",
        "A code has a detail once.",
        texts::duplicate_detail,
    ),
    Rule::error(
        "reserved-detail",
        "A detail is not called as one of Manila's own.",
        texts::reserved_detail,
    ),
];

/// The rules of [`lint`]: whoever breaks one has a catalog that could serve its readers better. A
/// code can silence one, with a reason: `allow = { no-message = "…" }`.
pub const LINTS: &[Rule] = &[
    Rule::warning("no-message", "A code has a message.", advice::no_message),
    Rule::warning(
        "markup",
        "What goes on the wire is plain text.",
        advice::markup,
    ),
    Rule::warning(
        "long-text",
        "What goes on the wire has 300 characters at most.",
        advice::long_text,
    ),
    Rule::warning(
        "full-stop",
        "A message ends as most others of its catalog do.",
        advice::full_stop,
    ),
    Rule::warning(
        "no-client-advice",
        "A 401, a 429 and a 503 say what the caller should do.",
        advice::no_client_advice,
    ),
    Rule::warning(
        "hopeless-retry",
        "A 429 and a 503 can be repeated at some time.",
        advice::hopeless_retry,
    ),
    Rule::warning(
        "unknown-allow",
        "A rule that is silenced is one of these.",
        advice::unknown_allow,
    ),
];

/// Everything that makes a catalog unusable, in the order of the catalog.
///
/// ```
/// use manila_catalog_file::{Case, Catalog, Entry, check};
///
/// let mut catalog = Catalog::new("plans", Case::Snake);
/// catalog.codes.push(Entry::new("PlanLimit"));
///
/// let findings = check(&catalog);
/// let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
/// assert_eq!(rules, ["spelling", "no-status"]);
/// assert_eq!(findings[0].help.as_deref(), Some("spell it `plan_limit`"));
/// ```
#[must_use]
pub fn check(catalog: &Catalog) -> Vec<Finding> {
    run(RULES, catalog)
}

/// Everything that a catalog could say better, in its order, but for what its codes silence.
///
/// ```
/// use manila_catalog_file::{lint, read};
///
/// let source = read(
///     "[catalog]\nname = 'plans'\ncase = 'snake_case'\n[codes.plan_limit]\nstatus = 402",
/// )
/// .unwrap();
/// let found = source.diagnostics(lint(source.catalog()));
/// assert_eq!(
///     found[0].with_file("plans.toml").to_string(),
///     "plans.toml:4:8: the code `plan_limit` has no message [no-message]\n  \
///      help: say in one sentence what the client should know",
/// );
/// ```
#[must_use]
pub fn lint(catalog: &Catalog) -> Vec<Finding> {
    let is_silenced = |finding: &Finding| {
        let entry = finding.place.entry().and_then(|at| catalog.codes.get(at));
        entry.is_some_and(|entry| {
            let mut silenced = entry.allow.iter();
            silenced.any(|allowed| allowed.rule == finding.rule)
        })
    };
    let mut findings = run(LINTS, catalog);
    findings.retain(|finding| !is_silenced(finding));
    findings
}

fn run(rules: &[Rule], catalog: &Catalog) -> Vec<Finding> {
    let context = Context::new(catalog);
    let mut findings = Vec::new();
    for rule in rules {
        rule.run(&context, &mut findings);
    }
    findings.sort_by_key(|finding| finding.place.rank());
    findings
}
