//! One error envelope for MCP: a [`Fault`](manila::Fault) as the result of a tool, and as an error
//! object of JSON-RPC 2.0.
//!
//! An agent that calls a tool reads prose and data. [`McpErrors::tool_result`] gives it both: a text
//! with code, sentence, problems and their places, what to do, and the id by which the log knows the
//! error; and the same as `structuredContent`. What is told is decided by `manila`, as for an HTTP
//! response: a 5xx is masked, all is bounded, and the log has one event with the cause.
//!
//! ```
//! use manila::{Envelopes, RequestId};
//! use manila_mcp::{Call, McpErrors};
//!
//! #[derive(Debug, thiserror::Error, manila::ErrorCode)]
//! #[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
//! enum ApiError {
//!     #[error("The plan includes {limit} apps.")]
//!     #[error_code(
//!         status = 402,
//!         message = "The plan includes { $limit } apps.",
//!         owner = "user",
//!         client = ["Remove an app.", "Or change the plan."],
//!         next = "POST /plan"
//!     )]
//!     PlanLimitExceeded {
//!         #[error_code(detail)]
//!         limit: u32,
//!     },
//! }
//!
//! let errors = McpErrors::new(Envelopes::ok_error().catalog(ApiError::CATALOG));
//! let id = RequestId::parse("a1b2c3").unwrap();
//! let call = Call::of_tool("publish_app").with_request_id(&id);
//! let result = errors.tool_result(ApiError::PlanLimitExceeded { limit: 5 }, &call);
//! assert_eq!(
//!     result.text(),
//!     "PLAN_LIMIT_EXCEEDED (402): The plan includes 5 apps.\n\n\
//!      What to do:\n1. Remove an app.\n2. Or change the plan.\n\n\
//!      Who can act: user\n\nNext: POST /plan\n\nRequest id: a1b2c3",
//! );
//! assert_eq!(
//!     result.to_value()["structuredContent"],
//!     serde_json::json!({
//!         "code": "PLAN_LIMIT_EXCEEDED",
//!         "status": 402,
//!         "message": "The plan includes 5 apps.",
//!         "details": { "limit": 5 },
//!         "remedy": {
//!             "owner": "user",
//!             "steps": ["Remove an app.", "Or change the plan."],
//!             "next": "POST /plan",
//!         },
//!         "request_id": "a1b2c3",
//!     }),
//! );
//! ```
//!
//! What both say is the public view of the fault: `code` and `status`; `message`; `details`;
//! `violations`, each with `code`, `message`, `pointer`, `parameter` or `header`, and `details`;
//! `retry` with `advice`, `after_seconds` and `applied`; `remedy` with `owner`, `steps`, `next` and
//! `documentation`; `request_id`. Each is there only where there is something to say. Where not all
//! fits the limit of the service, `truncated` counts what is missing, and `more` says that not all
//! violations were collected. A limit that no such envelope fits, of some hundred bytes, leaves code,
//! status, message and id.
//!
//! # Features
//!
//! Without a feature there is no SDK in here. None is on by default.
//!
//! | feature | what it adds |
//! |---|---|
//! | `extract` | `read_arguments`: the arguments of a call, and where they are wrong |
//! | `rmcp-3` | `From<ToolResult>` for `CallToolResult` and `From<RpcError>` for `ErrorData` of `rmcp` |
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "extract")]
mod arguments;
mod call;
mod errors;
mod head;
#[cfg(feature = "rmcp-3")]
mod rmcp_3;
mod rpc_error;
mod tool_result;
mod view;
mod written;

#[cfg(all(doctest, feature = "extract", feature = "rmcp-3"))]
#[doc = include_str!("../../docs/mcp.md")]
mod page {}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

#[cfg(feature = "extract")]
pub use self::arguments::read_arguments;
pub use self::{call::Call, errors::McpErrors, rpc_error::RpcError, tool_result::ToolResult};
