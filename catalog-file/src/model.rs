//! A catalog as plain data.

use std::borrow::Cow;

use crate::{
    Case, Condition, DetailType, Retry, Scope, Severity, Wire, default_exit_code,
    text::placeholder, title_of,
};

/// Every error code that an API can answer with, and what holds for all of them.
///
/// The fields are public and nothing is enforced: [`check`](crate::check()) says what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    /// The catalog's name; its files are named after it.
    pub name: String,
    /// The name for a reader.
    pub title: Option<String>,
    /// How every code is spelled.
    pub case: Case,
    /// What goes on the wire as the code.
    pub wire: Wire,
    /// Whether a number's first three digits are its status.
    pub digits: bool,
    /// The languages of the texts; the first is the one that the catalog itself is written in.
    pub locales: Vec<String>,
    /// The exit code that a command-line client ends with, by status.
    pub exit_codes: Vec<(u16, u8)>,
    /// The code that stands for each condition.
    pub conditions: Vec<(Condition, String)>,
    /// The code that stands for each rule of a validator, by the rule's name.
    pub rules: Vec<(String, String)>,
    /// The codes, in their order on the list.
    pub codes: Vec<Entry>,
}

/// One error code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The stable identifier.
    pub name: String,
    /// The number that stands beside the name.
    pub number: Option<i32>,
    /// The statuses that the code may answer with; the first is the default.
    pub statuses: Vec<u16>,
    /// Whether the statuses are derived, because the published list gives none.
    pub derived: bool,
    /// A short text that does not vary between occurrences.
    pub title: Option<String>,
    /// The sentence for the client; `{ $name }` stands for a detail.
    pub message: Option<String>,
    /// What the code means, for the reference.
    pub meaning: Option<String>,
    /// What the caller should do.
    pub client: Option<String>,
    /// What the operator should do.
    pub server: Option<String>,
    /// The heading of the reference that the code stands under.
    pub section: Option<String>,
    /// A group of codes that a client may treat alike.
    pub category: Option<String>,
    /// What a client may do by itself.
    pub retry: Option<Retry>,
    /// How grave the error is for the operator.
    pub severity: Option<Severity>,
    /// Whether the user of the client can do something about it.
    pub user_actionable: Option<bool>,
    /// What repairs the cause without a person.
    pub auto_fix: Option<String>,
    /// Codes of the same catalog that a reader should know as well.
    pub related: Vec<String>,
    /// What the published list relates to but does not list.
    pub mentions: Vec<String>,
    /// Where the code may appear; empty stands for [`Scope::Response`].
    pub scope: Vec<Scope>,
    /// The exit code, where it differs from the one that the status has.
    pub exit_code: Option<u8>,
    /// The version that the code appeared in.
    pub since: Option<String>,
    /// The version that advises against the code.
    pub deprecated: Option<String>,
    /// The version that no longer sends the code.
    pub retired: Option<String>,
    /// The code that stands in its place.
    pub replaced_by: Option<String>,
    /// What travels as data.
    pub details: Vec<Detail>,
    /// The rules that are silenced for this code.
    pub allow: Vec<Allowed>,
}

/// A value that travels with a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// The member's name.
    pub name: String,
    /// The JSON type.
    pub kind: DetailType,
    /// What the value means, for the reference.
    pub meaning: Option<String>,
}

/// A rule that is silenced for a code. Errors cannot be silenced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The rule's id.
    pub rule: String,
    /// Why the rule does not hold here.
    pub reason: String,
}

impl Catalog {
    /// A catalog without codes, whose codes go on the wire by name.
    #[must_use]
    pub fn new(name: impl Into<String>, case: Case) -> Self {
        Self {
            name: name.into(),
            title: None,
            case,
            wire: Wire::Name,
            digits: false,
            locales: Vec::new(),
            exit_codes: Vec::new(),
            conditions: Vec::new(),
            rules: Vec::new(),
            codes: Vec::new(),
        }
    }

