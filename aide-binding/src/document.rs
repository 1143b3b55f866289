//! The step that completes a document.

use aide::openapi::OpenApi;
use manila::Envelopes;
use manila_openapi::Contract;
use manila_openapi::bindings::{complete, lost};

use crate::error::Error;

/// Completes a document of aide's with the errors of the service.
///
/// Call it once, on the document that `finish_api` has filled. A transform of `finish_api_with` is
/// too early: the schemas of the service's types are added after it.
///
/// ```
/// use aide::axum::{ApiRouter, routing::get};
/// use aide::openapi::OpenApi;
/// use manila::Envelopes;
/// use manila_aide::Document;
///
/// let mut api = OpenApi::default();
/// let _: axum::Router = ApiRouter::new().api_route("/", get(async || "hello")).finish_api(&mut api);
/// Envelopes::problem().document(&mut api)?;
/// // What the framework answers.
/// let responses = serde_json::to_value(&api).unwrap()["paths"]["/"]["get"]["responses"].clone();
/// assert!(responses.get("500").is_some());
/// # Ok::<(), manila_aide::Error>(())
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
    /// use aide::axum::{ApiRouter, routing::get};
    /// use aide::openapi::OpenApi;
    /// use manila::Envelopes;
    /// use manila_aide::{Document, Layout};
    ///
    /// let mut api = OpenApi::default();
    /// let _: axum::Router = ApiRouter::new().api_route("/", get(async || "hello")).finish_api(&mut api);
    /// // One type of error for each operation.
    /// Envelopes::ok_error().document_with(&mut api, |contract| contract.layout(Layout::PerOperation))?;
    /// let responses = serde_json::to_value(&api).unwrap()["paths"]["/"]["get"]["responses"].clone();
    /// assert!(responses.get("5XX").is_some());
    /// # Ok::<(), manila_aide::Error>(())
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
        // aide reads its version from a text alone.
        let text = document.to_string();
        let completed: OpenApi = serde_json::from_str(&text).map_err(Error::json)?;
        // aide drops what its types do not know, and adds some defaults.
        let written = serde_json::to_value(&completed).map_err(Error::json)?;
        if let Some(pointer) = lost(&document, &written) {
            return Err(Error::lost(pointer));
        }
        *api = completed;
        Ok(())
    }
}
