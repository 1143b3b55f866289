//! Ids of requests: fresh ones as header values, and a client's judged.

use std::hint::black_box;

use bytes::Bytes;
use http::HeaderValue;
use manila::RequestId;
use uuid::Uuid;

use super::answers::{AN_ID, text};
use super::least::fresh_id;
use crate::measure::Runs;
use crate::work::{Answer, Contender, Expected, Work};

/// A client's id, as long as most are.
const THEIRS: &[u8] = b"01a1fca2-a9ef-75d0-a98d-d8de0d9c9949";

pub(super) fn works() -> Vec<Work> {
    vec![fresh(), judged()]
}

fn fresh() -> Work {
    Work {
        name: "ids: a fresh one as a header value".into(),
        runs: Runs::warm(10000),
        contenders: vec![
            making("limit", fresh_id),
            making("manila", || {
                HeaderValue::from_maybe_shared(Bytes::from_owner(RequestId::random()))
                    .unwrap_or(HeaderValue::from_static("unknown"))
            }),
            making("Uuid::now_v7", || of_text(&Uuid::now_v7().to_string())),
            making("Uuid::new_v4", || of_text(&Uuid::new_v4().to_string())),
        ],
    }
}

fn of_text(id: &str) -> HeaderValue {
    HeaderValue::from_str(id).unwrap_or(HeaderValue::from_static("unknown"))
}

fn judged() -> Work {
    Work {
        name: "ids: 36 bytes of a client's judged".into(),
        runs: Runs::warm(10000),
        contenders: vec![
            judging("manila", manila::adapter::is_request_id),
            judging("by hand", |id| {
                (1..=128).contains(&id.len())
                    && id.iter().all(|byte| {
                        matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-')
                    })
            }),
        ],
    }
}

fn making(name: &'static str, make: impl Fn() -> HeaderValue + Copy + 'static) -> Contender {
    let expected = Expected {
        header: AN_ID,
        ..text(200, "")
    };
    let answer = move || Answer {
        status: 200,
        header: vec![(
            "x-request-id".to_owned(),
            String::from_utf8_lossy(make().as_bytes()).into_owned(),
        )],
        body: Vec::new(),
    };
    Contender::new(name, expected, answer, move |times| {
        for _ in 0..times {
            black_box(make());
        }
    })
}

fn judging(name: &'static str, judge: impl Fn(&[u8]) -> bool + Copy + 'static) -> Contender {
    let answer = move || Answer {
        status: 200,
        header: Vec::new(),
        body: format!("{} {}", judge(THEIRS), judge(b"no id")).into_bytes(),
    };
    Contender::new(name, text(200, "true false"), answer, move |times| {
        for _ in 0..times {
            black_box(judge(black_box(THEIRS)));
        }
    })
}
