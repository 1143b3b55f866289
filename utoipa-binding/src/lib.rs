//! The error codes of a service in the OpenAPI document that [utoipa] makes of its handlers.
//!
//! An enum of codes derives [`IntoResponses`](macro@IntoResponses), so that an operation names it
//! among its responses; [`Document`] then writes what the operation can answer with, in the shape
//! that the service sends.
//!
//! ```
//! use manila::Envelopes;
//! use manila_utoipa::Document;
//! use utoipa::OpenApi;
//!
//! #[derive(Debug, thiserror::Error, manila::ErrorCode, manila_utoipa::IntoResponses)]
//! #[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
//! enum ApiError {
//!     #[error("The plan's limit is reached.")]
//!     #[error_code(status = 402, operations = ["POST /apps"])]
//!     PlanLimitExceeded,
//! }
//!
//! #[utoipa::path(post, path = "/apps", responses((status = 201, description = "It is made."), ApiError))]
//! async fn create_app() {}
//!
//! #[derive(OpenApi)]
//! #[openapi(paths(create_app))]
//! struct Api;
//!
//! let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
//! let mut api = Api::openapi();
//! envelopes.document(&mut api)?;
//!
//! let document = serde_json::to_value(&api).unwrap();
//! let responses = &document["paths"]["/apps"]["post"]["responses"];
//! assert!(responses.get("201").is_some() && responses.get("402").is_some());
//! # Ok::<(), manila_utoipa::Error>(())
//! ```
//!
#![doc = include_str!("docs/guide.md")]
//!
//! [utoipa]: https://docs.rs/utoipa
#![cfg_attr(docsrs, feature(doc_cfg))]

mod complete;
mod document;
mod error;
mod responses;
mod status;
mod write;

#[doc(hidden)]
pub mod __private;

#[doc = include_str!("docs/into_responses.md")]
pub use manila_macros::IntoResponses;
pub use manila_openapi::{Contract, Layout};

pub use self::{complete::Complete, document::Document, error::Error, status::Status};
