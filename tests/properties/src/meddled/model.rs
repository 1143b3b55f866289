//! What a layer makes of a response, as wire.md §2, §3 and §6 have it.

use manila::Condition;

use super::body::compressed;
use super::case::{BodyChange, Case, Change, Source};
use super::change::{APPENDED, REPLACED};
use super::source::{DEFAULT, FOREIGN, fault};
use crate::expected::resolve;
use crate::fault::{AnyStatus, FaultCase, KindCase};
use crate::text::Text;

/// The longest foreign text that is kept.
const MAX_REASON: u64 = 1024;

/// What is known of a response on its way out.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) status: u16,
    media_type: Option<&'static str>,
    is_encoded: bool,
    id: Id,
    /// Whether `x-error-code` is as the last layer has written it.
    has_code: bool,
    /// What a reader would get; none where only the layer that wrote it knows.
    pub(super) body: Option<Vec<u8>>,
    size: Option<u64>,
    says: Says,
    /// Whether the body came with a statement. It gives a layer that looks at it no text: it is no
    /// foreign one, whatever has become of the statement.
    is_stated: bool,
    /// The fault whose body it is, whatever the response says.
    fault: Option<Condition>,
    tie: Tie,
}

/// Whose id the response has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Id {
    None,
    Requests,
    Middlewares,
}

/// What the response says of itself.
#[derive(Debug, Clone, Copy)]
enum Says {
    Nothing,
    Fault(Condition),
    Success,
    /// An inner layer has written it, with this status and id.
    Sent(u16, Id),
}

/// How the body goes with what the response says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// It is the body, inside of whatever stands around it.
    Same,
    /// It is the body, inside of one that changes the bytes.
    Changing,
    /// It has the bytes of the body, which somebody has read.
    Copy,
    Other,
}

/// What a layer makes of a response.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    Passed,
    Wrapped,
    Enveloped {
        fault: Box<FaultCase>,
        is_believed: bool,
        /// Whether the text of the replaced body is not known.
        has_unknown_reason: bool,
    },
}

impl Seen {
    /// The response that leaves the last layer, what that layer has made of it, and how many errors
    /// were told on the way.
    pub(super) fn last(case: &Case) -> (Self, Outcome, usize) {
        let mut seen = Self::of(&case.source);
        seen.change(&case.inside);
        let mut told = 0;
        if let Some(between) = &case.nested {
            told += usize::from(seen.is_unseen());
            let outcome = seen.through();
            told += usize::from(matches!(outcome, Outcome::Enveloped { .. }));
            seen.change(between);
        }
        told += usize::from(seen.is_unseen());
        let outcome = seen.through();
        told += usize::from(matches!(outcome, Outcome::Enveloped { .. }));
        (seen, outcome, told)
    }

    fn of(source: &Source) -> Self {
        let (status, media_type, body, says) = match source {
            Source::Fault(condition) => {
                let status = resolve(&fault(*condition), None).status;
                (status, "application/json", None, Says::Fault(*condition))
            }
            Source::Success => (200, "application/json", Some(DEFAULT), Says::Success),
            Source::Foreign { status, media_type } => {
                (*status, *media_type, Some(FOREIGN), Says::Nothing)
            }
        };
        Self {
            status,
            media_type: Some(media_type),
            is_encoded: false,
            id: Id::None,
            has_code: false,
            body: body.map(Into::into),
            size: body.map(|body| body.len() as u64),
            says,
            is_stated: !matches!(says, Says::Nothing),
            fault: match says {
                Says::Fault(condition) => Some(condition),
                Says::Nothing | Says::Success | Says::Sent(..) => None,
            },
            tie: Tie::Same,
        }
    }

    /// Whether there is a fault that the layer does not find, so that it may be told as one without
    /// a layer.
    fn is_unseen(&self) -> bool {
        self.fault.is_some() && !matches!(self.says, Says::Fault(_)) && self.reached().is_none()
    }

    /// The fault whose body the layer's poll reaches.
    fn reached(&self) -> Option<Condition> {
        let is_text = |media_type: &str| {
            media_type.starts_with("text/") || media_type.starts_with("application/json")
        };
        let is_polled = !(200..400).contains(&self.status)
            && !self.is_encoded
            && self.media_type.is_none_or(is_text);
        self.fault.filter(|_| is_polled && self.tie == Tie::Same)
    }

