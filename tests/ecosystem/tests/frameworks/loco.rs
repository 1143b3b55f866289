//! loco: `after_routes` of an app's hooks is around its own middlewares, and its routers are axum's.

use async_trait::async_trait;
use loco_rs::app::{AppContext, Hooks};
use loco_rs::bgworker::Queue;
use loco_rs::boot::{BootResult, StartMode, create_app};
use loco_rs::config::Config;
use loco_rs::controller::{AppRoutes, Routes};
use loco_rs::environment::Environment;
use loco_rs::prelude::{Json, get, post};
use loco_rs::task::Tasks;
use loco_rs::{Error, Result};
use manila_axum::EnvelopeLayer;
use manila_ecosystem::{ApiError, SECRET, Server, envelopes};
use serde_json::{Value, json};

struct App;

#[async_trait]
impl Hooks for App {
    fn app_name() -> &'static str {
        "neighbour"
    }

    async fn boot(
        mode: StartMode,
        environment: &Environment,
        config: Config,
    ) -> Result<BootResult> {
        create_app::<Self>(mode, environment, config).await
    }

    // The process has one logger, which is not this app's.
    fn init_logger(_: &AppContext) -> Result<bool> {
        Ok(true)
    }

    fn routes(_: &AppContext) -> AppRoutes {
        let routes = Routes::new()
            .add("/ok", get(async || "all is well"))
            .add("/text", get(fails))
            .add("/fault", get(async || ApiError::PlanLimitExceeded))
            .add("/panic", get(panics))
            .add("/echo", post(async |body: Json<Value>| body));
        AppRoutes::empty().add_route(routes)
    }

    async fn after_routes(router: axum::Router, _: &AppContext) -> Result<axum::Router> {
        Ok(router.layer(EnvelopeLayer::new(envelopes())))
    }

    async fn connect_workers(_: &AppContext, _: &Queue) -> Result<()> {
        Ok(())
    }

    fn register_tasks(_: &mut Tasks) {}
}

async fn fails() -> Result<String> {
    Err(Error::string(SECRET))
}

async fn panics() -> &'static str {
    panic!("{SECRET}")
}

#[tokio::test]
async fn errors_of_loco_are_envelopes() {
    let config = json!({
        "logger": { "enable": false, "level": "info", "format": "json" },
        "workers": { "mode": "ForegroundBlocking" },
        "server": { "port": 0, "host": "http://localhost", "middlewares": {} },
    });
    let config: Config = serde_json::from_value(config).unwrap();
    let booted = App::boot(StartMode::ServerOnly, &Environment::Test, config)
        .await
        .unwrap();
    let server = Server::of(booted.router.unwrap()).await;
    server.get("/ok").await.assert_success();
    server.assert_foreign_errors().await;
    server
        .get("/fault")
        .await
        .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
    server
        .get("/echo")
        .await
        .assert_envelope(405, "method_not_allowed");
    let json = &[("content-type", "application/json")];
    server
        .post("/echo", json, "{")
        .await
        .assert_envelope(400, "bad_request");
    server.post("/echo", json, "{}").await.assert_success();
}
