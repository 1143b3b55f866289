//! The values of extractors, for validators.

use http::Method;
use manila::validate::{Extracted, Input};

#[cfg(feature = "json-all")]
use super::JsonAll;
use super::{Form, Json, Path, Query};

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
