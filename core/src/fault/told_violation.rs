//! A violation behind a trait that takes errors for texts.
//!
//! `serde` asks an error of a type's own for its text, and hands on nothing else. While that text
//! is made here, a [`Violation`] leaves itself as well.

#[cfg(feature = "extract")]
use std::cell::RefCell;
#[cfg(feature = "extract")]
use std::fmt::Write as _;
use std::fmt::{self, Display};

#[cfg(feature = "extract")]
use super::bounded::BoundedText;
use super::violation::Violation;

#[cfg(feature = "extract")]
thread_local! {
    /// The violation whose text is being made, while somebody asks for it.
    static TOLD: RefCell<Slot> = const { RefCell::new(Slot::Closed) };
}

#[cfg(feature = "extract")]
#[derive(Default)]
enum Slot {
    /// Nobody asks.
    #[default]
    Closed,
    Open(Option<Violation>),
}

#[cfg(feature = "extract")]
/// Puts another slot in the place of this thread's.
fn swap(slot: Slot) -> Slot {
    let swapped = TOLD.try_with(|told| {
        let told = told.try_borrow_mut();
        told.map(|mut told| std::mem::replace(&mut *told, slot))
    });
    swapped.ok().and_then(Result::ok).unwrap_or_default()
}

#[cfg(feature = "extract")]
/// The slot around this one, which is back in its place when this ends, also where a `Display`
/// panics.
struct Outer(Slot);

#[cfg(feature = "extract")]
impl Drop for Outer {
    fn drop(&mut self) {
        swap(std::mem::take(&mut self.0));
    }
}

#[cfg(feature = "extract")]
/// The text of an error, bounded, and the violation that it is, if it is one: what only has the
/// text of one in its own is not.
pub(crate) fn text_or_violation(error: &impl Display) -> Result<Violation, String> {
    let _outer = Outer(swap(Slot::Open(None)));
    let mut text = BoundedText::new();
    let _ = write!(text, "{error}");
    match swap(Slot::Closed) {
        Slot::Open(Some(violation)) if violation.message() == text.as_str() => Ok(violation),
        _ => Err(text.into_string()),
    }
}

/// For errors of a type's own; what clients read is what a style makes of it.
impl Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "extract")]
        if !matches!(swap(Slot::Closed), Slot::Closed) {
            swap(Slot::Open(Some(self.clone())));
        }
        f.write_str(self.message())
    }
}

impl std::error::Error for Violation {}
