//! Success in the service's shape.

use actix_web::body::BoxBody;
use actix_web::{HttpRequest, HttpResponse, Responder};
use manila::Success;
use manila::adapter::Carrier;
use serde::Serialize;

use crate::__private::respond_with;
use crate::newtype::newtype;

/// A success in the shape that the service's errors have: `{"ok":true,"data":…}`, JSON:API's
/// `{"data":…,"meta":…}`, `{"code":0,"data":…}`, or with `problem`, which is about errors alone,
/// the data by itself.
///
/// ```
/// use actix_web::{App, body::to_bytes, test, web};
/// use manila_actix::{EnvelopeLayer, Envelopes, Reply};
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new()
///     .wrap(EnvelopeLayer::new(Envelopes::code_data()))
///     .route("/", web::get().to(async || Reply([1, 2])));
/// let app = test::init_service(app).await;
/// let response = test::call_service(&app, test::TestRequest::get().to_request()).await;
/// let body = to_bytes(response.into_body()).await.unwrap();
/// assert_eq!(body, r#"{"code":0,"data":[1,2]}"#);
/// # }
/// ```
///
/// Without the middleware it is `{"ok":true,"data":…}`. Data that does not serialize is answered
/// with the condition `internal`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Reply<T>(pub T);

newtype!(Reply);

impl<T: Serialize> Responder for Reply<T> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let success = match Success::new(&self.0) {
            Ok(success) => success,
            Err(fault) => return respond_with(fault),
        };
        let body = success.default_body().clone();
        let mut response = HttpResponse::Ok()
            .content_type("application/json")
            .body(body);
        response.extensions_mut().insert(Carrier::success(success));
        response
    }
}
