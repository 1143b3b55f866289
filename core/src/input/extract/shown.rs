//! The errors whose texts were asked for.
//!
//! `eserde` keeps but the text of an error. So each text has a mark while somebody collects them, by which
//! the error is found again.

use std::cell::RefCell;
use std::fmt;

use super::error::DecodeError;

/// Separates the text of an error from its index among those that were shown. It is no character (a
/// noncharacter of Unicode).
const SHOWN_MARK: char = '\u{10FFFE}';

thread_local! {
    /// The errors whose texts were asked for, while somebody collects them.
    static SHOWN: RefCell<Option<Vec<DecodeError>>> = const { RefCell::new(None) };
}

/// Marks the text of an error that is shown, if somebody collects them.
pub(super) fn mark(error: &DecodeError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match show(error) {
        Some(index) => write!(f, "{SHOWN_MARK}{index}"),
        None => Ok(()),
    }
}

/// Keeps an error that is shown; its index, if somebody collects them.
fn show(error: &DecodeError) -> Option<usize> {
    let shown = SHOWN.try_with(|shown| {
        let mut shown = shown.try_borrow_mut().ok()?;
        let shown = shown.as_mut()?;
        shown.push(error.clone());
        Some(shown.len() - 1)
    });
    shown.ok().flatten()
}

/// Collects the errors that are shown by this thread meanwhile.
pub(super) fn shown_during<T>(run: impl FnOnce() -> T) -> (T, Vec<DecodeError>) {
    /// Puts back what was collected around it, also where something panics.
    struct Outer(Option<Vec<DecodeError>>);

    impl Drop for Outer {
        fn drop(&mut self) {
            swap(self.0.take());
        }
    }

    fn swap(shown: Option<Vec<DecodeError>>) -> Option<Vec<DecodeError>> {
        let swapped = SHOWN.try_with(|current| {
            let current = current.try_borrow_mut();
            current.map(|mut current| std::mem::replace(&mut *current, shown))
        });
        swapped.ok().and_then(Result::ok).flatten()
    }

    let _outer = Outer(swap(Some(Vec::new())));
    let value = run();
    (value, swap(None).unwrap_or_default())
}

/// The error that a text is of, if it is one of those that were shown.
pub(super) fn shown_in<'e>(text: &str, shown: &'e [DecodeError]) -> Option<&'e DecodeError> {
    let (_, index) = text.rsplit_once(SHOWN_MARK)?;
    shown.get(index.parse::<usize>().ok()?)
}
