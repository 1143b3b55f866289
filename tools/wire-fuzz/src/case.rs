//! What is sent on one connection.

use std::fmt;

use fastrand::Rng;
use serde::{Deserialize, Serialize};

use crate::http1::Http1;
use crate::http2::Http2;

/// What is sent on one connection, by its seed and number alone.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Case {
    pub(crate) seed: u64,
    pub(crate) number: u64,
    pub(crate) script: Script,
}

/// What is sent, by protocol.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Script {
    Http1(Http1),
    Http2(Http2),
}

/// What a person needs to see: the bytes, or the streams.
impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Http1(script) => script.bytes.fmt(f),
            Self::Http2(script) => write!(f, "{:?}", script.streams),
        }
    }
}

impl Case {
    /// The case of that number; each fourth speaks HTTP/2.
    pub(crate) fn new(seed: u64, number: u64) -> Self {
        // Numbers that follow each other must not give sequences that resemble each other.
        let mut rng = Rng::with_seed(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let ids = format!("fuzz-{seed}-{number}");
        let script = if number % 4 == 3 {
            Script::Http2(Http2::new(&mut rng, &ids))
        } else {
            Script::Http1(Http1::new(&mut rng, &ids))
        };
        Self {
            seed,
            number,
            script,
        }
    }
}
