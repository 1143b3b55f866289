//! The layer of the axum adapter.

use manila_axum::EnvelopeLayer;
use tower_layer::Layer as _;

use super::framework::{Asked, Framework, Inner};
use super::http::{Once, ask};
use super::made::Made;
use crate::settings::Settings;

pub(super) struct Axum;

impl Framework for Axum {
    const NAME: &'static str = "axum";

    fn through(settings: &Settings, asked: &Asked, inner: Inner<'_>) -> Made {
        let layer = EnvelopeLayer::new(settings.envelopes());
        ask(asked, layer.layer(Once::new(inner)))
    }
}
