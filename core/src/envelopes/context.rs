//! One request, as far as rendering needs to know it.

use crate::envelopes::Envelopes;

/// What `render` needs to know of one request.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub(crate) envelopes: &'a Envelopes,
    pub(crate) request_id: Option<&'a str>,
    pub(crate) is_grpc: bool,
}

impl Context<'_> {
    /// Says that the caller speaks gRPC, which is answered with a status of its own.
    #[must_use]
    pub const fn grpc(mut self, is_grpc: bool) -> Self {
        self.is_grpc = is_grpc;
        self
    }
}
