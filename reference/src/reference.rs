//! A reference, as a program says what it is to be.

#[cfg(feature = "changes")]
mod older;

use std::borrow::Cow;
use std::sync::Arc;

use bytes::Bytes;
use manila::translate::Translate;
use manila::{Catalog, Envelopes};

use crate::accent::Accent;
use crate::error::{Error, shown};
use crate::logo::Logo;
use crate::settings::{REQUEST_ID, Settings};
use crate::site::Site;

/// The error reference of a service: its catalogs, how its responses look, and how its pages do.
///
/// ```
/// use manila::Envelopes;
/// use manila_reference::Reference;
///
/// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
/// # fn main() -> Result<(), manila_reference::Error> {
/// let site = Reference::new(ApiError::CATALOG)
///     .title("VibeHost")
///     .url("https://docs.example/errors")?
///     .accent("#7c3aed")?
///     .request_link("https://logs.example/search?id={request_id}")?
///     .envelopes(Envelopes::problem())
///     .site();
/// let sitemap = site.files().find(|file| file.path() == "sitemap.xml").unwrap();
/// let sitemap = String::from_utf8(sitemap.bytes().to_vec()).unwrap();
/// assert!(sitemap.contains("<loc>https://docs.example/errors/PLAN_LIMIT_EXCEEDED</loc>"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Reference(Settings);

impl Reference {
    /// Creates the reference of one catalog, for the public.
    pub fn new(catalog: &'static Catalog) -> Self {
        Self(Settings::of(vec![catalog]))
    }

    /// Creates the reference of several catalogs, for the public. Each is a folder of its name under one index
    /// of all, unless it is the only one.
    ///
    /// # Errors
    ///
    /// If there is none, or if two have one name, in whatever case: they would be one folder.
    pub fn of(catalogs: impl IntoIterator<Item = &'static Catalog>) -> Result<Self, Error> {
        let mut catalogs = catalogs.into_iter();
        let Some(first) = catalogs.next() else {
            return Err(Error::new("a reference needs a catalog; name one"));
        };
        catalogs.try_fold(Self::new(first), Self::and_catalog)
    }

    /// Adds a catalog. Each is a folder of its name then, under one index of all.
    ///
    /// # Errors
    ///
    /// If there is a catalog of that name, in whatever case: they would be one folder.
    pub fn and_catalog(mut self, catalog: &'static Catalog) -> Result<Self, Error> {
        let name = catalog.name();
        let mut known = self.0.catalogs.iter().map(|known| known.name());
        if known.any(|known| known.eq_ignore_ascii_case(name)) {
            let name = shown(name);
            return Err(Error::new(format!(
                "two catalogs are called {name}, which is the folder of their pages; name each once, or rename one"
            )));
        }
        self.0.catalogs.push(catalog);
        Ok(self)
    }

    /// Adds the responses of a service with these settings to the page of each code; those of
    /// [`Envelopes::ok_error`] by default.
    pub fn envelopes(mut self, envelopes: Envelopes) -> Self {
        self.0.envelopes.push(envelopes);
        self
    }

    /// Adds an OpenAPI document of the service's errors, at `openapi.json`: `manila_openapi::Contract` makes one.
    ///
    /// ```
    /// use manila_reference::{Answer, Reference, Request};
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
    /// let site = Reference::new(ApiError::CATALOG).openapi(r#"{"openapi":"3.1.0"}"#).site();
    /// let Answer::Reply(reply) = site.answer(&Request::new("GET", "/openapi.json")) else { unreachable!() };
    /// assert_eq!(reply.body(), br#"{"openapi":"3.1.0"}"#);
    /// ```
    pub fn openapi(mut self, document: impl Into<Bytes>) -> Self {
        self.add_contract("openapi.json".to_owned(), document.into());
        self
    }

    /// Adds the JSON Schema of the service's errors in a style, at `schema/STYLE.json`.
    ///
    /// # Errors
    ///
    /// If the name of the style is not of letters, digits and hyphens, as an address has it.
    pub fn json_schema(mut self, style: &str, schema: impl Into<Bytes>) -> Result<Self, Error> {
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if style.is_empty() || !style.bytes().all(is_name) {
            let style = shown(style);
            return Err(Error::new(format!(
                "{style} is no name of a style; write it with letters, digits and hyphens"
            )));
        }
        self.add_contract(
            format!("schema/{}.json", style.to_ascii_lowercase()),
            schema.into(),
        );
        Ok(self)
    }

    /// The last one of an address is the one.
    fn add_contract(&mut self, address: String, part: Bytes) {
        self.0.contract.retain(|(known, _)| *known != address);
        self.0.contract.push((address, part));
    }

