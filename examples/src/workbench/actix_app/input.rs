//! The routes that read input: with Manila's extractors, or bare with actix-web's own.

use actix_web::{HttpResponse, web};
use garde::Validate;
use manila_actix::garde::Valid;
use manila_actix::{Form, Json, Path, Query};
use serde_json::json;

use super::resource::{get, post};
use crate::workbench::input::{Account, Id, Page, Signup, UPLOAD_LIMIT};
use crate::workbench::options::Options;

pub(super) fn routes(config: &mut web::ServiceConfig, options: &Options) {
    if options.bare {
        config
            .service(post("/json", async |body: web::Json<Signup>| check(&*body)))
            .service(post("/form", async |body: web::Form<Account>| {
                check(&*body)
            }))
            .service(get(options, "/query", async |query: web::Query<Page>| {
                check(&*query)
            }))
            .service(get(options, "/path/{id}", async |_: web::Path<Id>| done()));
    } else {
        config
            .service(post("/json", async |_: Valid<Json<Signup>>| done()))
            .service(post("/form", async |_: Valid<Form<Account>>| done()))
            .service(get(options, "/query", async |_: Valid<Query<Page>>| done()))
            .service(get(options, "/path/{id}", async |_: Path<Id>| done()));
    }
    config
        .service(post("/own/json", async |_: web::Json<Signup>| done()))
        .service(
            post("/upload", async |_: web::Bytes| done())
                .app_data(web::PayloadConfig::new(UPLOAD_LIMIT)),
        );
}

fn done() -> HttpResponse {
    HttpResponse::Ok().json(json!({ "ok": true }))
}

/// What a service without Manila tends to make of a report.
fn check(input: &impl Validate<Context = ()>) -> HttpResponse {
    match input.validate() {
        Ok(()) => done(),
        Err(report) => HttpResponse::UnprocessableEntity().body(report.to_string()),
    }
}
