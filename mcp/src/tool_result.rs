//! A fault as the result of a tool.

use manila::RequestId;
use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, Value};

use crate::written::Written;

/// The result of a tool that has failed: `CallToolResult` of MCP, with `isError`.
///
/// It has the members of MCP 2025-06-18 and 2025-11-25; `resultType` of a later version is for the SDK
/// that speaks it, which knows what was agreed on. It serializes as that, by any SDK or by hand; `serde_json` writes the bytes as they were rendered.
/// `content` has a text with everything that a model needs, as several clients hand the model nothing
/// else, and `structuredContent` the same and the details as data. [`McpErrors::tool_result`] makes
/// one.
///
/// A client holds `structuredContent` against the tool's `outputSchema` only where the call has not
/// failed, so that the schema need not mention errors.
///
/// ```
/// use manila::{Condition, Envelopes, RequestId};
/// use manila_mcp::{Call, McpErrors};
///
/// let id = RequestId::parse("abc-123").unwrap();
/// let call = Call::of_tool("publish_app").with_request_id(&id);
/// let result = McpErrors::new(Envelopes::ok_error()).tool_result(Condition::Gone, &call);
/// assert_eq!((result.status(), result.code(), result.request_id()), (410, "gone", "abc-123"));
/// assert_eq!(
///     result.to_value()["structuredContent"],
///     serde_json::json!({
///         "code": "gone",
///         "status": 410,
///         "message": "The resource is gone for good.",
///         "request_id": "abc-123",
///     }),
/// );
/// ```
///
/// [`McpErrors::tool_result`]: crate::McpErrors::tool_result
#[derive(Debug, Clone)]
pub struct ToolResult {
    json: Box<RawValue>,
    status: u16,
    code: String,
    id: RequestId,
}

impl ToolResult {
    pub(crate) fn of(written: Written) -> Self {
        Self {
            json: written.json,
            status: written.status,
            code: written.code,
            id: written.id,
        }
    }

    /// Returns the result as JSON, in one line: a member `result` of a JSON-RPC response.
    ///
    /// ```
    /// use manila::{Condition, Envelopes};
    /// use manila_mcp::{Call, McpErrors};
    ///
    /// let errors = McpErrors::new(Envelopes::ok_error());
    /// let result = errors.tool_result(Condition::Gone, &Call::of_tool("publish_app"));
    /// assert!(result.as_json().starts_with(r#"{"content":[{"type":"text","text":"gone (410): "#));
    /// assert_eq!(serde_json::to_string(&result).unwrap(), result.as_json());
    /// ```
    #[must_use]
    pub fn as_json(&self) -> &str {
        self.json.get()
    }

    /// Returns the result as a value, for an SDK that takes one. What `serde_json` has no number for,
    /// such as an integer of more than 64 bits, is as it reads it.
    #[must_use]
    pub fn to_value(&self) -> Value {
        serde_json::from_str(self.json.get()).unwrap_or_default()
    }

    /// Returns the text that models read.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, RequestId};
    /// use manila_mcp::{Call, McpErrors};
    ///
    /// let id = RequestId::parse("abc-123").unwrap();
    /// let call = Call::of_tool("publish_app").with_request_id(&id);
    /// let errors = McpErrors::new(Envelopes::ok_error());
    /// assert_eq!(
    ///     errors.tool_result(Condition::Gone, &call).text(),
    ///     "gone (410): The resource is gone for good.\n\nRequest id: abc-123",
    /// );
    /// ```
    #[must_use]
    pub fn text(&self) -> String {
        let text = self.to_value()["content"][0]["text"].take();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Returns the HTTP status that the error would have, from 400 to 999.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the code as text. Count errors by it.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Returns the id by which the log knows the error.
    #[must_use]
    pub fn request_id(&self) -> &str {
        self.id.as_str()
    }
}

impl Serialize for ToolResult {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}
