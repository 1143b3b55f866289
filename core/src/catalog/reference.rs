//! What a catalog and its codes say to their readers: `manila explain`, the exports and the error
//! reference print it. Of these facts a response says the advice on retrying alone.

use manila_catalog_file::{Applied, Case, FactValue, Owner, Retry, Scope, Severity};

use super::code::facts;
use super::facts::{Catalog, Code};
use super::operation::Operation;

impl Catalog {
    /// Returns how HTTP's own codes are spelled, which answer where the catalog names none: as the
    /// catalog says (`http_case`), else as its codes, and in `snake_case` where those are spelled in
    /// [any](Case::Any) way.
    ///
    /// ```
    /// use manila::{Case, Condition, Envelopes, Fault};
    ///
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// #[error_code(case = "any", http_case = "kebab-case")]
    /// enum ApiError {
    ///     #[error("This is no email address.")]
    ///     #[error_code(status = 422, code = "auth/invalid-email")]
    ///     InvalidEmail,
    /// }
    ///
    /// assert_eq!(ApiError::CATALOG.http_case(), Case::Kebab);
    /// let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    /// let rendered = envelopes.render(&Fault::condition(Condition::MethodNotAllowed), None);
    /// assert_eq!(rendered.code(), "method-not-allowed");
    /// ```
    #[must_use]
    pub const fn http_case(&self) -> Case {
        self.facts.http_case
    }

    /// Returns the address of the error reference, which
    /// [`Envelopes::reference_url`](crate::Envelopes::reference_url) has by default, or `None` if the
    /// catalog gives none.
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
    /// assert_eq!(ApiError::CATALOG.documentation(), Some("https://docs.example/errors"));
    /// ```
    #[must_use]
    pub const fn documentation(&self) -> Option<&'static str> {
        self.facts.documentation
    }

    /// Returns the languages of the catalog's texts, as tags of BCP 47; the first is the one that the catalog
    /// itself is written in.
    ///
    /// ```
    /// # manila::catalog! { pub enum ApiError = "../catalogs/mxcep.toml" }
    /// assert_eq!(ApiError::CATALOG.locales(), ["en", "es"]);
    /// ```
    #[must_use]
    pub const fn locales(&self) -> &'static [&'static str] {
        self.facts.locales
    }

    /// Returns the words that no translation of the catalog's texts changes: names of products, say.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// #[error_code(brands = ["VibeHost"])]
    /// enum ApiError {
    ///     #[error("VibeHost is not available.")]
    ///     #[error_code(status = 503)]
    ///     Down,
    /// }
    ///
    /// assert_eq!(ApiError::CATALOG.brands(), ["VibeHost"]);
    /// ```
    #[must_use]
    pub const fn brands(&self) -> &'static [&'static str] {
        self.facts.brands
    }

    /// Returns what the catalog says of operations that its codes name ([`Code::operations`]). A code
    /// may name others.
    #[must_use]
    pub const fn operations(&self) -> &'static [Operation] {
        self.facts.operations
    }

    /// Returns the title of a fact that codes have beside the format's own ([`Code::facts`]), or
    /// `None` if the catalog gives none.
    #[must_use]
    pub fn fact_title(&self, fact: &str) -> Option<&'static str> {
        let titles = self.facts.fact_titles.iter();
        let mut titles = titles.filter(|(name, _)| *name == fact);
        titles.next().map(|(_, title)| *title)
    }

    /// The titles of all facts.
    pub(crate) const fn fact_titles(&self) -> &'static [(&'static str, &'static str)] {
        self.facts.fact_titles
    }
}

