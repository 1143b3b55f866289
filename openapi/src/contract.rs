//! What a service can answer with, and how that is written.

use std::ptr;

use manila::{Catalog, Condition, Envelopes, Style};

use crate::conditions::refusals;
use crate::kinds::Kinds;
use crate::options::{Layout, OpenApiVersion};
use crate::shape::Body;

/// The errors of a service as its clients have to expect them: the codes of its catalogs, in its style.
///
/// ```
/// use manila::Style;
/// use manila_openapi::{Contract, OpenApiVersion};
///
/// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// #[error_code(catalog = "plans")]
/// enum ApiError {
///     #[error("The plan's limit is reached.")]
///     #[error_code(status = 402)]
///     PlanLimit,
/// }
///
/// let contract = Contract::new(ApiError::CATALOG).style(Style::problem()).openapi(OpenApiVersion::V30);
/// let document = contract.document();
/// assert_eq!(document["openapi"], "3.0.4");
/// let schema = &document["components"]["schemas"]["PlanLimitError"];
/// assert_eq!(schema["properties"]["code"]["enum"][0], "plan_limit");
/// assert_eq!(schema["properties"]["status"]["enum"][0], 402);
/// ```
#[derive(Debug, Clone)]
#[must_use = "a contract does nothing until it is written"]
pub struct Contract {
    pub(crate) envelopes: Envelopes,
    pub(crate) catalogs: Vec<&'static Catalog>,
    pub(crate) left_out: Vec<Condition>,
    pub(crate) added: Vec<Condition>,
    pub(crate) layout: Layout,
    pub(crate) version: OpenApiVersion,
    pub(crate) has_discriminator: bool,
    pub(crate) is_also_json: bool,
    pub(crate) is_closed: bool,
    pub(crate) is_only_marked: bool,
}

impl Contract {
    /// Creates the contract of a service with this catalog, in the style `ok-error`.
    pub fn new(catalog: &'static Catalog) -> Self {
        Self::from_envelopes(&Envelopes::ok_error().catalog(catalog))
    }

    /// Creates the contract of a service with these settings: its style and its catalog, and what it has in its
    /// bodies.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_openapi::Contract;
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
    /// let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG).request_id_in_body();
    /// let document = Contract::from_envelopes(&envelopes).document();
    /// let gone = &document["components"]["schemas"]["GoneError"];
    /// assert_eq!(gone["properties"]["request_id"]["type"], "string");
    /// ```
    pub fn from_envelopes(envelopes: &Envelopes) -> Self {
        Self {
            envelopes: envelopes.clone(),
            catalogs: envelopes.condition_catalog().into_iter().collect(),
            left_out: Vec::new(),
            added: Vec::new(),
            layout: Layout::default(),
            version: OpenApiVersion::default(),
            has_discriminator: false,
            is_also_json: false,
            is_closed: false,
            is_only_marked: false,
        }
    }

    /// Adds a catalog, of a service that raises codes of several. The first one answers for conditions.
    ///
    /// ```
    /// use manila_openapi::Contract;
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # #[error_code(catalog = "plans")]
    /// # enum Plans { #[error("It is gone.")] #[error_code(status = 410)] Gone }
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # #[error_code(catalog = "billing")]
    /// # enum Billing { #[error("The card has expired.")] #[error_code(status = 402)] CardExpired }
    /// let document = Contract::new(Plans::CATALOG).and_catalog(Billing::CATALOG).document();
    /// assert!(document["components"]["schemas"]["GoneError"].is_object());
    /// assert!(document["components"]["schemas"]["CardExpiredError"].is_object());
    /// ```
    pub fn and_catalog(mut self, catalog: &'static Catalog) -> Self {
        if !self.catalogs.iter().any(|known| ptr::eq(*known, catalog)) {
            self.catalogs.push(catalog);
        }
        self
    }

    /// Sets the style; `ok-error` by default. Of settings that [`from_envelopes`](Self::from_envelopes) was
    /// given, it keeps the catalog alone.
    pub fn style(mut self, style: Style) -> Self {
        let catalog = self.envelopes.condition_catalog();
        self.envelopes = Envelopes::new(style);
        if let Some(catalog) = catalog {
            self.envelopes = self.envelopes.catalog(catalog);
        }
        self
    }

