//! The list of every code that an API can answer with.

mod code;
mod export;
mod facts;
mod resolve;
mod wire_code;

use std::fmt;

use manila_catalog_file::{
    Case, Condition, Wire, condition_of_rule, default_exit_code, general_rule, hash_of,
};

pub(crate) use self::facts::Resolved;
pub use self::facts::{Catalog, CatalogFacts, Code, CodeFacts, CodeNotes, Detail};
pub(crate) use self::resolve::{resolve_condition, resolve_foreign};
pub use self::wire_code::WireCode;
use crate::http::status::{Status, http_code_name};

impl Catalog {
    /// The catalog's short name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.facts.name
    }

    /// The catalog's name for people.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.facts.title
    }

    /// How the catalog spells its codes.
    #[must_use]
    pub const fn case(&self) -> Case {
        self.facts.case
    }

    /// Whether names or numbers go on the wire.
    #[must_use]
    pub const fn wire(&self) -> Wire {
        self.facts.wire
    }

    /// Every code, in the catalog's order.
    #[must_use]
    pub const fn codes(&self) -> &'static [Code] {
        self.facts.codes
    }

    /// The code with this name or number, however long the catalog is.
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

    /// Where the code stands in [`codes`](Self::codes), if it is this catalog's.
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

    /// The code that the catalog names for exactly this condition.
    #[must_use]
    pub fn condition(&self, condition: Condition) -> Option<&'static Code> {
        let (_, code) = self
            .facts
            .conditions
            .iter()
            .find(|(named, _)| *named == condition)?;
        self.facts.codes.get(usize::from(*code))
    }

    /// The code that stands for a condition: the one named for it, else for a
    /// [more general](Condition::general) one.
    #[must_use]
    pub fn code_for(&self, condition: Condition) -> Option<&'static Code> {
        std::iter::successors(Some(condition), |condition| condition.general())
            .find_map(|condition| self.condition(condition))
    }

    /// The code that the catalog names for exactly this rule of a validator.
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

    /// The rules that the catalog names, each with the code that stands for it.
    pub fn rules(&self) -> impl Iterator<Item = (&'static str, &'static Code)> {
        let named = self.facts.rules.iter();
        named.filter_map(|(name, code)| Some((*name, self.facts.codes.get(usize::from(*code))?)))
    }

    /// The code that stands for a broken rule: the one named for it, else for a more general rule,
    /// else for the condition that the rule stands for.
    pub(crate) fn code_for_rule(&self, rule: &str) -> Option<&'static Code> {
        self.rule(rule)
            .or_else(|| self.rule(general_rule(rule)?))
            .or_else(|| self.code_for(condition_of_rule(rule)))
    }

    /// The exit code for a status: the catalog's own, else the nearest of `sysexits.h`.
    #[must_use]
    pub fn exit_code_of(&self, status: Status) -> u8 {
        let own = self
            .facts
            .exit_codes
            .iter()
            .find(|(of, _)| *of == status.get());
        own.map_or_else(
            || default_exit_code(status.get()),
            |(_, exit_code)| *exit_code,
        )
    }

    /// HTTP's own code for a status, as this catalog would spell it.
    fn http_code(&self, status: u16) -> WireCode {
        match self.facts.wire {
            Wire::Number if self.has_negative_numbers() => WireCode::Number(-i32::from(status)),
            Wire::Number => WireCode::Number(i32::from(status) * 1000),
            _ => WireCode::Name(http_code_name(status, self.facts.case)),
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
