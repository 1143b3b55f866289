//! JSON, with every mistake in it reported at once.

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use eserde::EDeserialize;
use manila::extract::{MediaType, json_all};

use super::body::{Extracting, read_body};
use crate::error::Error;
use crate::newtype::{newtype, serializes};

/// JSON, with every mistake in it reported at once; see [`manila::extract::json_all`]. Prefer it to
/// [`Json`](crate::Json) for forms that people fill in.
///
/// The type derives `eserde::Deserialize` in place of `serde`'s. With a validator's `Valid` around
/// it, the rules are checked for a value that could be read.
///
/// ```
/// use actix_web::{App, body::to_bytes, test, web};
/// use manila_actix::{EnvelopeLayer, Envelopes, JsonAll};
///
/// #[derive(eserde::Deserialize)]
/// struct Signup { name: String, age: u8 }
///
/// async fn sign_up(JsonAll(signup): JsonAll<Signup>) -> String {
///     format!("{} is {}", signup.name, signup.age)
/// }
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new()
///     .wrap(EnvelopeLayer::new(Envelopes::default()))
///     .route("/", web::post().to(sign_up));
///
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::post().set_json(serde_json::json!({"name": 7})).to_request();
/// let response = test::call_service(&app, request).await;
/// assert_eq!(response.status(), 422);
/// let body = to_bytes(response.into_body()).await.unwrap();
/// let body = std::str::from_utf8(&body).unwrap();
/// assert!(body.contains(r#""pointer":"/name""#) && body.contains(r#"{"member":"age"}"#));
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[must_use]
pub struct JsonAll<T>(pub T);

newtype!(JsonAll);
serializes!(JsonAll);

impl<T: for<'de> EDeserialize<'de> + 'static> FromRequest for JsonAll<T> {
    type Error = Error;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        read_body(request, payload, MediaType::Json, |body| {
            json_all(body).map(Self)
        })
    }
}
