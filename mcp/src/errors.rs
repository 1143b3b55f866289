//! The errors of an MCP server: written by core, told to the log by core.

use std::future::Future;

use manila::adapter::{CatchUnwind, Replacement, Responder, fault_of_returned};
use manila::{
    Envelopes, Fault, IntoFault, InvalidSetting, NewRequest, RequestId, Style, WriteStyle,
};
use serde_json::Value;

use crate::call::Call;
use crate::head::Head;
use crate::rpc_error::RpcError;
use crate::tool_result::ToolResult;
use crate::view::{MEDIA_TYPE, RpcStyle, ToolStyle};
use crate::written::{Least, Written};

/// Writes the errors of an MCP server. It is made once of the service's settings, the same as those
/// of its HTTP API where it has one, and shared.
///
/// Of the settings it has the catalog, the limit of a body, the address of the error reference, the
/// policy of ids and the observers; the style is MCP's. Each error is one event of the target
/// `manila::fault`, as that of a response, with the method and, as the route, the tool.
///
/// ```
/// use manila::Envelopes;
/// use manila_catalogs::Vibehost;
/// use manila_mcp::{Call, McpErrors};
///
/// let errors = McpErrors::new(Envelopes::ok_error().catalog(Vibehost::CATALOG));
/// let fault = Vibehost::plan_limit_exceeded(5).with_message("The plan includes 5 apps.");
/// let result = errors.tool_result(fault, &Call::of_tool("publish_app"));
/// assert!(result.text().starts_with("PLAN_LIMIT_EXCEEDED (402): The plan includes 5 apps."));
///
/// let result = result.to_value();
/// assert_eq!(result["isError"], true);
/// assert_eq!(result["structuredContent"]["code"], "PLAN_LIMIT_EXCEEDED");
/// assert_eq!(result["structuredContent"]["details"]["limit"], 5);
/// assert!(result["structuredContent"]["remedy"]["steps"][0].is_string());
/// ```
#[derive(Debug)]
pub struct McpErrors {
    tools: Responder<()>,
    protocol: Responder<()>,
}

impl McpErrors {
    /// Creates it of the settings of a service.
    #[must_use]
    pub fn new(envelopes: Envelopes) -> Self {
        let protocol = in_style(&envelopes, RpcStyle);
        Self {
            tools: Responder::new(
                in_style(&envelopes, ToolStyle).unwrap_or_else(|_| envelopes.clone()),
            ),
            protocol: Responder::new(protocol.unwrap_or(envelopes)),
        }
    }

    /// Returns the result of a tool that has failed, and tells the log.
    ///
    /// That is how a tool fails in MCP, also for arguments that are not valid (SEP-1303): the model
    /// reads what was wrong and can call again. Of a 5xx it reads what an HTTP client would: the
    /// catalog's sentence and declared details, no violation and no cause.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    /// use manila_mcp::{Call, McpErrors};
    ///
    /// let errors = McpErrors::new(Envelopes::ok_error());
    /// let fault = Fault::condition(Condition::Internal)
    ///     .with_detail("sql", "SELECT secret")
    ///     .because_text("password=hunter2");
    /// let result = errors.tool_result(fault, &Call::of_tool("publish_app"));
    /// assert!(result.text().contains("Something went wrong on the server."));
    /// assert!(!result.as_json().contains("hunter2") && !result.as_json().contains("SELECT"));
    /// ```
    #[track_caller]
    #[must_use]
    pub fn tool_result(&self, error: impl IntoFault, call: &Call<'_>) -> ToolResult {
        self.tool_result_of(error.into_fault(), call)
    }

