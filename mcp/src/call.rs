//! What is known of the request that an error is the answer to.

use manila::RequestId;
use manila::adapter::Request;

/// The request that an error answers: what the log is told of it, and the id that both have.
///
/// ```
/// use manila::{Condition, Envelopes, ErrorReport, RequestId};
/// use manila_mcp::{Call, McpErrors};
///
/// let envelopes = Envelopes::ok_error().observe(|report: &ErrorReport<'_>| {
///     assert_eq!(report.method().as_deref(), Some("tools/call"));
///     assert_eq!(report.route().as_deref(), Some("publish_app"));
///     assert_eq!(report.request_id(), Some("abc-123"));
/// });
/// let id = RequestId::parse("abc-123").unwrap();
/// let call = Call::of_tool("publish_app").with_request_id(&id);
/// let result = McpErrors::new(envelopes).tool_result(Condition::Gone, &call);
/// assert_eq!(result.request_id(), "abc-123");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Call<'a> {
    method: Option<&'a str>,
    tool: Option<&'a str>,
    traceparent: Option<&'a str>,
    pub(crate) request_id: Option<&'a RequestId>,
}

impl<'a> Call<'a> {
    /// Creates the facts of a request of this method, `resources/read` say. It is the `method` of
    /// the log event.
    #[must_use]
    pub const fn of_method(method: &'a str) -> Self {
        Self {
            method: Some(method),
            tool: None,
            traceparent: None,
            request_id: None,
        }
    }

    /// Creates the facts of a call of this tool, which is `tools/call`. The tool is the `route` of the
    /// log event, whether or not there is one of that name.
    #[must_use]
    pub const fn of_tool(tool: &'a str) -> Self {
        let mut call = Self::of_method("tools/call");
        call.tool = Some(tool);
        call
    }

    /// Sets the id that client and log know the request by. Without it the error gets a fresh one, as
    /// [`IdPolicy`](manila::IdPolicy) makes them: the `id` of JSON-RPC counts the requests of a
    /// connection, and is no name that a log can be searched for. Over HTTP it is the id of the HTTP
    /// request, which the extractors of the adapters give.
    #[must_use]
    pub const fn with_request_id(mut self, id: &'a RequestId) -> Self {
        self.request_id = Some(id);
        self
    }

    /// Sets what the request says of its trace (W3C Trace Context §3.2), for the log event:
    /// `_meta.traceparent` of MCP, or the header of HTTP. It need not be valid.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, ErrorReport};
    /// use manila_mcp::{Call, McpErrors};
    ///
    /// let envelopes = Envelopes::ok_error().observe(|report: &ErrorReport<'_>| {
    ///     assert_eq!(report.trace_id(), Some("0af7651916cd43dd8448eb211c80319c"));
    /// });
    /// let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    /// let call = Call::of_method("resources/read").with_traceparent(parent);
    /// let error = McpErrors::new(envelopes).rpc_error(Condition::ResourceNotFound, &call);
    /// assert_eq!(error.status(), 404);
    /// ```
    #[must_use]
    pub const fn with_traceparent(mut self, traceparent: &'a str) -> Self {
        self.traceparent = Some(traceparent);
        self
    }

    pub(crate) fn as_request(&self) -> Request<'a> {
        let mut request = Request::default();
        request.method = self.method;
        request.route = self.tool;
        request.traceparent = self.traceparent;
        request
    }

    /// The field of a request that a fresh id may be made of.
    pub(crate) fn field(&self, name: &str) -> Option<&'a str> {
        self.traceparent.filter(|_| name == "traceparent")
    }

    pub(crate) fn method(&self) -> &'a str {
        self.method.unwrap_or_default()
    }
}
