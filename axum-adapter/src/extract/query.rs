//! Queries: parameters of the URI, which are all text.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use http::Uri;
use http::request::Parts;
use manila::extract::query;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::newtype::newtype;

/// The query of the request's URI.
///
/// A query that cannot be read is refused with the condition `invalid_query` (400) and a violation
/// that names the parameter. A request without a query has an empty one, so that optional members
/// of the type are `None`. A list has the values of all parameters of its name (`?tag=a&tag=b`). A type
/// that no query can fit is the service's own mistake: the condition `internal`.
///
/// ```
/// use axum::{Router, body::Body, routing::get};
/// use http::Request;
/// use manila_axum::{Envelopes, Query, RouterExt};
/// use tower::ServiceExt;
///
/// #[derive(serde::Deserialize)]
/// struct Page { limit: u8 }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let list = async |Query(page): Query<Page>| page.limit.to_string();
/// let app = Router::new().route("/apps", get(list)).with_envelope(Envelopes::default());
/// let request = Request::get("/apps?limit=many").body(Body::empty()).unwrap();
/// assert_eq!(app.oneshot(request).await.unwrap().status(), 400);
/// # }
/// ```
///
/// `Option<Query<T>>` is `None` where the URI has no query; one that is empty or cannot be read is
/// refused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Query<T>(pub T);

newtype!(Query);

impl<T: DeserializeOwned> Query<T> {
    /// Reads the query of a URI, as the extractor does that of a request.
    ///
    /// # Errors
    ///
    /// As of [`manila::extract::query`].
    ///
    /// ```
    /// use http::Uri;
    /// use manila_axum::Query;
    ///
    /// let uri = Uri::from_static("/apps?limit=7");
    /// let Query(pairs) = Query::<Vec<(String, u8)>>::try_from_uri(&uri).unwrap();
    /// assert_eq!(pairs, [("limit".to_owned(), 7)]);
    /// ```
    pub fn try_from_uri(uri: &Uri) -> Result<Self, Error> {
        Ok(Self(query(uri.query().unwrap_or_default())?))
    }
}

impl<T: DeserializeOwned, S: Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        Self::try_from_uri(&parts.uri)
    }
}

impl<T: DeserializeOwned, S: Sync> OptionalFromRequestParts<S> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Error> {
        let value = parts.uri.query().map(query).transpose()?;
        Ok(value.map(Self))
    }
}
