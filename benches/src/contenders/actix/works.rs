//! What is asked of the apps, and what has to come back.

use manila::{Envelopes, ErrorReport};

use super::contender::contender;
use super::routes::{bare, enveloped, manilas};
use super::{by_hand, limit};
use crate::contenders::answers::{AN_ID, LIMIT_EXCEEDED, NOT_FOUND, envelope, ok, text};
use crate::measure::Runs;
use crate::work::{Expected, Work};

pub(in crate::contenders) fn works() -> Vec<Work> {
    vec![success(), not_found(), error()]
}

fn success() -> Work {
    Work {
        name: "actix: 200".into(),
        runs: Runs::warm(1000),
        contenders: vec![
            contender("bare", &ok(&[]), bare, "/ok"),
            contender("limit: one header", &ok(AN_ID), limit::app, "/ok"),
            contender("manila", &ok(AN_ID), manilas, "/ok"),
            contender(
                "manila, observed",
                &ok(AN_ID),
                || enveloped(observed()),
                "/ok",
            ),
            contender("by hand", &ok(AN_ID), by_hand::app, "/ok"),
        ],
    }
}

/// Settings with somebody who is told of errors.
fn observed() -> Envelopes {
    Envelopes::ok_error().observe(|_: &ErrorReport<'_>| ())
}

fn not_found() -> Work {
    let expected = envelope(404, NOT_FOUND);
    let empty = Expected {
        header: AN_ID,
        ..text(404, "")
    };
    Work {
        name: "actix: 404".into(),
        runs: Runs::warm(1000),
        contenders: vec![
            contender("bare", &text(404, ""), bare, "/missing"),
            contender("limit: one header", &empty, limit::app, "/missing"),
            contender("manila", &expected, manilas, "/missing"),
            contender("by hand", &expected, by_hand::app, "/missing"),
        ],
    }
}

fn error() -> Work {
    let expected = envelope(402, LIMIT_EXCEEDED);
    let plain = text(402, "The plan's limit is reached.");
    Work {
        name: "actix: a handler's error".into(),
        runs: Runs::warm(1000),
        contenders: vec![
            contender("bare", &plain, bare, "/error"),
            contender("manila", &expected, manilas, "/error"),
            contender("by hand", &expected, by_hand::app, "/error"),
        ],
    }
}
