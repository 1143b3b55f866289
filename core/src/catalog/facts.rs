//! The data of a catalog and of its codes.
//!
//! A code names its catalog and a catalog its codes, so that their types share a file; what they
//! answer is in the files beside it. The macros write these values as constants, which is why the
//! fields are laid out for the compiler: texts in place, and few words for each code.

use std::sync::OnceLock;

use manila_catalog_file::{
    Applied, Case, Condition, DetailType, FactValue, Owner, Retry, Scope, Severity, Wire,
};

use super::operation::Operation;
use super::wire_code::WireCode;
use crate::http::status::Status;

/// The list of every code that an API can answer with. Static data, written by
/// `#[derive(ErrorCode)]` or `catalog!`.
///
/// Give it to [`Envelopes::catalog`](crate::Envelopes::catalog), so that conditions of the
/// framework (an unknown route, a panic) are answered with its codes. A service may raise codes of
/// several catalogs; the one that is set answers for the conditions.
///
/// ```
/// use manila::Condition;
///
/// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
///
/// let catalog = ApiError::CATALOG;
/// assert_eq!(catalog.codes().len(), 86);
/// assert_eq!(catalog.find("RATE_LIMITED").unwrap().status().get(), 429);
/// assert_eq!(catalog.condition(Condition::RouteNotFound).unwrap().name(), "NOT_FOUND");
/// ```
pub struct Catalog {
    pub(super) facts: CatalogFacts,
    pub(super) http_codes: HttpCodes,
}

impl Catalog {
    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(facts: CatalogFacts) -> Self {
        Self {
            facts,
            http_codes: HttpCodes(OnceLock::new()),
        }
    }
}

/// The answers of a catalog for statuses that it names no code for, each found out at its first
/// use.
pub(super) struct HttpCodes(pub(super) OnceLock<Box<[OnceLock<Resolved>]>>);

/// A fault's code and status, once the catalog has been asked.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    pub(crate) status: u16,
    pub(crate) code: WireCode,
    /// The entry of the catalog; none for HTTP's own codes.
    pub(crate) entry: Option<&'static Code>,
}

/// A stable machine identifier of an error, with everything that its catalog says of it.
///
/// Codes are static: `#[derive(ErrorCode)]` and `catalog!` write them, and
/// [`Catalog::find`] looks them up at run time. A code says what is true of every occurrence; a
/// [`Fault`](crate::Fault) is one occurrence of it.
///
/// A client sees the code, its title and message, its status, and the advice on retrying; the
/// getters say where. The rest is for readers of the error reference:
///
/// ```
/// use manila::{Envelopes, Retry, Severity};
///
/// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
///
/// let code = ApiError::RateLimited.code();
/// assert_eq!(code.name(), "RATE_LIMITED");
/// assert_eq!(code.status().get(), 429);
/// assert_eq!(code.section(), Some("Resources & quota"));
/// assert_eq!(code.severity(), Some(Severity::Warning));
/// assert_eq!(code.user_actionable(), Some(true));
///
/// // On the wire: the code in the body and the header, its title, its advice on retrying.
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
/// let rendered = Envelopes::json_api().render(&ApiError::RateLimited.fault(), None);
/// let body = std::str::from_utf8(rendered.body()).unwrap();
/// assert!(body.contains(r#""code":"RATE_LIMITED","title":"Rate limited""#));
/// # let mut header = example::Header::default();
/// rendered.apply(&mut header);
/// assert_eq!(header.get("x-error-code"), Some("RATE_LIMITED"));
/// assert_eq!(code.retry(), Some(Retry::After));
/// assert_eq!(header.get("x-should-retry"), Some("true"));
/// ```
pub struct Code {
    pub(super) facts: CodeFacts,
}

impl Code {
    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(facts: CodeFacts) -> Self {
        Self { facts }
    }
}

/// One datum that a catalog declares for a code: its name, its type, and its meaning for readers of
/// the error reference.
///
/// Declared details are public: a 5xx sends them too, where any other detail goes to the log.
///
/// ```
/// use manila::Envelopes;
///
/// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// enum ApiError {
///     #[error("The region is down.")]
///     #[error_code(status = 503, message = "The region is not available.")]
///     RegionDown {
///         #[error_code(detail, meaning = "the region that does not answer")]
///         region: &'static str,
///     },
/// }
///
/// let error = ApiError::RegionDown { region: "eu-west-1" };
/// let detail = error.code().details()[0];
/// assert_eq!((detail.name(), detail.kind().as_str()), ("region", "string"));
/// assert_eq!(detail.meaning(), Some("the region that does not answer"));
///
/// let fault = error.fault().with_detail("replica", 3);
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// assert!(rendered.body().ends_with(br#""details":{"region":"eu-west-1"}}}"#));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Detail {
    pub(super) name: &'static str,
    pub(super) kind: DetailType,
    pub(super) meaning: Option<&'static str>,
    pub(super) required: Option<bool>,
    pub(super) items: Option<DetailType>,
    pub(super) values: &'static [&'static str],
}

