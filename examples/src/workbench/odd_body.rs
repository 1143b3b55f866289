//! Bodies that do what no body should.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::Sleep;

/// How long the stream of events waits between two.
const PAUSE: Duration = Duration::from_millis(5);

/// What a body does when it is read or dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Oddity {
    /// It never yields anything and never ends.
    Stalls,
    /// It panics when it is polled.
    PanicsWhenPolled,
    /// It panics when it is dropped.
    PanicsWhenDropped,
    /// It yields three server-sent events, and ends.
    Events,
    /// It yields one event, and fails.
    FailsLate,
}

/// A body of unknown length.
#[derive(Debug)]
pub(super) struct OddBody {
    oddity: Oddity,
    yielded: u8,
    pause: Option<Pin<Box<Sleep>>>,
}

impl OddBody {
    pub(super) const fn new(oddity: Oddity) -> Self {
        Self {
            oddity,
            yielded: 0,
            pause: None,
        }
    }

    /// Yields the next event after a pause.
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Bytes> {
        let pause = self
            .pause
            .get_or_insert_with(|| Box::pin(tokio::time::sleep(PAUSE)));
        std::task::ready!(pause.as_mut().poll(cx));
        self.pause = None;
        self.yielded += 1;
        Poll::Ready(format!("data: {}\n\n", self.yielded).into())
    }
}

impl Stream for OddBody {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match (self.oddity, self.yielded) {
            (Oddity::Stalls, _) => Poll::Pending,
            (Oddity::PanicsWhenPolled, _) => panic!("canary-body-polled"),
            (Oddity::PanicsWhenDropped, 0) => {
                self.yielded = 1;
                Poll::Ready(Some(Ok(Bytes::from_static(b"canary-body-dropped"))))
            }
            (Oddity::Events, 0..3) | (Oddity::FailsLate, 0) => {
                self.poll_event(cx).map(|event| Some(Ok(event)))
            }
            (Oddity::FailsLate, _) => {
                Poll::Ready(Some(Err(io::Error::other("canary-body-failed"))))
            }
            (Oddity::PanicsWhenDropped | Oddity::Events, _) => Poll::Ready(None),
        }
    }
}

impl Drop for OddBody {
    fn drop(&mut self) {
        // A second panic while the first unwinds would abort the process.
        if self.oddity == Oddity::PanicsWhenDropped && !std::thread::panicking() {
            panic!("canary-body-dropped");
        }
    }
}
