//! The rules that a catalog has to keep.

mod advice;
mod names;
mod references;
mod rule;
mod statuses;
mod table;
mod texts;

use self::rule::Context;
pub use self::rule::Rule;
pub use self::table::{LINTS, RULES};
use crate::{Catalog, Finding};

/// Returns everything that makes a catalog unusable, in the order of the catalog.
///
/// ```
/// use manila_catalog_file::{Case, Catalog, Entry, RuleId, check};
///
/// let mut catalog = Catalog::new("plans", Case::Snake);
/// catalog.codes.push(Entry::new("PlanLimit"));
///
/// let findings = check(&catalog);
/// let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
/// assert_eq!(rules, [RuleId::Spelling, RuleId::NoStatus]);
/// assert_eq!(findings[0].help.as_deref(), Some("write `plan_limit`"));
/// ```
#[must_use]
pub fn check(catalog: &Catalog) -> Vec<Finding> {
    run(RULES, catalog)
}

/// Returns advice on how to improve a catalog, in its order, without what its codes silence.
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
///     "plans.toml:4:8: code `plan_limit` has no message [no-message]\n  \
///      help: add one sentence for the client",
/// );
/// ```
#[must_use]
pub fn lint(catalog: &Catalog) -> Vec<Finding> {
    let is_silenced = |finding: &Finding| {
        let entry = finding.path.entry().and_then(|at| catalog.codes.get(at));
        entry.is_some_and(|entry| {
            let mut silenced = entry.allow.iter();
            silenced.any(|allowed| allowed.rule == finding.rule.as_str())
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
    findings.sort_by_key(|finding| finding.path.rank());
    findings
}
