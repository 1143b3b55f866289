//! What is sent on one connection of HTTP/2.

use fastrand::Rng;
use serde::{Deserialize, Serialize};

use super::mutate::{mutate_soundly, mutate_unsoundly};
use crate::escaped::Escaped;
use crate::seeds::{SEEDS, Seed};

/// What is sent on one connection of HTTP/2: streams that are open at the same time.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Http2 {
    pub(crate) streams: Vec<Stream>,
}

/// One request.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Stream {
    pub(crate) method: Escaped,
    pub(crate) target: Escaped,
    pub(crate) fields: Vec<(String, Escaped)>,
    /// The body, frame by frame.
    pub(crate) frames: Vec<Escaped>,
    pub(crate) trailers: Vec<(String, Escaped)>,
    pub(crate) reset: Option<Reset>,
    /// The id that the answer has to have; without one, a fresh id.
    pub(crate) id: Option<String>,
    /// Whether it is a valid request, which the server has to answer.
    pub(crate) is_sound: bool,
}

/// Where the client resets the stream, and with which error code (RFC 9113 §7).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Reset {
    /// Before the body.
    AfterHead(u32),
    /// Before the end of the body.
    AfterBody(u32),
    /// After the head of the response.
    InResponse(u32),
}

impl Http2 {
    /// One to four requests at the same time, mutated.
    pub(crate) fn new(rng: &mut Rng, ids: &str) -> Self {
        let is_sound = rng.bool();
        let mut streams = Vec::new();
        for number in 0..rng.usize(1..=4) {
            let seed = &SEEDS[rng.usize(0..SEEDS.len())];
            let id = rng.bool().then(|| format!("{ids}-{number}"));
            let mut stream = Stream::new(seed, id);
            mutate_soundly(rng, &mut stream);
            if !is_sound && rng.bool() {
                mutate_unsoundly(rng, &mut stream);
            }
            if rng.u8(0..5) == 0 {
                stream.reset = Some(reset(rng));
            }
            streams.push(stream);
        }
        Self { streams }
    }
}

impl Stream {
    fn new(seed: &Seed, id: Option<String>) -> Self {
        let escaped = |text: &str| Escaped(text.into());
        let own = seed.fields.iter();
        let mut fields: Vec<_> = own
            .map(|(name, value)| ((*name).to_owned(), escaped(value)))
            .collect();
        fields.extend(
            id.as_deref()
                .map(|id| ("x-request-id".to_owned(), escaped(id))),
        );
        let has_body = !seed.body.is_empty();
        Self {
            method: escaped(seed.method),
            target: escaped(seed.target),
            fields,
            frames: has_body.then(|| escaped(seed.body)).into_iter().collect(),
            trailers: Vec::new(),
            reset: None,
            id,
            is_sound: true,
        }
    }
}

fn reset(rng: &mut Rng) -> Reset {
    // All the codes that there are, and one that there is not.
    let code = rng.u32(0..=14);
    match rng.u8(0..3) {
        0 => Reset::AfterHead(code),
        1 => Reset::AfterBody(code),
        _ => Reset::InResponse(code),
    }
}
