//! The header fields and extensions that a response has when the layer has answered.

use std::convert::Infallible;
use std::future::ready;

use http::{HeaderValue, Request, Response, Version};
use manila::adapter::CarriedBody;
use manila::{Condition, Envelopes, Fault};
use manila_tower::{CarrierBody, EnvelopeLayer, fault_response};
use tower::{BoxError, Layer as _, ServiceExt as _, service_fn};

use crate::layer::{Reply, answer, text};

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
                for is_nested in [false, true] {
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
                    let layer = EnvelopeLayer::new(envelopes.clone());
                    let service = layer.layer(service_fn(move |_: Request<()>| {
                        ready(answer.take().unwrap())
                    }));
                    let found = if is_nested {
                        // The second has nothing to add.
                        let service = layer.layer(service);
                        values(&service.oneshot(request).await.unwrap(), field)
                    } else {
                        values(&service.oneshot(request).await.unwrap(), field)
                    };
                    match expected {
                        Some(expected) => assert_eq!(found, expected, "{status}"),
                        None => assert_eq!(found, before, "{status}"),
                    }
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

#[tokio::test]
async fn nothing_is_kept_beside_the_head_of_a_response_that_is_replaced() {
    #[derive(Clone)]
    struct Upstream;

    fn success() -> Response<CarrierBody> {
        fault().map(|_| CarriedBody::plain("fine".into()).into())
    }
    fn fault() -> Response<CarrierBody> {
        fault_response(Fault::condition(Condition::Conflict), |body| body)
    }
    fn foreign(status: u16) -> Response<CarrierBody> {
        let mut response = success();
        response.extensions_mut().clear();
        *response.status_mut() = status.try_into().unwrap();
        response
    }
    type Made = fn() -> Response<CarrierBody>;
    let made: [(Made, bool); 4] = [
        (|| foreign(200), true),
        (|| foreign(404), false),
        (|| foreign(500), false),
        (fault, false),
    ];
    for (made, is_kept) in made {
        for is_bare in [true, false] {
            let service = service_fn(move |_: Request<()>| {
                let mut response = made();
                response.extensions_mut().insert(Upstream);
                *response.version_mut() = Version::HTTP_10;
                if !is_bare {
                    let value = HeaderValue::from_static("1");
                    response.headers_mut().insert("x-custom", value);
                }
                ready(Ok::<_, Infallible>(response))
            });
            let (head, _) = answer(Envelopes::ok_error(), service, Request::new(())).await;
            let kept = head.extensions().get::<Upstream>().is_some();
            assert_eq!(kept, is_kept, "{head:?}");
            let is_old = head.version() == Version::HTTP_10;
            assert_eq!(is_old, is_kept, "{head:?}");
        }
    }
}
