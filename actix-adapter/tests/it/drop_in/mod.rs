//! The extractors stand in the place of the framework's own: whatever a program does with those, it does
//! with these.

mod refusals;
mod traits;
mod uses;

use actix_web::App;
use actix_web::body::to_bytes;
use actix_web::http::Method;
use actix_web::test::{TestRequest, init_service, try_call_service};
use actix_web::web::ServiceConfig;
use manila_actix::{EnvelopeLayer, Envelopes};
use serde::{Deserialize, Serialize};

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
struct Seats {
    seats: u8,
}

impl std::fmt::Display for Seats {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} seats", self.seats)
    }
}

/// A request: method, path, media type and body, each of which may be empty.
type Sent = (&'static str, &'static str, &'static str, &'static str);

/// What a request is answered with: status, header and body.
#[derive(Debug, PartialEq)]
struct Answer {
    status: u16,
    code: String,
    header: Vec<(String, String)>,
    body: String,
}

async fn send(
    envelopes: Envelopes,
    routes: impl FnOnce(&mut ServiceConfig),
    (method, path, content_type, body): Sent,
) -> Answer {
    let app = App::new()
        .configure(routes)
        .wrap(EnvelopeLayer::new(envelopes));
    let app = init_service(app).await;
    let request = TestRequest::with_uri(path)
        .method(Method::from_bytes(method.as_bytes()).unwrap())
        .insert_header(("x-request-id", "abc-123"));
    let request = match content_type {
        "" => request,
        content_type => request.insert_header(("content-type", content_type)),
    };
    let request = request.set_payload(body).to_request();
    let response = match try_call_service(&app, request).await {
        Ok(response) => response.into_parts().1.map_into_boxed_body(),
        Err(error) => error.error_response(),
    };
    let header = response.headers().iter();
    let mut header: Vec<_> = header
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    header.sort();
    let code = response.headers().get("x-error-code");
    let code = code.map_or("", |code| code.to_str().unwrap()).to_owned();
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body()).await.unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    Answer {
        status,
        code,
        header,
        body,
    }
}
