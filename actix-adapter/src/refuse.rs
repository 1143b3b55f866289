//! Refusals of middleware, as responses.

use actix_web::dev::{ServiceRequest, ServiceResponse};
use manila::IntoFault;

use crate::__private::respond_with;

/// Answers a request that middleware refuses: with a value of an enum of codes, a
/// [`Code`](manila::Code), a [`Condition`](manila::Condition), or a [`Fault`](manila::Fault) that says
/// more. The middleware of Manila further out makes the envelope.
///
/// A middleware may return an [`Error`](crate::Error) as well, which a client reads as the same envelope.
/// But then there is no response: `Logger` and whatever else further out looks at responses does not see
/// it, the log event has no route, and `call_service` of a test panics.
///
/// ```
/// use actix_web::body::MessageBody;
/// use actix_web::dev::{ServiceRequest, ServiceResponse};
/// use actix_web::middleware::{Next, from_fn};
/// use actix_web::{App, Error, test, web};
/// use manila::{Condition, Fault};
/// use manila_actix::{EnvelopeLayer, refuse};
///
/// async fn only_known(
///     request: ServiceRequest,
///     next: Next<impl MessageBody + 'static>,
/// ) -> Result<ServiceResponse, Error> {
///     if !request.headers().contains_key("x-api-key") {
///         let fault = Fault::condition(Condition::Unauthenticated).with_detail("header", "x-api-key");
///         return Ok(refuse(request, fault));
///     }
///     Ok(next.call(request).await?.map_into_boxed_body())
/// }
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new()
///     .wrap(from_fn(only_known))
///     .wrap(EnvelopeLayer::default())
///     .route("/", web::get().to(async || "hello"));
///
/// let app = test::init_service(app).await;
/// let response = test::call_service(&app, test::TestRequest::get().to_request()).await;
/// assert_eq!(response.status(), 401);
/// assert_eq!(response.headers().get("x-error-code").unwrap(), "unauthorized");
/// # }
/// ```
///
/// In a `Service` of one's own it is the same, where the body becomes one side of an `EitherBody`:
///
/// ```
/// use actix_web::body::EitherBody;
/// use actix_web::dev::{ServiceRequest, ServiceResponse};
/// use manila::Condition;
/// use manila_actix::refuse;
///
/// fn refused<B>(request: ServiceRequest) -> ServiceResponse<EitherBody<B>> {
///     refuse(request, Condition::Forbidden).map_into_right_body()
/// }
/// ```
#[track_caller]
pub fn refuse(request: ServiceRequest, error: impl IntoFault) -> ServiceResponse {
    request.into_response(respond_with(error.into_fault()))
}
