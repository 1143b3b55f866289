//! What a fault says to the log alone.

use std::error::Error;
use std::fmt;
use std::panic::Location;

use super::Fault;
#[cfg(feature = "actix-web-4")]
use super::Kind;
use super::attached::FrameworkWords;
use super::cause::Cause;
use super::into_cause::IntoCause;
#[cfg(feature = "actix-web-4")]
use crate::Condition;

impl Fault {
    /// Keeps the error that led here, or what else is [`IntoCause`]: a boxed error, an
    /// `anyhow::Error`, an `eyre::Report`, a text. Logged, never sent.
    ///
    /// ```
    /// use std::io;
    /// use manila::{Condition, Fault};
    ///
    /// let fault = Fault::condition(Condition::Internal).because(io::Error::other("no such table"));
    /// let error = fault.cause().unwrap().error().unwrap();
    /// assert!(error.is::<io::Error>());
    ///
    /// let failed = anyhow::anyhow!("no such table").context("the invoices cannot be listed");
    /// let fault = Fault::condition(Condition::Internal).because(failed);
    /// let chain = fault.cause().unwrap().chain();
    /// assert_eq!(chain, "the invoices cannot be listed: no such table");
    /// ```
    #[must_use]
    pub fn because<How>(mut self, cause: impl IntoCause<How>) -> Self {
        self.attached_mut().cause = Some(cause.into_cause());
        self
    }

    /// Like [`because`](Self::because), for an error you can only borrow, or one that is not `Send` and
    /// `Sync`: keeps the text of it and of its sources. Logged, never sent.
    ///
    /// The text is made at once. An error whose `Display` panics is kept as far as it got.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let error = std::io::Error::other("the disk is full");
    /// let fault = Fault::condition(Condition::Internal).because_of(&error);
    /// assert_eq!(fault.cause().unwrap().chain(), "the disk is full");
    ///
    /// let rendered = Envelopes::ok_error().render(&fault, None);
    /// assert!(!std::str::from_utf8(rendered.body()).unwrap().contains("disk"));
    /// ```
    #[must_use]
    pub fn because_of(mut self, cause: &dyn Error) -> Self {
        self.attached_mut().cause = Some(Cause::of(cause));
        self
    }

    /// Keeps a text about what led here, where there is no error to keep. Logged, never sent.
    ///
    /// It is made at once, and no more of it than 8 KiB.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let fault = Fault::condition(Condition::Internal).because_text("shard 7 is read-only");
    /// let rendered = Envelopes::problem().render(&fault, None);
    /// assert!(!String::from_utf8_lossy(rendered.body()).contains("shard"));
    /// ```
    #[must_use]
    pub fn because_text(mut self, text: impl fmt::Display) -> Self {
        self.attached_mut().cause = Some(Cause::of_text(text));
        self
    }

    /// Keeps the text of an error that is the same each time.
    pub(crate) fn because_fixed(mut self, text: &'static str) -> Self {
        self.attached_mut().cause = Some(Cause::fixed(text));
        self
    }

    /// Keeps how the body of the foreign response begins that the envelope replaces, for the log.
    pub(crate) fn with_foreign_text(mut self, text: impl Into<Box<str>>) -> Self {
        self.attached_mut().foreign_text = Some(text.into());
        self
    }

    /// Notes whose words the foreign text is, until the layer decides who is told of them.
    #[cfg(any(feature = "actix-web-4", feature = "axum-08"))]
    pub(crate) fn in_words_of_framework(mut self, words: FrameworkWords) -> Self {
        self.attached_mut().words = Some(words);
        self
    }

    /// The same of a condition, which says more than the status of the response.
    #[cfg(feature = "actix-web-4")]
    pub(crate) const fn of_condition(mut self, condition: Condition) -> Self {
        self.kind = Kind::Condition(condition, None);
        self
    }

    /// Forgets the foreign text, and whose words it is; returns both.
    pub(crate) fn without_words(mut self) -> (Self, Option<FrameworkWords>, Option<Box<str>>) {
        if self.attached().is_none() {
            return (self, None, None);
        }
        let attached = self.attached_mut();
        let (words, text) = (attached.words.take(), attached.foreign_text.take());
        (self, words, text)
    }

    /// Says where the fault was made, for the log, where that is not the line that called its
    /// constructor.
    ///
    /// ```
    /// use std::panic::Location;
    /// use manila::{Condition, Fault};
    ///
    /// #[track_caller]
    /// fn lookup(found: Option<u8>) -> Result<u8, Fault> {
    ///     let caller = Location::caller();
    ///     found.ok_or_else(|| Fault::condition(Condition::Gone).with_location(caller))
    /// }
    ///
    /// let fault = lookup(None).unwrap_err();
    /// assert_eq!(fault.location().unwrap().line(), line!() - 1);
    /// ```
    #[must_use]
    pub const fn with_location(mut self, location: &'static Location<'static>) -> Self {
        self.location = Some(location);
        self
    }

    /// Says where the panic was whose fault this is: file, line and column.
    pub(crate) fn with_panic_place(mut self, place: Box<str>) -> Self {
        self.attached_mut().panic_place = Some(place);
        self
    }
}
