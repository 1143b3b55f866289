//! The types of `rmcp` 3, the official SDK.

use rmcp::ErrorData;
use rmcp::model::{CallToolResult, ContentBlock, ErrorCode};

use crate::rpc_error::RpcError;
use crate::tool_result::ToolResult;

/// ```
/// use manila::{Condition, Envelopes};
/// use manila_mcp::{Call, McpErrors};
/// use rmcp::model::CallToolResult;
///
/// let errors = McpErrors::new(Envelopes::ok_error());
/// let failed = errors.tool_result(Condition::Gone, &Call::of_tool("publish_app"));
/// let result = CallToolResult::from(failed);
/// assert_eq!(result.is_error, Some(true));
/// assert_eq!(result.structured_content.unwrap()["code"], "gone");
/// ```
impl From<ToolResult> for CallToolResult {
    fn from(failed: ToolResult) -> Self {
        let mut result = Self::error(vec![ContentBlock::text(failed.text())]);
        result.structured_content = Some(failed.to_value()["structuredContent"].take());
        result
    }
}

/// ```
/// use manila::{Condition, Envelopes};
/// use manila_mcp::{Call, McpErrors};
/// use rmcp::ErrorData;
///
/// let errors = McpErrors::new(Envelopes::ok_error());
/// let call = Call::of_method("resources/read");
/// let error = ErrorData::from(errors.rpc_error(Condition::Gone, &call));
/// assert_eq!(error.code.0, -32000);
/// assert_eq!(error.message, "The resource is gone for good.");
/// assert_eq!(error.data.unwrap()["status"], 410);
/// ```
impl From<RpcError> for ErrorData {
    fn from(error: RpcError) -> Self {
        let code = ErrorCode(error.number());
        Self::new(code, error.message().to_owned(), Some(error.to_data()))
    }
}
