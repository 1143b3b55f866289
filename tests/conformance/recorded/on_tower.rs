//! The app as a tower service, which tells its routes itself.

use std::net::TcpListener;
use std::path::Path;

use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use manila::{Condition, Fault};
use manila_tower::{EnvelopeLayer, recorder};
use tower::make::Shared;
use tower::{ServiceBuilder, service_fn};

use crate::servers::serve_by;

use super::app::{ApiError, OWN, envelopes};

/// The template of the route that takes a path, and whether it takes the method.
fn route(method: &Method, path: &str) -> Option<(&'static str, bool)> {
    let segments: Vec<_> = path.split('/').skip(1).collect();
    let is_get = *method == Method::GET;
    Some(match segments[..] {
        ["fine"] => ("/fine", is_get),
        ["notes"] => ("/notes", *method == Method::POST),
        ["notes", _] => ("/notes/{id}", is_get || *method == Method::HEAD),
        ["panic"] => ("/panic", is_get),
        ["bare"] => ("/bare", is_get),
        ["own"] => ("/own", is_get),
        ["moved"] => ("/moved", is_get),
        ["refused"] => ("/refused", is_get),
        ["merged"] => ("/merged", is_get),
        ["api", "users", _, "notes"] => ("/api/users/{id}/notes", is_get),
        ["files", ..] => ("/files/{*rest}", is_get),
        ["inner", "notes", _] => ("/inner/notes/{id}", is_get),
        _ => return None,
    })
}

async fn answer(request: Request<Body>) -> Result<Response<Body>, Fault> {
    let Some((template, is_allowed)) = route(request.method(), request.uri().path()) else {
        return Err(Fault::condition(Condition::RouteNotFound));
    };
    recorder::note_route(request.extensions(), template);
    if !is_allowed {
        return Err(Fault::condition(Condition::MethodNotAllowed));
    }
    let mut response = Response::new(Body::from("fine"));
    match template {
        "/fine" => {}
        "/notes/{id}" | "/inner/notes/{id}" => return Err(ApiError::NoteNotFound.fault()),
        "/panic" => panic!("canary"),
        "/bare" => *response.status_mut() = StatusCode::GONE,
        "/own" => {
            *response.status_mut() = StatusCode::IM_A_TEAPOT;
            response.extensions_mut().insert(OWN);
        }
        "/moved" => {
            *response.status_mut() = StatusCode::SEE_OTHER;
            response
                .headers_mut()
                .insert(header::LOCATION, "/canary".parse().unwrap());
        }
        "/refused" => return Err(Fault::condition(Condition::Forbidden)),
        _ => return Err(ApiError::TitleTaken.fault()),
    }
    Ok(response)
}

pub(super) fn serve(listener: TcpListener, record: &Path) {
    let app = ServiceBuilder::new()
        .layer(recorder::layer_to(record))
        .map_response(|response: Response<_>| response.map(Body::new))
        .layer(EnvelopeLayer::new(envelopes()))
        .service(service_fn(answer));
    serve_by(listener, |listener| axum::serve(listener, Shared::new(app)));
}