    /// Returns the error object of a JSON-RPC response, and tells the log. In MCP it is for what the
    /// protocol refuses: a method or a tool that there is not, a resource that cannot be read. A model
    /// may never see it.
    ///
    /// Its number is
    ///
    /// - that of the catalog, where it is negative, also one from -32768 to -32000, which JSON-RPC 2.0
    ///   reserves (§5.1). It is written as it is, as the list that clients look codes up in says so:
    ///   such a catalog means what JSON-RPC and MCP mean by the number, or misleads its clients;
    /// - else -32602 (*Invalid params*) for a 4xx with violations and for the code that the catalog
    ///   names for the condition `validation`;
    /// - -32000 for any other 4xx, and -32603 (*Internal error*) for a 5xx.
    ///
    /// `data` tells codes apart that have the same number, by `code` and `status`.
    ///
    /// ```
    /// use manila::{Condition, Envelopes};
    /// use manila_catalogs::{Cpi, Vibehost};
    /// use manila_mcp::{Call, McpErrors};
    ///
    /// let errors = McpErrors::new(Envelopes::ok_error().catalog(Vibehost::CATALOG));
    /// let call = Call::of_method("resources/read");
    /// let error = errors.rpc_error(Condition::ResourceNotFound, &call);
    /// assert_eq!((error.number(), error.status()), (-32000, 404));
    /// assert_eq!(error.to_data()["code"], "NOT_FOUND");
    /// assert_eq!(errors.rpc_error(Condition::Validation, &call).number(), -32602);
    /// assert_eq!(errors.rpc_error(Condition::Panic, &call).number(), -32603);
    ///
    /// // A catalog of negative numbers.
    /// assert_eq!(errors.rpc_error(Cpi::Forbidden, &call).number(), -403);
    /// ```
    #[track_caller]
    #[must_use]
    pub fn rpc_error(&self, error: impl IntoFault, call: &Call<'_>) -> RpcError {
        let fault = error.into_fault();
        let has_violations = !fault.violations().is_empty();
        RpcError::of(
            write(&self.protocol, fault, call, Least::rpc_error),
            has_violations,
        )
    }

    /// Runs a tool, and turns its error or its panic into a result. A panic that reached the SDK
    /// could end the connection, or leave the client without an answer.
    ///
    /// ```
    /// use manila::{Envelopes, Fault};
    /// use manila_mcp::{Call, McpErrors};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let errors = McpErrors::new(Envelopes::ok_error());
    /// let call = Call::of_tool("count");
    /// assert_eq!(errors.run(&call, async { Ok::<_, Fault>(7) }).await.unwrap(), 7);
    ///
    /// let result = errors.run(&call, async { Err::<u8, Fault>(panic!("seat {}", 7)) }).await;
    /// let result = result.unwrap_err();
    /// assert_eq!(result.status(), 500);
    /// assert!(!result.as_json().contains("seat"));
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The result of the failed call, as [`tool_result`](Self::tool_result) makes it.
    pub async fn run<T, E: IntoFault>(
        &self,
        call: &Call<'_>,
        tool: impl Future<Output = Result<T, E>>,
    ) -> Result<T, ToolResult> {
        let fault = match CatchUnwind::call(|| tool).await {
            Ok(Ok(output)) => return Ok(output),
            Ok(Err(error)) => fault_of_returned(error),
            Err(fault) => fault,
        };
        Err(self.tool_result_of(fault, call))
    }

    fn tool_result_of(&self, fault: Fault, call: &Call<'_>) -> ToolResult {
        ToolResult::of(write(&self.tools, fault, call, Least::tool_result))
    }
}

fn in_style(envelopes: &Envelopes, style: impl WriteStyle) -> Result<Envelopes, InvalidSetting> {
    Ok(envelopes.clone().style(Style::custom(MEDIA_TYPE, style)?))
}

fn write(
    responder: &Responder<()>,
    fault: Fault,
    call: &Call<'_>,
    stand_in: fn(&Least) -> Value,
) -> Written {
    let id = match call.request_id {
        Some(id) => id.clone(),
        None => fresh_id(responder.envelopes(), call),
    };
    let mut head = Head::default();
    let replacement = Replacement::of_fault(fault);
    let body = responder.replace(&mut head, &call.as_request(), id.clone(), &replacement);
    // A body that no layer further out can ask about is plain.
    let body = body.into_plain().unwrap_or_default();
    Written::of(head, &body, id, stand_in)
}

fn fresh_id(envelopes: &Envelopes, call: &Call<'_>) -> RequestId {
    let field = |name: &str| call.field(name);
    let request = NewRequest::new(call.method(), "", &field);
    envelopes.id_policy().fresh_id(&request)
}
