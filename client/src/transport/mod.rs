//! What the HTTP clients are given: reading their errors, relaying ids, and repeating requests.

#[cfg(feature = "awc-3")]
pub mod awc_3;
mod error_for_envelope;
#[cfg(feature = "http-1")]
mod http_1;
#[cfg(any(feature = "__reqwest-middleware", feature = "tower-service-03"))]
mod relayed;
#[cfg(any(feature = "reqwest-012", feature = "reqwest-013"))]
mod reqwest;
#[cfg(feature = "__reqwest-middleware")]
mod reqwest_middleware;
#[cfg(feature = "tower-service-03")]
pub mod tower;

#[cfg(any(feature = "reqwest-012-blocking", feature = "reqwest-013-blocking"))]
pub use self::error_for_envelope::BlockingErrorForEnvelope;
pub use self::error_for_envelope::ErrorForEnvelope;
#[cfg(feature = "http-1")]
pub use self::http_1::RelayIds;
#[cfg(feature = "__reqwest-middleware")]
pub use self::reqwest_middleware::RedirectPolicy;
