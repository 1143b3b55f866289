//! JSON, with every mistake in it reported at once.

use axum::extract::{FromRequest, OptionalFromRequest, Request};
use eserde::EDeserialize;
use http::header;
use manila::extract::json_all;

use super::body::json_body;
use crate::error::Error;
use crate::newtype::newtype;

/// JSON, with every mistake in it reported at once; see [`manila::extract::json_all`]. Prefer it to
/// [`Json`](crate::Json) for forms that people fill in.
///
/// The type derives `eserde::Deserialize` in place of `serde`'s. With a validator's `Valid` around
/// it, the rules are checked for a value that could be read. `Option<JsonAll<T>>` is `None` where the
/// request has no content type.
///
/// ```
/// use axum::{Router, body::Body, routing::post};
/// use http::{Request, header};
/// use http_body_util::BodyExt;
/// use manila_axum::{Envelopes, JsonAll, RouterExt};
/// use tower::ServiceExt;
///
/// #[derive(eserde::Deserialize)]
/// struct Signup { name: String, age: u8 }
///
/// async fn sign_up(JsonAll(signup): JsonAll<Signup>) -> String {
///     format!("{} is {}", signup.name, signup.age)
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let app = Router::new().route("/", post(sign_up)).with_envelope(Envelopes::default());
/// let request = Request::post("/").header(header::CONTENT_TYPE, "application/json");
/// let response = app.oneshot(request.body(Body::from(r#"{"name":7}"#)).unwrap()).await.unwrap();
/// assert_eq!(response.status(), 422);
/// let body = response.into_body().collect().await.unwrap().to_bytes();
/// let body = std::str::from_utf8(&body).unwrap();
/// assert!(body.contains(r#""pointer":"/name""#) && body.contains(r#"{"member":"age"}"#));
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct JsonAll<T>(pub T);

newtype!(JsonAll);

impl<T: for<'de> EDeserialize<'de>> JsonAll<T> {
    /// Reads a value from bytes that are there already, as the extractor does from a body; neither a
    /// media type nor a limit is looked at.
    ///
    /// # Errors
    ///
    /// As of [`manila::extract::json_all`].
    ///
    /// ```
    /// use manila_axum::JsonAll;
    ///
    /// assert_eq!(JsonAll::<Vec<u8>>::from_bytes(b"[1,2]").unwrap().0, [1, 2]);
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self(json_all(bytes)?))
    }
}

impl<T: for<'de> EDeserialize<'de>, S: Send + Sync> FromRequest<S> for JsonAll<T> {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Self, Error> {
        let body = json_body(request).await?;
        Ok(Self(json_all(&body)?))
    }
}

impl<T: for<'de> EDeserialize<'de>, S: Send + Sync> OptionalFromRequest<S> for JsonAll<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Error> {
        if !request.headers().contains_key(header::CONTENT_TYPE) {
            return Ok(None);
        }
        let read = <Self as FromRequest<S>>::from_request(request, state).await;
        read.map(Some)
    }
}
