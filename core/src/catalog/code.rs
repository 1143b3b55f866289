//! The facts of a code that its responses need, as its catalog states them.
//!
//! All of them are static data that the macros write down; reading one is a load. What a code says to
//! its readers is in `reference.rs`.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use manila_catalog_file::{Wire, address_of};

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
pub(super) use facts;

impl Code {
    /// Whether message and title need no escapes in JSON. The macros find that out when the program
    /// is built, so that the text can be copied as it is.
    pub(crate) const fn needs_no_escape(&self) -> bool {
        self.facts.needs_no_escape
    }

    /// Returns whether the [message](Self::message) has placeholders, as `{ $limit }`, which are filled with the
    /// details of each occurrence.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The plan includes {limit} apps.")]
    ///     #[error_code(status = 402, message)]
    ///     PlanLimit { #[error_code(detail)] limit: u32 },
    ///     #[error("The plan is paused.")]
    ///     #[error_code(status = 402)]
    ///     PlanPaused,
    /// }
    ///
    /// assert!(ApiError::PlanLimit { limit: 5 }.code().has_placeholders());
    /// assert!(!ApiError::PlanPaused.code().has_placeholders());
    /// ```
    #[must_use]
    pub const fn has_placeholders(&self) -> bool {
        self.facts.has_placeholders
    }

    facts! {
        /// Returns the catalog that the code is an entry of. A fault of the code is always answered
        /// in the words of this catalog, whichever one the service has set.
        facts => catalog: &'static Catalog,
        /// Returns the code as its catalog spells it, `PLAN_LIMIT_EXCEEDED` say. It is the key by
        /// which files, exports and [`Catalog::find`] know the code; on the wire it appears as
        /// [`wire_code`](Self::wire_code).
        facts => name: &'static str,
        /// Returns the number beside the name, in catalogs that number their codes. It goes on the
        /// wire in place of the name if the catalog says so ([`Catalog::wire`]), and in the style
        /// `code-data` in any case.
        ///
        /// ```
        /// use manila::Envelopes;
        ///
        /// manila::catalog! { pub enum ApiError = "../catalogs/cpi.toml" }
        ///
        /// assert_eq!(ApiError::Forbidden.code().number(), Some(-403));
        /// let rendered = Envelopes::code_data().render(&ApiError::Forbidden.fault(), None);
        /// assert!(rendered.body().starts_with(br#"{"code":-403,"#));
        /// ```
        facts => number: Option<i32>,
        /// Returns the HTTP statuses that the code may be answered with, the default first. There
        /// is always at least one; [`Fault::with_status`](crate::Fault::with_status) chooses among
        /// them.
        facts => statuses: &'static [Status],
        /// Returns a short text for people that is the same for every occurrence: `title` of
        /// JSON:API, and of a problem that has a reference page. Where the catalog gives none it is
        /// the name in words.
        ///
        /// ```
        /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
        /// let envelopes = manila::Envelopes::json_api();
        /// let rendered = envelopes.render(&ApiError::Internal.fault(), None);
        /// let body = std::str::from_utf8(rendered.body()).unwrap();
        /// assert!(body.contains(r#""code":"INTERNAL","title":"Internal error""#));
        /// ```
        facts => title: &'static str,
        /// Returns the sentence that a client reads where the fault has none of its own, and always
        /// with a 5xx. It may have placeholders, as `{ $limit }`, for details of that name. Without
        /// a message the title takes its place.
        ///
        /// ```
        /// use manila::Envelopes;
        ///
        /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
        /// enum ApiError {
        ///     #[error("{limit} apps")]
        ///     #[error_code(status = 402, message = "The plan includes { $limit } apps.")]
        ///     PlanLimit { #[error_code(detail)] limit: u32 },
        /// }
        ///
        /// let fault = ApiError::PlanLimit { limit: 5 }.fault();
        /// let rendered = Envelopes::ok_error().render(&fault, None);
        /// let body = std::str::from_utf8(rendered.body()).unwrap();
        /// assert!(body.contains(r#""message":"The plan includes 5 apps.""#));
        /// ```
        facts => message: Option<&'static str>,
        /// Returns what the error means, in full sentences for the error reference. Never sent.
        facts => meaning: Option<&'static str>,
        /// Returns the data that may travel with the code, each declared as public. A 5xx shows
        /// these details and no others; with a 4xx any detail is sent.
        ///
        /// ```
        /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
        /// let [limit] = ApiError::PlanLimitExceeded.code().details() else { unreachable!() };
        /// assert_eq!((limit.name(), limit.kind().as_str()), ("limit", "integer"));
        /// ```
        facts => details: &'static [Detail],
    }

