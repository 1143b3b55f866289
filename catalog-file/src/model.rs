//! A catalog as plain data.

use crate::{Applied, Case, Condition, DetailType, FactValue, Owner, Retry, Scope, Severity, Wire};

/// Every error code that an API can answer with, and what holds for all of them.
///
/// The fields are public and nothing is enforced: [`check`](crate::check()) says what is wrong. Later
/// versions may add fields, so a catalog is made by [`new`](Self::new) and filled in after that.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Catalog {
    /// The catalog's name; its files are named after it.
    pub name: String,
    /// The name for people.
    pub title: Option<String>,
    /// How every code is spelled.
    pub case: Case,
    /// What is sent as the code.
    pub wire: Wire,
    /// Whether a number's first three digits are its status.
    pub digits: bool,
    /// The languages of the texts; the first is the one that the catalog itself is written in.
    pub locales: Vec<String>,
    /// The address of the error reference.
    pub documentation: Option<String>,
    /// How HTTP's own codes are spelled, where the catalog says so: see
    /// [`shown_http_case`](Self::shown_http_case).
    pub http_case: Option<Case>,
    /// Words that are never translated.
    pub brands: Vec<String>,
    /// The titles of the facts that codes have beside the format's own, by the facts' names.
    pub facts: Vec<(String, String)>,
    /// The exit code of a command-line client, by status.
    pub exit_codes: Vec<(u16, u8)>,
    /// The code of each condition.
    pub conditions: Vec<(Condition, String)>,
    /// The code of each validator's rule, by the rule's name.
    pub rules: Vec<(String, String)>,
    /// What the catalog says of operations that its codes name.
    pub operations: Vec<Operation>,
    /// The codes, in the order of the reference.
    pub codes: Vec<Entry>,
}

/// One error code.
///
/// Later versions may add fields, so an entry is made by [`new`](Self::new) and filled in after that.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The stable identifier.
    pub name: String,
    /// The number beside the name.
    pub number: Option<i32>,
    /// The HTTP statuses that the code is sent with; the first is the default.
    pub statuses: Vec<u16>,
    /// Whether the statuses are derived, because the published list gives none.
    pub derived: bool,
    /// A short text that does not vary between occurrences.
    pub title: Option<String>,
    /// The sentence for the client; `{ $name }` is a placeholder for a detail.
    pub message: Option<String>,
    /// What the code means, for the reference.
    pub meaning: Option<String>,
    /// When the code occurs, one cause an item.
    pub causes: Vec<String>,
    /// What the caller should do, in steps.
    pub client: Vec<String>,
    /// What the operator should do, in steps.
    pub server: Vec<String>,
    /// Where the code can come from: `METHOD /path`, `/path` of any method, or the name of an
    /// operation or of a group of them.
    pub operations: Vec<String>,
    /// The operation that mends what the code tells.
    pub next: Option<String>,
    /// Where in the service the code is made.
    pub source: Vec<String>,
    /// The heading of the reference under which the code is listed.
    pub section: Option<String>,
    /// A group of codes that a client may treat alike.
    pub category: Option<String>,
    /// Whether and when a client may repeat the request.
    pub retry: Option<Retry>,
    /// How serious the error is for the operator.
    pub severity: Option<Severity>,
    /// Whether the user of the client can do something about it.
    pub user_actionable: Option<bool>,
    /// Who has to act.
    pub owner: Option<Owner>,
    /// Whether a request that got this code had its effect.
    pub applied: Option<Applied>,
    /// What repairs the cause without a person.
    pub auto_fix: Option<String>,
    /// Codes of the same catalog that a reader should know as well.
    pub related: Vec<String>,
    /// What the published list mentions but does not define; it is not checked.
    pub mentions: Vec<String>,
    /// What the published list says beside all this, by the fact's name.
    pub facts: Vec<(String, FactValue<String>)>,
    /// Where the code may appear; empty means [`Scope::Response`].
    pub scope: Vec<Scope>,
    /// The exit code, where it differs from that of the status.
    pub exit_code: Option<u8>,
    /// The version that introduced the code.
    pub since: Option<String>,
    /// The version that deprecated the code, and why.
    pub deprecated: Option<String>,
    /// The version that stopped sending the code, and why.
    pub retired: Option<String>,
    /// The code that replaces this one.
    pub replaced_by: Option<String>,
    /// What travels as data.
    pub details: Vec<Detail>,
    /// The rules that are silenced for this code.
    pub allow: Vec<Allowed>,
}

