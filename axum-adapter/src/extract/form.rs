//! Forms.

use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, header};
use manila::extract::{MediaType, expect_content_type, form, query, to_form};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{body_of, content_type};
use crate::error::Error;

/// A form (`application/x-www-form-urlencoded`), read from a request or written to a response.
///
/// Of GET and HEAD it is the query that is read, of other methods the body. What is wrong with a
/// member is told with a pointer to it; see [`Json`](crate::Json).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        if matches!(*request.method(), Method::GET | Method::HEAD) {
            return Ok(Self(query(request.uri().query().unwrap_or_default())?));
        }
        expect_content_type(MediaType::Form, content_type(request.headers()))?;
        let body = body_of(request, state).await?;
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
