//! The values of extractors, for validators.

use manila::validate::{Extracted, Input};

#[cfg(feature = "json-all")]
use super::JsonAll;
use super::{Form, Json, Path, Query};

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
