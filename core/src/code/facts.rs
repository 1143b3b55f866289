//! What macros write down of a code.

use manila_catalog_file::{Retry, Scope, Severity};

use super::Detail;
use crate::catalog::Catalog;
use crate::status::Status;

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
    pub is_plain: bool,
    /// Whether the message tells details.
    pub is_template: bool,
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
            is_plain: true,
            is_template: false,
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
