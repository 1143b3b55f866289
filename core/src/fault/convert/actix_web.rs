//! Errors of actix-web's extractors and of what reads bodies with it, for `?` and for the error handlers of
//! their configurations.
//!
//! The adapter's error takes whatever is `IntoFault`, so that nobody but this crate can say what these
//! are (the orphan rule). `actix_web::Error` may hold a fault already, which the room `adapter` knows.

use actix_web::ResponseError;
use actix_web::error as of;

use super::IntoFault;
use crate::fault::{Fault, FrameworkWords};

/// The impls for errors whose response is their `Display` as plain text.
macro_rules! errors {
    ($($error:path,)+) => {$(
        /// What the layer makes of the response that actix-web has for it: the status decides about the
        /// code, and the text of a 4xx is the reason.
        impl IntoFault for $error {
            fn to_fault(&self) -> Fault {
                let status = self.status_code().as_u16();
                Fault::of_framework(status, FrameworkWords::Plain, self).because_text(self)
            }
        }
    )+};
}

errors! {
    of::BlockingError,
    of::ContentTypeError,
    of::JsonPayloadError,
    of::ParseError,
    of::PathError,
    of::PayloadError,
    of::QueryPayloadError,
    of::ReadlinesError,
    of::UrlGenerationError,
    of::UrlencodedError,
}
