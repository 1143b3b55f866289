//! The routes that read input: with Manila's extractors, or bare with actix-web's own.

use actix_multipart::form::text::Text;
use actix_multipart::form::{MultipartForm, MultipartFormConfig, bytes as multipart};
use actix_web::{HttpResponse, web};
use garde::Validate;
use manila_actix::garde::Valid;
use manila_actix::{Form, InputConfig, Json, Path, Query};
use serde_json::json;

use super::resource::{get, post};
use crate::workbench::input::{Account, Id, Page, Signup, UPLOAD_LIMIT};
use crate::workbench::options::Options;
use crate::workbench::shapes::{
    Adult, Alias, BULK_LIMIT, Bulk, Flat, Limits, Lists, MULTIPART_LIMIT, Role, Shape, Shapes,
};

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
            .service(get(options, "/path/{id}", async |_: Path<Id>| done()))
            .configure(|config| shapes(config, options));
    }
    config
        .service(post("/own/json", async |_: web::Json<Signup>| done()))
        .service(
            post("/upload", async |_: web::Bytes| done())
                .app_data(web::PayloadConfig::new(UPLOAD_LIMIT)),
        );
}

/// Each reads one kind of input.
fn shapes(config: &mut web::ServiceConfig, options: &Options) {
    let bulk = input_config(options).body_limit(BULK_LIMIT);
    let parts = MultipartFormConfig::default().total_limit(MULTIPART_LIMIT);
    config
        .service(post("/tagged", async |_: Json<Shape>| done()))
        .service(post("/tagged/list", async |_: Json<Shapes>| done()))
        .service(post("/flat", async |_: Valid<Json<Flat>>| done()))
        .service(post("/alias", async |_: Valid<Json<Alias>>| done()))
        .service(post("/map", async |_: Valid<Json<Limits>>| done()))
        .service(get(options, "/list", async |_: Query<Lists>| done()))
        .service(get(options, "/role/{role}", async |_: Path<Role>| done()))
        .service(get(options, "/small/{n}", async |_: Path<u8>| done()))
        .service(get(
            options,
            "/pair/{n}/{role}",
            async |_: Path<(u8, Role)>| done(),
        ))
        .service(get(options, "/form-get", async |_: Valid<Form<Adult>>| {
            done()
        }))
        .service(post("/empty-ok", async |_: Option<Json<Signup>>| done()))
        .service(post("/bulk", async |_: Valid<Json<Bulk>>| done()).app_data(bulk))
        .service(post("/multipart", async |_: MultipartForm<Parts>| done()).app_data(parts));
}

/// The form of `/multipart`.
#[derive(MultipartForm)]
struct Parts {
    #[expect(dead_code, reason = "read for its form alone")]
    file: multipart::Bytes,
    #[expect(dead_code, reason = "read for its form alone")]
    note: Text<String>,
}

/// How the routes read.
pub(super) fn input_config(options: &Options) -> InputConfig {
    let config = InputConfig::new();
    match options.max_nodes {
        Some(count) => config.max_nodes(count),
        None => config,
    }
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
