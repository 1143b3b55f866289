//! What a catalog and its codes are made of. They name each other for good, so that their types stand
//! in one file; what they can do stands beside it.

use std::sync::OnceLock;

use manila_catalog_file::{Case, Condition, DetailType, Retry, Scope, Severity, Wire};

use super::wire_code::WireCode;
use crate::http::status::Status;

/// The list of every code that an API can answer with. Static data, written by
/// `#[derive(ErrorCode)]` or `catalog!`.
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

/// What a catalog answers for statuses that it names no code for, found out once for each.
pub(super) struct HttpCodes(pub(super) OnceLock<Box<[OnceLock<Resolved>]>>);

/// A fault's code and status, once the catalog has had its say.
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
/// [`Catalog::find`] looks them up at run time.
///
/// ```
/// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
///
/// let code = ApiError::PlanLimitExceeded.code();
/// assert_eq!(code.name(), "PLAN_LIMIT_EXCEEDED");
/// assert_eq!(code.status().get(), 402);
/// assert_eq!(code.section(), Some("Resources & quota"));
/// assert_eq!(code.exit_code(), 3);
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

/// One datum that a catalog declares for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Detail {
    pub(super) name: &'static str,
    pub(super) kind: DetailType,
    pub(super) meaning: Option<&'static str>,
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
    /// Whether the message tells details.
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
    pub client: Option<&'static str>,
    pub server: Option<&'static str>,
    pub section: Option<&'static str>,
    pub category: Option<&'static str>,
    pub retry: Option<Retry>,
    pub severity: Option<Severity>,
    pub user_actionable: Option<bool>,
    pub auto_fix: Option<&'static str>,
    pub related: &'static [&'static str],
    pub mentions: &'static [&'static str],
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
    /// What most entries say; expansions fill in the rest. A text that an entry does not have is
    /// empty here: a call of literals is what compilers are fastest at, and there are as many as
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
        client: None,
        server: None,
        section: None,
        category: None,
        retry: None,
        severity: None,
        user_actionable: None,
        auto_fix: None,
        related: &[],
        mentions: &[],
        scope: &[Scope::Response],
        exit_code: None,
        since: None,
        deprecated: None,
        retired: None,
        replaced_by: None,
        allow: &[],
    };
}
