//! What is sent on one connection of HTTP/1.1.

use fastrand::Rng;
use serde::{Deserialize, Serialize};

use super::corrupt::corrupt;
use super::draft::{Draft, Field};
use super::mutate::{mutate_soundly, mutate_unsoundly};
use crate::escaped::Escaped;
use crate::seeds::{SEEDS, Seed};

/// How many requests a connection has at most.
pub(crate) const MOST: usize = 4;

/// The last request of a connection, which makes the server close it.
static LAST: Seed = Seed::new("GET", "/id", &[("connection", "close")]);

/// What is sent on one connection of HTTP/1.1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Http1 {
    pub(crate) bytes: Escaped,
    /// The requests in their order, if all of them are valid.
    pub(crate) asked: Option<Vec<Asked>>,
}

/// A request that the server has to answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) target: String,
    /// The id that the answer has to have; without one, a fresh id.
    pub(crate) id: Option<String>,
    pub(crate) has_body: bool,
}

impl Http1 {
    /// One to three requests, one after the other, mutated, and the one that ends the connection.
    pub(crate) fn new(rng: &mut Rng, ids: &str) -> Self {
        let is_sound = rng.u8(0..4) == 0;
        let mut drafts = Vec::new();
        for number in 0..rng.usize(1..MOST) {
            let seed = &SEEDS[rng.usize(0..SEEDS.len())];
            let id = rng.bool().then(|| format!("{ids}-{number}"));
            let mut draft = Draft::new(seed, id);
            mutate_soundly(rng, &mut draft);
            if !is_sound && rng.bool() {
                mutate_unsoundly(rng, &mut draft);
            }
            drafts.push(draft);
        }
        drafts.push(Draft::new(&LAST, Some(format!("{ids}-last"))));
        let is_corrupted = !is_sound && rng.bool();
        let mut bytes: Vec<u8> = drafts.iter().flat_map(Draft::encode).collect();
        if is_corrupted {
            corrupt(rng, &mut bytes);
        }
        let is_truncated = !is_sound && rng.u8(0..8) == 0;
        if is_truncated {
            bytes.truncate(rng.usize(0..bytes.len().max(1)));
        }
        let is_sound = !is_corrupted && !is_truncated && drafts.iter().all(|draft| draft.is_sound);
        Self {
            bytes: Escaped(bytes),
            asked: is_sound.then(|| drafts.iter().map(Asked::of).collect()),
        }
    }
}

impl Asked {
    fn of(draft: &Draft) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let is_body = |field: &Field| field.is("content-length") || field.is("transfer-encoding");
        Self {
            method: text(&draft.method),
            target: text(&draft.target),
            id: draft.id.clone(),
            has_body: draft.fields.iter().any(is_body),
        }
    }
}
