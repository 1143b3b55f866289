//! Queries.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use manila::extract::query;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// The query of the request's URI.
///
/// What cannot be read is refused with the condition `invalid_query`, which names the parameter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(query(request.query_string()).map(Self).map_err(Error::from))
    }
}
