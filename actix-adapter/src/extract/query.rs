//! Queries: parameters of the URI, which are all text.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use manila::extract::query;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::newtype::newtype;

/// The query of the request's URI.
///
/// A query that cannot be read is refused with the condition `invalid_query` (400) and a violation
/// that names the parameter. A request without a query has an empty one, so that optional members
/// of the type are `None`. A list has the values of all parameters of its name (`?tag=a&tag=b`). A type
/// that no query can fit is the service's own mistake: the condition `internal`.
///
/// ```
/// use actix_web::{App, body::to_bytes, test, web};
/// use manila_actix::{EnvelopeLayer, Query};
///
/// #[derive(serde::Deserialize)]
/// struct Page { limit: u8 }
///
/// # #[actix_web::main]
/// # async fn main() {
/// let list = async |Query(page): Query<Page>| page.limit.to_string();
/// let app = App::new().wrap(EnvelopeLayer::default()).route("/apps", web::get().to(list));
///
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::get().uri("/apps?limit=many").to_request();
/// let response = test::call_service(&app, request).await;
/// assert_eq!(response.status(), 400);
/// let body = to_bytes(response.into_body()).await.unwrap();
/// assert!(body.ends_with(br#""parameter":"limit","details":{"expected":"integer"}}]}}}"#));
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[must_use]
pub struct Query<T>(pub T);

newtype!(Query);

impl<T: DeserializeOwned> Query<T> {
    /// Reads a query, without its question mark, as the extractor does that of a request.
    ///
    /// # Errors
    ///
    /// As of [`manila::extract::query`].
    ///
    /// ```
    /// use manila_actix::Query;
    ///
    /// let Query(pairs) = Query::<Vec<(String, u8)>>::from_query("limit=7").unwrap();
    /// assert_eq!(pairs, [("limit".to_owned(), 7)]);
    /// ```
    pub fn from_query(text: &str) -> Result<Self> {
        Ok(Self(query(text)?))
    }
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::from_query(request.query_string()))
    }
}
