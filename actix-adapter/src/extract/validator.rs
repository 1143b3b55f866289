//! Values that validator has checked.
//!
//! The rules become violations in core; this file connects them with the framework's extractors.

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use manila::validate::{Extracted, validator};
use manila::{Fault, FieldNames};

use super::valid::Validating;
use crate::newtype::derefs;

/// The value of another extractor, checked by the rules of validator.
///
/// It goes around [`Json`](crate::Json), [`Form`](crate::Form), [`Query`](crate::Query),
/// [`Path`](crate::Path) and every extractor of your own that is
/// [`Extracted`](manila::validate::Extracted). A request that these refuse is answered as they do;
/// for a value that they have read, all broken rules are reported at once, as the condition
/// `validation` (422) with a violation each. [`manila::validate`] lists the rules.
///
/// Rules that take arguments can be checked in the handler; see
/// [`manila::validate::validator_errors`].
///
/// ```
/// use actix_web::{App, body::to_bytes, test, web};
/// use manila::FieldNames;
/// use manila_actix::{EnvelopeLayer, Envelopes, Json, validator::Valid};
/// use serde_json::json;
///
/// #[derive(serde::Deserialize, validator::Validate, FieldNames)]
/// #[serde(rename_all = "camelCase")]
/// struct Signup {
///     #[validate(email)]
///     mail_address: String,
///     #[validate(range(min = 18))]
///     age: u8,
/// }
///
/// async fn sign_up(Valid(Json(signup)): Valid<Json<Signup>>) -> String {
///     format!("{} is {}", signup.mail_address, signup.age)
/// }
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new()
///     .wrap(EnvelopeLayer::new(Envelopes::default()))
///     .route("/", web::post().to(sign_up));
///
/// let app = test::init_service(app).await;
/// let body = json!({"mailAddress": "ada", "age": 18});
/// let request = test::TestRequest::post().set_json(body).to_request();
/// let response = test::call_service(&app, request).await;
/// assert_eq!(response.status(), 422);
/// let body = to_bytes(response.into_body()).await.unwrap();
/// assert!(body.ends_with(br#""pointer":"/mailAddress"}]}}}"#));
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Valid<E>(pub E);

derefs!(Valid);

impl<E> Valid<E>
where
    E: Extracted<Value: ::validator::Validate + FieldNames>,
{
    fn check(extracted: E) -> Result<Self, Fault> {
        validator(extracted.value(), E::INPUT)?;
        Ok(Self(extracted))
    }
}

impl<E> FromRequest for Valid<E>
where
    E: FromRequest + Extracted<Value: ::validator::Validate + FieldNames>,
{
    type Error = actix_web::Error;
    type Future = Validating<E::Future, E, Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        Validating::new(E::from_request(request, payload), Self::check)
    }
}
