//! Where a request's id is found.

use std::convert::Infallible;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use manila::{Envelopes, NewRequest, RequestId};
use manila_tower::{EnvelopeLayer, RequestIdLayer, request_id};
use tower::{Layer as _, ServiceBuilder, ServiceExt as _, service_fn};

fn named(header: &'static str) -> Envelopes {
    Envelopes::ok_error().request_id_header(header).unwrap()
}

#[tokio::test]
async fn the_id_is_that_of_the_innermost_layer() {
    let default = Envelopes::ok_error;
    for (outer, inner, header) in [
        (default(), default(), "x-request-id"),
        (named("x-outer"), default(), "x-request-id"),
        (default(), named("x-inner"), "x-inner"),
        (named("x-outer"), named("x-inner"), "x-inner"),
    ] {
        let service = ServiceBuilder::new()
            .layer(EnvelopeLayer::new(outer))
            .layer(EnvelopeLayer::new(inner))
            .service(service_fn(async |request: Request<()>| {
                let id = request_id(request.headers(), request.extensions()).unwrap();
                Ok::<_, Infallible>(Response::new(Full::<Bytes>::from(id.to_string())))
            }));
        let response = service.oneshot(Request::new(())).await.unwrap();
        let id = response.headers()[header].clone();
        let told = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(told, id.as_bytes(), "{header}");
    }
}

const KONGS: &str = "0e0f0a3c-6a4f-4d2f-8a51-0f6f2f4b7a11#17";

fn wide() -> Envelopes {
    Envelopes::ok_error().id_characters("#").unwrap()
}

async fn echo(request: Request<()>) -> Result<Response<Full<Bytes>>, Infallible> {
    let id = request_id(request.headers(), request.extensions()).unwrap();
    let response = Response::builder().header("x-request-id", id.as_str());
    let response = response.status(if request.uri().path() == "/fails" {
        404
    } else {
        200
    });
    Ok(response.body(Full::from(id.to_string())).unwrap())
}

fn kongs(path: &str) -> Request<()> {
    let request = Request::builder().uri(path).header("x-request-id", KONGS);
    request.body(()).unwrap()
}

#[tokio::test]
async fn an_id_of_the_gateway_is_taken_wherever_the_service_accepts_its_characters() {
    let layer = EnvelopeLayer::new;
    let ids = |policy: Envelopes| RequestIdLayer::new(policy.id_policy().clone());
    let narrow = Envelopes::ok_error;
    let named = || wide().request_id_header("x-other").unwrap();
    macro_rules! id_of {
        ($path:expr, $($layer:expr),+) => {{
            let service = ServiceBuilder::new()$(.layer($layer))+.service(service_fn(echo));
            let response = service.oneshot(kongs($path)).await.unwrap();
            let mut ids = response.headers().get_all("x-request-id").iter();
            let id = ids.next().unwrap().to_str().unwrap().to_owned();
            assert_eq!(ids.next(), None);
            let body = response.into_body().collect().await.unwrap().to_bytes();
            if $path == "/" {
                assert_eq!(body, id);
            } else {
                let body = str::from_utf8(&body).unwrap();
                assert!(body.starts_with(r#"{"code":-404,"data":{"message":"#), "{body}");
                assert!(body.ends_with(&format!(r#""request_id":"{id}"}}}}"#)), "{body}");
            }
            id
        }};
    }
    let styled = |ids: Envelopes| {
        let grammar = ids.id_policy().clone();
        layer(Envelopes::code_data().request_id_in_body().ids(grammar))
    };
    for path in ["/", "/fails"] {
        assert_eq!(id_of!(path, styled(wide())), KONGS);
        assert_eq!(id_of!(path, layer(wide()), styled(wide())), KONGS);
        assert_eq!(id_of!(path, layer(wide()), styled(narrow())), KONGS);
        assert_eq!(id_of!(path, ids(wide()), styled(narrow())), KONGS);
        assert_ne!(id_of!(path, styled(narrow())), KONGS);
        assert_ne!(id_of!(path, styled(wide().ignore_inbound_ids())), KONGS);
        // What the outer service does not accept is gone before the inner one could.
        assert_ne!(id_of!(path, layer(narrow()), styled(wide())), KONGS);
        // What it accepts in another field says nothing of this one.
        assert_ne!(id_of!(path, layer(named()), styled(narrow())), KONGS);
    }
}

#[tokio::test]
async fn an_id_that_no_service_may_accept_is_replaced() {
    let further = (0x21..0x7f_u8).map(char::from);
    let further: String = further.filter(|c| !"\"'`<>".contains(*c)).collect();
    let envelopes = || Envelopes::ok_error().id_characters(&further).unwrap();
    for (id, is_taken) in [
        (&*further, true),
        ("a b", false),
        ("a\"b", false),
        ("<b>", false),
        ("a'b", false),
        ("a`b", false),
        (&"a".repeat(129), false),
    ] {
        let request = Request::builder().header("x-request-id", id);
        let service = EnvelopeLayer::new(envelopes()).layer(service_fn(echo));
        let response = service.oneshot(request.body(()).unwrap()).await.unwrap();
        assert_eq!(response.headers()["x-request-id"] == id, is_taken, "{id}");
    }
    for refused in [" ", "\"", "'", "`", "<", ">", "\n", "\u{7f}", "é", "#\t"] {
        assert!(
            Envelopes::ok_error().id_characters(refused).is_err(),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn a_trace_id_is_the_clients_too() {
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    let request = || {
        let field = format!("00-{trace}-00f067aa0ba902b7-01");
        let request = Request::builder().header("traceparent", field);
        request.body(()).unwrap()
    };
    let traced = || Envelopes::ok_error().trace_id_as_request_id();
    for (envelopes, is_taken) in [
        (traced(), true),
        (traced().ignore_inbound_ids(), false),
        (
            Envelopes::ok_error()
                .ignore_inbound_ids()
                .trace_id_as_request_id(),
            false,
        ),
        (
            traced()
                .ignore_inbound_ids()
                .id_generator(|_: &NewRequest<'_>| RequestId::random()),
            false,
        ),
    ] {
        let service = EnvelopeLayer::new(envelopes).layer(service_fn(echo));
        let response = service.oneshot(request()).await.unwrap();
        assert_eq!(response.headers()["x-request-id"] == trace, is_taken);
    }
}
