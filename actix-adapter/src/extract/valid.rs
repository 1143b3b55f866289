//! Values that are checked once they have been read.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use manila::Fault;
use manila::extract::{KeepBody, SentBody};
use manila::validate::{Extracted, Input};

use pin_project_lite::pin_project;

#[cfg(feature = "json-all")]
use super::JsonAll;
use super::{Form, Json, Path, Query};
use crate::error::Error;

macro_rules! extracted {
    ($($extractor:ident: $input:ident;)*) => {$(
        impl<T> Extracted for $extractor<T> {
            type Value = T;
            const INPUT: Input = Input::$input;

            fn value(&self) -> &T {
                &self.0
            }
        }
    )*};
}

extracted! {
    Json: Body;
    Form: Body;
    Query: Parameters;
    Path: Parameters;
}

#[cfg(feature = "json-all")]
extracted! {
    JsonAll: Body;
}

pin_project! {
    /// Checks what another extractor has read.
    pub struct Validating<F, E, V> {
        #[pin]
        reading: KeepBody<F>,
        check: fn(E) -> Result<V, Fault>,
    }
}

impl<F, E, V> Validating<F, E, V> {
    pub(super) const fn new(reading: F, check: fn(E) -> Result<V, Fault>) -> Self {
        Self {
            reading: KeepBody::new(reading),
            check,
        }
    }
}

impl<F, E, V, R> Future for Validating<F, E, V>
where
    F: Future<Output = Result<E, R>>,
    R: Into<actix_web::Error>,
{
    type Output = Result<V, actix_web::Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let (extracted, body) = ready!(this.reading.poll(cx));
        let extracted = extracted.map_err(Into::into)?;
        let checked = SentBody::during(body, || (this.check)(extracted));
        Poll::Ready(checked.map_err(|fault| Error::from(fault).into()))
    }
}

impl<F, E, V> fmt::Debug for Validating<F, E, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Validating").finish_non_exhaustive()
    }
}
