//! The step that completes a document, for the attribute of utoipa's derive.

use manila::Envelopes;
use serde_json::Value;
use utoipa::Modify;
use utoipa::openapi::OpenApi;
use utoipa::openapi::extensions::Extensions;

use crate::document::Document;

/// [`Document`] for `#[openapi(modifiers(…))]`, which takes the name of a static.
///
/// A modifier cannot fail, so that an error stands in the document, as `x-manila-error` at its
/// root. Where the document is made by code of your own, call [`Document::document`] instead.
///
/// ```
/// use manila::Envelopes;
/// use manila_utoipa::Complete;
/// use utoipa::OpenApi;
///
/// #[derive(Debug, thiserror::Error, manila::ErrorCode, manila_utoipa::IntoResponses)]
/// enum ApiError {
///     #[error("The door is locked.")]
///     #[error_code(status = 423)]
///     Locked,
/// }
///
/// #[utoipa::path(get, path = "/door", responses(ApiError))]
/// async fn open() {}
///
/// static ERRORS: Complete = Complete::new(|| Envelopes::problem().catalog(ApiError::CATALOG));
///
/// #[derive(OpenApi)]
/// #[openapi(paths(open), modifiers(&ERRORS))]
/// struct Api;
///
/// let document = serde_json::to_value(Api::openapi()).unwrap();
/// let locked = &document["paths"]["/door"]["get"]["responses"]["423"];
/// assert!(!locked.is_null() && document.get("x-manila-error").is_none());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Complete(fn() -> Envelopes);

impl Complete {
    /// Creates the modifier of the service that has these settings.
    #[must_use]
    pub const fn new(envelopes: fn() -> Envelopes) -> Self {
        Self(envelopes)
    }
}

impl Modify for Complete {
    fn modify(&self, api: &mut OpenApi) {
        if let Err(error) = (self.0)().document(api) {
            let error = Value::String(error.to_string());
            let error = Extensions::from_iter([("x-manila-error", error)]);
            api.extensions.get_or_insert_default().merge(error);
        }
    }
}
