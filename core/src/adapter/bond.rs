//! Whether a body is still the one that a statement was made about.
//!
//! A statement about a response, as that it answers a fault, is in the response's extensions, which
//! middleware keeps while it changes the body. So the statement shares a bond with its body, and the
//! layer asks for the body before it believes the statement: once by way of the size, which most
//! wrappers of a body hand on, and once by a poll with a waker that only the body itself knows.
//! Middleware that has collected the body and put its bytes back is innocent: the bond keeps what the
//! body gave to an earlier reader.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};

use bytes::Bytes;

use crate::panics::catch_panic;

/// The body of a response, as a framework has it, for core to look at.
pub trait InspectBody {
    /// Returns how many bytes the body has, where that is known exactly.
    fn exact_size(&self) -> Option<u64>;

    /// Polls the body once; core does so at most once. Returns the data of its first frame, or
    /// nothing where it has ended, has failed, or begins with a frame that has none. Whatever was
    /// polled has to be put back in front if the response [passes](super::Decision::Pass).
    fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>>;
}

/// What a statement and its body share.
#[derive(Debug)]
pub(super) struct Bond {
    /// Where the layer that asks for the size is, as [`here`] has it; 0 while nobody asks.
    asking: AtomicUsize,
    state: AtomicU8,
    /// What the body gave to somebody who read it.
    given: OnceLock<Bytes>,
}

/// The body was reached by a layer that asked.
const MET: u8 = 1;
/// The last that happened to the body was that its size was asked for, by somebody else.
const SIZED: u8 = 2;
/// Somebody else has read it.
const READ: u8 = 4;
/// It was dropped right after its size was asked for, unread.
const DROPPED_SIZED: u8 = 8;

thread_local! {
    static HERE: u8 = const { 0 };
}

/// A number that is this thread's while it runs.
fn here() -> usize {
    HERE.try_with(|here| std::ptr::from_ref(here).addr())
        .unwrap_or(0)
}

/// The waker of a bond wakes nobody: what was polled with it is polled again by whoever sends it.
impl Wake for Bond {
    fn wake(self: Arc<Self>) {}
}

/// What a layer learns of a body by looking at it.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// The exact size, if it was asked for and there is one.
    pub(super) size: Option<u64>,
    /// The data of the first frame, if the body was polled and has given any.
    pub(super) first: Option<Bytes>,
    is_polled: bool,
}

impl Look {
    pub(super) fn size(body: &dyn InspectBody) -> Self {
        Self {
            size: catch_panic(|| body.exact_size()).flatten(),
            ..Self::default()
        }
    }

    /// Polls the body, unless that has been done.
    pub(super) fn poll(&mut self, body: &mut dyn InspectBody, waker: &Waker) {
        if std::mem::replace(&mut self.is_polled, true) {
            return;
        }
        let mut context = Context::from_waker(waker);
        if let Some(Poll::Ready(data)) = catch_panic(|| body.poll_data(&mut context)) {
            self.first = data;
        }
    }

    /// The bytes of a body that is all there at the first poll.
    pub(super) fn whole(&self) -> Option<&Bytes> {
        let first = self.first.as_ref()?;
        (self.size == Some(first.len() as u64)).then_some(first)
    }
}

impl Bond {
    pub(super) const fn new() -> Self {
        Self {
            asking: AtomicUsize::new(0),
            state: AtomicU8::new(0),
            given: OnceLock::new(),
        }
    }

    /// Whether the body is the bond's: it is reached through whatever is around it, or it yields just
    /// the bytes that an earlier reader was given.
    pub(super) fn ask(self: &Arc<Self>, body: &mut dyn InspectBody) -> (bool, Look) {
        self.state.fetch_and(!MET, Ordering::Relaxed);
        self.asking.store(here(), Ordering::Relaxed);
        let mut look = Look::size(body);
        self.asking.store(0, Ordering::Relaxed);
        if self.is_met() {
            return (true, look);
        }
        look.poll(body, &Waker::from(Arc::clone(self)));
        let is_given = || {
            let given = self.given.get();
            given.is_some_and(|given| look.first.as_ref() == Some(given))
        };
        (self.is_met() || is_given(), look)
    }

    fn is_met(&self) -> bool {
        self.state.load(Ordering::Relaxed) & MET != 0
    }

    /// Whether the body was taken away as frameworks do in answer to HEAD: its size was asked for,
    /// and it was dropped unread.
    pub(super) fn was_taken_away(&self) -> bool {
        self.state.load(Ordering::Relaxed) & DROPPED_SIZED != 0
    }

    /// The bytes that an earlier reader was given.
    pub(super) fn given(&self) -> Option<&Bytes> {
        self.given.get()
    }

    /// Notes that the body's size was asked for.
    pub(super) fn note_size(&self) {
        let asking = self.asking.load(Ordering::Relaxed);
        let bit = if asking != 0 && asking == here() {
            MET
        } else {
            SIZED
        };
        self.state.fetch_or(bit, Ordering::Relaxed);
    }

    /// Notes that the body is polled; returns whether a layer does so only to ask for it.
    pub(super) fn note_poll(self: &Arc<Self>, cx: &Context<'_>) -> bool {
        let is_asked = cx.waker().data() == Arc::as_ptr(self).cast();
        if is_asked {
            self.state.fetch_or(MET, Ordering::Relaxed);
        } else {
            self.state.fetch_or(READ, Ordering::Relaxed);
            self.state.fetch_and(!SIZED, Ordering::Relaxed);
        }
        is_asked
    }

    pub(super) fn note_given(&self, bytes: &Bytes) {
        let _ = self.given.set(bytes.clone());
    }

    pub(super) fn note_drop(&self) {
        let state = self.state.load(Ordering::Relaxed);
        if state & (SIZED | READ) == SIZED {
            self.state.fetch_or(DROPPED_SIZED, Ordering::Relaxed);
        }
    }
}
