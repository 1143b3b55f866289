//! The service, as its clients have it.

use actix_notes::{ApiError, Service, app, client, open};
use actix_web::test::{TestRequest, init_service, read_body, try_call_service};
use manila_actix::recorder;
use manila_probe::assert_enveloped;

async fn service() -> Service {
    Service {
        database: open("sqlite::memory:").await.unwrap(),
        upstream: "http://127.0.0.1:9/word".to_owned(),
        client: client("127.0.0.1:9").unwrap(),
    }
}

#[actix_web::test]
async fn every_error_has_its_code() {
    let app = init_service(app(service().await).wrap(recorder::middleware())).await;
    let call = async |request: TestRequest, body: &'static str| {
        let request = request.insert_header(("content-type", "application/json")).set_payload(body);
        let request = request.peer_addr("127.0.0.1:9".parse().unwrap()).to_request();
        match try_call_service(&app, request).await {
            Ok(response) => {
                let status = response.status().as_u16();
                let code = response.headers().get("x-error-code").cloned();
                let body = read_body(response).await;
                let text = || String::from_utf8(body.to_vec()).unwrap();
                (status, code.map_or_else(text, |code| code.to_str().unwrap().to_owned()))
            }
            Err(error) => {
                let response = error.error_response();
                let code = response.headers().get("x-error-code").unwrap().to_str().unwrap().to_owned();
                (response.status().as_u16(), code)
            }
        }
    };
    let post = || TestRequest::post().uri("/notes");
    let signed_in = || post().insert_header(("authorization", "Bearer let-me-in"));
    let get = |path| TestRequest::get().uri(path);
    let note = r#"{"title":"Milk","text":"Two litres."}"#;
    assert_eq!(call(signed_in(), note).await.0, 201);
    for (request, body, expected) in [
        (signed_in(), note, (409, "TITLE_TAKEN")),
        (signed_in(), r#"{"title":"","text":""}"#, (422, "INVALID_NOTE")),
        (signed_in(), r#"{"title":7,"text":""}"#, (422, "INVALID_NOTE")),
        (signed_in(), "{", (400, "BAD_REQUEST")),
        (post(), note, (401, "SIGN_IN_REQUIRED")),
        (get("/notes/7"), "", (404, "NOTE_NOT_FOUND")),
        (get("/notes?after=x"), "", (400, "BAD_REQUEST")),
        (get("/word"), "", (502, "BAD_GATEWAY")),
        (TestRequest::delete().uri("/notes"), "", (405, "METHOD_NOT_ALLOWED")),
    ] {
        let (status, code) = call(request, body).await;
        assert_eq!((status, &*code), expected);
    }
    let (status, notes) = call(get("/notes"), "").await;
    assert_eq!((status, &*notes), (200, r#"[{"id":1,"title":"Milk","text":"Two litres."}]"#));
}

#[actix_web::test]
async fn every_error_is_an_envelope() {
    let service = service().await;
    assert_enveloped(move || app(service.clone()).wrap(recorder::middleware())).await;
}

/// `manila operations check --recorded …` compares this with what the other tests record.
#[test]
fn the_catalog_is_exported() {
    ApiError::CATALOG.write_json(concat!(env!("CARGO_MANIFEST_DIR"), "/errors.json")).unwrap();
}
