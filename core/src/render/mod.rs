//! From a fault to a response as data: status, header fields, the body within its bounds, and the
//! log event.
//!
//! Rendering is total: whatever a fault holds and a style does, the result is a valid response with
//! the fault's code and status. Nothing here knows a framework or a connection.

mod body;
mod context;
mod grpc;
mod header;
mod late;
mod log;
mod negotiate;
mod preferences;
mod rendered;
mod renderer;
mod repeated;
mod success;

pub use self::{
    context::RequestContext, preferences::Preferences, rendered::Rendered, renderer::Renderer,
    success::Success,
};
