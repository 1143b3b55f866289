//! The entries of a catalog.

mod facts;

use std::fmt;
use std::sync::OnceLock;

use manila_catalog_file::{DetailType, Retry, Scope, Severity};

pub use self::facts::{CodeFacts, CodeNotes};

use crate::catalog::Catalog;
use crate::status::Status;

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
    facts: CodeFacts,
    /// Whole bodies, once they have been written: in `ok-error` and in `code-data`, which repeat
    /// nothing of the request.
    fixed: [OnceLock<Box<[u8]>>; 2],
}

macro_rules! facts {
    ($($(#[$meta:meta])* $($facts:ident).+ => $name:ident: $type:ty,)+) => {
        $($(#[$meta])*
        #[must_use]
        pub const fn $name(&self) -> $type {
            self.$($facts).+.$name
        })+
    };
}

impl Code {
    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(facts: CodeFacts) -> Self {
        Self {
            facts,
            fixed: [const { OnceLock::new() }; 2],
        }
    }

    /// The rules of `manila check` that are silenced, each with a reason.
    pub(crate) const fn allow(&self) -> &'static [(&'static str, &'static str)] {
        self.facts.notes.allow
    }

    /// Whether message and title need no escapes in JSON.
    pub(crate) const fn is_plain(&self) -> bool {
        self.facts.is_plain
    }

    /// Whether the message tells details.
    pub(crate) const fn is_template(&self) -> bool {
        self.facts.is_template
    }

    /// The whole body at a place, which is written at the first call.
    pub(crate) fn fixed(&self, place: usize, write: impl FnOnce() -> Vec<u8>) -> &[u8] {
        self.fixed[place].get_or_init(|| write().into())
    }

    facts! {
        /// The catalog that the code is an entry of.
        facts => catalog: &'static Catalog,
        /// The code as its catalog spells it.
        facts => name: &'static str,
        /// The number beside the name, in catalogs that have numbers.
        facts => number: Option<i32>,
        /// The HTTP statuses that the code may answer with, the default first.
        facts => statuses: &'static [Status],
        /// A short text for people, the same for every occurrence.
        facts => title: &'static str,
        /// The sentence that clients are shown where a fault has none of its own.
        facts => message: Option<&'static str>,
        /// When the error occurs, for the reference.
        facts => meaning: Option<&'static str>,
        /// What the caller should do.
        facts.notes => client: Option<&'static str>,
        /// What the operator of the service should do.
        facts.notes => server: Option<&'static str>,
        /// The heading of the reference that the code stands under.
        facts.notes => section: Option<&'static str>,
        /// The category that the catalog's own page gives.
        facts.notes => category: Option<&'static str>,
        /// What a client may do by itself.
        facts.notes => retry: Option<Retry>,
        /// How grave the error is for the operator.
        facts.notes => severity: Option<Severity>,
        /// Whether the user, rather than the operator, can do something about it.
        facts.notes => user_actionable: Option<bool>,
        /// What a tool can do about it by itself, as the catalog's own page says.
        facts.notes => auto_fix: Option<&'static str>,
        /// Codes of the same catalog that are worth reading beside this one.
        facts.notes => related: &'static [&'static str],
        /// Codes that the catalog's own page relates to without listing them.
        facts.notes => mentions: &'static [&'static str],
        /// Where the code may appear.
        facts.notes => scope: &'static [Scope],
        /// The version that introduced the code.
        facts.notes => since: Option<&'static str>,
        /// Why the code should no longer be raised, and since when.
        facts.notes => deprecated: Option<&'static str>,
        /// Why the code is never raised any more, and since when.
        facts.notes => retired: Option<&'static str>,
        /// The code to use in place of this one.
        facts.notes => replaced_by: Option<&'static str>,
        /// The data that may travel with the code, declared as public.
        facts => details: &'static [Detail],
    }

    /// The status that the code answers with by default.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.facts.status
    }

    /// Whether the status is derived by the catalog's author, because its source gives none.
    #[must_use]
    pub const fn has_derived_status(&self) -> bool {
        self.facts.notes.derived
    }

    /// Whether the catalog declares a detail of this name.
    #[must_use]
    pub fn declares(&self, detail: &str) -> bool {
        self.facts
            .details
            .iter()
            .any(|declared| declared.name == detail)
    }

    /// The exit code for a command-line client: the code's own, else its catalog's for the
    /// status, else the one of `sysexits.h` that comes nearest.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        self.facts
            .notes
            .exit_code
            .unwrap_or_else(|| self.facts.catalog.exit_code_of(self.status()))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Code({}::{})",
            self.facts.catalog.name(),
            self.facts.name
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.facts.name)
    }
}

/// Codes are equal when they are the same entry of the same catalog.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
            || (self.name() == other.name() && self.catalog().name() == other.catalog().name())
    }
}

impl Eq for Code {}

/// One datum that a catalog declares for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detail {
    name: &'static str,
    kind: DetailType,
    meaning: Option<&'static str>,
}

impl Detail {
    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, kind: DetailType, meaning: Option<&'static str>) -> Self {
        Self {
            name,
            kind,
            meaning,
        }
    }

    /// The member's name on the wire.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The member's JSON type, or format.
    #[must_use]
    pub const fn kind(&self) -> DetailType {
        self.kind
    }

    /// What the member says, for the reference.
    #[must_use]
    pub const fn meaning(&self) -> Option<&'static str> {
        self.meaning
    }
}
