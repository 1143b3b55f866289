//! Errors read from sockets, by every client.

use manila_catalogs::Vibehost;
use manila_client::{Class, Decoder, RemoteError, TransportErrorKind};

use super::callers::{Call, FULL, PLAIN};
use super::service::{Answer, Service, Vacant};

const ENVELOPE: &str =
    r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"No.","details":{"limit":5}}}"#;

fn each_client(answer: &Answer, check: impl Fn(&str, Result<u16, RemoteError>, &Service)) {
    for (client, call) in PLAIN.into_iter().chain(FULL) {
        let service = Service::answers([answer.clone()]);
        let decoder = Decoder::new().catalog(Vibehost::CATALOG).body_limit(4_096);
        let ended = call(&Call {
            decoder,
            ..Call::get(service.url("/apps"))
        });
        let ended = ended.map_err(|error| error.remote().expect(client).clone());
        check(client, ended, &service);
    }
}

#[test]
fn an_envelope_is_an_error_of_its_code() {
    let answer = Answer::status(402)
        .header("content-type", "application/json")
        .header("x-request-id", "a1b2c3")
        .body(ENVELOPE);
    each_client(&answer, |client, ended, _| {
        let remote = ended.unwrap_err();
        let is_known = matches!(remote.as_enum(), Some(Vibehost::PlanLimitExceeded));
        assert!(is_known, "{client}: {remote}");
        assert_eq!(remote.detail::<u32>("limit"), Some(5), "{client}");
        assert_eq!(remote.request_id(), Some("a1b2c3"), "{client}");
    });
}

#[test]
fn what_is_below_400_is_the_callers() {
    for status in [200, 204, 304] {
        each_client(&Answer::status(status), |client, ended, _| {
            assert_eq!(ended.unwrap(), status, "{client}");
        });
    }
}

#[test]
fn a_body_that_breaks_off_is_an_error_of_the_status() {
    let answer = Answer::status(503)
        .header("content-type", "application/json")
        .header("x-should-retry", "false")
        .body(&ENVELOPE[..30])
        .length(ENVELOPE.len() as u64);
    each_client(&answer, |client, ended, _| {
        let remote = ended.unwrap_err();
        assert_eq!((remote.status(), remote.code()), (503, None), "{client}");
        assert_eq!(remote.class(), Class::Server, "{client}");
        assert_eq!(remote.excerpt(), &ENVELOPE[..30], "{client}");
    });
}

/// What the system buffers on both ends of a connection is far below this.
const HUGE: u64 = 256 << 20;

#[test]
fn of_a_huge_body_no_more_is_received_than_is_looked_at() {
    let answer = Answer::status(500).length(HUGE);
    each_client(&answer, |client, ended, service| {
        assert_eq!(ended.unwrap_err().status(), 500, "{client}");
        let sent = service.sent();
        assert!(sent < HUGE / 8, "{client}: {sent} bytes");
    });
}

#[test]
fn without_a_connection_the_error_is_the_clients() {
    for (client, call) in PLAIN.into_iter().chain(FULL) {
        let vacant = Vacant::place();
        let error = call(&Call {
            method: "POST",
            ..Call::get(format!("http://{}/", vacant.address))
        });
        let manila_client::CallError::Transport(error) = error.unwrap_err() else {
            panic!("{client}");
        };
        assert_eq!(
            error.kind(),
            TransportErrorKind::Connect,
            "{client}: {error:?}"
        );
    }
}
