//! Requests that are sent again, counted by the service that receives them.

use std::thread;
use std::time::{Duration, Instant};

use manila_catalogs::Vibehost;
use manila_client::{Decoder, Retrier, RetryPolicy};

use super::callers::{Call, FULL, block_on};
use super::service::{Answer, Service, Vacant};

const fn millis(count: u64) -> Duration {
    Duration::from_millis(count)
}

/// Short waits, and known ones.
fn policy() -> RetryPolicy {
    RetryPolicy::new().first_wait(millis(20)).no_jitter()
}

struct Case {
    name: &'static str,
    method: &'static str,
    headers: Vec<(&'static str, &'static str)>,
    answers: Vec<Answer>,
    policy: RetryPolicy,
    /// The least time between the answers and the attempts behind them.
    waits: &'static [u64],
    status: u16,
}

impl Case {
    fn new(
        name: &'static str,
        answers: impl Into<Vec<Answer>>,
        waits: &'static [u64],
        status: u16,
    ) -> Self {
        Self {
            name,
            method: "GET",
            headers: Vec::new(),
            answers: answers.into(),
            policy: policy(),
            waits,
            status,
        }
    }

    fn method(mut self, method: &'static str) -> Self {
        self.method = method;
        self
    }

    fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    fn policy(mut self, policy: RetryPolicy) -> Self {
        self.policy = policy;
        self
    }

    /// By every client: the number of attempts, the time between them, and that they are the same.
    fn check(&self) {
        for (client, call) in FULL {
            let service = Service::answers(self.answers.clone());
            let began = Instant::now();
            let ended = call(&Call {
                method: self.method,
                headers: self.headers.clone(),
                body: if self.method == "GET" { "" } else { "name=Ada" },
                retrier: Retrier::new(self.policy.clone()),
                ..Call::get(service.url("/apps"))
            });
            let took = began.elapsed();
            let status = ended.unwrap_or_else(|error| error.remote().unwrap().status());
            let name = format!("{}, by {client}", self.name);
            assert_eq!(status, self.status, "{name}");
            let received = service.received();
            assert_eq!(received.len(), self.waits.len() + 1, "{name}");
            for (pair, wait) in received.windows(2).zip(self.waits) {
                let waited = pair[1].at.duration_since(pair[0].answered);
                assert!(waited >= millis(*wait), "{name}: {waited:?}");
                assert_eq!(pair[0].headers, pair[1].headers, "{name}");
                assert_eq!(pair[0].body, pair[1].body, "{name}");
                assert_eq!(pair[0].method, pair[1].method, "{name}");
                assert_eq!(pair[0].path, pair[1].path, "{name}");
            }
            let longest = millis(self.waits.iter().sum::<u64>() + 5_000);
            assert!(took < longest, "{name}: {took:?}");
        }
    }
}

fn down() -> Answer {
    Answer::status(503)
}

#[test]
fn a_service_that_is_back_is_reached() {
    Case::new("second attempt", [down(), Answer::status(200)], &[20], 200).check();
    Case::new(
        "third attempt",
        [down(), down(), Answer::status(200)],
        &[20, 40],
        200,
    )
    .check();
}

#[test]
fn a_request_is_sent_no_more_often_than_the_policy_says() {
    Case::new("by default", [down()], &[20, 40], 503).check();
    Case::new("once", [down()], &[], 503)
        .policy(policy().attempts(1))
        .check();
    Case::new("five times", [down()], &[20, 40, 50, 50], 503)
        .policy(policy().attempts(5).longest_wait(millis(50)))
        .check();
}

#[test]
fn no_attempt_begins_behind_the_total_time() {
    Case::new("200 of 300 ms", [down()], &[200], 503)
        .policy(
            policy()
                .attempts(9)
                .first_wait(millis(200))
                .total_time(millis(300)),
        )
        .check();
}

#[test]
fn no_attempt_comes_before_the_services_moment() {
    let moments = [
        ("retry-after", "1", &[1_000][..]),
        ("retry-after-ms", "150", &[150]),
    ];
    for (name, value, waits) in moments {
        for policy in [policy(), RetryPolicy::new().first_wait(millis(20))] {
            let answers = [down().header(name, value), Answer::status(200)];
            Case::new("a moment", answers, waits, 200)
                .policy(policy)
                .check();
        }
    }
    let date = down()
        .header("retry-after", "Sun, 06 Nov 1994 08:49:38 GMT")
        .header("date", "Sun, 06 Nov 1994 08:49:37 GMT");
    Case::new("a date", [date, Answer::status(200)], &[1_000], 200).check();
}

#[test]
fn a_moment_behind_the_time_that_is_left_is_not_waited_for() {
    for value in ["11", "86400", "99999999999999999999"] {
        Case::new("too late", [down().header("retry-after", value)], &[], 503).check();
    }
}

