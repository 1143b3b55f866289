//! Bodies of JSON (RFC 8259), in requests and responses.

use axum::extract::{FromRequest, OptionalFromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use manila::extract::{MediaType, json, to_json};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::body::json_body;
use crate::error::Error;
use crate::newtype::newtype;

/// JSON, read from a request or written to a response.
///
/// A request that cannot be read is refused with the condition that says why: no or another
/// content type, a content coding that no layer has undone (tower-http's `RequestDecompressionLayer`
/// does), a body that is too large or has [too many](crate::InputConfig) objects, no JSON, or a member
/// that is missing, unknown or of the wrong type, whose place is a JSON Pointer in the client's own
/// names.
///
/// ```
/// use axum::{Router, body::Body, routing::post};
/// use http::{Request, header};
/// use http_body_util::BodyExt;
/// use manila_axum::{Envelopes, Json, RouterExt};
/// use tower::ServiceExt;
///
/// #[derive(serde::Deserialize)]
/// struct App { name: String }
///
/// async fn create(Json(app): Json<App>) -> String {
///     app.name
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let app = Router::new().route("/apps", post(create)).with_envelope(Envelopes::default());
/// let request = Request::post("/apps").header(header::CONTENT_TYPE, "application/json");
/// let response = app.oneshot(request.body(Body::from(r#"{"name":7}"#)).unwrap()).await.unwrap();
/// assert_eq!(response.status(), 422);
/// let body = response.into_body().collect().await.unwrap().to_bytes();
/// assert!(body.ends_with(br#""pointer":"/name","details":{"expected":"string"}}]}}}"#));
/// # }
/// ```
///
/// The value inside is `.0`, or read as if it were that:
///
/// ```
/// use manila_axum::Json;
///
/// let mut name = Json::from(String::from("ada"));
/// name.push_str(" lovelace");
/// assert_eq!(name.len(), 12);
/// ```
///
/// `Option<Json<T>>` is `None` where the request has no content type. As a response it is JSON; a
/// value that does not serialize is answered with the condition `internal`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Json<T>(pub T);

newtype!(Json);

impl<T: DeserializeOwned> Json<T> {
    /// Reads a value from bytes that are there already, as the extractor does from a body; neither a
    /// media type nor a limit is looked at.
    ///
    /// # Errors
    ///
    /// As of [`manila::extract::json`].
    ///
    /// ```
    /// use manila_axum::Json;
    ///
    /// assert_eq!(Json::<[u8; 2]>::from_bytes(b"[1,2]").unwrap().0, [1, 2]);
    /// let error = Json::<[u8; 2]>::from_bytes(b"[1,").unwrap_err();
    /// assert_eq!(error.fault().http_status(), 400);
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self(json(bytes)?))
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Self, Error> {
        let body = json_body(request).await?;
        Ok(Self(json(&body)?))
    }
}

impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Error> {
        if request.headers().contains_key(header::CONTENT_TYPE) {
            <Self as FromRequest<S>>::from_request(request, state)
                .await
                .map(Some)
        } else {
            Ok(None)
        }
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match to_json(&self.0) {
            Ok(body) => {
                let json = HeaderValue::from_static(MediaType::Json.as_str());
                ([(header::CONTENT_TYPE, json)], body).into_response()
            }
            Err(fault) => Error::from(fault).into_response(),
        }
    }
}
