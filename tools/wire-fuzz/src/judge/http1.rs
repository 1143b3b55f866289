//! Judging a connection of HTTP/1.1.

use manila_examples::workbench::Framework;
use manila_probe::wire::Response;

use super::id::{Identity, contains};
use super::{Judge, Question, Verdict};
use crate::http1::{Asked, End, Heads, Http1, Received, Unread, read_all};

impl Judge {
    /// Judges what came back on a connection.
    pub(crate) fn http1(&self, script: &Http1, received: &Received) -> Verdict {
        match &script.asked {
            Some(asked) if !is_misframed(self.framework, &script.bytes.0) => {
                self.judge_sound(asked, received)
            }
            _ => self.judge_unsound(&script.bytes.0, received),
        }
    }

    /// Every request is valid: all of them are answered, in their order.
    fn judge_sound(&self, asked: &[Asked], received: &Received) -> Verdict {
        let mut verdict = Verdict::default();
        let heads: Vec<bool> = asked.iter().map(|asked| asked.method == "HEAD").collect();
        let is_closed = received.end == End::Closed;
        let (responses, unread) = read_all(&received.bytes, Heads::Known(&heads), is_closed);
        for (asked, response) in asked.iter().zip(&responses) {
            let question = Question {
                identity: Identity::of(asked.id.as_deref()),
                asked: Some((&asked.method, &asked.target)),
                is_head: asked.method == "HEAD",
                is_options: false,
                may_be_nested: asked.target.contains('%') || asked.target.contains("nested"),
                is_sound: true,
            };
            self.judge(&mut verdict, &question, response);
        }
        // A server that closes the connection while something is still on its way may cost its answer.
        if received.end == End::Reset {
            return verdict;
        }
        if let Some(unread) = unread {
            verdict.find(format!("{unread:?} in {}", received.text()));
        } else if responses.len() > asked.len() {
            verdict.find(format!(
                "more than {} answers: {}",
                asked.len(),
                received.text()
            ));
        } else if responses.len() < asked.len() && !may_end(asked, &responses) {
            let (found, expected) = (responses.len(), asked.len());
            verdict.find(format!(
                "{found} of {expected} answers: {}",
                received.text()
            ));
        }
        verdict
    }

    /// The server may see other requests than were meant, or none.
    fn judge_unsound(&self, bytes: &[u8], received: &Received) -> Verdict {
        let mut verdict = Verdict::default();
        let is_head = contains(bytes, b"HEAD");
        let heads = if is_head {
            Heads::Possible
        } else {
            Heads::None
        };
        let is_closed = received.end == End::Closed;
        let (responses, unread) = read_all(&received.bytes, heads, is_closed);
        for response in &responses {
            let question = Question {
                identity: Identity::Within(bytes),
                asked: None,
                is_head: is_head && response.body.is_empty(),
                is_options: contains(bytes, b"OPTIONS"),
                may_be_nested: true,
                is_sound: false,
            };
            self.judge(&mut verdict, &question, response);
        }
        let is_excused = match &unread {
            // The server gives up on the connection while a body is on its way (wire.md §6).
            Some(Unread::BrokenOff) | None => true,
            Some(Unread::Incomplete) => !is_closed,
            Some(Unread::Broken(_)) => is_misframed(self.framework, bytes),
        };
        if !is_excused {
            verdict.find(format!("{unread:?} in {}", received.text()));
        }
        verdict
    }
}

/// Whether the HTTP server may frame the responses wrongly: actix-http 3.20 frames each as if it
/// answered the request that it has read last. With one of these methods among pipelined requests
/// another response may lose its body or its chunks, or get a body that it must not have.
fn is_misframed(framework: Framework, bytes: &[u8]) -> bool {
    framework == Framework::Actix && (contains(bytes, b"HEAD ") || contains(bytes, b"CONNECT "))
}

/// Whether the server may close the connection after its last response: it said so, or it may not
/// have read that request to its end.
fn may_end(asked: &[Asked], responses: &[Response]) -> bool {
    let last = asked.iter().zip(responses).next_back();
    last.is_some_and(|(asked, response)| {
        asked.has_body || response.only("connection") == Some("close")
    })
}
