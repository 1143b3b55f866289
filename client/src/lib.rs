//! The other end of an error envelope: any response, read back into a typed error.
//!
//! [`decode`] reads what a service of `manila` answers, in any of its four styles, and everything that may
//! come in its place: a proxy's page, another API's error, a body that is empty, cut off or no text. It
//! never fails, and what it gives is a [`RemoteError`].
//!
//! ```
//! use manila::Envelopes;
//! use manila_catalogs::Vibehost;
//! use manila_client::Decoder;
//!
//! // What the service sends…
//! let fault = Vibehost::plan_limit_exceeded(5).with_message("The plan includes 5 apps.");
//! let sent = Envelopes::problem().render(&fault, Some("a1b2c3"));
//!
//! // …and what its client reads, whichever the style is.
//! let decoder = Decoder::new().catalog(Vibehost::CATALOG);
//! let remote = decoder.decode(sent.status(), [("content-type", sent.content_type())], sent.body());
//! assert!(matches!(remote.as_enum(), Some(Vibehost::PlanLimitExceeded)));
//! assert_eq!(remote.message(), Some("The plan includes 5 apps."));
//! assert_eq!(remote.detail::<u32>("limit"), Some(5));
//! assert_eq!(remote.request_id(), Some("a1b2c3"));
//! assert_eq!(remote.exit_code(), 3);
//! ```
//!
//! # Features
//!
//! Without a feature there is no HTTP client in here: a status, header fields and bytes are what any of them
//! has. None is on by default.
//!
//! | feature | what it adds |
//! |---|---|
//! | `retry` | `RetryPolicy`, `Retrier`: when a request is repeated, for any client |
//! | `reqwest-013`, `reqwest-012` | `ErrorForEnvelope` for `reqwest::Response` |
//! | `reqwest-013-blocking`, `reqwest-012-blocking` | `BlockingErrorForEnvelope` for `reqwest::blocking::Response` |
//! | `reqwest-middleware-05`, `reqwest-middleware-04` | `Retrier` and `RelayTo` as middleware of `reqwest-middleware`, over `reqwest` 0.13 and 0.12 |
//! | `http-1` | `ErrorForEnvelope` for `http::Response`, `RelayIds` for `http::Request` |
//! | `tower-service-03` | `tower::RetryLayer`, and `RelayTo` as a layer |
//! | `awc-3` | `ErrorForEnvelope` for `awc::ClientResponse`, and `awc_3` |
//!
//! A feature that names a 0.x crate has its version: the next one is a feature beside it.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod call_error;
mod class;
mod decode;
mod decoder;
mod exit;
mod http_date;
mod read_as;
mod relay;
mod relaying;
mod remedy;
mod remote_error;
mod retry;
#[cfg(feature = "retry")]
mod retrying;
mod text;
#[cfg(feature = "__transport")]
mod transport;
mod violation;

#[cfg(all(
    doctest,
    feature = "reqwest-middleware-05",
    feature = "tower-service-03"
))]
#[doc = include_str!("../../docs/client-transports.md")]
mod page {}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

#[cfg(feature = "retry")]
pub use self::retrying::{Attempts, Retrier, RetryPolicy};
#[cfg(feature = "__transport")]
pub use self::transport::*;
pub use self::{
    call_error::{CallError, TransportError, TransportErrorKind},
    class::Class,
    decoder::{Decoder, decode},
    exit::Exit,
    read_as::ReadAs,
    relay::Relay,
    relaying::{InvalidHost, RelayTo, RequestIds},
    remedy::Remedy,
    remote_error::RemoteError,
    retry::RetryAdvice,
    violation::RemoteViolation,
};
