//! The error codes of a service in the OpenAPI document that [aide] makes of its handlers.
//!
//! An enum of codes derives [`OperationOutput`](macro@OperationOutput), so that handlers which return
//! it can be routed with aide; [`Document`] then writes what each operation can answer with, in the
//! shape that the service sends.
//!
//! ```
//! use aide::axum::{ApiRouter, routing::post};
//! use aide::openapi::OpenApi;
//! use manila::Envelopes;
//! use manila_aide::Document;
//!
//! #[derive(Debug, thiserror::Error, manila::ErrorCode, manila_aide::OperationOutput)]
//! #[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
//! enum ApiError {
//!     #[error("The plan's limit is reached.")]
//!     #[error_code(status = 402, operations = ["POST /apps"])]
//!     PlanLimitExceeded,
//! }
//! # impl axum::response::IntoResponse for ApiError {
//! #     fn into_response(self) -> axum::response::Response { axum::http::StatusCode::PAYMENT_REQUIRED.into_response() }
//! # }
//!
//! async fn create_app() -> Result<String, ApiError> {
//!     Err(ApiError::PlanLimitExceeded)
//! }
//!
//! let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
//! let mut api = OpenApi::default();
//! let router: axum::Router = ApiRouter::new()
//!     .api_route("/apps", post(create_app))
//!     .finish_api(&mut api);
//! envelopes.document(&mut api)?;
//!
//! let document = serde_json::to_value(&api).unwrap();
//! let responses = &document["paths"]["/apps"]["post"]["responses"];
//! assert!(responses.get("200").is_some() && responses.get("402").is_some());
//! # Ok::<(), manila_aide::Error>(())
//! ```
//!
#![doc = include_str!("docs/guide.md")]
//!
//! [aide]: https://docs.rs/aide
#![cfg_attr(docsrs, feature(doc_cfg))]

mod document;
mod error;
mod inputs;
mod marks;
mod outputs;

#[doc(hidden)]
pub mod __private;

#[doc = include_str!("docs/operation_output.md")]
pub use manila_macros::OperationOutput;
pub use manila_openapi::{Contract, Layout};

pub use self::{document::Document, error::Error};
