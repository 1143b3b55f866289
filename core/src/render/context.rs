//! One request, as far as rendering needs to know it.

/// What a [`Renderer`](crate::adapter::Renderer) needs to know of one request.
///
/// ```
/// use manila::adapter::RequestContext;
///
/// let context = RequestContext::new(Some("abc-123"));
/// assert_eq!(context.request_id(), Some("abc-123"));
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct RequestContext<'a> {
    pub(crate) request_id: Option<&'a str>,
    pub(crate) speaks_grpc: bool,
}

impl<'a> RequestContext<'a> {
    /// Creates the context of a request with this id; none where no layer is at work.
    #[must_use]
    pub const fn new(request_id: Option<&'a str>) -> Self {
        Self {
            request_id,
            speaks_grpc: false,
        }
    }

    /// Says whether the request is a gRPC call, which is answered with a status of its own.
    #[must_use]
    pub const fn with_grpc(mut self, speaks_grpc: bool) -> Self {
        self.speaks_grpc = speaks_grpc;
        self
    }

    /// Returns the request's id.
    #[must_use]
    pub const fn request_id(&self) -> Option<&'a str> {
        self.request_id
    }
}
