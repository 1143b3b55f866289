//! A violation behind a trait that takes errors for texts.
//!
//! `serde` asks an error of a type's own for its text, and hands on nothing else. While that text
//! is made here, a [`Violation`] leaves itself as well.

use std::fmt::{self, Display};

use super::violation::Violation;

#[cfg(feature = "extract")]
thread_local! {
    /// The violation whose text is being made, while somebody asks for it.
    static TOLD: crate::slot::Slot<Violation> = const { std::cell::RefCell::new(crate::slot::State::Closed) };
}

/// The text of an error, bounded, and the violation that it is, if it is one: what only has the
/// text of one in its own is not.
#[cfg(feature = "extract")]
pub(crate) fn text_or_violation(error: &impl Display) -> Result<Violation, String> {
    let (text, told) = crate::slot::within(&TOLD, None, || {
        let mut text = super::bounded::BoundedText::new();
        let _ = fmt::Write::write_fmt(&mut text, format_args!("{error}"));
        text
    });
    match told {
        Some(violation) if violation.message() == text.as_str() => Ok(violation),
        _ => Err(text.into_string()),
    }
}

/// For errors of a type's own; what clients read is what a style makes of it.
impl Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "extract")]
        crate::slot::put(&TOLD, || self.clone());
        f.write_str(self.message())
    }
}

impl std::error::Error for Violation {}
