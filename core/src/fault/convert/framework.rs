//! Errors of a framework's own, which it would have answered by itself.

use std::fmt::{Display, Write as _};

use crate::fault::{BoundedText, Fault, FrameworkWords};
use crate::panics::catch_panic;

impl Fault {
    /// The fault of an error that a framework answers with this status and these words: what a layer
    /// makes of that response, once it knows the settings that say who is told of the words.
    pub(crate) fn of_framework(status: u16, words: FrameworkWords, text: impl Display) -> Self {
        let mut kept = BoundedText::new();
        catch_panic(|| write!(kept, "{text}"));
        let fault = Self::foreign(status).with_foreign_text(kept.into_string());
        fault.in_words_of_framework(words)
    }
}
