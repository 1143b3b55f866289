//! Rejections of axum's extractors, for `?` and for whoever maps them: `WithRejection` of axum-extra, say.
//!
//! The adapter's error takes whatever is `IntoFault`, so that nobody but this crate can say what these
//! are (the orphan rule).

use axum::Error;
use axum::extract::rejection as of;

use super::{IntoFault, fault_of_body};
use crate::fault::{Fault, FrameworkWords};

/// The impls for types that have the status and the text of their response.
macro_rules! rejections {
    ($($rejection:path,)+) => {$(
        /// What the layer makes of the response that axum has for it: the status decides about the code,
        /// and the text of a 4xx is the reason.
        impl IntoFault for $rejection {
            fn to_fault(&self) -> Fault {
                let status = self.status().as_u16();
                Fault::of_framework(status, FrameworkWords::Plain, self.body_text())
            }
        }
    )+};
}

rejections! {
    of::BytesRejection,
    of::ExtensionRejection,
    of::FailedToBufferBody,
    of::FailedToDeserializeForm,
    of::FailedToDeserializeFormBody,
    of::FailedToDeserializePathParams,
    of::FailedToDeserializeQueryString,
    of::FormRejection,
    of::InvalidFormContentType,
    of::InvalidUtf8,
    of::InvalidUtf8InPathParam,
    of::JsonDataError,
    of::JsonRejection,
    of::JsonSyntaxError,
    of::LengthLimitError,
    of::MatchedPathMissing,
    of::MatchedPathRejection,
    of::MissingExtension,
    of::MissingJsonContentType,
    of::MissingPathParams,
    of::NestedPathRejection,
    of::PathRejection,
    of::QueryRejection,
    of::RawFormRejection,
    of::RawPathParamsRejection,
    of::StringRejection,
    of::UnknownBodyError,
}

#[cfg(feature = "axum-08-multipart")]
rejections! {
    axum::extract::multipart::InvalidBoundary,
    axum::extract::multipart::MultipartError,
    axum::extract::multipart::MultipartRejection,
}

#[cfg(feature = "axum-08-ws")]
rejections! {
    axum::extract::ws::rejection::WebSocketUpgradeRejection,
}

/// A body that ends with an error, while a handler reads it: the condition `body_too_large` where a layer
/// limits its length, `timeout` where one limits its time, else `bad_request`.
impl IntoFault for Error {
    fn to_fault(&self) -> Fault {
        fault_of_body(self)
    }
}
