//! Why a document could not be completed.

use std::fmt;

/// Why a document could not be completed.
///
/// ```
/// use manila::Envelopes;
/// use manila_utoipa::Document;
/// use utoipa::OpenApi;
///
/// #[derive(Debug, thiserror::Error, manila::ErrorCode, manila_utoipa::IntoResponses)]
/// #[error_code(catalog = "billing")]
/// enum BillingError {
///     #[error("The card was refused.")]
///     #[error_code(status = 402)]
///     CardRefused,
/// }
///
/// #[utoipa::path(post, path = "/cards", responses(BillingError))]
/// async fn charge() {}
///
/// #[derive(OpenApi)]
/// #[openapi(paths(charge))]
/// struct Api;
///
/// let error = Envelopes::ok_error().document(&mut Api::openapi()).unwrap_err();
/// assert!(error.to_string().contains("the contract has no catalog \"billing\""));
/// ```
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    Contract(manila_openapi::Error),
    Json(serde_json::Error),
    Lost(String),
}

impl Error {
    pub(crate) const fn contract(error: manila_openapi::Error) -> Self {
        Self(Kind::Contract(error))
    }

    pub(crate) const fn json(error: serde_json::Error) -> Self {
        Self(Kind::Json(error))
    }

    /// At this place of the document (a JSON Pointer, RFC 6901) is something that the types of the
    /// crate cannot hold.
    pub(crate) const fn lost(pointer: String) -> Self {
        Self(Kind::Lost(pointer))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Contract(error) => fmt::Display::fmt(error, f),
            Kind::Json(error) => write!(f, "the document cannot be written as JSON: {error}"),
            Kind::Lost(pointer) => {
                write!(f, "utoipa cannot hold what the document has at `{pointer}`")
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Kind::Contract(error) => error.source(),
            Kind::Json(error) => Some(error),
            Kind::Lost(_) => None,
        }
    }
}