/// What a catalog says of an operation of its API.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Operation {
    /// What codes call it: `METHOD /path`, a path, or a name.
    pub name: String,
    /// The name for people.
    pub title: Option<String>,
    /// The groups that it belongs to, under which codes may name it as well.
    pub groups: Vec<String>,
}

/// A value that travels with a code.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Detail {
    /// The member's name.
    pub name: String,
    /// The JSON type.
    pub kind: DetailType,
    /// What the value means, for the reference.
    pub meaning: Option<String>,
    /// Whether every occurrence of the code has it; `None` where the catalog promises neither.
    pub required: Option<bool>,
    /// The JSON type of the items of an array.
    pub items: Option<DetailType>,
    /// The texts that the value, or an item of it, is one of; empty where it may be any.
    pub values: Vec<String>,
}

/// A rule that is silenced for a code. Only advice can be silenced: see [`lint`](crate::lint()).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Allowed {
    /// The rule's id.
    pub rule: String,
    /// Why the rule does not hold here.
    pub reason: String,
}

impl Catalog {
    /// Creates a catalog without codes, which sends codes by name.
    ///
    /// ```
    /// use manila_catalog_file::{Case, Catalog, Entry, Wire, check};
    ///
    /// let mut catalog = Catalog::new("plans", Case::Snake);
    /// assert_eq!(catalog.wire, Wire::Name);
    /// assert!(catalog.codes.is_empty());
    ///
    /// let mut entry = Entry::new("plan_limit");
    /// entry.statuses = vec![402];
    /// catalog.codes.push(entry);
    /// assert_eq!(check(&catalog), []);
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, case: Case) -> Self {
        Self {
            name: name.into(),
            title: None,
            case,
            wire: Wire::Name,
            digits: false,
            locales: Vec::new(),
            documentation: None,
            http_case: None,
            brands: Vec::new(),
            facts: Vec::new(),
            exit_codes: Vec::new(),
            conditions: Vec::new(),
            rules: Vec::new(),
            operations: Vec::new(),
            codes: Vec::new(),
        }
    }
}

impl Entry {
    /// Creates a code of which only the name is known.
    ///
    /// ```
    /// use manila_catalog_file::Entry;
    ///
    /// let mut entry = Entry::new("plan_limit");
    /// entry.statuses = vec![402];
    /// assert_eq!(entry.name, "plan_limit");
    /// assert_eq!(entry.message, None);
    /// ```
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
            causes: Vec::new(),
            client: Vec::new(),
            server: Vec::new(),
            operations: Vec::new(),
            next: None,
            source: Vec::new(),
            section: None,
            category: None,
            retry: None,
            severity: None,
            user_actionable: None,
            owner: None,
            applied: None,
            auto_fix: None,
            related: Vec::new(),
            mentions: Vec::new(),
            facts: Vec::new(),
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
}

impl Operation {
    /// Creates an operation of which only the name is known.
    ///
    /// ```
    /// use manila_catalog_file::Operation;
    ///
    /// let mut operation = Operation::new("POST /v1/auth/login");
    /// operation.groups.push("Authentication".to_owned());
    /// assert_eq!((&*operation.name, operation.title), ("POST /v1/auth/login", None));
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            title: None,
            groups: Vec::new(),
        }
    }
}

impl Detail {
    /// Creates a detail without a meaning.
    ///
    /// ```
    /// use manila_catalog_file::{Detail, DetailType};
    ///
    /// let mut detail = Detail::new("limit", DetailType::Integer);
    /// detail.meaning = Some("how many the plan includes".to_owned());
    /// assert_eq!((&*detail.name, detail.kind), ("limit", DetailType::Integer));
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, kind: DetailType) -> Self {
        Self {
            name: name.into(),
            kind,
            meaning: None,
            required: None,
            items: None,
            values: Vec::new(),
        }
    }
}

impl Allowed {
    /// Creates the permission to break a rule, with the reason why the rule does not hold.
    ///
    /// ```
    /// use manila_catalog_file::{Allowed, Case, Catalog, Entry, lint};
    ///
    /// let mut entry = Entry::new("plan_limit");
    /// entry.statuses = vec![402];
    /// entry.allow.push(Allowed::new("no-message", "only jobs have this code"));
    /// let mut catalog = Catalog::new("plans", Case::Snake);
    /// catalog.codes.push(entry);
    /// assert_eq!(lint(&catalog), []);
    /// ```
    #[must_use]
    pub fn new(rule: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            rule: rule.into(),
            reason: reason.into(),
        }
    }
}
