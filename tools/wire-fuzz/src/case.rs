//! What is sent on one connection.

use std::fmt;

use fastrand::Rng;
use serde::{Deserialize, Serialize};

use crate::http1::{Http1, MOST};
use crate::http2::Http2;

/// How the ids begin that the driver gives its requests, each of them another.
pub(crate) const OWN: &str = "fuzz-";

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

impl Script {
    /// Whether the text is somewhere in what is sent.
    pub(crate) fn has(&self, text: &str) -> bool {
        self.times(text) > 0
    }

    /// How often the text is in what is sent.
    pub(crate) fn times(&self, text: &str) -> usize {
        let times = |bytes: &[u8]| {
            let places = bytes.windows(text.len().max(1));
            places.filter(|place| *place == text.as_bytes()).count()
        };
        match self {
            Self::Http1(script) => times(&script.bytes.0),
            Self::Http2(script) => {
                let sent = script.streams.iter().flat_map(|stream| {
                    let values = stream.fields.iter().map(|(_, value)| value);
                    [&stream.method, &stream.target].into_iter().chain(values)
                });
                sent.map(|sent| times(&sent.0)).sum()
            }
        }
    }

    /// Whether a request names a server alone, and no path (RFC 9112 §3.2.3).
    pub(crate) fn has_authority_form(&self) -> bool {
        let is_without_path = |line: &[u8]| {
            let mut words = line.split(|byte| *byte == b' ');
            let target = words.nth(1).unwrap_or_default();
            words.any(|word| word.starts_with(b"HTTP/")) && !target.contains(&b'/')
        };
        match self {
            Self::Http1(script) => {
                let mut lines = script.bytes.0.split(|byte| *byte == b'\n');
                lines.any(is_without_path)
            }
            Self::Http2(script) => {
                let mut streams = script.streams.iter();
                streams.any(|stream| stream.method.0 == b"CONNECT")
            }
        }
    }

    /// The most requests that a server can find in it.
    pub(crate) fn requests(&self) -> usize {
        match self {
            Self::Http1(script) => script.asked.as_ref().map_or(MOST, Vec::len),
            Self::Http2(script) => script.streams.len(),
        }
    }
}

impl Case {
    /// The case of that number; each fourth speaks HTTP/2.
    pub(crate) fn new(seed: u64, number: u64) -> Self {
        // Numbers that follow each other must not give sequences that resemble each other, nor ids
        // that a few changed bytes make another case's.
        let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut rng = Rng::with_seed(seed ^ mixed);
        let ids = format!("{OWN}{seed}-{number}-{mixed:016x}");
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
