//! Forms, in requests and responses.

use actix_web::body::BoxBody;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder};
use manila::extract::{MediaType, form, to_form};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::body::{Extracting, read_body};
use crate::__private::respond_with;
use crate::error::Error;
use crate::newtype::{newtype, serializes};

/// A form (`application/x-www-form-urlencoded`), read from a request's body or written to a
/// response. A mistake in a member has a pointer to it; see [`Json`](crate::Json). A list has the values
/// of all pairs of its name.
///
/// ```
/// use actix_web::{App, body::to_bytes, test, web};
/// use manila_actix::{EnvelopeLayer, Form};
///
/// #[derive(serde::Deserialize)]
/// struct Seats { count: u8 }
///
/// # #[actix_web::main]
/// # async fn main() {
/// let book = async |Form(seats): Form<Seats>| seats.count.to_string();
/// let app = App::new().wrap(EnvelopeLayer::default()).route("/", web::post().to(book));
///
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::post().set_form([("count", "many")]).to_request();
/// let response = test::call_service(&app, request).await;
/// assert_eq!(response.status(), 422);
/// let body = to_bytes(response.into_body()).await.unwrap();
/// assert!(body.ends_with(br#""pointer":"/count","details":{"expected":"integer"}}]}}}"#));
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[must_use]
pub struct Form<T>(pub T);

newtype!(Form);
serializes!(Form);

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
