//! The header fields that depend on where the layer stands, and on who asks.

use std::future::ready;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use manila::{Condition, Envelopes, Fault};
use manila_tower::EnvelopeLayer;
use tower::{BoxError, Layer as _, ServiceBuilder, ServiceExt as _, service_fn};

type Reply = Response<Full<Bytes>>;

fn text(status: u16, body: &str) -> Reply {
    let reply = Response::builder()
        .status(status)
        .header("content-type", "text/plain");
    reply.body(Full::from(body.to_owned())).unwrap()
}

#[tokio::test]
async fn a_405_without_methods_has_an_empty_list_of_them_unless_a_router_adds_them() {
    let fault = || Fault::condition(Condition::MethodNotAllowed);
    let bare = || text(405, "no");
    let with_allow = || {
        let mut response = bare();
        let allow = response.headers_mut();
        allow.insert("allow", http::HeaderValue::from_static("PATCH"));
        response
    };
    type Outcome<'a> = &'a dyn Fn() -> Result<Reply, BoxError>;
    let outcomes: [(Outcome<'_>, _, _); 4] = [
        (&|| Ok(bare()), None, ""),
        (&|| Ok(with_allow()), Some("PATCH"), "PATCH"),
        (&|| Err(fault().into()), None, ""),
        (
            &|| Err(fault().with_allow(["GET"]).into()),
            Some("GET"),
            "GET",
        ),
    ];
    for (outcome, inside, elsewhere) in outcomes {
        let layer = EnvelopeLayer::new(Envelopes::ok_error());
        for (layer, expected) in [
            (layer.clone(), Some(elsewhere)),
            (layer.inside_router(), inside),
        ] {
            let answered = outcome();
            let mut answered = Some(answered);
            let service = service_fn(move |_: Request<()>| ready(answered.take().unwrap()));
            let response = layer
                .layer(service)
                .oneshot(Request::new(()))
                .await
                .unwrap();
            let mut allow = response.headers().get_all("allow").iter();
            assert_eq!(allow.next().map(|value| value.to_str().unwrap()), expected);
            assert_eq!(allow.next(), None);
        }
    }
}

const EXPOSED: &str = "x-request-id, x-error-code, x-should-retry, retry-after";

#[tokio::test]
async fn headers_are_exposed_on_every_response_to_an_origin_where_the_service_asks_for_it() {
    let field = "access-control-expose-headers";
    let with_field = |status, values: &[&'static str]| {
        let mut response = text(status, "body");
        for value in values {
            let value = http::HeaderValue::from_static(value);
            response.headers_mut().append(field, value);
        }
        response
    };
    type Answer<'a> = &'a dyn Fn(u16) -> Result<Reply, BoxError>;
    let answers: [(Answer<'_>, &[&str]); 6] = [
        (&|status| Ok(with_field(status, &[])), &[EXPOSED]),
        (
            &|_| Err(Fault::condition(Condition::Gone).into()),
            &[EXPOSED],
        ),
        (
            &|status| Ok(with_field(status, &["x-total, X-Error-Code"])),
            &[
                "x-total, X-Error-Code",
                "x-request-id, x-should-retry, retry-after",
            ],
        ),
        (&|status| Ok(with_field(status, &["*"])), &["*"]),
        (
            &|status| Ok(with_field(status, &["x-total", " * "])),
            &["x-total", "*"],
        ),
        (&|status| Ok(with_field(status, &[EXPOSED])), &[EXPOSED]),
    ];
    for (answered, expected) in answers {
        for status in [200, 304, 404, 500] {
            for (envelopes, origin, expected) in [
                (Envelopes::ok_error().expose_headers(), true, Some(expected)),
                (Envelopes::ok_error().expose_headers(), false, None),
                (Envelopes::ok_error(), true, None),
            ] {
                let mut answer = Some(answered(status));
                let before: Vec<String> = match &answer {
                    Some(Ok(response)) => values(response, field),
                    _ => Vec::new(),
                };
                let mut request = Request::new(());
                if origin {
                    let origin = http::HeaderValue::from_static("https://app.example");
                    request.headers_mut().insert("origin", origin);
                }
                // Of two layers the second has nothing to add.
                let service = ServiceBuilder::new()
                    .layer(EnvelopeLayer::new(envelopes.clone()))
                    .layer(EnvelopeLayer::new(envelopes))
                    .service(service_fn(move |_: Request<()>| {
                        ready(answer.take().unwrap())
                    }));
                let response = service.oneshot(request).await.unwrap();
                let found = values(&response, field);
                match expected {
                    Some(expected) => assert_eq!(found, expected, "{status}"),
                    None => assert_eq!(found, before, "{status}"),
                }
            }
        }
    }
}

fn values<B>(response: &Response<B>, name: &str) -> Vec<String> {
    let values = response.headers().get_all(name).iter();
    let text = |value: &http::HeaderValue| value.to_str().unwrap().trim().to_owned();
    values.map(text).collect()
}
