//! The arguments of a call, read as a body of JSON is.

use manila::Fault;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Reads the arguments of a call; of a call without any, an empty object.
///
/// An SDK that reads them by itself answers what does not fit with a protocol error, which a model may
/// never see, and in the words of a deserializer. This gives the fault that an HTTP body of the same
/// values would, with the place of the mistake, for [`McpErrors::tool_result`].
///
/// ```
/// use manila::Envelopes;
/// use manila_mcp::{Call, McpErrors, read_arguments};
/// use serde_json::json;
///
/// #[derive(Debug, serde::Deserialize)]
/// struct Publish {
///     app: String,
///     regions: Vec<String>,
/// }
///
/// let sent = json!({ "app": "shop", "regions": ["eu", 7] });
/// let fault = read_arguments::<Publish>(sent.as_object()).unwrap_err();
/// let errors = McpErrors::new(Envelopes::ok_error());
/// let result = errors.tool_result(fault, &Call::of_tool("publish"));
/// assert!(result.text().contains("\n- /regions/1: Must be a string."));
/// ```
///
/// # Errors
///
/// The condition of the mistake (`missing_field`, `wrong_type`, …) with a violation, whose JSON
/// Pointer is seen from the arguments, as [`manila::extract::json`] tells it.
///
/// [`McpErrors::tool_result`]: crate::McpErrors::tool_result
pub fn read_arguments<T: DeserializeOwned>(
    arguments: Option<&Map<String, Value>>,
) -> Result<T, Fault> {
    match arguments {
        Some(arguments) => manila::extract::json(&manila::extract::to_json(arguments)?),
        None => manila::extract::json(b"{}"),
    }
}