    /// Returns the status that the code is answered with by default: the first of
    /// [`statuses`](Self::statuses).
    ///
    /// ```
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// let code = ApiError::PlanLimitExceeded.code();
    /// assert_eq!(code.status().get(), 402);
    /// assert_eq!(code.statuses().len(), 1);
    /// ```
    #[must_use]
    pub const fn status(&self) -> Status {
        self.facts.status
    }

    /// Returns the code as it goes on the wire, in the body and in `x-error-code`: the number where
    /// the catalog's codes are numbers, else the name.
    ///
    /// ```
    /// manila::catalog! { pub enum ByName = "../catalogs/vibehost.toml" }
    /// manila::catalog! { pub enum ByNumber = "../catalogs/cpi.toml" }
    ///
    /// assert_eq!(ByName::Conflict.code().wire_code().to_text(), "CONFLICT");
    /// assert_eq!(ByNumber::Forbidden.code().wire_code().to_text(), "-403");
    /// ```
    #[must_use]
    pub const fn wire_code(&self) -> WireCode {
        match (self.facts.catalog.wire(), self.facts.number) {
            (Wire::Number, Some(number)) => WireCode::Number(number),
            _ => WireCode::Name(Cow::Borrowed(self.facts.name)),
        }
    }

    /// Returns whether the catalog declares a detail of this name, so that a client may see it with
    /// a 5xx too.
    ///
    /// ```
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// let code = ApiError::PlanLimitExceeded.code();
    /// assert!(code.declares("limit") && !code.declares("sql"));
    /// ```
    #[must_use]
    pub fn declares(&self, detail: &str) -> bool {
        self.facts
            .details
            .iter()
            .any(|declared| declared.name == detail)
    }

    /// Returns the exit code of a command-line client that fails with this error, so that scripts
    /// can distinguish errors: the code's own, else its catalog's for the status, else the nearest
    /// one of `sysexits.h`.
    ///
    /// ```
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// assert_eq!(ApiError::PlanLimitExceeded.code().exit_code(), 3);
    /// ```
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        self.exit_code_with(self.status())
    }

    /// Returns the exit code of a command-line client for the code with another of its statuses: its own,
    /// else the catalog's for that status.
    ///
    /// ```
    /// use manila::Status;
    ///
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// #[error_code(exit_codes = { 409 = 3, 503 = 4 })]
    /// enum ApiError {
    ///     #[error("The deploy is still running.")]
    ///     #[error_code(statuses = [409, 503])]
    ///     DeployRunning,
    /// }
    ///
    /// let code = ApiError::DeployRunning.code();
    /// assert_eq!(code.exit_code(), 3);
    /// assert_eq!(code.exit_code_with(Status::new(503).unwrap()), 4);
    /// ```
    #[must_use]
    pub fn exit_code_with(&self, status: Status) -> u8 {
        let own = self.facts.notes.exit_code;
        own.unwrap_or_else(|| self.facts.catalog.exit_code_of(status))
    }

    /// Returns the address of the code in the catalog's error reference, if the catalog gives one.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// #[error_code(documentation = "https://docs.example/errors")]
    /// enum ApiError {
    ///     #[error("The plan's limit is reached.")]
    ///     #[error_code(status = 402)]
    ///     PlanLimit,
    /// }
    ///
    /// let address = ApiError::PlanLimit.code().documentation();
    /// assert_eq!(address.unwrap(), "https://docs.example/errors/plan_limit");
    /// ```
    #[must_use]
    pub fn documentation(&self) -> Option<String> {
        let reference = self.facts.catalog.documentation()?.trim_end_matches('/');
        let code = self.wire_code().to_text();
        Some(format!("{reference}/{}", address_of(&code)))
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

/// Codes are equal when they are the same entry of the same catalog; catalogs are compared by name.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
            || (self.name() == other.name() && self.catalog().name() == other.catalog().name())
    }
}

impl Eq for Code {}

/// Hashes the name alone, which agrees with equality: counters by code take a `Code` as the key.
impl Hash for Code {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}