    /// Tells everything that the catalogs do: what operators should do, where an error is made, and the facts
    /// beside. Do not publish such a reference.
    pub fn for_operators(mut self) -> Self {
        self.0.is_for_operators = true;
        self
    }

    /// Sets the name of the service; by default that of its first catalog.
    pub fn title(mut self, title: impl Into<Cow<'static, str>>) -> Self {
        self.0.title = Some(title.into());
        self
    }

    /// Sets the picture beside the name.
    pub fn logo(mut self, logo: Logo) -> Self {
        self.0.logo = Some(logo);
        self
    }

    /// Sets the colour of links and of what is chosen: `#rrggbb` or `#rgb`. Where text of it could not be read
    /// on the page, which is light or dark as its reader likes it, a nearby shade takes its place.
    ///
    /// # Errors
    ///
    /// If it is no such colour.
    pub fn accent(mut self, colour: &str) -> Result<Self, Error> {
        self.0.accent = Accent::read(colour)?;
        Ok(self)
    }

    /// Sets where a reader finds their request: an address with `{request_id}` in it, of a log, a trace or a
    /// mail to support. A page that is opened with `?request_id=…` leads there.
    ///
    /// # Errors
    ///
    /// If it lacks `{request_id}`, or does not begin with `https:`, `http:`, `mailto:` or `/`.
    pub fn request_link(mut self, template: impl Into<Cow<'static, str>>) -> Result<Self, Error> {
        const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "/"];
        let template = template.into();
        let lower = template.to_ascii_lowercase();
        if !SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) || !is_address(&template) {
            let template = shown(&template);
            return Err(Error::new(format!(
                "the link to a request {template} is no address; begin it with `https://`, `mailto:` or `/`"
            )));
        }
        if !template.contains(REQUEST_ID) {
            let template = shown(&template);
            return Err(Error::new(format!(
                "the link to a request {template} has no place for the id; write {REQUEST_ID} there"
            )));
        }
        self.0.request_link = Some(template);
        Ok(self)
    }

    /// Sets the address that the reference is public at, which canonical links, the sitemap and the feed name;
    /// by default each catalog's own
    /// ([`Catalog::documentation`](manila::Catalog::documentation)). A slash at its end is ignored.
    ///
    /// # Errors
    ///
    /// If it does not begin with `https://` or `http://`, or has a query or a fragment.
    pub fn url(mut self, address: &str) -> Result<Self, Error> {
        let rest = address.split_once("://").filter(|(scheme, rest)| {
            let is_http = ["https", "http"]
                .iter()
                .any(|known| scheme.eq_ignore_ascii_case(known));
            is_http && !rest.starts_with('/') && !rest.is_empty()
        });
        if rest.is_none() || !is_address(address) || address.contains(['?', '#']) {
            let address = shown(address);
            return Err(Error::new(format!(
                "{address} is no address of a site; give one such as `https://docs.example/errors`"
            )));
        }
        self.0.url = Some(address.trim_end_matches('/').to_owned());
        Ok(self)
    }

    /// Asks search engines to leave the pages out (`noindex`).
    pub fn hide_from_robots(mut self) -> Self {
        self.0.is_hidden = true;
        self
    }

    /// Sets the version of the API, which the pages and `catalog.json` name.
    pub fn version(mut self, version: impl Into<Cow<'static, str>>) -> Self {
        self.0.version = Some(version.into());
        self
    }

    /// Writes every page in each language that the translations have, too: the texts of codes, and the words of the
    /// pages themselves, which `manila-fluent` takes from a file `manila.ftl`. What is not translated stands in
    /// the catalog's own language, and is marked as that.
    ///
    /// A page is in the folder of its language, `@es/PLAN_LIMIT`, and leads to the same one in the others. The
    /// addresses of the catalog's own language stay; [`Site::answer`] answers them in the reader's.
    ///
    /// Set the same translations for the service
    /// ([`Envelopes::shared_translations`](manila::Envelopes::shared_translations)), and the responses on the
    /// pages are in the language of each, as its readers get them.
    ///
    #[doc = include_str!("docs/translations.md")]
    pub fn translations(mut self, translations: Arc<dyn Translate>) -> Self {
        self.0.translations = Some(translations);
        self
    }

    /// Makes the site. Its pages are written when they are first asked for.
    #[must_use]
    pub fn site(self) -> Site {
        Site::new(self.0)
    }
}

/// Whether a text has the characters of an address alone (RFC 3986 §2), and braces.
fn is_address(text: &str) -> bool {
    let fits =
        |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '|');
    text.chars().all(fits)
}