/// The facts of a catalog, as the macros write them down.
///
/// Public for the expansions of `ErrorCode` and `catalog!` alone.
#[doc(hidden)]
#[derive(Debug)]
pub struct CatalogFacts {
    pub name: &'static str,
    pub title: &'static str,
    pub case: Case,
    pub wire: Wire,
    pub codes: &'static [Code],
    /// An open-addressed table of positions in `codes`, by [`hash_of`] the name; its length is a
    /// power of two and `u16::MAX` marks a free place.
    pub names: &'static [u16],
    /// Numbers and positions in `codes`, ordered by number.
    pub numbers: &'static [(i32, u16)],
    pub conditions: &'static [(Condition, u16)],
    pub rules: &'static [(&'static str, u16)],
    pub exit_codes: &'static [(u16, u8)],
    pub locales: &'static [&'static str],
    /// Whether a number's first three digits are its status.
    pub digits: bool,
    /// How HTTP's own codes are spelled.
    pub http_case: Case,
    /// The address of the error reference.
    pub documentation: Option<&'static str>,
    /// Words that are never translated.
    pub brands: &'static [&'static str],
    /// The titles of the facts that codes have beside the format's own.
    pub fact_titles: &'static [(&'static str, &'static str)],
    pub operations: &'static [Operation],
}

/// The facts of a code that responses need.
///
/// Public for the expansions of `ErrorCode` and `catalog!` alone.
#[doc(hidden)]
#[derive(Debug)]
pub struct CodeFacts {
    pub catalog: &'static Catalog,
    pub name: &'static str,
    pub number: Option<i32>,
    /// The first of the statuses, which every fault begins with.
    pub status: Status,
    pub statuses: &'static [Status],
    pub title: &'static str,
    pub message: Option<&'static str>,
    pub meaning: Option<&'static str>,
    pub details: &'static [Detail],
    /// Whether message and title need no escapes in JSON.
    pub needs_no_escape: bool,
    /// Whether the message has placeholders for details.
    pub has_placeholders: bool,
    pub notes: &'static CodeNotes,
}

/// The facts of a code that its readers need. Most codes of most catalogs share the empty ones,
/// which makes a catalog smaller and faster to compile.
///
/// Public for the expansions of `ErrorCode` and `catalog!` alone.
#[doc(hidden)]
#[derive(Debug)]
pub struct CodeNotes {
    pub derived: bool,
    pub causes: &'static [&'static str],
    pub client: &'static [&'static str],
    pub server: &'static [&'static str],
    pub operations: &'static [&'static str],
    pub next: Option<&'static str>,
    pub source: &'static [&'static str],
    pub section: Option<&'static str>,
    pub category: Option<&'static str>,
    pub retry: Option<Retry>,
    pub severity: Option<Severity>,
    pub user_actionable: Option<bool>,
    pub owner: Option<Owner>,
    pub applied: Option<Applied>,
    pub auto_fix: Option<&'static str>,
    pub related: &'static [&'static str],
    pub mentions: &'static [&'static str],
    pub facts: &'static [(&'static str, FactValue<&'static str>)],
    pub scope: &'static [Scope],
    pub exit_code: Option<u8>,
    pub since: Option<&'static str>,
    pub deprecated: Option<&'static str>,
    pub retired: Option<&'static str>,
    pub replaced_by: Option<&'static str>,
    /// The rules of `manila check` that are silenced, each with a reason.
    pub allow: &'static [(&'static str, &'static str)],
}

impl CodeFacts {
    /// The facts of most entries; expansions fill in the rest. A text that an entry does not have
    /// is empty here: a call of literals is what compilers are fastest at, and there are as many as
    /// codes.
    #[doc(hidden)]
    #[must_use]
    pub const fn of(
        catalog: &'static Catalog,
        name: &'static str,
        status: u16,
        title: &'static str,
        message: &'static str,
        meaning: &'static str,
    ) -> Self {
        let statuses = Status::alone(status);
        Self {
            catalog,
            name,
            number: None,
            status: statuses[0],
            statuses,
            title,
            message: if message.is_empty() {
                None
            } else {
                Some(message)
            },
            meaning: if meaning.is_empty() {
                None
            } else {
                Some(meaning)
            },
            details: &[],
            needs_no_escape: true,
            has_placeholders: false,
            notes: &CodeNotes::NONE,
        }
    }
}

impl CodeNotes {
    /// Notes that say nothing.
    #[doc(hidden)]
    pub const NONE: Self = Self {
        derived: false,
        causes: &[],
        client: &[],
        server: &[],
        operations: &[],
        next: None,
        source: &[],
        section: None,
        category: None,
        retry: None,
        severity: None,
        user_actionable: None,
        owner: None,
        applied: None,
        auto_fix: None,
        related: &[],
        mentions: &[],
        facts: &[],
        scope: &[Scope::Response],
        exit_code: None,
        since: None,
        deprecated: None,
        retired: None,
        replaced_by: None,
        allow: &[],
    };
}
