//! Whether a body is still the one that a statement was made about.
//!
//! A statement about a response, as that it answers a fault, is in the response's extensions, which
//! middleware keeps while it changes the body. So the statement is shared with its body, and the
//! layer asks for the body before it believes the statement: once by way of the size, which most
//! wrappers of a body hand on, and once by a poll with a waker that only such bodies know, which
//! name their bond in answer. Middleware that has collected the body and put its bytes back is
//! innocent: it is known what the body gave to an earlier reader.

use std::cell::Cell;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll, Wake, Waker};

use bytes::Bytes;

use super::statement::Statement;
use super::unlayered::tell_unlayered;
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

/// A statement with what happens to its body, shared by the two.
#[derive(Debug)]
pub(super) struct Bond {
    pub(super) statement: Statement,
    /// Where the layer that asks for the body is, as [`here`] has it; [`NOBODY`] while none asks, and
    /// [`MET`] once it has reached the body.
    asking: AtomicUsize,
    state: AtomicU8,
}

const NOBODY: usize = 0;
const MET: usize = 1;

/// The last that happened to the body was that its size was asked for, by somebody else.
const SIZED: u8 = 1;
/// Somebody else has polled it.
const POLLED: u8 = 2;
/// It has given its content to a reader.
const READ: u8 = 4;
/// It was dropped right after its size was asked for, unread.
const DROPPED_SIZED: u8 = 8;
/// It has no content, in answer to HEAD.
const HEAD: u8 = 16;
/// Its content is not known without rendering it.
const UNRENDERED: u8 = 32;
/// A layer has seen the statement.
const SEEN: u8 = 64;

thread_local! {
    static HERE: u16 = const { 0 };
}

/// A number that is this thread's while it runs, and is neither [`NOBODY`] nor [`MET`].
#[inline]
fn here() -> usize {
    HERE.try_with(|here| std::ptr::from_ref(here).addr())
        .unwrap_or(NOBODY)
}

/// The waker of a layer that asks for a body. It wakes nobody: what was polled with it is polled again
/// by whoever sends it.
struct Asking;

impl Wake for Asking {
    fn wake(self: Arc<Self>) {}
}

static ASKING: LazyLock<Arc<Asking>> = LazyLock::new(|| Arc::new(Asking));

thread_local! {
    /// The bond of the body that the layer's poll has reached.
    static REACHED: Cell<Option<Arc<Bond>>> = const { Cell::new(None) };
}

/// What a layer learns of a body by looking at it, each thing once.
#[derive(Debug, Default)]
pub(super) struct Look {
    is_sized: bool,
    is_polled: bool,
    /// The exact size, if it was asked for and there is one.
    size: Option<u64>,
    /// The data of the first frame, if the body was polled and has given any.
    pub(super) first: Option<Bytes>,
    /// The bond of the body, if the poll has reached one that has a bond.
    pub(super) reached: Option<Arc<Bond>>,
}

impl Look {
    /// Asks for the size, unless that has been done.
    pub(super) fn size(&mut self, body: &dyn InspectBody) -> Option<u64> {
        if !std::mem::replace(&mut self.is_sized, true) {
            self.size = catch_panic(|| body.exact_size()).flatten();
        }
        self.size
    }

    /// Polls the body, unless that has been done.
    pub(super) fn poll(&mut self, body: &mut dyn InspectBody) {
        if std::mem::replace(&mut self.is_polled, true) {
            return;
        }
        let waker = Waker::from(Arc::clone(&ASKING));
        let mut context = Context::from_waker(&waker);
        if let Some(Poll::Ready(data)) = catch_panic(|| body.poll_data(&mut context)) {
            self.first = data;
        }
        self.reached = REACHED.try_with(Cell::take).ok().flatten();
    }

    /// The bytes of a body that is all there at the first poll.
    pub(super) fn whole(&self) -> Option<&Bytes> {
        let first = self.first.as_ref()?;
        (self.size == Some(first.len() as u64)).then_some(first)
    }
}

impl Bond {
    #[inline]
    pub(super) fn new(statement: Statement) -> Self {
        let state = match &statement {
            Statement::Fault(..) => UNRENDERED,
            Statement::Success(_) | Statement::Sent(_) => 0,
        };
        Self {
            statement,
            asking: AtomicUsize::new(NOBODY),
            state: AtomicU8::new(state),
        }
    }

    /// Whether the body is the bond's: it is reached through whatever is around it, or it yields just
    /// the bytes that an earlier reader was given.
    pub(super) fn ask(self: &Arc<Self>, body: &mut dyn InspectBody, look: &mut Look) -> bool {
        self.note_seen();
        self.asking.store(here(), Ordering::Relaxed);
        look.size(body);
        let is_met = self.asking.load(Ordering::Relaxed) == MET;
        self.asking.store(NOBODY, Ordering::Relaxed);
        is_met || self.ask_by_poll(body, look)
    }

