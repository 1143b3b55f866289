//! Layers that give every error response of a tower service one envelope and a request id.
//!
//! [`EnvelopeLayer`] goes around a finished service. It returns a response in any case: errors of
//! the service, of its readiness and panics become envelopes too. A service fails with a code of its
//! own by `ApiError::PlanLimitExceeded.fault()`, which is an error that the layer knows; an error of
//! any other type is `internal`.
//!
//! ```
//! use bytes::Bytes;
//! use http::{Request, Response};
//! use http_body_util::{BodyExt, Full};
//! use manila::Envelopes;
//! use manila_tower::EnvelopeLayer;
//! use tower::{BoxError, ServiceBuilder, ServiceExt, service_fn};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! async fn handler(_: Request<()>) -> Result<Response<Full<Bytes>>, BoxError> {
//!     Err("the database is away".into())
//! }
//!
//! let service = ServiceBuilder::new()
//!     .layer(EnvelopeLayer::new(Envelopes::ok_error()))
//!     .service(service_fn(handler));
//!
//! let request = Request::builder().header("x-request-id", "abc-123").body(()).unwrap();
//! let response = service.oneshot(request).await.unwrap();
//! assert_eq!(response.status(), 500);
//! assert_eq!(response.headers()["x-request-id"], "abc-123");
//! let body = response.into_body().collect().await.unwrap().to_bytes();
//! assert_eq!(
//!     body,
//!     r#"{"ok":false,"error":{"code":"internal_server_error","message":"Something went wrong on the server."}}"#,
//! );
//! # }
//! ```
//!
//! A proxy says what the failures of its client mean by
//! [`Envelopes::on_service_error`](manila::Envelopes::on_service_error), and passes the envelopes of the
//! service behind it by [`pass_enveloped`].
//!
//! [`RequestIdLayer`] gives requests and responses an id and does nothing else.
//!
//! Each error response is one event of `tracing`, with the target `manila::fault` and everything that
//! the client is not told ([its fields](manila#the-log)); a filter of a subscriber has to let that target
//! pass. It is within the span that is around the layer.
//!
#![doc = include_str!("docs/features.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod asked;
mod body;
mod carrier_body;
mod error;
mod exchange;
mod future;
mod head;
mod header;
mod id;
mod layer;
mod looked;
#[cfg(feature = "recorder")]
pub mod recorder;
#[cfg(feature = "reference")]
mod reference;
mod request_id;
mod service;
mod shared;
mod upstream;

pub use manila::{PassEnveloped, PassThrough};

#[cfg(feature = "reference")]
pub use self::reference::reference_response;
pub use self::{
    body::{AnyBody, MakeBody, ResponseBody},
    carrier_body::{CarrierBody, fault_response, success_response},
    error::fault_of_error,
    future::ResponseFuture,
    id::request_id,
    layer::EnvelopeLayer,
    looked::Resumed,
    request_id::{RequestIdFuture, RequestIdLayer, RequestIdService},
    service::EnvelopeService,
    upstream::pass_enveloped,
};
