//! Parameters of the path.

use std::future::{Ready, ready};

use actix_router::PathDeserializer;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use manila::extract::path;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// The parameters of the resource's path, as the framework's own `Path` reads them.
///
/// What cannot be read is refused with the condition `invalid_path`, which names the parameter. A
/// type that does not fit the resource is the service's own mistake: the condition `internal`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Path<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let parameters = request.match_info();
        let name_at = |at| {
            let name = parameters.iter().nth(at).map(|(name, _)| name);
            name.map(ToOwned::to_owned)
        };
        ready(
            path(PathDeserializer::new(parameters), name_at)
                .map(Self)
                .map_err(Error::from),
        )
    }
}
