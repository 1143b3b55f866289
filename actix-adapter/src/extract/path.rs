//! Parameters of the path, by the framework's own deserializer.

use std::borrow::Cow;
use std::future::{Ready, ready};

use actix_router::{PathDeserializer, Quoter};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use manila::Fault;
use manila::extract::{path, unreadable_path};
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::newtype::newtype;

/// The parameters of the resource's path, as the framework's own `Path` reads them.
///
/// A parameter that cannot be read is refused with the condition `invalid_path` (400) and a
/// violation that names it. A
/// type that does not fit the resource is the service's own mistake: the condition `internal`.
///
/// ```
/// use actix_web::{App, body::to_bytes, test, web};
/// use manila_actix::{EnvelopeLayer, Path};
///
/// # #[actix_web::main]
/// # async fn main() {
/// let show = async |Path(id): Path<u32>| id.to_string();
/// let app = App::new().wrap(EnvelopeLayer::default()).route("/apps/{id}", web::get().to(show));
///
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::get().uri("/apps/first").to_request();
/// let response = test::call_service(&app, request).await;
/// assert_eq!(response.status(), 400);
/// let body = to_bytes(response.into_body()).await.unwrap();
/// assert!(body.ends_with(br#""parameter":"id","details":{"expected":"integer"}}]}}}"#));
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[must_use]
pub struct Path<T>(pub T);

newtype!(Path);

impl<T> AsRef<T> for Path<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned> FromRequest for Path<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request).map(Self).map_err(Error::from))
    }
}

fn read<T: DeserializeOwned>(request: &HttpRequest) -> std::result::Result<T, Fault> {
    let parameters = request.match_info();
    if let Some(name) = no_text(request) {
        return Err(unreadable_path(Some(name), None));
    }
    // The framework does not say which parameter it is about.
    T::deserialize(PathDeserializer::new(parameters)).or_else(|_| {
        let quoter = Quoter::new(b"", b"");
        path(parameters.iter().map(|(name, value)| {
            let decoded = quoter.requote(value.as_bytes());
            let value = match decoded {
                Some(bytes) => String::from_utf8_lossy(&bytes).into_owned().into(),
                None => Cow::Borrowed(value),
            };
            (name, value)
        }))
    })
}

/// The parameter whose bytes are no text. The framework has put replacement characters in their place.
fn no_text(request: &HttpRequest) -> Option<&str> {
    let mut parameters = request.match_info().iter();
    let (name, _) = parameters.find(|(_, value)| value.contains(char::REPLACEMENT_CHARACTER))?;
    let bytes = Quoter::new(b"", b"").requote(request.uri().path().as_bytes())?;
    str::from_utf8(&bytes).is_err().then_some(name)
}
