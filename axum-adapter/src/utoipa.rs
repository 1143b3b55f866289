//! The traits of utoipa.
//!
//! Its macro knows the bodies `Json` and `Form` in the signature of a handler by these names; there is no
//! trait for others.

#[cfg(feature = "extract")]
use manila_utoipa::__private::{IntoParams, Parameter, ParameterIn, json};
use manila_utoipa::__private::{IntoResponses, Responses, ToSchema, any_code, reply};

use crate::{Error, Reply};
#[cfg(feature = "extract")]
use crate::{Json, Path, Query};

impl IntoResponses for Error {
    fn responses() -> Responses {
        any_code()
    }
}

impl<T: ToSchema> IntoResponses for Reply<T> {
    fn responses() -> Responses {
        reply::<T>()
    }
}

#[cfg(feature = "extract")]
impl<T: ToSchema> IntoResponses for Json<T> {
    fn responses() -> Responses {
        json::<T>()
    }
}

#[cfg(feature = "extract")]
impl<T: IntoParams> IntoParams for Query<T> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        T::into_params(|| Some(ParameterIn::Query))
    }
}

#[cfg(feature = "extract")]
impl<T: IntoParams> IntoParams for Path<T> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        T::into_params(|| Some(ParameterIn::Path))
    }
}

#[cfg(feature = "garde-023")]
impl<E: IntoParams> IntoParams for crate::garde::Valid<E> {
    fn into_params(place: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        E::into_params(place)
    }
}

#[cfg(feature = "validator-021")]
impl<E: IntoParams> IntoParams for crate::validator::Valid<E> {
    fn into_params(place: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        E::into_params(place)
    }
}
