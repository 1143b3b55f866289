//! What a code says of itself.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use manila_catalog_file::{DetailType, Retry, Scope, Severity, Wire};

use super::facts::{Catalog, Code, Detail};
use super::wire_code::WireCode;
use crate::http::status::Status;

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
    /// The rules of `manila check` that are silenced, each with a reason.
    pub(crate) const fn allow(&self) -> &'static [(&'static str, &'static str)] {
        self.facts.notes.allow
    }

    /// Whether message and title need no escapes in JSON.
    pub(crate) const fn needs_no_escape(&self) -> bool {
        self.facts.needs_no_escape
    }

    /// Whether the message tells details.
    pub(crate) const fn has_placeholders(&self) -> bool {
        self.facts.has_placeholders
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

    /// Returns the code as it goes on the wire: the number where the catalog's codes are numbers,
    /// else the name.
    ///
    /// ```
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// assert_eq!(ApiError::Conflict.code().wire_code().to_text(), "CONFLICT");
    /// ```
    #[must_use]
    pub const fn wire_code(&self) -> WireCode {
        match (self.facts.catalog.wire(), self.facts.number) {
            (Wire::Number, Some(number)) => WireCode::Number(number),
            _ => WireCode::Name(Cow::Borrowed(self.facts.name)),
        }
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

/// By name, as equality compares the names of codes and of their catalogs.
impl Hash for Code {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
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
