//! Documents of the API: their routers are axum's in the end.

use aide::axum::ApiRouter;
use aide::axum::routing::get as api_get;
use aide::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use manila_ecosystem::ApiError;

use crate::placed;

#[utoipa::path(get, path = "/fault", responses((status = 402)))]
async fn refuse() -> Result<String, ApiError> {
    Err(ApiError::PlanLimitExceeded)
}

#[tokio::test]
async fn the_router_of_utoipa_is_enveloped() {
    let (router, api) = OpenApiRouter::<()>::new()
        .routes(routes!(refuse))
        .split_for_parts();
    assert!(api.paths.paths.contains_key("/fault"));
    for server in placed!(router) {
        server
            .get("/fault")
            .await
            .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        server
            .get("/missing")
            .await
            .assert_envelope(404, "not_found");
    }
}

/// aide asks each response for its schema. An enum of codes has none, so that the handler answers as
/// axum's `Response`.
async fn refuse_for_aide() -> axum::response::Response {
    use axum::response::IntoResponse as _;
    ApiError::PlanLimitExceeded.into_response()
}

#[tokio::test]
async fn the_router_of_aide_is_enveloped() {
    let mut api = OpenApi::default();
    let router: axum::Router = ApiRouter::new()
        .api_route("/fault", api_get(refuse_for_aide))
        .finish_api(&mut api);
    assert!(api.paths.unwrap().paths.contains_key("/fault"));
    for server in placed!(router) {
        server
            .get("/fault")
            .await
            .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        server
            .get("/missing")
            .await
            .assert_envelope(404, "not_found");
    }
}
