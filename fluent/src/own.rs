//! The names of Manila's own sentences.

use std::borrow::Cow;

/// The rules whose sentence depends on the parameters that are there, with the names of the sentences in the
/// order in which they are tried.
const BY_PARAMETERS: &[(&str, &[&str])] = &[
    ("length", &["manila-length", "manila-range"]),
    ("matches", &["manila-matches", "manila-matches-other-value"]),
    ("max", &["manila-max", "manila-max-exclusive"]),
    ("min", &["manila-min", "manila-min-exclusive"]),
    ("range", &["manila-range-between", "manila-range"]),
];

/// The names of the sentences about a rule. The first counts whose parameters are all there.
pub(crate) fn ids_of_rule(rule: &str) -> impl Iterator<Item = Cow<'static, str>> {
    let known = BY_PARAMETERS.iter().find(|(name, _)| *name == rule);
    let several = known.map_or(&[][..], |(_, ids)| ids);
    let one = known
        .is_none()
        .then(|| Cow::Owned(format!("manila-{}", rule.replace('_', "-"))));
    several.iter().map(|id| Cow::Borrowed(*id)).chain(one)
}