#[test]
fn a_service_that_advises_against_it_is_asked_once() {
    let no = || down().header("x-should-retry", "false");
    Case::new("false", [no()], &[], 503).check();
    Case::new(
        "false with a moment",
        [no().header("retry-after-ms", "1")],
        &[],
        503,
    )
    .check();
    Case::new("false behind a retry", [down(), no()], &[20], 503).check();
}

#[test]
fn a_status_without_advice_is_repeated_if_it_speaks_of_the_moment() {
    for status in [408, 425, 429, 502, 503, 504] {
        Case::new(
            "repeated",
            [Answer::status(status), Answer::status(200)],
            &[20],
            200,
        )
        .check();
    }
    for status in [400, 404, 409, 500, 501, 505] {
        Case::new("final", [Answer::status(status)], &[], status).check();
    }
    let yes = Answer::status(500).header("x-should-retry", "true");
    Case::new("advised", [yes, Answer::status(200)], &[20], 200).check();
    Case::new(
        "of a setting",
        [Answer::status(500), Answer::status(200)],
        &[20],
        200,
    )
    .policy(policy().statuses([500]))
    .check();
}

#[test]
fn the_catalog_advises_where_the_response_does_not() {
    let with_catalog = || policy().decoder(Decoder::new().catalog(Vibehost::CATALOG));
    let coded = |status, code: &str| Answer::status(status).header("x-error-code", code);
    Case::new("never", [coded(503, "PLAN_LIMIT_EXCEEDED")], &[], 503)
        .policy(with_catalog())
        .check();
    Case::new(
        "after",
        [coded(400, "RATE_LIMITED"), Answer::status(200)],
        &[20],
        200,
    )
    .policy(with_catalog())
    .check();
}

#[test]
fn a_request_that_is_not_idempotent_needs_a_key() {
    for method in ["POST", "PATCH"] {
        Case::new("without", [down()], &[], 503)
            .method(method)
            .check();
        Case::new("empty", [down()], &[], 503)
            .method(method)
            .header("idempotency-key", "")
            .check();
        Case::new("with", [down(), Answer::status(201)], &[20], 201)
            .method(method)
            .header("idempotency-key", "8e03978e-40d5-43dd-bc93-6894a57f9324")
            .header("x-request-id", "a1b2c3")
            .check();
    }
    for method in ["PUT", "DELETE", "OPTIONS"] {
        Case::new("idempotent", [down(), Answer::status(200)], &[20], 200)
            .method(method)
            .check();
    }
}

#[test]
fn an_empty_bucket_stops_retries_until_successes_fill_it() {
    for (client, call) in FULL {
        let policy = policy().tokens(10).attempts(2);
        let retrier = Retrier::new(policy);
        let attempts = |answer: Answer| {
            let service = Service::answers([answer]);
            let _ = call(&Call {
                retrier: retrier.clone(),
                ..Call::get(service.url("/"))
            });
            service.received().len()
        };
        let sent = [(); 4].map(|()| attempts(down()));
        assert_eq!(sent, [2, 2, 1, 1], "{client}");
        for _ in 0..4 {
            attempts(Answer::status(200));
        }
        assert_eq!((retrier.tokens(), attempts(down())), (4, 1), "{client}");
        attempts(Answer::status(204));
        assert_eq!((retrier.tokens(), attempts(down())), (5, 2), "{client}");
    }
}

#[test]
fn a_connection_that_is_refused_is_tried_again_if_the_request_is_idempotent() {
    for (client, call) in FULL {
        let vacant = Vacant::place();
        let url = format!("http://{}/", vacant.address);
        let retrier = Retrier::new(policy().first_wait(millis(200)));
        let post = Call {
            method: "POST",
            retrier: retrier.clone(),
            ..Call::get(url.clone())
        };
        assert!(call(&post).is_err(), "{client}");
        assert_eq!(retrier.tokens(), 500, "{client}");

        let comes_up = thread::spawn(move || {
            thread::sleep(millis(100));
            vacant.answers([Answer::status(200)])
        });
        let get = Call {
            retrier: Retrier::new(policy().first_wait(millis(200))),
            ..Call::get(url)
        };
        assert_eq!(call(&get).ok(), Some(200), "{client}");
        assert_eq!(comes_up.join().unwrap().received().len(), 1, "{client}");
    }
}

#[test]
fn a_body_that_cannot_be_copied_is_sent_once() {
    let service = Service::answers([down()]);
    let retrier = Retrier::new(policy());
    let client = reqwest_middleware_05::ClientBuilder::new(reqwest_013::Client::new())
        .with(retrier.clone())
        .build();
    let body = http_body_util::Full::new(bytes::Bytes::from("name=Ada"));
    let request = client
        .put(service.url("/"))
        .body(reqwest_013::Body::wrap(body));
    let response = block_on(request.send()).unwrap();
    assert_eq!(
        (response.status().as_u16(), service.received().len()),
        (503, 1)
    );
    assert_eq!(service.received()[0].body, "name=Ada");
    assert_eq!(retrier.tokens(), 500);
}
