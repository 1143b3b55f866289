//! Bodies of JSON (RFC 8259), in requests and responses.

use actix_web::body::BoxBody;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder};
use manila::extract::{MediaType, json, to_json};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::body::{Extracting, read_body};
use crate::__private::respond_with;
use crate::error::Error;
use crate::newtype::{newtype, serializes};

/// JSON, read from a request or written to a response.
///
/// A request that cannot be read is refused with the condition that says why: no or another
/// content type, a content coding (the feature `compress-gzip` undoes gzip and deflate), a body that is
/// larger than [`InputConfig`](crate::InputConfig) allows or has more objects, no JSON, or a member that
/// is missing, unknown or of the wrong type, whose place is a JSON Pointer in the client's own names.
///
/// ```
/// use actix_web::{App, body::to_bytes, test, web};
/// use manila_actix::{EnvelopeLayer, Envelopes, Json};
///
/// #[derive(serde::Deserialize, serde::Serialize)]
/// struct New { name: String }
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new()
///     .wrap(EnvelopeLayer::new(Envelopes::default()))
///     .route("/apps", web::post().to(async |Json(new): Json<New>| Json(new)));
///
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::post().uri("/apps").set_json([("name", 7)]).to_request();
/// let response = test::call_service(&app, request).await;
/// assert_eq!(response.status(), 422);
/// # }
/// ```
///
/// The value inside is `.0`, or read as if it were that:
///
/// ```
/// use manila_actix::Json;
///
/// let mut name = Json::from(String::from("ada"));
/// name.push_str(" lovelace");
/// assert_eq!(name.len(), 12);
/// ```
///
/// `Option<Json<T>>` is the framework's own, and `None` for whatever cannot be read; a
/// `Result<Json<T>, Error>` says why. As a response it is JSON; a value that does not serialize is
/// answered with the condition `internal`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[must_use]
pub struct Json<T>(pub T);

newtype!(Json);
serializes!(Json);

impl<T: DeserializeOwned + 'static> FromRequest for Json<T> {
    type Error = Error;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        read_body(request, payload, MediaType::Json, |body| {
            json(body).map(Self)
        })
    }
}

impl<T: Serialize> Responder for Json<T> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        match to_json(&self.0) {
            Ok(body) => HttpResponse::Ok()
                .content_type(MediaType::Json.as_str())
                .body(body),
            Err(fault) => respond_with(fault),
        }
    }
}
