//! What is sent on one connection of HTTP/2.

use fastrand::Rng;
use serde::{Deserialize, Serialize};

use super::mutate::{mutate_soundly, mutate_unsoundly};
use super::stream::{Reset, Stream};
use crate::seeds::SEEDS;

/// What is sent on one connection of HTTP/2: streams that are open at the same time.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Http2 {
    pub(crate) streams: Vec<Stream>,
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

fn reset(rng: &mut Rng) -> Reset {
    // All the codes that there are, and one that there is not.
    let code = rng.u32(0..=14);
    match rng.u8(0..3) {
        0 => Reset::AfterHead(code),
        1 => Reset::AfterBody(code),
        _ => Reset::InResponse(code),
    }
}
