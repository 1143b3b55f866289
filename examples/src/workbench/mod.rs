//! A service that fails in every way that a service can.

mod acme;
mod actix_app;
mod axum_app;
mod cors;
mod events;
mod input;
mod languages;
mod made;
mod meddle;
mod observed;
mod odd_body;
mod options;
mod own;
mod raw;
mod relay;
mod routes;
mod server;
mod settings;
mod shapes;
mod stop;
mod tower_app;

pub use self::{
    events::{FaultEvents, write_line},
    observed::Observed,
    options::{CatalogName, Framework, Options, Placement, Style},
    server::{Server, start},
    settings::Settings,
};
