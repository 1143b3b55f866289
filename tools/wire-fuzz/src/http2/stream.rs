//! One request, on a stream of its own.

use serde::{Deserialize, Serialize};

use crate::escaped::Escaped;
use crate::seeds::Seed;

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

impl Stream {
    /// The request of a seed, as it is.
    pub(super) fn new(seed: &Seed, id: Option<String>) -> Self {
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