    /// Notes that a layer has seen the statement, which is then its to tell.
    pub(super) fn note_seen(&self) {
        self.set(SEEN);
    }

    #[cold]
    fn ask_by_poll(self: &Arc<Self>, body: &mut dyn InspectBody, look: &mut Look) -> bool {
        look.poll(body);
        let is_reached = |reached| Arc::ptr_eq(self, reached);
        let is_given = |given| look.first.as_ref() == Some(given);
        look.reached.as_ref().is_some_and(is_reached) || self.given().is_some_and(is_given)
    }

    /// Whether the body was taken away as frameworks do in answer to HEAD: its size was asked for,
    /// and it was dropped unread.
    pub(super) fn was_taken_away(&self) -> bool {
        self.has(DROPPED_SIZED)
    }

    /// The bytes that an earlier reader was given.
    pub(super) fn given(&self) -> Option<&Bytes> {
        self.has(READ).then(|| self.statement.content())
    }

    /// How many bytes the body has left, where that is known. That is asked for by somebody.
    #[inline]
    pub(super) fn size(&self) -> Option<u64> {
        let asking = self.asking.load(Ordering::Relaxed);
        if asking == NOBODY || asking != MET && asking != here() {
            self.set(SIZED);
        } else {
            self.asking.store(MET, Ordering::Relaxed);
        }
        match self.state.load(Ordering::Relaxed) {
            state if state & (HEAD | UNRENDERED) != 0 => None,
            state if state & READ != 0 => Some(0),
            _ => Some(self.statement.content().len() as u64),
        }
    }

    /// Whether the body has nothing to give.
    #[inline]
    pub(super) fn is_end(&self) -> bool {
        match self.state.load(Ordering::Relaxed) {
            state if state & (HEAD | READ) != 0 => true,
            state if state & UNRENDERED != 0 => false,
            _ => self.statement.content().is_empty(),
        }
    }

    /// Takes the content away, in answer to HEAD.
    pub(super) fn take_content(&self) {
        self.set(HEAD);
    }

    /// Gives the content to whoever polls the body, once; nothing where a layer polls only to see
    /// whether it is the bond's.
    // Out of line, so that the poll of a body without a statement is put in line.
    #[inline(never)]
    pub(super) fn read(self: &Arc<Self>, cx: &Context<'_>) -> Poll<Option<Bytes>> {
        if self.is_asked(cx) {
            return Poll::Pending;
        }
        if self.has(HEAD | READ) {
            return Poll::Ready(None);
        }
        let content = Some(self.statement.content());
        self.set(READ);
        self.state.fetch_and(!UNRENDERED, Ordering::Relaxed);
        Poll::Ready(content.filter(|bytes| !bytes.is_empty()).cloned())
    }

    /// Shows the content to a layer, which does not use it up; that of a fault is not rendered for it.
    pub(super) fn show(self: &Arc<Self>, cx: &Context<'_>) -> Poll<Option<Bytes>> {
        if self.is_asked(cx) {
            return Poll::Pending;
        }
        if self.has(HEAD | READ) {
            return Poll::Ready(None);
        }
        if self.has(UNRENDERED) {
            return Poll::Pending;
        }
        Poll::Ready(Some(self.statement.content().clone()))
    }

    /// Whether a layer polls only to ask for the body.
    fn is_asked(self: &Arc<Self>, cx: &Context<'_>) -> bool {
        let is_asked = cx.waker().data() == Arc::as_ptr(&ASKING).cast();
        if is_asked {
            let _ = REACHED.try_with(|reached| reached.set(Some(Arc::clone(self))));
        } else {
            self.set(POLLED);
            self.state.fetch_and(!SIZED, Ordering::Relaxed);
        }
        is_asked
    }

    /// Notes that the body is dropped.
    #[inline]
    pub(super) fn note_drop(&self) {
        if self.state.load(Ordering::Relaxed) & (SIZED | POLLED) == SIZED {
            self.set(DROPPED_SIZED);
        }
    }

    fn has(&self, any: u8) -> bool {
        self.state.load(Ordering::Relaxed) & any != 0
    }

    fn set(&self, bit: u8) {
        self.state.fetch_or(bit, Ordering::Relaxed);
    }
}

/// A fault that somebody has read, and that no layer has seen, is told here: nobody else knows of it.
impl Drop for Bond {
    fn drop(&mut self) {
        if *self.state.get_mut() & (READ | HEAD | SEEN) == READ
            && let Statement::Fault(fault, _) = &self.statement
        {
            tell_unlayered(fault);
        }
    }
}
