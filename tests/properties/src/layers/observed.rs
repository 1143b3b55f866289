//! What can be seen of an exchange from outside.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::{Context, Waker};

use super::body::{HostileBody, Read, Watch};
use super::case::Case;
use super::reply::Reply;
use crate::expected::Fields;
use crate::log::Told;

/// What was seen of one exchange.
#[derive(Debug)]
pub(super) struct Observed {
    pub(super) status: u16,
    pub(super) fields: Fields,
    pub(super) body: ObservedBody,
    /// What had become of the service's body, if it made one, before anybody outside read it.
    pub(super) old_body: Option<OldBody>,
    /// The header that the service was asked with, if it was.
    pub(super) asked: Option<Fields>,
    pub(super) events: Vec<Told>,
}

/// How a layer treated the service's body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OldBody {
    pub(super) polls: u32,
    pub(super) is_dropped: bool,
}

/// What could be read of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ObservedBody {
    /// The data of each poll; none where there was nothing yet.
    polls: Vec<Option<Vec<u8>>>,
    pub(super) end: ObservedEnd,
}

/// How a body ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ObservedEnd {
    Done,
    Failed,
    Panicked,
    Stalled,
}

impl OldBody {
    /// What has become of the body that a service made for a case.
    pub(super) fn of(case: &Case, watch: &Watch) -> Option<Self> {
        case.reply().map(|_| Self {
            polls: watch.polls.get(),
            is_dropped: watch.is_dropped.get(),
        })
    }
}

impl ObservedBody {
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.polls.iter().flatten().flatten().copied().collect()
    }

    /// The same, but for the polls that gave nothing yet.
    pub(super) fn without_pauses(&self) -> Self {
        Self {
            polls: self
                .polls
                .iter()
                .filter(|poll| poll.is_some())
                .cloned()
                .collect(),
            end: self.end,
        }
    }

    /// What the service's body is like for whoever reads it without a layer.
    pub(super) fn original(case: &Case) -> Self {
        let mut reply = case.reply().cloned().unwrap_or_else(Reply::empty);
        reply.body.drop_panics = false;
        let (mut body, _) = HostileBody::of(&reply, Watch::default());
        let context = Context::from_waker(Waker::noop());
        Self::read(|| body.read(&context))
    }

    /// Reads until there is an end, a failure, a panic, or nothing for a while.
    pub(super) fn read(mut next: impl FnMut() -> Read) -> Self {
        const PATIENCE: usize = 100;
        let mut polls = Vec::new();
        let end = loop {
            match catch_unwind(AssertUnwindSafe(&mut next)) {
                Ok(Read::Data(data)) => polls.push(Some(data.to_vec())),
                Ok(Read::Pending) => polls.push(None),
                Ok(Read::Failed) => break ObservedEnd::Failed,
                Ok(Read::End) => break ObservedEnd::Done,
                Err(_) => break ObservedEnd::Panicked,
            }
            if polls
                .iter()
                .rev()
                .take(PATIENCE)
                .filter(|data| data.is_none())
                .count()
                == PATIENCE
            {
                break ObservedEnd::Stalled;
            }
        };
        Self { polls, end }
    }
}

/// Drops what a server drops. Whoever serves a body that panics then has to live with it.
pub(super) fn discard<T>(response: T) {
    let _ = catch_unwind(AssertUnwindSafe(|| drop(response)));
}
