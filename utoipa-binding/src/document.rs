//! The step that completes a document.

use manila::Envelopes;
use manila_openapi::Contract;
use manila_openapi::bindings::complete;
use utoipa::openapi::OpenApi;

use crate::error::Error;
use crate::write::write;

/// Completes a document of utoipa's with the errors of the service.
///
/// Call it once, on the finished document: of [`OpenApi`](utoipa::OpenApi::openapi), or of the
/// routers of `utoipa-axum` and `utoipa-actix-web` (`split_for_parts`).
///
/// ```
/// use manila::Envelopes;
/// use manila_utoipa::Document;
/// use utoipa::OpenApi;
///
/// #[utoipa::path(get, path = "/apps/{id}", responses((status = 200, description = "An app.")))]
/// async fn read_app() {}
///
/// #[derive(OpenApi)]
/// #[openapi(paths(read_app))]
/// struct Api;
///
/// let mut api = Api::openapi();
/// Envelopes::problem().document(&mut api)?;
/// // What the framework answers.
/// let responses = &api.paths.paths["/apps/{id}"].get.as_ref().unwrap().responses.responses;
/// assert!(responses.contains_key("404") && responses.contains_key("500"));
/// # Ok::<(), manila_utoipa::Error>(())
/// ```
pub trait Document {
    /// Adds the responses of errors to each operation, and their schemas to the components, in the
    /// shape that the service sends. What an operation declares stays as it is.
    ///
    /// # Errors
    ///
    /// If the errors cannot be written, because an operation names a catalog that is not the
    /// service's, say. The document is as it was then.
    fn document(&self, api: &mut OpenApi) -> Result<(), Error> {
        self.document_with(api, |contract| contract)
    }

    /// Does what [`document`](Self::document) does, with settings of the [`Contract`]: further
    /// catalogs, or another layout for generators that need one.
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
    /// let mut api = Api::openapi();
    /// let envelopes = Envelopes::ok_error();
    /// assert!(envelopes.document(&mut api).is_err());
    /// envelopes.document_with(&mut api, |contract| contract.and_catalog(BillingError::CATALOG))?;
    /// # Ok::<(), manila_utoipa::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As of [`document`](Self::document).
    fn document_with(
        &self,
        api: &mut OpenApi,
        settings: impl FnOnce(Contract) -> Contract,
    ) -> Result<(), Error>;
}

impl Document for Envelopes {
    fn document_with(
        &self,
        api: &mut OpenApi,
        settings: impl FnOnce(Contract) -> Contract,
    ) -> Result<(), Error> {
        let contract = settings(Contract::from_envelopes(self).only_marked());
        let mut document = serde_json::to_value(&*api).map_err(Error::json)?;
        complete(&contract, &mut document).map_err(Error::contract)?;
        write(&document, api)
    }
}
