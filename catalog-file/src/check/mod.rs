//! The rules that a catalog has to keep.

mod advice;
mod mappings;
mod names;
mod pages;
mod references;
mod rule;
mod statuses;
mod table;
mod texts;

#[cfg(feature = "toml")]
pub(crate) use self::names::{FILE_ENDINGS, RESERVED_ADDRESSES};
use self::rule::Context;
pub use self::rule::Rule;
pub use self::table::{LINTS, RULES};
#[cfg(feature = "fluent")]
pub(crate) use self::texts::{reordered, unfit};
use crate::{Catalog, CatalogPath, Entry, Finding};

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
        let entry = entry_of(catalog, finding.path);
        entry.is_some_and(|entry| {
            let mut silenced = entry.allow.iter();
            silenced.any(|allowed| allowed.rule == finding.rule.as_str())
        })
    };
    let mut findings = run(LINTS, catalog);
    findings.retain(|finding| !is_silenced(finding));
    findings
}

/// The entry that a part belongs to: a condition or a rule belongs to its code.
fn entry_of(catalog: &Catalog, path: CatalogPath) -> Option<&Entry> {
    let named = match path {
        CatalogPath::Condition(at) => catalog.conditions.get(at).map(|(_, code)| code),
        CatalogPath::Rule(at) => catalog.rules.get(at).map(|(_, code)| code),
        path => return catalog.codes.get(path.entry()?),
    };
    catalog
        .codes
        .iter()
        .find(|entry| Some(&entry.name) == named)
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
