//! The layer of the tower adapter.

use manila_tower::EnvelopeLayer;
use tower_layer::Layer as _;

use super::framework::{Asked, Framework, Inner};
use super::http::{Once, ask};
use super::made::Made;
use crate::settings::Settings;

pub(super) struct Tower;

impl Framework for Tower {
    const NAME: &'static str = "tower";

    fn through(settings: &Settings, asked: &Asked, inner: Inner<'_>) -> Made {
        let layer = EnvelopeLayer::new(settings.envelopes());
        ask(asked, layer.layer(Once::new(inner)))
    }
}
