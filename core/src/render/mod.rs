//! From a fault to what leaves: the head, the body within its bounds, the log event.

mod body;
mod context;
mod grpc;
mod log;
mod rendered;
mod renderer;
mod repeated;
mod success;

pub use self::{context::RequestContext, rendered::Rendered, renderer::Renderer, success::Success};
