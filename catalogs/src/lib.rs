//! The error catalogs of published APIs, each an enum behind a feature of its name.
//!
//! The features `axum` and `actix` make the enums errors of those frameworks.
//!
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    feature = "vibehost",
    doc = r#"
```
use manila::Condition;
use manila_catalogs::Vibehost;

let code = Vibehost::PlanLimitExceeded.code();
assert_eq!((code.name(), code.status().get()), ("PLAN_LIMIT_EXCEEDED", 402));
assert_eq!(Vibehost::CATALOG.condition(Condition::RateLimited), Some(Vibehost::RateLimited.code()));
```
"#
)]
//!
#![doc = include_str!("docs/features.md")]

#[cfg(feature = "codelibra")]
manila::catalog! {
    /// The codes of CodeLibra's API; numbers go on the wire.
    #[derive(manila::FromCode)]
    #[cfg_attr(feature = "axum", derive(manila_axum::IntoResponse))]
    #[cfg_attr(feature = "actix", derive(manila_actix::ResponseError))]
    pub enum Codelibra = "codelibra.toml"
}

#[cfg(feature = "cpi")]
manila::catalog! {
    /// The negative codes of the cpi modules; numbers go on the wire.
    #[derive(manila::FromCode)]
    #[cfg_attr(feature = "axum", derive(manila_axum::IntoResponse))]
    #[cfg_attr(feature = "actix", derive(manila_actix::ResponseError))]
    pub enum Cpi = "cpi.toml"
}

#[cfg(feature = "credicorp")]
manila::catalog! {
    /// The codes of Credicorp's API.
    #[derive(manila::FromCode)]
    #[cfg_attr(feature = "axum", derive(manila_axum::IntoResponse))]
    #[cfg_attr(feature = "actix", derive(manila_actix::ResponseError))]
    pub enum Credicorp = "credicorp.toml"
}

#[cfg(feature = "mxcep")]
manila::catalog! {
    /// The codes of the mxcep API, with those of its jobs and of the rows of its imports.
    #[derive(manila::FromCode)]
    #[cfg_attr(feature = "axum", derive(manila_axum::IntoResponse))]
    #[cfg_attr(feature = "actix", derive(manila_actix::ResponseError))]
    pub enum Mxcep = "mxcep.toml"
}

#[cfg(feature = "vibehost")]
manila::catalog! {
    /// The codes of VibeHost's API.
    #[derive(manila::FromCode)]
    #[cfg_attr(feature = "axum", derive(manila_axum::IntoResponse))]
    #[cfg_attr(feature = "actix", derive(manila_actix::ResponseError))]
    pub enum Vibehost = "vibehost.toml"
}

/// The name and the text of every catalog's file.
///
/// ```
/// let (name, text) = manila_catalogs::SOURCES[0];
/// assert_eq!(name, "vibehost");
/// assert!(text.contains("[codes.PLAN_LIMIT_EXCEEDED]"));
/// ```
#[cfg(feature = "sources")]
pub const SOURCES: &[(&str, &str)] = &[
    ("vibehost", include_str!("../vibehost.toml")),
    ("mxcep", include_str!("../mxcep.toml")),
    ("credicorp", include_str!("../credicorp.toml")),
    ("codelibra", include_str!("../codelibra.toml")),
    ("cpi", include_str!("../cpi.toml")),
];

/// The translations of the catalogs: the name of the catalog, the language, and the Fluent file's text. The
/// library's own sentences are those of the name `manila`.
///
/// ```
/// let of = |name| {
///     let files = manila_catalogs::TRANSLATIONS.iter();
///     files.filter(move |(catalog, ..)| *catalog == name).map(|(_, locale, _)| *locale)
/// };
/// assert_eq!(of("mxcep").collect::<Vec<_>>(), ["es"]);
/// assert_eq!(of("manila").collect::<Vec<_>>(), ["de", "es"]);
/// ```
#[cfg(feature = "translations")]
pub const TRANSLATIONS: &[(&str, &str, &str)] = &[
    ("manila", "de", include_str!("../i18n/de/manila.ftl")),
    ("manila", "es", include_str!("../i18n/es/manila.ftl")),
    ("mxcep", "es", include_str!("../i18n/es/mxcep.ftl")),
    ("vibehost", "de", include_str!("../i18n/de/vibehost.ftl")),
];
