//! One error envelope for an axum service.
//!
//! Return codes from handlers, add the layer to the finished router, and every error response has the
//! same shape and a request id: the handlers' own, extractors' rejections, 404, 405, panics.
//!
//! ```
//! use axum::{Router, body::Body, routing::get};
//! use http::Request;
//! use http_body_util::BodyExt;
//! use manila_axum::{EnvelopeLayer, Envelopes};
//! use tower::ServiceExt;
//!
//! #[derive(Debug, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
//! #[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
//! pub enum ApiError {
//!     /// The workspace has used everything that its plan includes.
//!     #[error("The plan's limit is reached.")]
//!     #[error_code(status = 402)]
//!     PlanLimitExceeded,
//! }
//!
//! async fn create_app() -> Result<&'static str, ApiError> {
//!     Err(ApiError::PlanLimitExceeded)
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
//! let app = Router::new()
//!     .route("/apps", get(create_app))
//!     .layer(EnvelopeLayer::new(envelopes));
//!
//! let get = |path| Request::builder().uri(path).body(Body::empty()).unwrap();
//! let response = app.clone().oneshot(get("/apps")).await.unwrap();
//! assert_eq!(response.status(), 402);
//! let body = response.into_body().collect().await.unwrap().to_bytes();
//! assert_eq!(
//!     body,
//!     r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan's limit is reached."}}"#,
//! );
//!
//! let response = app.oneshot(get("/missing")).await.unwrap();
//! assert_eq!(response.headers()["x-error-code"], "NOT_FOUND");
//! # }
//! ```
//!
//! [`Router::layer`](axum::Router::layer) covers the routes, fallbacks and nested routers that exist when it is
//! called, so that the envelope is added last, and what sees finished envelopes (tracing, CORS,
//! compression) after it. [`RouterExt::with_envelope`] goes around the whole router instead, and misses
//! nothing.
//!
//! Each error response is one event of `tracing`, with the target `manila::fault` and everything that
//! the client is not told ([its fields](manila#the-log)); a filter of a subscriber has to let that target
//! pass. A layer that makes spans, such as `TraceLayer` of tower-http, belongs outside of the envelope.
//!
#![cfg_attr(
    all(feature = "extract", feature = "rejections"),
    doc = include_str!("docs/drop_in.md")
)]
//!
#![doc = include_str!("docs/browsers.md")]
//!
#![doc = include_str!("docs/after_the_head.md")]
//!
#![doc = include_str!("docs/inner_services.md")]
//!
#![doc = include_str!("docs/features.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "aide-015")]
mod aide;
mod app;
mod error;
#[cfg(feature = "extract")]
mod extract;
mod layer;
mod newtype;
#[cfg(feature = "reference")]
mod reference;
mod reply;
mod request_id;
#[cfg(feature = "utoipa-6")]
mod utoipa;

#[doc(hidden)]
pub mod __private;

pub use manila::Envelopes;
pub use manila::{IdPolicy, PassEnveloped, PassThrough};
#[doc = include_str!("docs/into_response.md")]
pub use manila_macros::IntoResponse;
#[cfg(feature = "recorder")]
#[doc(inline)]
pub use manila_tower::recorder;
pub use manila_tower::{RequestIdLayer, pass_enveloped};

#[cfg(feature = "json-all")]
pub use self::extract::JsonAll;
#[cfg(feature = "garde-023")]
pub use self::extract::garde;
#[cfg(feature = "validator-021")]
pub use self::extract::validator;
#[cfg(feature = "extract")]
pub use self::extract::{ConfiguredInput, Form, InputConfig, Json, Path, Query};
#[cfg(feature = "reference")]
pub use self::reference::reference;
pub use self::{
    app::{App, AppFuture, HasState, RouterExt},
    error::{Error, Result},
    layer::{AxumBody, EnvelopeLayer, EnvelopeService},
    reply::Reply,
    request_id::RequestId,
};
