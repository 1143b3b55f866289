//! The catalogs that inputs name codes of.

use arbitrary::{Arbitrary, Result, Unstructured};
use manila::{Catalog, Code, Condition};
use manila_catalogs::{Codelibra, Cpi, Credicorp, Mxcep, Vibehost};

manila::catalog! {
    /// What the published catalogs have no use for.
    pub(crate) enum Placeholders = "catalogs/placeholders.toml"
}

manila::catalog! {
    /// Names in kebab-case.
    pub(crate) enum Kebab = "catalogs/kebab.toml"
}

static ALL: [&Catalog; 7] = [
    Placeholders::CATALOG,
    Kebab::CATALOG,
    Vibehost::CATALOG,
    Codelibra::CATALOG,
    Cpi::CATALOG,
    Credicorp::CATALOG,
    Mxcep::CATALOG,
];

/// One of the catalogs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnyCatalog(pub(crate) &'static Catalog);

impl<'a> Arbitrary<'a> for AnyCatalog {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(&ALL).map(|catalog| Self(catalog))
    }
}

/// A code of one of the catalogs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnyCode(pub(crate) &'static Code);

impl<'a> Arbitrary<'a> for AnyCode {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let AnyCatalog(catalog) = u.arbitrary()?;
        u.choose(catalog.codes()).map(Self)
    }
}

/// One of the conditions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnyCondition(pub(crate) Condition);

impl<'a> Arbitrary<'a> for AnyCondition {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(Condition::ALL).map(|condition| Self(*condition))
    }
}

/// The name of a validator's rule, known to a catalog or not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnyRule(pub(crate) &'static str);

impl<'a> Arbitrary<'a> for AnyRule {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        const RULES: [&str; 8] = [
            "required",
            "email",
            "length",
            "max_length",
            "min_length",
            "range",
            "min",
            "of_our_own",
        ];
        u.choose(&RULES).map(|rule| Self(rule))
    }
}
