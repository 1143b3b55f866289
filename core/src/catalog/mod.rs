//! The list of every code that an API can answer with, and the answers that it gives for a
//! condition, a rule or a status.
//!
//! A catalog is static data. It knows HTTP's statuses, and nothing of faults, styles or settings:
//! what an occurrence adds to its code is in the room `fault`.

mod code;
mod detail;
mod entry_json;
mod export;
mod facts;
mod operation;
mod pretty;
mod reference;
mod resolve;
mod wire_code;

use std::fmt;

use manila_catalog_file::{
    Case, Condition, Wire, condition_of_rule, default_exit_code, general_rule, hash_of,
};

pub use self::export::Export;
pub(crate) use self::facts::Resolved;
pub use self::facts::{Catalog, CatalogFacts, Code, CodeFacts, CodeNotes, Detail};
pub use self::operation::Operation;
pub(crate) use self::resolve::{resolve_condition, resolve_foreign};
pub use self::wire_code::WireCode;
use crate::http::status::{Status, http_code_name};

impl Catalog {
    /// Returns the catalog's short name, `vibehost` say: it identifies the catalog in exports and
    /// in the equality of codes, and does not appear on the wire.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.facts.name
    }

    /// Returns the catalog's name for people: the title of its error reference.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.facts.title
    }

    /// Returns how the catalog spells its codes. HTTP's own codes, which answer where the catalog
    /// names none, are spelled alike, unless the catalog says another: see
    /// [`http_case`](Self::http_case).
    ///
    /// ```
    /// use manila::{Case, Condition, Envelopes, Fault};
    ///
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// assert_eq!(ApiError::CATALOG.case(), Case::ScreamingSnake);
    /// let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    /// let rendered = envelopes.render(&Fault::foreign(423), None);
    /// assert_eq!(rendered.code(), "LOCKED");
    /// ```
    #[must_use]
    pub const fn case(&self) -> Case {
        self.facts.case
    }

    /// Returns whether the names or the numbers of codes go on the wire.
    ///
    /// ```
    /// use manila::{Envelopes, Wire};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/cpi.toml" }
    ///
    /// assert_eq!(ApiError::CATALOG.wire(), Wire::Number);
    /// let rendered = Envelopes::ok_error().render(&ApiError::Forbidden.fault(), None);
    /// assert!(rendered.body().starts_with(br#"{"ok":false,"error":{"code":-403,"#));
    /// ```
    #[must_use]
    pub const fn wire(&self) -> Wire {
        self.facts.wire
    }

    /// Returns every code in the catalog's own order, retired ones included.
    ///
    /// ```
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// let codes = ApiError::CATALOG.codes();
    /// let to_retry = codes.iter().filter(|code| code.retry() == Some(manila::Retry::After));
    /// assert!(to_retry.map(|code| code.name()).any(|name| name == "RATE_LIMITED"));
    /// ```
    #[must_use]
    pub const fn codes(&self) -> &'static [Code] {
        self.facts.codes
    }

    /// Returns the code with this name or number, as clients read it on the wire: the comparison is
    /// exact. It is one look-up in a table, however long the catalog is.
    ///
    /// ```
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// assert_eq!(ApiError::CATALOG.find("CONFLICT").unwrap().status().get(), 409);
    /// assert!(ApiError::CATALOG.find("conflict").is_none());
    /// ```
    #[must_use]
    pub fn find(&self, name_or_number: &str) -> Option<&'static Code> {
        self.find_name(name_or_number).or_else(|| {
            let number: i32 = name_or_number.parse().ok()?;
            // `+7` and `007` are read as 7, and are not how a code is spelled.
            let code = self.find_number(number)?;
            (number.to_string() == name_or_number).then_some(code)
        })
    }

    fn find_name(&self, name: &str) -> Option<&'static Code> {
        let mask = self.facts.names.len().checked_sub(1)?;
        let mut place = hash_of(name) as usize & mask;
        for _ in 0..=mask {
            let code = self.facts.codes.get(usize::from(self.facts.names[place]))?;
            if code.name() == name {
                return Some(code);
            }
            place = (place + 1) & mask;
        }
        None
    }

    /// The index of the code in [`codes`](Self::codes), if it is this catalog's. Found by its
    /// address, without a comparison of names.
    pub(crate) fn position(&self, code: &'static Code) -> Option<usize> {
        let offset = std::ptr::from_ref(code)
            .addr()
            .checked_sub(self.facts.codes.as_ptr().addr())?;
        let position = offset / size_of::<Code>();
        let found = self.facts.codes.get(position)?;
        std::ptr::eq(found, code).then_some(position)
    }

    fn find_number(&self, number: i32) -> Option<&'static Code> {
        let numbers = self.facts.numbers;
        let place = numbers
            .binary_search_by_key(&number, |(number, _)| *number)
            .ok()?;
        self.facts.codes.get(usize::from(numbers[place].1))
    }

    /// Returns the code that the catalog names for exactly this condition, if any. Answers go by
    /// [`code_for`](Self::code_for), which falls back to more general conditions.
    #[must_use]
    pub fn condition(&self, condition: Condition) -> Option<&'static Code> {
        let (_, code) = self
            .facts
            .conditions
            .iter()
            .find(|(named, _)| *named == condition)?;
        self.facts.codes.get(usize::from(*code))
    }

    /// Returns the code that a condition is answered with: the one that the catalog names for it,
    /// else for a [more general](Condition::general) one. Where there is none, HTTP's own code for
    /// the condition's status is the answer.
    ///
    /// ```
    /// use manila::Condition;
    ///
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     /// The body does not fit what the endpoint reads.
    ///     #[error("The request is not valid.")]
    ///     #[error_code(status = 422, condition = "validation")]
    ///     Invalid,
    /// }
    ///
    /// let catalog = ApiError::CATALOG;
    /// assert_eq!(catalog.code_for(Condition::WrongType).unwrap().name(), "invalid");
    /// assert!(catalog.condition(Condition::WrongType).is_none());
    /// assert!(catalog.code_for(Condition::Timeout).is_none());
    /// ```
    #[must_use]
    pub fn code_for(&self, condition: Condition) -> Option<&'static Code> {
        std::iter::successors(Some(condition), |condition| condition.general())
            .find_map(|condition| self.condition(condition))
    }

    /// Returns the code that the catalog names for exactly this rule of a validator, if any; see
    /// [`Violation::with_rule`](crate::Violation::with_rule) for the code that is answered.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     /// The address does not look like one of a mailbox.
    ///     #[error("This is no email address.")]
    ///     #[error_code(status = 422, rule = "email")]
    ///     InvalidEmail,
    /// }
    ///
    /// assert_eq!(ApiError::CATALOG.rule("email").unwrap().name(), "invalid_email");
    /// assert!(ApiError::CATALOG.rule("url").is_none());
    /// ```
    #[must_use]
    pub fn rule(&self, name: &str) -> Option<&'static Code> {
        let (_, code) = self.facts.rules.iter().find(|(named, _)| *named == name)?;
        self.facts.codes.get(usize::from(*code))
    }

    /// Returns the rules of validators that the catalog names, each with its code, in no particular
    /// order.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The length is out of range.")]
    ///     #[error_code(status = 422, rule = ["min_length", "max_length"])]
    ///     InvalidLength,
    /// }
    ///
    /// let mut rules: Vec<_> = ApiError::CATALOG.rules().map(|(rule, _)| rule).collect();
    /// rules.sort_unstable();
    /// assert_eq!(rules, ["max_length", "min_length"]);
    /// ```
    pub fn rules(&self) -> impl Iterator<Item = (&'static str, &'static Code)> {
        let named = self.facts.rules.iter();
        named.filter_map(|(name, code)| Some((*name, self.facts.codes.get(usize::from(*code))?)))
    }

    /// The code that a broken rule is answered with: the one named for it, else for a more general
    /// rule, else for the condition of the rule.
    pub(crate) fn code_for_rule(&self, rule: &str) -> Option<&'static Code> {
        self.rule(rule)
            .or_else(|| self.rule(general_rule(rule)?))
            .or_else(|| self.code_for(condition_of_rule(rule)))
    }

    /// Returns the exit code of a command-line client for a status: the catalog's own, else the
    /// nearest one of `sysexits.h`.
    ///
    /// ```
    /// use manila::Status;
    ///
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// let exit_code = |status| ApiError::CATALOG.exit_code_of(Status::new(status).unwrap());
    /// assert_eq!(exit_code(503), 4);
    /// assert_eq!(exit_code(423), 75); // EX_TEMPFAIL
    /// ```
    #[must_use]
    pub fn exit_code_of(&self, status: Status) -> u8 {
        self.own_exit_code(status)
            .unwrap_or_else(|| default_exit_code(status.get()))
    }

    /// Returns the exit code that the catalog itself gives for a status, if it does.
    ///
    /// ```
    /// use manila::Status;
    ///
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// let exit_code = |status| ApiError::CATALOG.own_exit_code(Status::new(status).unwrap());
    /// assert_eq!(exit_code(503), Some(4));
    /// assert_eq!(exit_code(423), None);
    /// ```
    #[must_use]
    pub fn own_exit_code(&self, status: Status) -> Option<u8> {
        let mut exit_codes = self.facts.exit_codes.iter();
        let own = exit_codes.find(|(of, _)| *of == status.get());
        own.map(|(_, exit_code)| *exit_code)
    }

    /// HTTP's own code for a status, as this catalog would spell it: the phrase in the catalog's
    /// case for them, or a number made of the status.
    fn http_code(&self, status: u16) -> WireCode {
        match self.facts.wire {
            Wire::Number if self.has_negative_numbers() => WireCode::Number(-i32::from(status)),
            Wire::Number => WireCode::Number(i32::from(status) * 1000),
            _ => WireCode::Name(http_code_name(status, self.facts.http_case)),
        }
    }

    /// The entry that is spelled like this on the wire, if there is one.
    fn spelled(&self, code: &WireCode) -> Option<&'static Code> {
        match code {
            WireCode::Name(name) => self.find_name(name),
            WireCode::Number(number) => self.find_number(*number),
        }
    }

    fn has_negative_numbers(&self) -> bool {
        self.facts
            .numbers
            .first()
            .is_some_and(|(number, _)| *number < 0)
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Catalog({}, {} codes)",
            self.facts.name,
            self.facts.codes.len()
        )
    }
}
