//! What cannot be documented is said, and the document is as it was.

#![expect(dead_code, reason = "the handlers are there to be documented")]

use manila::Envelopes;
use manila_utoipa::{Complete, Document};
use utoipa::OpenApi;

use crate::api::{ApiError, Note};
use crate::document::json;

/// The codes of a part of the service that has a catalog of its own.
#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_utoipa::IntoResponses)]
#[error_code(catalog = "billing", case = "SCREAMING_SNAKE_CASE")]
enum BillingError {
    #[error("The card was refused.")]
    #[error_code(status = 402)]
    CardRefused,
}

#[utoipa::path(post, path = "/cards", responses((status = 201, body = Note), BillingError))]
async fn charge() {}

#[derive(OpenApi)]
#[openapi(paths(charge))]
struct Billing;

fn envelopes() -> Envelopes {
    Envelopes::ok_error().catalog(ApiError::CATALOG)
}

#[test]
fn a_catalog_that_is_not_the_services_is_named() {
    let mut api = Billing::openapi();
    let error = envelopes().document(&mut api).unwrap_err().to_string();
    assert!(
        error.contains("billing") && error.contains("~1cards"),
        "{error}"
    );
    assert_eq!(json(&api), json(&Billing::openapi()));
}

#[test]
fn further_catalogs_are_given_with_the_settings() {
    let mut api = Billing::openapi();
    let more = |contract: manila_utoipa::Contract| contract.and_catalog(BillingError::CATALOG);
    envelopes().document_with(&mut api, more).unwrap();
    let responses = &json(&api)["paths"]["/cards"]["post"]["responses"];
    assert!(
        responses["402"].is_object() && responses["201"].is_object(),
        "{responses}"
    );
}

static INCOMPLETE: Complete = Complete::new(envelopes);

#[test]
fn a_modifier_leaves_its_error_in_the_document() {
    #[derive(OpenApi)]
    #[openapi(paths(charge), modifiers(&INCOMPLETE))]
    struct Modified;

    let document = json(&Modified::openapi());
    let error = document["x-manila-error"].as_str().unwrap();
    assert!(error.contains("billing"), "{error}");
}

#[test]
fn two_paths_that_are_the_same_are_named() {
    #[utoipa::path(get, path = "/notes/{id}", responses(ApiError))]
    async fn by_id() {}

    #[utoipa::path(put, path = "/notes/{number}", responses(ApiError))]
    async fn by_number() {}

    #[derive(OpenApi)]
    #[openapi(paths(by_id, by_number))]
    struct Twice;

    let mut api = Twice::openapi();
    let error = envelopes().document(&mut api).unwrap_err().to_string();
    assert_eq!(
        error,
        "/paths/~1notes~1{number}: this is the same path as `/notes/{id}`; have one name for each parameter"
    );
}
