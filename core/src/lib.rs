//! One error envelope for a web API.
//!
//! A team writes its error codes down once, as an enum that derives [`macro@ErrorCode`] or as a
//! file for [`catalog!`]. A [`Fault`] is one occurrence of a code, and [`render`] writes it in the
//! style that the service's [`Envelopes`] choose. The adapters (`manila-tower`, `manila-axum`,
//! `manila-actix`) do that for every error response of a service, whoever made it.
//!
//! ```
//! use manila::Envelopes;
//!
//! #[derive(Debug, thiserror::Error, manila::ErrorCode)]
//! #[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
//! pub enum ApiError {
//!     /// The workspace has used everything that its plan includes.
//!     #[error("The plan's limit is reached.")]
//!     #[error_code(status = 402)]
//!     PlanLimitExceeded,
//!
//!     #[error(transparent)]
//!     #[error_code(internal)]
//!     Database(#[from] std::io::Error),
//! }
//!
//! let fault = ApiError::PlanLimitExceeded.fault();
//! let rendered = manila::render(&fault, &Envelopes::ok_error().context(None));
//! assert_eq!(rendered.status(), 402);
//! assert_eq!(
//!     rendered.body(),
//!     br#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan's limit is reached."}}"#,
//! );
//! ```

mod catalog;
mod catalog_export;
mod code;
mod context;
mod envelope;
mod envelopes;
#[cfg(feature = "extract")]
pub mod extract;
mod fault;
pub mod field_names;
mod foreign;
mod grpc;
mod headers;
mod invalid_setting;
mod json;
mod log;
mod media_types;
#[doc(hidden)]
pub mod panic;
mod pointer;
#[doc(hidden)]
pub mod prepared;
mod render;
mod request_id;
mod status;
mod success;
#[cfg(any(feature = "garde", feature = "validator"))]
pub mod validate;
mod violation;
mod violations;

#[doc(hidden)]
pub mod __private;

pub use manila_catalog_file::{Case, Condition, DetailType, Retry, Scope, Severity, Wire};
#[doc = include_str!("docs/error_code.md")]
pub use manila_macros::ErrorCode;
#[doc = include_str!("docs/field_names.md")]
pub use manila_macros::FieldNames;
#[doc = include_str!("docs/catalog.md")]
pub use manila_macros::catalog;

pub use self::{
    catalog::{Catalog, WireCode},
    code::{Code, Detail},
    context::Context,
    envelope::{Envelope, PublicFault, PublicViolation},
    envelopes::Envelopes,
    fault::{
        Applied, Cause, ErrorCode, Fault, IntoFault, OrCode, RateLimit, RetryAfter, RetryMoment,
        error_chain,
    },
    field_names::FieldNames,
    foreign::{ForeignHead, Origin, Treatment, is_grpc},
    headers::ResponseHeader,
    invalid_setting::InvalidSetting,
    json::{Array, Object, Unserializable},
    log::log,
    pointer::Pointer,
    render::{Rendered, render},
    request_id::{MakeRequestId, RequestId, is_request_id, trace_id},
    status::Status,
    success::Success,
    violation::{Place, Violation},
    violations::Violations,
};
