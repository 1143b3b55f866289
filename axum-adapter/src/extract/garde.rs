//! Values that garde has checked.
//!
//! The rules become violations in core; this file connects them with the framework's extractors.

use axum::extract::Request;
use http::request::Parts;
use manila::validate::{Extracted, Input, garde};
use manila::{Fault, FieldNames};

use super::valid::{checks, input_of, read};
use crate::error::Error;
use crate::newtype::derefs;

/// The value of another extractor, checked by the rules of garde.
///
/// It goes around [`Json`](crate::Json), [`Form`](crate::Form), [`Query`](crate::Query),
/// [`Path`](crate::Path) and every extractor of your own that is
/// [`Extracted`](manila::validate::Extracted). A request that these refuse is answered as they do;
/// for a value that they have read, all broken rules are reported at once, as the condition
/// `validation` (422) with a violation each. [`manila::validate`] lists the rules. A broken rule of
/// a form has a pointer as its place, or the name of a parameter where the form is a query.
///
/// The context of garde's rules is the default one. Where it has to come from elsewhere, the value
/// can be checked in the handler, by [`manila::validate::garde`].
///
/// ```
/// use axum::{Router, body::Body, routing::post};
/// use http::{Request, header};
/// use http_body_util::BodyExt;
/// use manila::FieldNames;
/// use manila_axum::{Envelopes, Json, RouterExt, garde::Valid};
/// use tower::ServiceExt;
///
/// #[derive(serde::Deserialize, garde::Validate, FieldNames)]
/// #[serde(rename_all = "camelCase")]
/// struct Signup {
///     #[garde(email)]
///     mail_address: String,
///     #[garde(range(min = 18))]
///     age: u8,
/// }
///
/// async fn sign_up(Valid(Json(signup)): Valid<Json<Signup>>) -> String {
///     format!("{} is {}", signup.mail_address, signup.age)
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let app = Router::new().route("/", post(sign_up)).with_envelope(Envelopes::default());
/// let request = Request::post("/").header(header::CONTENT_TYPE, "application/json");
/// let request = request.body(Body::from(r#"{"mailAddress":"ada","age":18}"#)).unwrap();
/// let response = app.oneshot(request).await.unwrap();
/// assert_eq!(response.status(), 422);
/// let body = response.into_body().collect().await.unwrap().to_bytes();
/// assert!(body.ends_with(br#""pointer":"/mailAddress"}]}}}"#));
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Valid<E>(pub E);

derefs!(Valid);

impl<E> Valid<E>
where
    E: Extracted<Value: ::garde::Validate<Context: Default> + FieldNames>,
{
    fn check(extracted: E, input: Input) -> Result<Self, Fault> {
        garde(extracted.value(), &Default::default(), input)?;
        Ok(Self(extracted))
    }
}

checks!(Valid: ::garde::Validate<Context: Default> + FieldNames);