    /// Sets how the errors of an operation are laid out; [`Layout::PerStatus`] by default.
    ///
    /// ```
    /// use manila_openapi::{Contract, Layout};
    /// use serde_json::json;
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
    /// let mut document = json!({
    ///     "openapi": "3.0.3",
    ///     "info": { "title": "Apps", "version": "1.0.0" },
    ///     "paths": { "/apps": { "get": { "responses": { "200": { "description": "Apps" } } } } },
    /// });
    /// Contract::new(ApiError::CATALOG).layout(Layout::PerOperation).complete(&mut document).unwrap();
    /// let responses = document["paths"]["/apps"]["get"]["responses"].as_object().unwrap();
    /// let statuses: Vec<_> = responses.keys().collect();
    /// assert_eq!(statuses, ["200", "4XX", "5XX"]);
    /// ```
    pub const fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// Sets the version of [`document`](Self::document) and of an [`overlay`](Self::overlay) for any document;
    /// 3.1 by default. A document that is completed has its own.
    pub const fn openapi(mut self, version: OpenApiVersion) -> Self {
        self.version = version;
        self
    }

    /// Adds a discriminator to each union of errors whose codes are strings, for generators of Java, C# and
    /// Swift. Some of TypeScript and Rust make wrong types of it.
    ///
    /// ```
    /// use manila_openapi::Contract;
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # enum ApiError {
    /// #     #[error("It is gone.")] #[error_code(status = 410)] Gone,
    /// #     #[error("It has moved.")] #[error_code(status = 410)] Moved,
    /// # }
    /// let document = Contract::new(ApiError::CATALOG).discriminator().document();
    /// let content = &document["components"]["responses"]["GoneErrors"]["content"];
    /// let union = &content["application/json"]["schema"]["properties"]["error"];
    /// assert_eq!(union["discriminator"]["propertyName"], "code");
    /// ```
    pub const fn discriminator(mut self) -> Self {
        self.has_discriminator = true;
        self
    }

    /// Describes bodies under `application/json` as well, for generators that know no other media type.
    pub const fn also_json(mut self) -> Self {
        self.is_also_json = true;
        self
    }

    /// Refuses codes that the contract does not have, in [`json_schema`](Self::json_schema). By default they
    /// are accepted, as a catalog grows.
    pub const fn closed(mut self) -> Self {
        self.is_closed = true;
        self
    }

    /// Leaves operations without a [mark](crate::mark_of) to what the framework answers. By default such
    /// an operation has the codes of every catalog.
    pub const fn only_marked(mut self) -> Self {
        self.is_only_marked = true;
        self
    }

    /// Leaves out conditions that the framework does not answer with in this service, if it has no limit
    /// of requests, say.
    ///
    /// ```
    /// use manila::Condition;
    /// use manila_openapi::Contract;
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
    /// let schemas = |contract: Contract| contract.document()["components"]["schemas"].clone();
    /// let contract = Contract::new(ApiError::CATALOG);
    /// assert!(schemas(contract.clone())["TooManyRequestsError"].is_object());
    /// assert!(schemas(contract.without([Condition::RateLimited]))["TooManyRequestsError"].is_null());
    /// ```
    pub fn without(mut self, conditions: impl IntoIterator<Item = Condition>) -> Self {
        self.left_out.extend(conditions);
        self
    }

    /// Adds conditions that any operation can come to beside those of the framework: `UpstreamFailed`, say, where
    /// handlers ask other services and hand on their errors by `?`.
    ///
    /// ```
    /// use manila::Condition;
    /// use manila_openapi::Contract;
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
    /// let contract = Contract::new(ApiError::CATALOG).and_conditions([Condition::UpstreamFailed]);
    /// let schemas = &contract.document()["components"]["schemas"];
    /// assert_eq!(schemas["BadGatewayError"]["properties"]["code"]["const"], "bad_gateway");
    /// ```
    pub fn and_conditions(mut self, conditions: impl IntoIterator<Item = Condition>) -> Self {
        self.added.extend(conditions);
        self
    }

    pub(crate) fn kinds(&self) -> Kinds {
        let refusals = refusals(&self.left_out, &self.added);
        Kinds::new(&self.envelopes, &self.catalogs, refusals)
    }

    pub(crate) fn body(&self) -> Body {
        Body::of(&self.envelopes)
    }
}
