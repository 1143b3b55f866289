//! Forms, in requests and responses.

use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, header};
use manila::extract::{MediaType, form, query, to_form};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::body::body_of;
use crate::error::Error;
use crate::newtype::newtype;

/// A form (`application/x-www-form-urlencoded`), read from a request or written to a response.
///
/// With GET and HEAD the query is read, as by [`Query`](crate::Query), with other methods the body. A
/// mistake in a member of the body has a pointer to it; see [`Json`](crate::Json). A list has the values
/// of all pairs of its name.
///
/// ```
/// use axum::{Router, body::Body, routing::post};
/// use http::{Request, header};
/// use http_body_util::BodyExt;
/// use manila_axum::{Envelopes, Form, RouterExt};
/// use tower::ServiceExt;
///
/// #[derive(serde::Deserialize)]
/// struct Seats { count: u8 }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let book = async |Form(seats): Form<Seats>| seats.count.to_string();
/// let app = Router::new().route("/", post(book)).with_envelope(Envelopes::default());
/// let form = "application/x-www-form-urlencoded";
/// let request = Request::post("/").header(header::CONTENT_TYPE, form);
/// let response = app.oneshot(request.body(Body::from("count=many")).unwrap()).await.unwrap();
/// assert_eq!(response.status(), 422);
/// let body = response.into_body().collect().await.unwrap().to_bytes();
/// assert!(body.ends_with(br#""pointer":"/count","details":{"expected":"integer"}}]}}}"#));
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Form<T>(pub T);

newtype!(Form);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Self, Error> {
        if matches!(*request.method(), Method::GET | Method::HEAD) {
            return Ok(Self(query(request.uri().query().unwrap_or_default())?));
        }
        let body = body_of(request, MediaType::Form).await?;
        Ok(Self(form(&body)?))
    }
}

impl<T: Serialize> IntoResponse for Form<T> {
    fn into_response(self) -> Response {
        match to_form(&self.0) {
            Ok(body) => {
                let form = HeaderValue::from_static(MediaType::Form.as_str());
                ([(header::CONTENT_TYPE, form)], body).into_response()
            }
            Err(fault) => Error::from(fault).into_response(),
        }
    }
}
