//! Forms.

use actix_web::body::BoxBody;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder};
use manila::extract::{MediaType, form, to_form};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::body::{Extracting, read_body};
use crate::__private::respond_with;
use crate::error::Error;

/// A form (`application/x-www-form-urlencoded`), read from a request's body or written to a
/// response. What is wrong with a member is told with a pointer to it; see
/// [`Json`](crate::Json).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = Error;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        read_body(request, payload, MediaType::Form, |body| {
            form(body).map(Self)
        })
    }
}

impl<T: Serialize> Responder for Form<T> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        match to_form(&self.0) {
            Ok(body) => HttpResponse::Ok()
                .content_type(MediaType::Form.as_str())
                .body(body),
            Err(fault) => respond_with(fault),
        }
    }
}
