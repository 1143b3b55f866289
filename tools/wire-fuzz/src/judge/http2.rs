//! Judging a connection of HTTP/2.

use super::id::Identity;
use super::{Judge, Question, Verdict};
use crate::http2::{Http2, Outcome, Stream};

impl Judge {
    /// Judges what came back on a connection.
    pub(crate) fn http2(&self, script: &Http2, outcomes: &[Outcome]) -> Verdict {
        let mut verdict = Verdict::default();
        let is_sound = script.streams.iter().all(|stream| stream.is_sound);
        for (stream, outcome) in script.streams.iter().zip(outcomes) {
            match outcome {
                Outcome::Answered(response) => {
                    self.judge(&mut verdict, &question(stream), response);
                }
                // What is wrong with one stream may end the connection, and with it all the others.
                Outcome::Refused(why) if is_sound => {
                    let (method, target) = (&stream.method, &stream.target);
                    verdict.find(format!("no answer to {method} {target}: {why}"));
                }
                Outcome::Refused(_) | Outcome::NotAwaited => {}
            }
        }
        verdict
    }
}

fn question(stream: &Stream) -> Question<'_> {
    let text = |bytes| str::from_utf8(bytes).unwrap_or_default();
    let mut ids = stream
        .fields
        .iter()
        .filter(|(name, _)| name == "x-request-id");
    Question {
        identity: match (ids.next(), stream.is_sound) {
            // A mutation may have made an id of its own, which the server takes.
            (Some((_, id)), false) => Identity::Within(&id.0),
            _ => Identity::of(stream.id.as_deref()),
        },
        asked: stream
            .is_sound
            .then(|| (text(&stream.method.0), text(&stream.target.0))),
        is_head: stream.method.0 == b"HEAD",
        is_options: stream.method.0 == b"OPTIONS",
        may_be_nested: stream.target.0.contains(&b'%') || stream.target.0.starts_with(b"/nested"),
        is_sound: stream.is_sound,
    }
}