    /// The exit code of an entry: its own, else the one that its default status has.
    #[must_use]
    pub fn exit_code(&self, entry: &Entry) -> Option<u8> {
        let by_status = |status: &u16| {
            let known = self.exit_codes.iter().find(|(of, _)| of == status)?;
            Some(known.1)
        };
        entry
            .exit_code
            .or_else(|| entry.statuses.first().and_then(by_status))
    }

    /// The exit code, or that of [`default_exit_code`] where neither the entry nor the catalog has
    /// one.
    #[must_use]
    pub fn shown_exit_code(&self, entry: &Entry) -> u8 {
        self.exit_code(entry).unwrap_or_else(|| {
            let status = entry.statuses.first().copied().unwrap_or_default();
            default_exit_code(status)
        })
    }
}

impl Entry {
    /// A code of which only the name is known.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            number: None,
            statuses: Vec::new(),
            derived: false,
            title: None,
            message: None,
            meaning: None,
            client: None,
            server: None,
            section: None,
            category: None,
            retry: None,
            severity: None,
            user_actionable: None,
            auto_fix: None,
            related: Vec::new(),
            mentions: Vec::new(),
            scope: Vec::new(),
            exit_code: None,
            since: None,
            deprecated: None,
            retired: None,
            replaced_by: None,
            details: Vec::new(),
            allow: Vec::new(),
        }
    }

    /// The name of the Rust variant that stands for the code.
    ///
    /// ```
    /// use manila_catalog_file::Entry;
    ///
    /// assert_eq!(Entry::new("PLAN_LIMIT_EXCEEDED").variant(), "PlanLimitExceeded");
    /// ```
    #[must_use]
    pub fn variant(&self) -> String {
        Case::Pascal.spell(&self.name)
    }

    /// The title, or the name in words where there is none.
    #[must_use]
    pub fn shown_title(&self) -> Cow<'_, str> {
        match &self.title {
            Some(title) => Cow::Borrowed(title),
            None => Cow::Owned(title_of(&self.name)),
        }
    }

    /// The meaning, unless it is empty.
    #[must_use]
    pub fn shown_meaning(&self) -> Option<&str> {
        self.meaning
            .as_deref()
            .filter(|meaning| !meaning.is_empty())
    }

    /// Where the code may appear: [`Scope::Response`] where nothing is said of it.
    #[must_use]
    pub fn shown_scope(&self) -> &[Scope] {
        if self.scope.is_empty() {
            &[Scope::Response]
        } else {
            &self.scope
        }
    }

    /// The message, with each placeholder written as `{ $name }`: the list may have any blanks
    /// there, or none.
    ///
    /// ```
    /// use manila_catalog_file::Entry;
    ///
    /// let mut entry = Entry::new("plan_limit");
    /// entry.message = Some("The plan includes {$limit} apps.".to_owned());
    /// assert_eq!(entry.shown_message().unwrap(), "The plan includes { $limit } apps.");
    /// ```
    #[must_use]
    pub fn shown_message(&self) -> Option<Cow<'_, str>> {
        let message = self.message.as_deref()?;
        Some(if message.contains('{') {
            Cow::Owned(with_blanks(message))
        } else {
            Cow::Borrowed(message)
        })
    }
}

/// The message with one blank on each side of what its placeholders name.
fn with_blanks(message: &str) -> String {
    let mut shown = String::with_capacity(message.len() + 8);
    let mut rest = message;
    while let Some((before, behind)) = rest.split_once('{') {
        shown.push_str(before);
        rest = match placeholder(behind) {
            Some(Ok((name, behind))) => {
                shown.extend(["{ $", name, " }"]);
                behind
            }
            Some(Err(_)) | None => {
                shown.push('{');
                behind
            }
        };
    }
    shown.push_str(rest);
    shown
}

impl Detail {
    /// A detail whose meaning is not described.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: DetailType) -> Self {
        Self {
            name: name.into(),
            kind,
            meaning: None,
        }
    }
}
