//! Ids that are sent onwards, as the services behind receive them.

use manila_client::{RelayTo, RequestIds};

use super::callers::{Call, FULL, block_on};
use super::service::{Answer, Service};

const TRACE: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

fn ids() -> RequestIds {
    RequestIds::of([
        ("X-Request-Id", "a1b2c3"),
        ("traceparent", TRACE),
        ("tracestate", "vendor=1"),
        ("authorization", "Bearer secret"),
    ])
}

/// What arrives of the ids.
fn arrived(service: &Service) -> Vec<[Option<String>; 3]> {
    let fields = ["x-request-id", "traceparent", "tracestate"];
    let of = |request: &super::service::Received| {
        assert_eq!(request.header("authorization"), None);
        fields.map(|name| request.header(name).map(str::to_owned))
    };
    service.received().iter().map(of).collect()
}

fn all() -> [Option<String>; 3] {
    ["a1b2c3", TRACE, "vendor=1"].map(|value| Some(value.to_owned()))
}

const NONE: [Option<String>; 3] = [None, None, None];

#[test]
fn a_named_host_is_told_the_ids_and_no_other_is() {
    for (client, call) in FULL {
        let service = Service::answers([Answer::status(200)]);
        let port = service.address.port();
        let cases = [
            ("127.0.0.1".to_owned(), true),
            (format!("127.0.0.1:{port}"), true),
            (format!("127.0.0.1:{}", port ^ 1), false),
            ("localhost".to_owned(), false),
            ("127.0.0".to_owned(), false),
        ];
        for (host, _) in &cases {
            call(&Call {
                ids: Some(ids()),
                relay_to: RelayTo::hosts(["other.example", host]).unwrap(),
                ..Call::get(service.url("/"))
            })
            .unwrap();
        }
        let expected = cases.map(|(_, is_told)| if is_told { all() } else { NONE });
        assert_eq!(arrived(&service), expected, "{client}");
    }
}

#[test]
fn a_request_that_relays_nothing_has_no_ids() {
    for (client, call) in FULL {
        let service = Service::answers([Answer::status(200)]);
        call(&Call {
            relay_to: RelayTo::everywhere(),
            ..Call::get(service.url("/"))
        })
        .unwrap();
        assert_eq!(arrived(&service), [NONE], "{client}");
    }
}

#[test]
fn a_field_that_the_request_has_is_kept_and_the_id_may_have_another_name() {
    for (client, call) in FULL {
        let service = Service::answers([Answer::status(200)]);
        call(&Call {
            headers: vec![("traceparent", "of-its-own")],
            ids: Some(ids()),
            relay_to: RelayTo::everywhere().request_id_header("x-correlation-id"),
            ..Call::get(service.url("/"))
        })
        .unwrap();
        let received = &service.received()[0];
        assert_eq!(
            received.header("traceparent"),
            Some("of-its-own"),
            "{client}"
        );
        assert_eq!(
            received.header("x-correlation-id"),
            Some("a1b2c3"),
            "{client}"
        );
        assert_eq!(received.header("x-request-id"), None, "{client}");
    }
}

#[test]
fn every_attempt_has_the_ids() {
    for (client, call) in FULL {
        let service = Service::answers([503, 503, 200].map(Answer::status));
        call(&Call {
            ids: Some(ids()),
            relay_to: RelayTo::hosts(["127.0.0.1"]).unwrap(),
            ..Call::get(service.url("/"))
        })
        .unwrap();
        assert_eq!(arrived(&service), [all(), all(), all()], "{client}");
    }
}

/// A named service that sends the client to another, and which of both receive what.
fn redirected(call: impl Fn(&Call) -> u16) -> (u16, Vec<[Option<String>; 3]>) {
    let other = Service::answers([Answer::status(200)]);
    let moved = Answer::status(307).header("location", other.url("/moved"));
    let named = Service::answers([moved]);
    let status = call(&Call {
        ids: Some(ids()),
        relay_to: RelayTo::hosts([named.address.to_string()]).unwrap(),
        ..Call::get(named.url("/"))
    });
    assert_eq!(arrived(&named), [all()]);
    (status, arrived(&other))
}

#[test]
fn a_redirection_carries_no_ids_to_another_host() {
    for (client, call) in FULL {
        let (status, other) = redirected(|call_with| call(call_with).unwrap());
        let expected = match client {
            // Its policy is not to follow it.
            "reqwest-middleware 0.4" | "reqwest-middleware 0.5" => (307, vec![]),
            _ => (200, vec![NONE]),
        };
        assert_eq!((status, other), expected, "{client}");
    }
}

/// Why [`RelayTo::redirects`] is there.
#[test]
fn reqwest_by_itself_would_carry_the_ids_to_another_host() {
    let (status, other) = redirected(|call| {
        let client = reqwest_middleware_05::ClientBuilder::new(reqwest_013::Client::new())
            .with(call.relay_to.clone())
            .build();
        let request =
            manila_client::RelayIds::relay(client.get(&call.url), call.ids.clone().unwrap());
        block_on(request.send()).unwrap().status().as_u16()
    });
    assert_eq!((status, other), (200, vec![all()]));
}

#[test]
fn redirections_among_named_hosts_and_from_others_are_followed() {
    let end = Service::answers([Answer::status(200)]);
    let moved = Answer::status(302).header("location", end.url("/moved"));
    let begin = Service::answers([moved]);
    let both = [begin.address.to_string(), end.address.to_string()];
    for (hosts, expected) in [(&both[..], all()), (&both[1..], NONE)] {
        let relay_to = RelayTo::hosts(hosts).unwrap();
        let client = reqwest_013::Client::builder().redirect(relay_to.redirects());
        let client = reqwest_middleware_05::ClientBuilder::new(client.build().unwrap())
            .with(relay_to)
            .build();
        let request = manila_client::RelayIds::relay(client.get(begin.url("/")), ids());
        assert_eq!(block_on(request.send()).unwrap().status(), 200);
        assert_eq!(*arrived(&end).last().unwrap(), expected);
    }
}

#[test]
fn what_is_no_id_is_not_taken() {
    let cases: [&[(&str, &[u8])]; 5] = [
        &[("x-request-id", b"a b")],
        &[("x-request-id", b"a"), ("x-request-id", b"b")],
        &[("x-request-id", b"a"), ("x-request-id", b"\xFF")],
        &[("traceparent", b"00-0-0-01"), ("tracestate", b"vendor=1")],
        &[("traceparent", TRACE.as_bytes()); 2],
    ];
    for headers in cases {
        assert_eq!(
            RequestIds::of(headers.iter().copied()),
            RequestIds::default(),
            "{headers:?}"
        );
    }
}
