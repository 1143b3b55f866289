//! The body that a value was read from, for who checks the value afterwards.
//!
//! A value does not say by which names it was sent, nor what was left out of it. An extractor keeps
//! its body at hand while somebody asks for it, which is who polls it; nothing is copied.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use pin_project_lite::pin_project;

use super::content_type::MediaType;
use crate::slot::{Slot, State, put, within};

/// The body that a value was read from.
#[derive(Debug, Clone)]
#[cfg_attr(
    not(any(feature = "garde-023", feature = "validator-021")),
    expect(
        dead_code,
        reason = "without a validator nothing is checked afterwards"
    )
)]
pub struct SentBody {
    pub(crate) media_type: MediaType,
    pub(crate) bytes: Bytes,
}

thread_local! {
    /// The body, while somebody asks for it.
    static KEPT: Slot<SentBody> = const { RefCell::new(State::Closed) };
}

impl SentBody {
    /// Hands a body, which an extractor has read, to who polls the extractor by way of [`KeepBody`].
    /// Where nobody does, nothing happens.
    ///
    /// ```
    /// use manila::extract::{MediaType, SentBody, json};
    ///
    /// let body = bytes::Bytes::from_static(b"[1]");
    /// SentBody::offer(MediaType::Json, &body);
    /// assert_eq!(json::<Vec<u8>>(&body).unwrap(), [1]);
    /// ```
    pub fn offer(media_type: MediaType, body: &Bytes) {
        put(&KEPT, || Self {
            media_type,
            bytes: body.clone(),
        });
    }

    /// Runs a check of a value that was read from the body: the places of what it finds have the
    /// names that were sent, and end where nothing was.
    ///
    /// ```
    /// assert_eq!(manila::extract::SentBody::during(None, || 7), 7);
    /// ```
    pub fn during<T>(body: Option<Self>, check: impl FnOnce() -> T) -> T {
        within(&KEPT, body, check).0
    }

    /// The body that is at hand.
    #[cfg(any(feature = "garde-023", feature = "validator-021"))]
    pub(crate) fn current() -> Option<Self> {
        let current = KEPT.try_with(|kept| match &*kept.try_borrow().ok()? {
            State::Open(body) => body.clone(),
            State::Closed => None,
        });
        current.ok().flatten()
    }
}

pin_project! {
    /// The future of an extractor, which gives the body as well, if the extractor
    /// [offers](SentBody::offer) it.
    ///
    /// ```
    /// use manila::extract::{KeepBody, MediaType, SentBody};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let reading = async { SentBody::offer(MediaType::Json, &bytes::Bytes::from_static(b"7")) };
    /// let ((), body) = KeepBody::new(reading).await;
    /// assert!(body.is_some());
    /// # }
    /// ```
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct KeepBody<F> {
        #[pin]
        reading: F,
        body: Option<SentBody>,
    }
}

impl<F> KeepBody<F> {
    /// Creates it around the future of an extractor.
    pub const fn new(reading: F) -> Self {
        Self {
            reading,
            body: None,
        }
    }
}

impl<F: Future> Future for KeepBody<F> {
    type Output = (F::Output, Option<SentBody>);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let (polled, body) = within(&KEPT, this.body.take(), || this.reading.poll(cx));
        match polled {
            Poll::Ready(value) => Poll::Ready((value, body)),
            Poll::Pending => {
                *this.body = body;
                Poll::Pending
            }
        }
    }
}
