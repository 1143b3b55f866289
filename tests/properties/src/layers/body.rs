//! A body that does what an input says, and tells how it was treated.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http_body::{Body, Frame as HttpFrame, SizeHint};

use manila::adapter::{CarriedBody, Carrier};

use super::reply::{BodyCase, CarriedBodyCase, End, Frame, Reply};

/// How often a body was polled, and whether it was dropped.
#[derive(Debug, Clone, Default)]
pub(super) struct Watch {
    pub(super) polls: Rc<Cell<u32>>,
    pub(super) is_dropped: Rc<Cell<bool>>,
}

/// A body of the service.
#[derive(Debug)]
pub(super) struct HostileBody {
    case: BodyCase,
    next: usize,
    watch: Watch,
    /// In the place of the case's frames.
    carried: Option<CarriedBody>,
    hides_size: bool,
}

/// What there is to read at one time.
#[derive(Debug)]
pub(super) enum Read {
    Data(Bytes),
    Pending,
    Failed,
    End,
}

impl HostileBody {
    pub(super) fn new(case: BodyCase, watch: Watch) -> Self {
        Self {
            case,
            next: 0,
            watch,
            carried: None,
            hides_size: false,
        }
    }

    /// The body of a reply, and the word that goes with it.
    pub(super) fn of(reply: &Reply, watch: Watch) -> (Self, Option<Carrier>) {
        let mut body = Self::new(reply.body.clone(), watch);
        let Some(carried) = &reply.carried else {
            return (body, None);
        };
        let (carrier, mut own) = Carrier::fault(carried.fault.build());
        match carried.body {
            CarriedBodyCase::Kept => body.carried = Some(own.into()),
            CarriedBodyCase::Wrapped => {
                body.carried = Some(own.into());
                body.hides_size = true;
            }
            CarriedBodyCase::Collected => {
                let context = Context::from_waker(Waker::noop());
                let mut frames = Vec::new();
                while let Poll::Ready(Some(bytes)) = own.poll(&context) {
                    frames.push(Frame::Bytes(bytes.to_vec()));
                }
                body.case = BodyCase {
                    frames,
                    ..BodyCase::empty()
                };
            }
            CarriedBodyCase::Replaced => {}
        }
        (body, Some(carrier))
    }

    /// The body of an answer that nothing is wrong with.
    pub(super) fn fine() -> Self {
        let frames = vec![Frame::Bytes(b"fine".to_vec())];
        let case = BodyCase {
            frames,
            ..BodyCase::empty()
        };
        Self::new(case, Watch::default())
    }

    /// The size, if it is given as exact.
    pub(super) fn exact_size(&self) -> Option<u64> {
        match &self.carried {
            Some(_) if self.hides_size => None,
            Some(carried) => carried.size(),
            None => self.case.exact_size(),
        }
    }

    pub(super) fn read(&mut self, cx: &Context<'_>) -> Read {
        if let Some(carried) = &mut self.carried {
            return match carried.poll(cx) {
                Poll::Ready(Some(data)) => Read::Data(data),
                Poll::Ready(None) => Read::End,
                Poll::Pending => Read::Pending,
            };
        }
        self.watch.polls.set(self.watch.polls.get() + 1);
        let frame = self.case.frames.get(self.next);
        self.next += 1;
        match (frame.map(Frame::data), self.case.end) {
            (Some(Some(data)), _) => Read::Data(data.into()),
            (Some(None), _) | (None, End::Stalls) => Read::Pending,
            (None, End::Done) => Read::End,
            (None, End::Failed) => Read::Failed,
            (None, End::Panics) => resume_unwind(Box::new("canary: the body")),
        }
    }
}

impl Drop for HostileBody {
    fn drop(&mut self) {
        self.watch.is_dropped.set(true);
        if self.case.drop_panics && !std::thread::panicking() {
            resume_unwind(Box::new("canary: the body's drop"));
        }
    }
}

impl Body for HostileBody {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<HttpFrame<Bytes>, &'static str>>> {
        match self.read(cx) {
            Read::Data(data) => Poll::Ready(Some(Ok(HttpFrame::data(data)))),
            Read::Pending => Poll::Pending,
            Read::Failed => Poll::Ready(Some(Err("canary: the body"))),
            Read::End => Poll::Ready(None),
        }
    }

    fn size_hint(&self) -> SizeHint {
        self.exact_size()
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