impl Code {
    /// The rules of `manila check` that are silenced for the code, each with the reason why it does
    /// not apply. Only the export repeats them.
    pub(crate) const fn allow(&self) -> &'static [(&'static str, &'static str)] {
        self.facts.notes.allow
    }

    facts! {
        /// Returns when the error occurs, one cause an item, for the error reference. Never sent.
        ///
        /// ```
        /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
        /// enum ApiError {
        ///     #[error("Verify your phone number first.")]
        ///     #[error_code(status = 403, causes = ["The number was never confirmed."])]
        ///     PhoneNotVerified,
        /// }
        ///
        /// let code = ApiError::PhoneNotVerified.code();
        /// assert_eq!(code.causes(), ["The number was never confirmed."]);
        /// ```
        facts.notes => causes: &'static [&'static str],
        /// Returns the advice to the caller, in steps: how to change the request, or when to repeat
        /// it. For the error reference.
        ///
        /// ```
        /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
        /// enum ApiError {
        ///     #[error("Verify your phone number first.")]
        ///     #[error_code(status = 403, client = ["Send a new code.", "Let the user enter it."])]
        ///     PhoneNotVerified,
        ///     #[error("The plan's limit is reached.")]
        ///     #[error_code(status = 402, client = "Offer a larger plan.")]
        ///     PlanLimit,
        /// }
        ///
        /// assert_eq!(ApiError::PhoneNotVerified.code().client().len(), 2);
        /// assert_eq!(ApiError::PlanLimit.code().client(), ["Offer a larger plan."]);
        /// ```
        facts.notes => client: &'static [&'static str],
        /// Returns the advice to whoever operates the service, in steps, for the internal error
        /// reference.
        facts.notes => server: &'static [&'static str],
        /// Returns where the code can come from, in the catalog's words: `METHOD /path`, `/path` of
        /// any method, or the name of an operation or of a group of them.
        ///
        /// ```
        /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
        /// enum ApiError {
        ///     #[error("Verify your phone number first.")]
        ///     #[error_code(status = 403, operations = ["POST /v1/auth/login", "mutations"])]
        ///     PhoneNotVerified,
        /// }
        ///
        /// let code = ApiError::PhoneNotVerified.code();
        /// assert_eq!(code.operations(), ["POST /v1/auth/login", "mutations"]);
        /// ```
        facts.notes => operations: &'static [&'static str],
        /// Returns the operation that mends what the code tells, or `None` if there is none.
        ///
        /// ```
        /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
        /// enum ApiError {
        ///     #[error("Verify your phone number first.")]
        ///     #[error_code(status = 403, next = "POST /v1/auth/request-otp")]
        ///     PhoneNotVerified,
        /// }
        ///
        /// assert_eq!(ApiError::PhoneNotVerified.code().next(), Some("POST /v1/auth/request-otp"));
        /// ```
        facts.notes => next: Option<&'static str>,
        /// Returns where in the service the code is made: modules, files or lines, in the words of
        /// the catalog. For the internal error reference.
        ///
        /// ```
        /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
        /// enum ApiError {
        ///     #[error("The plan's limit is reached.")]
        ///     #[error_code(status = 402, source = ["plans/limits.rs"])]
        ///     PlanLimit,
        /// }
        ///
        /// assert_eq!(ApiError::PlanLimit.code().source(), ["plans/limits.rs"]);
        /// ```
        facts.notes => source: &'static [&'static str],
        /// Returns the heading of the error reference under which the code is listed.
        ///
        /// ```
        /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
        /// let in_section = |code: &&manila::Code| code.section() == Some("Redeem & referral");
        /// assert!(ApiError::CATALOG.codes().iter().filter(in_section).count() > 2);
        /// ```
        facts.notes => section: Option<&'static str>,
        /// Returns the category that the published list gives the code, in the list's own words.
        /// Group errors by it in a style of your own; the built-in styles do not write it.
        facts.notes => category: Option<&'static str>,
        /// Returns how a client may retry without asking its user. The response says it as
        /// `x-should-retry`: `true` for `after` and `backoff`, `false` for the others, no field
        /// where the catalog gives no advice.
        ///
        /// ```
        /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
        /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
        /// let should_retry = |error: ApiError| {
        ///     let mut header = example::Header::default();
        ///     manila::Envelopes::ok_error().render(&error.fault(), None).apply(&mut header);
        ///     header.get("x-should-retry").map(str::to_owned)
        /// };
        /// assert_eq!(should_retry(ApiError::RateLimited).as_deref(), Some("true"));
        /// assert_eq!(should_retry(ApiError::PlanLimitExceeded).as_deref(), Some("false"));
        /// ```
        facts.notes => retry: Option<Retry>,
        /// Returns how grave the error is for the operator, for alerts and dashboards. The level of
        /// the log event follows it; without one it follows the status, of which 5xx is an error.
        facts.notes => severity: Option<Severity>,
        /// Returns whether the user can do something about the error; `false` where only the
        /// operator can. A client decides by it whether to show the message or an apology.
        ///
        /// ```
        /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
        /// assert_eq!(ApiError::PlanLimitExceeded.code().user_actionable(), Some(true));
        /// ```
        facts.notes => user_actionable: Option<bool>,
        /// Returns who has to act for such a request to succeed, or `None` where the catalog does
        /// not say.
        ///
        /// ```
        /// use manila::Owner;
        ///
        /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
        /// enum ApiError {
        ///     #[error("Verify your phone number first.")]
        ///     #[error_code(status = 403, owner = "user")]
        ///     PhoneNotVerified,
        /// }
        ///
        /// assert_eq!(ApiError::PhoneNotVerified.code().owner(), Some(Owner::User));
        /// ```
        facts.notes => owner: Option<Owner>,
        /// Returns whether a request that got this code had its effect, or `None` where the catalog
        /// does not say. It is for readers: a response says it of its own request alone, if
        /// [`Fault::with_applied`](crate::Fault::with_applied) was told.
        ///
        /// ```
        /// use manila::{Applied, Envelopes};
        ///
        /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
        /// enum ApiError {
        ///     #[error("Verify your phone number first.")]
        ///     #[error_code(status = 403, applied = "no")]
        ///     PhoneNotVerified,
        /// }
        ///
        /// let fault = ApiError::PhoneNotVerified.fault();
        /// assert_eq!(fault.code().unwrap().applied(), Some(Applied::No));
        /// let rendered = Envelopes::ok_error().render(&fault, None);
        /// assert!(!rendered.body().windows(7).any(|part| part == b"applied"));
        /// ```
        facts.notes => applied: Option<Applied>,
        /// Returns the repair that a tool can make by itself, as the published list describes it.
        facts.notes => auto_fix: Option<&'static str>,
        /// Returns the names of codes in the same catalog that are worth reading beside this one:
        /// the links of its page in the error reference. Each of them exists; that is checked when
        /// the program is built.
        facts.notes => related: &'static [&'static str],
        /// Returns codes that the published page mentions and the catalog does not list, as they
        /// are spelled there. They cannot be looked up.
        facts.notes => mentions: &'static [&'static str],
        /// Returns what the published list says of the code beside all this, each fact with its name;
        /// [`Catalog::fact_title`] has the name for people.
        ///
        /// ```
        /// use manila::FactValue;
        ///
        /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
        /// #[error_code(facts = { webhook = "Triggers a webhook" })]
        /// enum ApiError {
        ///     #[error("The bank did not answer.")]
        ///     #[error_code(status = 502, facts = { webhook = true, page = 7 })]
        ///     BankDown,
        /// }
        ///
        /// let expected = [("webhook", FactValue::Boolean(true)), ("page", FactValue::Number("7"))];
        /// assert_eq!(ApiError::BankDown.code().facts(), expected);
        /// assert_eq!(ApiError::CATALOG.fact_title("webhook"), Some("Triggers a webhook"));
        /// ```
        facts.notes => facts: &'static [(&'static str, FactValue<&'static str>)],
        /// Returns where the code may appear: in a response, in a violation, or as the result of a
        /// job that ends after the response. Only responses by default.
        facts.notes => scope: &'static [Scope],
        /// Returns the version of the API that introduced the code, in the catalog's own notation.
        facts.notes => since: Option<&'static str>,
        /// Returns why the code should not be raised in new places, and since when. It may still
        /// reach clients, so that they have to handle it.
        facts.notes => deprecated: Option<&'static str>,
        /// Returns why no response has the code any more, and since when. A retired code remains in
        /// the catalog for good, so that its name is never given another meaning.
        facts.notes => retired: Option<&'static str>,
        /// Returns the name of the code that takes over from a deprecated or retired one.
        facts.notes => replaced_by: Option<&'static str>,
    }

    /// Returns whether the catalog's author derived the status, because the published list gives
    /// none. A client of the published API may meet another one.
    ///
    /// ```
    /// manila::catalog! { pub enum ApiError = "../catalogs/cpi.toml" }
    ///
    /// assert!(ApiError::StripeBillingError.code().has_derived_status());
    /// assert!(!ApiError::Forbidden.code().has_derived_status());
    /// ```
    #[must_use]
    pub const fn has_derived_status(&self) -> bool {
        self.facts.notes.derived
    }
}
