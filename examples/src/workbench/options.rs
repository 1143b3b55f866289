//! What the workbench can be told.

use clap::{Parser, ValueEnum};
use manila::{Catalog, Envelopes, IdPolicy, InvalidSetting};
use manila_catalogs::{Codelibra, Cpi, Credicorp, Mxcep, Vibehost};
use manila_reference::{Reference, Site};

use super::acme;
use super::languages;
use super::observed::Observed;
use super::settings::Settings;

/// Serves every way in which a request can fail, on 127.0.0.1.
#[derive(Debug, Clone, Parser)]
#[command(name = "workbench", version)]
pub struct Options {
    /// The framework that serves.
    #[arg(long, value_enum, default_value_t = Framework::Axum)]
    pub framework: Framework,

    /// The shape of every error.
    #[arg(long, value_enum, default_value_t = Style::OkError)]
    pub style: Style,

    /// The catalog whose codes can be raised.
    #[arg(long, value_enum, default_value_t = CatalogName::Vibehost)]
    pub catalog: CatalogName,

    /// The port; 0 lets the system choose.
    #[arg(long, default_value_t = 3000)]
    pub port: u16,

    /// Where the layer stands; `inside` and `layer` are `Router::layer`, of axum alone.
    #[arg(long, value_enum, default_value_t = Placement::Outside)]
    pub placement: Placement,

    /// The settings of Manila that a flag switches on.
    #[command(flatten)]
    pub settings: Settings,

    /// Characters that ids of clients may have beside the usual ones.
    #[arg(long, value_name = "CHARS")]
    pub id_characters: Option<String>,

    /// Answer `/observed` with the last errors that an observer was told of.
    #[arg(long)]
    pub observe: bool,

    /// What that observer was told; clones of the options share it.
    #[arg(skip)]
    pub observed: Observed,

    /// The most objects and arrays in a body of JSON; 10,000 by default.
    #[arg(long, value_name = "COUNT")]
    pub max_nodes: Option<usize>,

    /// Serve `/no-layer` on a second port, which no layer is around; not on `tower`.
    #[arg(long)]
    pub no_layer: bool,

    /// Serve the error reference at `/errors`, which then is the address of every code's page. The program does; with
    /// a port of the system's choice bodies would be others each time.
    #[arg(skip = true)]
    pub reference: bool,

    /// Where it is served, once the server listens.
    #[arg(skip)]
    pub reference_url: Option<String>,

    /// Leave Manila out: the control for tests.
    #[arg(long)]
    pub bare: bool,
}

/// What serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum Framework {
    /// axum.
    Axum,
    /// actix-web.
    Actix,
    /// A tower service on hyper, without a router.
    Tower,
}

/// The shape of errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum Style {
    /// `{"ok":false,"error":{…}}`
    OkError,
    /// JSON:API 1.1.
    JsonApi,
    /// `{"code":-403,"data":…}`
    CodeData,
    /// RFC 9457.
    Problem,
    /// A style of one's own: `{"fail":{…}}`
    Acme,
}

/// The published catalogs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum CatalogName {
    /// VibeHost's codes.
    Vibehost,
    /// The mxcep API's codes.
    Mxcep,
    /// Credicorp's codes.
    Credicorp,
    /// CodeLibra's codes, which are numbers.
    Codelibra,
    /// The negative codes of the cpi modules.
    Cpi,
}

/// Where the layer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum Placement {
    /// Around the finished app.
    Outside,
    /// In `Router::layer`.
    Inside,
    /// In `Router::layer`, called last, with a `TraceLayer` outside of it whose spans are at INFO.
    Layer,
}

impl Options {
    /// The workbench on a port of the system's choice, with every other option at its default.
    #[must_use]
    pub fn new(framework: Framework, style: Style) -> Self {
        Self {
            framework,
            style,
            catalog: CatalogName::Vibehost,
            port: 0,
            placement: Placement::Outside,
            settings: Settings::default(),
            id_characters: None,
            observe: false,
            observed: Observed::default(),
            max_nodes: None,
            no_layer: false,
            reference: false,
            reference_url: None,
            bare: false,
        }
    }

    /// Whether the framework has what it is asked for, and Manila takes it.
    ///
    /// # Errors
    ///
    /// What it has not, or why not, in words.
    pub(super) fn check(&self) -> Result<(), String> {
        let is_axum = self.framework == Framework::Axum;
        if !is_axum && self.placement != Placement::Outside {
            return Err("`--placement inside` and `--placement layer` are axum's alone".into());
        }
        if self.framework == Framework::Tower && self.no_layer {
            return Err("`--no-layer` is axum's and actix-web's alone".into());
        }
        match self.ids() {
            Ok(_) => Ok(()),
            Err(error) => Err(format!("`--id-characters`: {error}")),
        }
    }

    fn ids(&self) -> Result<IdPolicy, InvalidSetting> {
        IdPolicy::new().id_characters(self.id_characters.as_deref().unwrap_or_default())
    }

    /// The reference at `/errors`; none where no layer refers to it.
    pub(super) fn site(&self) -> Option<Site> {
        self.reference_url.as_ref().filter(|_| !self.bare)?;
        let catalog = self.catalog.catalog();
        let reference = Reference::new(catalog).envelopes(self.envelopes());
        let reference = if self.settings.languages {
            reference.translations(languages::of(catalog))
        } else {
            reference
        };
        Some(reference.site())
    }

    pub(super) fn envelopes(&self) -> Envelopes {
        self.with_settings(self.style)
    }

    /// The nested router speaks JSON:API, or `ok-error` in a service that speaks JSON:API itself.
    pub(super) fn nested_envelopes(&self) -> Envelopes {
        let style = match self.style {
            Style::JsonApi => Style::OkError,
            Style::OkError | Style::CodeData | Style::Problem | Style::Acme => Style::JsonApi,
        };
        self.with_settings(style)
    }

    fn with_settings(&self, style: Style) -> Envelopes {
        let envelopes = self
            .settings
            .apply(style.envelopes(self.catalog.catalog()))
            // The server does not start with characters that are refused.
            .ids(self.ids().unwrap_or_default());
        let envelopes = match &self.reference_url {
            Some(address) => envelopes.reference_url(address.clone()),
            None => envelopes,
        };
        if self.observe {
            envelopes.observe(self.observed.clone())
        } else {
            envelopes
        }
    }
}

impl Style {
    fn envelopes(self, catalog: &'static Catalog) -> Envelopes {
        let envelopes = match self {
            Self::OkError => Envelopes::ok_error(),
            Self::JsonApi => Envelopes::json_api(),
            Self::CodeData => Envelopes::code_data(),
            Self::Problem => Envelopes::problem(),
            // Its media types are valid, so that it is never the other.
            Self::Acme => acme::style().map_or_else(|_| Envelopes::ok_error(), Envelopes::new),
        };
        envelopes
            .catalog(catalog)
            .version(env!("CARGO_PKG_VERSION"))
            .api_version("v1")
    }
}

impl CatalogName {
    /// The catalog of that name.
    #[must_use]
    pub const fn catalog(self) -> &'static Catalog {
        match self {
            Self::Vibehost => Vibehost::CATALOG,
            Self::Mxcep => Mxcep::CATALOG,
            Self::Credicorp => Credicorp::CATALOG,
            Self::Codelibra => Codelibra::CATALOG,
            Self::Cpi => Cpi::CATALOG,
        }
    }
}
