//! The values of extractors, for validators.

use http::Method;
use manila::Fault;
use manila::extract::{KeepBody, SentBody};
use manila::validate::{Extracted, Input};

#[cfg(feature = "json-all")]
use super::JsonAll;
use super::{Form, Json, Path, Query};
use crate::error::Error;

macro_rules! extracted {
    ($($extractor:ident: $input:ident $(, $of_get:ident with GET)?;)*) => {$(
        impl<T> Extracted for $extractor<T> {
            type Value = T;
            const INPUT: Input = Input::$input;
            $(const INPUT_OF_GET: Input = Input::$of_get;)?

            fn value(&self) -> &T {
                &self.0
            }
        }
    )*};
}

extracted! {
    Json: Body;
    Form: Body, Parameters with GET;
    Query: Parameters;
    Path: Parameters;
}

#[cfg(feature = "json-all")]
extracted! {
    JsonAll: Body;
}

/// The part of the request that an extractor has read with this method.
pub(super) fn input_of<E: Extracted>(method: &Method) -> Input {
    match *method {
        Method::GET | Method::HEAD => E::INPUT_OF_GET,
        _ => E::INPUT,
    }
}

/// Waits for what an extractor reads of a request's body, and checks it while the body is known.
pub(super) async fn read<T, R: Into<Error>, V>(
    extracting: impl Future<Output = Result<T, R>>,
    check: impl FnOnce(T) -> Result<V, Fault>,
) -> Result<V, Error> {
    let (extracted, body) = KeepBody::new(extracting).await;
    let extracted = extracted.map_err(Into::into)?;
    Ok(SentBody::during(body, || check(extracted))?)
}

/// Makes a `Valid` with a function `check` an extractor wherever the one inside is one, whose value has
/// these traits.
macro_rules! checks {
    ($Valid:ident: $($bound:tt)+) => {
        impl<E, S> axum::extract::FromRequest<S> for $Valid<E>
        where
            E: axum::extract::FromRequest<S, Rejection: Into<Error>> + Extracted<Value: $($bound)+>,
            S: Send + Sync,
        {
            type Rejection = Error;

            async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
                let input = input_of::<E>(request.method());
                read(E::from_request(request, state), |it| Self::check(it, input)).await
            }
        }

        impl<E, S> axum::extract::FromRequestParts<S> for $Valid<E>
        where
            E: axum::extract::FromRequestParts<S, Rejection: Into<Error>>
                + Extracted<Value: $($bound)+>,
            S: Send + Sync,
        {
            type Rejection = Error;

            async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
                let input = input_of::<E>(&parts.method);
                let extracted = E::from_request_parts(parts, state).await;
                Ok(Self::check(extracted.map_err(Into::into)?, input)?)
            }
        }

        impl<E, S> axum::extract::OptionalFromRequest<S> for $Valid<E>
        where
            E: axum::extract::OptionalFromRequest<S, Rejection: Into<Error>>
                + Extracted<Value: $($bound)+>,
            S: Send + Sync,
        {
            type Rejection = Error;

            async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Error> {
                let input = input_of::<E>(request.method());
                let check = |it: Option<E>| it.map(|it| Self::check(it, input)).transpose();
                read(E::from_request(request, state), check).await
            }
        }

        impl<E, S> axum::extract::OptionalFromRequestParts<S> for $Valid<E>
        where
            E: axum::extract::OptionalFromRequestParts<S, Rejection: Into<Error>>
                + Extracted<Value: $($bound)+>,
            S: Send + Sync,
        {
            type Rejection = Error;

            async fn from_request_parts(
                parts: &mut Parts,
                state: &S,
            ) -> Result<Option<Self>, Error> {
                let input = input_of::<E>(&parts.method);
                let extracted = E::from_request_parts(parts, state).await;
                let extracted = extracted.map_err(Into::into)?;
                Ok(extracted.map(|it| Self::check(it, input)).transpose()?)
            }
        }
    };
}
pub(super) use checks;
