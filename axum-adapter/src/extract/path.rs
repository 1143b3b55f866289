//! Parameters of the path, by the framework's own deserializer.

use axum::extract::path::ErrorKind;
use axum::extract::rejection::PathRejection;
use axum::extract::{self, FromRequestParts, OptionalFromRequestParts, RawPathParams};
use http::request::Parts;
use manila::extract::{path, unreadable_path};
use manila::{Condition, Fault};
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::newtype::newtype;

/// The parameters of the route's path, as axum's own `Path` reads them.
///
/// A parameter that cannot be read is refused with the condition `invalid_path` (400) and a
/// violation that names it. A
/// type that does not fit the route is the service's own mistake: the condition `internal`.
///
/// ```
/// use axum::{Router, body::Body, routing::get};
/// use http::Request;
/// use manila_axum::{Envelopes, Path, RouterExt};
/// use tower::ServiceExt;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let show = async |Path(id): Path<u32>| id.to_string();
/// let app = Router::new().route("/apps/{id}", get(show)).with_envelope(Envelopes::default());
/// let request = Request::get("/apps/first").body(Body::empty()).unwrap();
/// assert_eq!(app.oneshot(request).await.unwrap().status(), 400);
/// # }
/// ```
///
/// `Option<Path<T>>` is `None` on a route without parameters, for a handler that serves routes with
/// and without them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Path<T>(pub T);

newtype!(Path);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let read =
            <extract::Path<T> as FromRequestParts<S>>::from_request_parts(parts, state).await;
        let rejection = match read {
            Ok(extract::Path(value)) => return Ok(Self(value)),
            Err(rejection) => rejection,
        };
        // axum does not say of every type which parameter it is about.
        match RawPathParams::from_request_parts(parts, state).await {
            Ok(parameters) => {
                let parameters = parameters.iter();
                Ok(Self(path(
                    parameters.map(|(name, value)| (name, value.into())),
                )?))
            }
            Err(_) => Err(without_parameters(rejection).into()),
        }
    }
}

impl<T: DeserializeOwned + Send + 'static, S: Send + Sync> OptionalFromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Error> {
        let read = <Self as FromRequestParts<S>>::from_request_parts(parts, state).await;
        let Err(error) = read else {
            return read.map(Some);
        };
        match RawPathParams::from_request_parts(parts, state).await {
            Ok(parameters) if parameters.iter().next().is_none() => Ok(None),
            _ => Err(error),
        }
    }
}

/// The fault of a path whose parameters are no texts, or that has none.
fn without_parameters(rejection: PathRejection) -> Fault {
    if let PathRejection::FailedToDeserializePathParams(error) = &rejection
        && let ErrorKind::InvalidUtf8InPathParam { key } = error.kind()
    {
        return unreadable_path(Some(key), None);
    }
    // The route and the handler do not agree: no request can be right.
    Fault::detected(Condition::Internal).because(rejection)
}
