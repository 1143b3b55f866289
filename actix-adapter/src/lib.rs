//! One error envelope for an actix-web service.
//!
//! Return codes from handlers, wrap the app once, and every error response has the same shape and a
//! request id: the handlers' own, extractors' refusals, 404, 405, errors of inner middleware,
//! panics.
//!
//! ```
//! use actix_web::{App, body::to_bytes, test, web};
//! use manila_actix::{EnvelopeLayer, Envelopes};
//!
//! #[derive(Debug, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
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
//! # #[actix_web::main]
//! # async fn main() {
//! let app = App::new()
//!     .wrap(EnvelopeLayer::new(Envelopes::ok_error().catalog(ApiError::CATALOG)))
//!     .route("/apps", web::get().to(create_app));
//!
//! let app = test::init_service(app).await;
//! let request = test::TestRequest::get().uri("/apps").to_request();
//! let response = test::call_service(&app, request).await;
//! assert_eq!(response.status(), 402);
//! let body = to_bytes(response.into_body()).await.unwrap();
//! assert_eq!(
//!     body,
//!     r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan's limit is reached."}}"#,
//! );
//!
//! let request = test::TestRequest::get().uri("/missing").to_request();
//! let response = test::call_service(&app, request).await;
//! assert_eq!(response.headers().get("x-error-code").unwrap(), "NOT_FOUND");
//! # }
//! ```
//!
//! Each error response is one event of `tracing`, with the target `manila::fault` and everything that
//! the client is not told ([its fields](manila#the-log)); a filter of a subscriber has to let that target
//! pass. Middleware that makes spans, such as `TracingLogger` of tracing-actix-web, is wrapped after the
//! envelope. With the feature `log` of `manila` it goes to `env_logger` too.
//!
#![cfg_attr(
    all(feature = "extract", feature = "rejections"),
    doc = include_str!("docs/drop_in.md")
)]
//!
#![doc = include_str!("docs/middleware.md")]
//!
#![doc = include_str!("docs/browsers.md")]
//!
#![doc = include_str!("docs/after_the_head.md")]
//!
#![doc = include_str!("docs/features.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod asked;
mod body;
mod carrier_body;
mod cause;
mod enveloped_error;
mod error;
mod exchange;
#[cfg(feature = "extract")]
mod extract;
mod future;
mod head;
mod header;
mod id;
mod looked;
mod middleware;
mod newtype;
#[cfg(feature = "recorder")]
pub mod recorder;
#[cfg(feature = "reference")]
mod reference;
mod refuse;
mod reply;
mod request_id;
mod shared;
#[cfg(feature = "utoipa-6")]
mod utoipa;

#[doc(hidden)]
pub mod __private;

pub use manila::{Envelopes, IdPolicy, PassEnveloped, PassThrough};
#[doc = include_str!("docs/response_error.md")]
pub use manila_macros::ResponseError;

#[cfg(feature = "json-all")]
pub use self::extract::JsonAll;
#[cfg(feature = "garde-023")]
pub use self::extract::garde;
#[cfg(feature = "validator-021")]
pub use self::extract::validator;
#[cfg(feature = "extract")]
pub use self::extract::{Form, InputConfig, Json, Path, Query};
#[cfg(feature = "reference")]
pub use self::reference::reference;
pub use self::{
    body::ResponseBody,
    cause::OfActix,
    error::{Error, Result},
    future::ResponseFuture,
    middleware::{EnvelopeLayer, EnvelopeMiddleware},
    refuse::refuse,
    reply::Reply,
    request_id::RequestId,
};
