//! Workbenches that all tests share.

use std::collections::HashMap;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Mutex, OnceLock};

use manila_examples::workbench::{
    CatalogName, Framework, Options, Placement, Server, Settings, Style, start,
};

use crate::logs;

/// Every framework of the workbench.
pub(crate) const FRAMEWORKS: [Framework; 3] = [Framework::Axum, Framework::Actix, Framework::Tower];

/// Every style of the workbench.
pub(crate) const STYLES: [Style; 5] = [
    Style::OkError,
    Style::JsonApi,
    Style::CodeData,
    Style::Problem,
    Style::Acme,
];

/// One way to run the workbench.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Cell {
    pub(crate) framework: Framework,
    pub(crate) style: Style,
    pub(crate) catalog: CatalogName,
    pub(crate) placement: Placement,
    pub(crate) settings: Settings,
    pub(crate) bare: bool,
}

impl Cell {
    pub(crate) fn new(framework: Framework, style: Style) -> Self {
        Self {
            framework,
            style,
            catalog: CatalogName::Vibehost,
            placement: Placement::Outside,
            settings: Settings::default(),
            bare: false,
        }
    }

    /// Every framework in every style.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        FRAMEWORKS
            .into_iter()
            .flat_map(|framework| STYLES.map(|style| Self::new(framework, style)))
    }

    /// The address of the workbench that runs this way; the first caller starts it.
    pub(crate) fn address(self) -> SocketAddr {
        static SERVERS: OnceLock<Mutex<HashMap<Cell, Server>>> = OnceLock::new();
        logs::collect();
        let mut servers = SERVERS.get_or_init(Mutex::default).lock().unwrap();
        let server = servers.entry(self).or_insert_with(|| {
            let options = Options {
                catalog: self.catalog,
                placement: self.placement,
                settings: self.settings,
                bare: self.bare,
                ..Options::new(self.framework, self.style)
            };
            start(&options).unwrap()
        });
        server.address()
    }
}

/// Serves on one thread, to the end of the process.
pub(crate) fn serve_by<S>(listener: TcpListener, serve: impl FnOnce(tokio::net::TcpListener) -> S)
where
    S: IntoFuture<Output = io::Result<()>>,
{
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        serve(listener).await.unwrap();
    });
}
