//! One error envelope for a web API.
//!
//! A team writes its error codes down once, as an enum that derives [`macro@ErrorCode`] or as a
//! file for [`catalog!`]. A [`Fault`] is one occurrence of a code, which [`Envelopes::render`] writes in
//! the style that the service chooses. The adapters (`manila-tower`, `manila-axum`,
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
//! let rendered = Envelopes::ok_error().render(&fault, None);
//! assert_eq!(rendered.status(), 402);
//! assert_eq!(
//!     rendered.body(),
//!     br#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan's limit is reached."}}"#,
//! );
//! ```
//!
#![doc = include_str!("docs/log.md")]
//!
#![doc = include_str!("docs/features.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod adapter;
mod catalog;
mod envelopes;
mod fault;
mod http;
mod input;
mod json;
mod observe;
mod panics;
mod render;
#[cfg(feature = "extract")]
mod slot;
mod style;

#[doc(hidden)]
pub mod __private;

pub use manila_catalog_file::{
    Applied, Case, Condition, DetailType, FactValue, Owner, Retry, Scope, Severity, UnknownWord,
    Wire, default_exit_code,
};
#[doc = include_str!("docs/error_code.md")]
pub use manila_macros::ErrorCode;
#[doc = include_str!("docs/field_names.md")]
pub use manila_macros::FieldNames;
#[doc = include_str!("docs/catalog.md")]
pub use manila_macros::FromCode;
pub use manila_macros::catalog;

pub use self::fault::detail;
#[cfg(any(feature = "diesel-2", feature = "sqlx-08", feature = "sqlx-09"))]
pub use self::fault::{NamesConstraint, OnConstraint, QueryError};
#[cfg(feature = "extract")]
pub use self::input::extract;
pub use self::input::field_names;
#[cfg(any(feature = "garde-023", feature = "validator-021"))]
pub use self::input::validate;
pub use self::style::translate;
pub use self::{
    adapter::{PassEnveloped, PassThrough},
    catalog::{Catalog, Code, Detail, Export, Operation, WireCode},
    envelopes::{Envelopes, IdPolicy, MakeRequestId, NewRequest},
    fault::{
        Cause, ErrorCode, Fault, FromCode, IntoCause, IntoFault, OrCode, RateLimit, RetryAfter,
        RetryMoment, Source, Violation, Violations, cause_markers, error_chain,
    },
    http::{
        InvalidSetting,
        header::EXPOSED_HEADERS,
        request_id::{InvalidRequestId, RequestId},
        status::{InvalidStatus, Status},
    },
    input::field_names::FieldNames,
    json::{Array, InvalidPointer, Object, Pointer},
    observe::{ErrorReport, Observe, Origin},
    panics::note_panic_locations,
    render::{Rendered, Success},
    style::{
        PublicFault, PublicRemedy, PublicSuccess, PublicViolation, Style, WriteStyle, WriteSuccess,
    },
};