    fn change(&mut self, changes: &[Change]) {
        for change in changes {
            match *change {
                Change::Status(status) => self.status = status,
                Change::Extensions => self.says = Says::Nothing,
                Change::Field("content-type", value) => self.media_type = value,
                Change::Field("x-request-id", value) => {
                    self.id = value.map_or(Id::None, |_| Id::Middlewares);
                }
                Change::Field("x-error-code", _) => self.has_code = false,
                Change::Field(..) | Change::Phrase | Change::Version => {}
                Change::Body(change) => self.change_body(change),
            }
        }
    }

    fn change_body(&mut self, change: BodyChange) {
        match change {
            BodyChange::Replace | BodyChange::Beside => self.replace(Some(REPLACED.into())),
            BodyChange::Empty => self.replace(Some(Vec::new())),
            BodyChange::Append => {
                let body = self.body.take();
                self.replace(body.map(|body| [body, APPENDED.into()].concat()));
            }
            BodyChange::Truncate => {
                let body = self.body.take();
                self.replace(body.map(|mut body| {
                    body.pop();
                    body
                }));
            }
            BodyChange::Collect => {
                self.size = self.body.as_ref().map(|body| body.len() as u64);
                self.tie = match self.tie {
                    Tie::Same | Tie::Copy => Tie::Copy,
                    Tie::Changing | Tie::Other => Tie::Other,
                };
            }
            BodyChange::Wrap => {}
            BodyChange::Compress => {
                self.is_encoded = true;
                self.body = self.body.take().map(|body| compressed(&body));
                self.size = None;
                self.tie = match self.tie {
                    Tie::Same | Tie::Changing => Tie::Changing,
                    Tie::Copy | Tie::Other => Tie::Other,
                };
            }
        }
    }

    fn replace(&mut self, body: Option<Vec<u8>>) {
        self.size = body.as_ref().map(|body| body.len() as u64);
        self.body = body;
        self.tie = Tie::Other;
    }

    /// What a layer makes of it, which then is what leaves.
    fn through(&mut self) -> Outcome {
        let outcome = self.judge();
        if self.id == Id::None {
            self.id = Id::Requests;
        }
        match &outcome {
            Outcome::Passed => {}
            Outcome::Wrapped => self.write(self.status, Says::Nothing),
            Outcome::Enveloped { fault, .. } => {
                let status = resolve(fault, None).status;
                self.write(status, Says::Sent(status, self.id));
                self.has_code = true;
            }
        }
        outcome
    }

    fn write(&mut self, status: u16, says: Says) {
        self.status = status;
        self.media_type = None;
        self.is_encoded = false;
        self.body = None;
        self.size = None;
        self.says = says;
        self.is_stated = true;
        self.fault = None;
        self.tie = Tie::Same;
    }

    fn judge(&self) -> Outcome {
        let is_success = (200..400).contains(&self.status);
        let has_content = !matches!(self.status, 204..=206 | 304);
        if self.tie != Tie::Other {
            match self.says {
                Says::Fault(condition) => {
                    return Outcome::Enveloped {
                        fault: Box::new(fault(condition)),
                        is_believed: true,
                        has_unknown_reason: false,
                    };
                }
                Says::Success if is_success && has_content => return Outcome::Wrapped,
                Says::Sent(status, id)
                    if (status, id) == (self.status, self.id) && self.has_code =>
                {
                    return Outcome::Passed;
                }
                Says::Success | Says::Sent(..) | Says::Nothing => {}
            }
        }
        if is_success {
            return Outcome::Passed;
        }
        if let Some(condition) = self.reached() {
            return Outcome::Enveloped {
                fault: Box::new(fault(condition)),
                is_believed: true,
                has_unknown_reason: false,
            };
        }
        let mut fault = FaultCase::plain(KindCase::Foreign(AnyStatus(self.status)));
        let may_explain = (400..500).contains(&self.status)
            && self.media_type == Some("text/plain")
            && !self.is_encoded
            && !(self.is_stated && self.tie == Tie::Same);
        if may_explain && let (Some(body), Some(1..=MAX_REASON)) = (&self.body, self.size) {
            fault.reason = String::from_utf8(body.clone()).ok().map(Text);
        }
        Outcome::Enveloped {
            fault: Box::new(fault),
            is_believed: false,
            has_unknown_reason: may_explain && self.body.is_none(),
        }
    }
}
