//! A small service whose document says every answer that it gives.
//!
//! `contract-service STYLE` binds a free port of the loopback, prints its address as the one line of its output,
//! and serves until it is ended. `/openapi.json` is `service.json`, completed with the errors of `plans.toml`.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::get;
use axum::{Json as Answer, Router};
use manila::{Condition, Fault, Pointer, Status, Style, Violation};
use manila_axum::{EnvelopeLayer, Envelopes, Json, Path, Query, Result};
use manila_openapi::Contract;
use serde::{Deserialize, Serialize};
use serde_json::Value;

manila::catalog! { pub enum Plans = "../plans.toml" }

/// How many apps the plan includes.
const LIMIT: u64 = 5;

/// The first app is in the archive, the second one runs.
const ARCHIVED: u64 = 0;
const RUNNING: u64 = 1;

/// The second status of an app in the archive.
const GONE: Status = Status::new(410).expect("it is a status of HTTP");

#[derive(Clone)]
struct Apps(Arc<Mutex<BTreeMap<u64, String>>>);

#[derive(Serialize)]
struct App {
    id: u64,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewApp {
    name: String,
}

#[derive(Deserialize)]
struct Page {
    #[serde(default)]
    after: u64,
}

impl Apps {
    fn new() -> Self {
        let names = [(ARCHIVED, "old"), (RUNNING, "busy")];
        let apps = names.map(|(id, name)| (id, name.to_owned()));
        Self(Arc::new(Mutex::new(apps.into())))
    }

    fn with<T>(&self, act: impl FnOnce(&mut BTreeMap<u64, String>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn list(State(apps): State<Apps>, Query(page): Query<Page>) -> Result<Answer<Vec<App>>> {
    let app = |(id, name): (&u64, &String)| App {
        id: *id,
        name: name.clone(),
    };
    Ok(Answer(
        apps.with(|apps| apps.range(page.after..).map(app).collect()),
    ))
}

async fn create(
    State(apps): State<Apps>,
    Json(new): Json<NewApp>,
) -> Result<(StatusCode, Answer<App>)> {
    if !(1..=40).contains(&new.name.chars().count()) {
        let why = "A name has 1 to 40 characters.";
        let name = Violation::new(why).with_pointer(Pointer::root().member("name"));
        Err(Fault::detected(Condition::Validation).with_violation(name))?;
    }
    let app = apps.with(|apps| {
        if apps.values().any(|name| *name == new.name) {
            return Err(Plans::app_name_taken(&new.name));
        }
        if apps.len() as u64 >= LIMIT {
            return Err(Plans::plan_limit_exceeded(LIMIT));
        }
        let id = apps.keys().next_back().map_or(0, |last| last + 1);
        apps.insert(id, new.name.clone());
        Ok(App { id, name: new.name })
    })?;
    Ok((StatusCode::CREATED, Answer(app)))
}

async fn read(State(apps): State<Apps>, Path(id): Path<u64>) -> Result<Answer<App>> {
    if id == ARCHIVED {
        Err(Plans::app_archived("eu").with_status(GONE))?;
    }
    let name = apps.with(|apps| apps.get(&id).cloned());
    let name = name.ok_or(Plans::AppNotFound)?;
    Ok(Answer(App { id, name }))
}

async fn delete(State(apps): State<Apps>, Path(id): Path<u64>) -> Result<StatusCode> {
    if id == RUNNING {
        Err(Plans::AppRunning)?;
    }
    let app = apps.with(|apps| apps.remove(&id));
    app.ok_or(Plans::AppNotFound)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn sign_in(request: Request, next: Next) -> Result<Response> {
    match request.headers().get(AUTHORIZATION) {
        Some(token) if token == "Bearer let-me-in" => Ok(next.run(request).await),
        _ => Err(Plans::SignInRequired)?,
    }
}

fn app(envelopes: Envelopes, document: Value) -> Router {
    Router::new()
        .route("/apps", get(list).post(create))
        .route("/apps/{id}", get(read).delete(delete))
        .route_layer(from_fn(sign_in))
        .route("/health", get(async || StatusCode::OK))
        .route("/openapi.json", get(async || Answer(document)))
        .with_state(Apps::new())
        .layer(EnvelopeLayer::new(envelopes))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let style = match std::env::args().nth(1).as_deref() {
        Some("ok-error") => Style::ok_error(),
        Some("json-api") => Style::json_api(),
        Some("code-data") => Style::code_data(),
        Some("problem") => Style::problem(),
        _ => Err("the argument is one of ok-error, json-api, code-data, problem")?,
    };
    let envelopes = Envelopes::new(style).catalog(Plans::CATALOG);
    let mut document = serde_json::from_str(include_str!("../../service.json"))?;
    Contract::from_envelopes(&envelopes).complete(&mut document)?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    writeln!(std::io::stdout(), "http://{}", listener.local_addr()?)?;
    axum::serve(listener, app(envelopes, document)).await?;
    Ok(())
}
