//! A fault as an error object of JSON-RPC.

use std::collections::BTreeMap;
use std::fmt;

use manila::RequestId;
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, Value};

use crate::written::Written;

/// Invalid method parameters (JSON-RPC 2.0 §5.1).
const INVALID_PARAMS: i32 = -32602;
/// An internal error (JSON-RPC 2.0 §5.1).
const INTERNAL_ERROR: i32 = -32603;
/// The first of the numbers that JSON-RPC leaves to servers (§5.1).
const SERVER_ERROR: i32 = -32000;

/// The error object of a JSON-RPC 2.0 response (§5.1), which is a protocol error in MCP: `code`,
/// `message`, `data`. [`McpErrors::rpc_error`] makes one, and says which number it has.
///
/// It serializes as that object; `serde_json` writes `data` as it was rendered.
///
/// ```
/// use manila::{Condition, Envelopes, RequestId};
/// use manila_mcp::{Call, McpErrors};
///
/// let id = RequestId::parse("abc-123").unwrap();
/// let call = Call::of_method("resources/read").with_request_id(&id);
/// let error = McpErrors::new(Envelopes::ok_error()).rpc_error(Condition::Gone, &call);
/// assert_eq!(error.to_string(), "gone (-32000): The resource is gone for good.");
/// assert_eq!(
///     serde_json::to_string(&error).unwrap(),
///     format!(
///         r#"{{"code":-32000,"message":"The resource is gone for good.","data":{}}}"#,
///         error.data_json(),
///     ),
/// );
/// assert_eq!(error.to_data()["request_id"], "abc-123");
/// ```
///
/// [`McpErrors::rpc_error`]: crate::McpErrors::rpc_error
#[derive(Debug, Clone)]
pub struct RpcError {
    number: i32,
    message: String,
    data: Box<RawValue>,
    status: u16,
    code: String,
    id: RequestId,
}

impl RpcError {
    /// `has_violations` is about the fault, of which the body may lack some.
    pub(crate) fn of(written: Written, has_violations: bool) -> Self {
        let parts: BTreeMap<String, Box<RawValue>> =
            serde_json::from_str(written.json.get()).unwrap_or_default();
        let part = |name: &str| parts.get(name).map(|part| part.get());
        let read = |name| part(name).and_then(|json| serde_json::from_str::<Value>(json).ok());
        let own = read("number").and_then(|number| number.as_i64());
        let is_validation = has_violations || read("is_validation") == Some(Value::Bool(true));
        let number = match (own.and_then(|own| i32::try_from(own).ok()), written.status) {
            (Some(own), _) => own,
            (None, 500..) => INTERNAL_ERROR,
            (None, _) if is_validation => INVALID_PARAMS,
            (None, _) => SERVER_ERROR,
        };
        let message = read("message");
        Self {
            number,
            message: message
                .and_then(|it| it.as_str().map(str::to_owned))
                .unwrap_or_default(),
            data: parts.get("data").cloned().unwrap_or_default(),
            status: written.status,
            code: written.code,
            id: written.id,
        }
    }

    /// Returns `code` of the object: the number.
    #[must_use]
    pub const fn number(&self) -> i32 {
        self.number
    }

    /// Returns the sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns `data` of the object as JSON: the public view of the fault, which a tool's result has
    /// as `structuredContent`.
    #[must_use]
    pub fn data_json(&self) -> &str {
        self.data.get()
    }

    /// Returns `data` as a value, for an SDK that takes one. What `serde_json` has no number for, such
    /// as an integer of more than 64 bits, is as it reads it.
    #[must_use]
    pub fn to_data(&self) -> Value {
        serde_json::from_str(self.data.get()).unwrap_or_default()
    }

    /// Returns the HTTP status that the error would have, from 400 to 999.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the code of the catalog as text. Count errors by it: several have the same number.
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

impl Serialize for RpcError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("RpcError", 3)?;
        object.serialize_field("code", &self.number)?;
        object.serialize_field("message", &self.message)?;
        object.serialize_field("data", &self.data)?;
        object.end()
    }
}

impl fmt::Display for RpcError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.code, self.number, self.message)
    }
}

impl std::error::Error for RpcError {}
