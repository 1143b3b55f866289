//! The way to a value that is being read, and the errors that are met on it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt::Display;

use serde::de::Error as _;

use super::search::{Search, changed_text};
use crate::input::LONGEST;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::error::{Asked, DecodeError};
use crate::input::extract::place::{Place, Spot, Step};
use crate::input::extract::subject::Subject;

/// The way to the value that is being read, and what has become known on it.
#[derive(Debug, Default)]
pub(in super::super) struct Trace {
    steps: RefCell<Vec<Step>>,
    /// The name of a member that was read last.
    pub(super) name: RefCell<Option<Step>>,
    /// An error on its way through the reader of the format, which knows only its own.
    pub(super) passing: RefCell<Option<DecodeError>>,
    /// How many values were read without a type that was asked for: copies may be made of them.
    pub(super) copies: Cell<usize>,
    /// That number at the last such array or object, by the number of steps to it.
    copied_at: RefCell<Vec<usize>>,
    /// The value that was read last, where it is an integer of 128 bits. Its reader stops in front
    /// of a fraction.
    pub(super) wide: RefCell<Option<BoundedPointer>>,
    pub(super) search: Option<Search>,
}

impl Trace {
    pub(super) fn looking_for(search: Search) -> Self {
        Self {
            search: Some(search),
            ..Self::default()
        }
    }

    pub(super) fn pointer(&self) -> BoundedPointer {
        let steps = self.steps.borrow();
        steps
            .iter()
            .fold(BoundedPointer::default(), |pointer, step| match step {
                Step::Index(index) => pointer.index(*index),
                Step::Member(name) => pointer.member(name),
                Step::Unnamed => pointer.unnamed(),
            })
    }

    /// The error with its place, which is that of the innermost value that knows of it.
    pub(super) fn placed(&self, mut error: DecodeError, spot: Spot) -> DecodeError {
        let parts = error.parts_mut();
        if parts.place.is_none() {
            parts.place = Some(Place {
                pointer: self.pointer(),
                spot,
            });
        }
        error
    }

    /// Notes that a copy may have been made of the value here.
    pub(super) fn note_copy(&self, has_parts: bool) {
        let copies = self.copies.get() + 1;
        self.copies.set(copies);
        if has_parts {
            let depth = self.steps.borrow().len();
            let mut copied_at = self.copied_at.borrow_mut();
            copied_at.resize(depth + 1, 0);
            if let Some(last) = copied_at.last_mut() {
                *last = copies;
            }
        }
    }

    /// The relation of an error to the value here, whose type has met it behind that number of
    /// copies: if there is one of the value itself, it may be about a part of that.
    pub(super) fn spot_since(&self, copies: usize) -> Spot {
        let depth = self.steps.borrow().len();
        match self.copied_at.borrow().get(depth) {
            Some(last) if *last > copies => Spot::Inside,
            _ => Spot::Value,
        }
    }

    /// Hands an error to a reader that does not know its type.
    pub(super) fn pass<E: serde::de::Error>(&self, error: DecodeError, spot: Spot) -> E {
        *self.passing.borrow_mut() = Some(self.placed(error, spot));
        E::custom("an error that is kept beside this one")
    }

    /// What a reader of the format has returned, with the error that passed through it in the place
    /// of its own.
    pub(super) fn settle<T, E: Display>(
        &self,
        read: Result<T, E>,
        asked: Asked,
        spot: Spot,
    ) -> Result<T, DecodeError> {
        let passing = self.passing.take();
        read.map_err(|error| {
            if let Some(error) = passing {
                return error;
            }
            let words = error.to_string();
            if let Some(place) = self.wide.take().filter(|_| is_stop(&words)) {
                let mut error = DecodeError::of_reader("invalid number", Asked::Type("u128"));
                error.parts_mut().place = Some(Place {
                    pointer: place,
                    spot: Spot::Value,
                });
                return error;
            }
            self.placed(DecodeError::of_reader(&words, asked), spot)
        })
    }

    /// Reads inside of a step.
    pub(super) fn within<T>(&self, step: Step, read: impl FnOnce() -> T) -> T {
        self.steps.borrow_mut().push(step);
        let value = read();
        self.steps.borrow_mut().pop();
        value
    }

    /// Notes the name of a member, and gives it as it shall be read.
    pub(super) fn note_name<'n>(&self, name: &'n str) -> Cow<'n, str> {
        let step = if name.len() > LONGEST {
            Step::Unnamed
        } else {
            Step::Member(name.to_owned())
        };
        self.name.replace(Some(step));
        match &self.search {
            Some(search) if search.meets_name(name, || self.pointer()) => {
                Cow::Owned(changed_text(name))
            }
            _ => Cow::Borrowed(name),
        }
    }

    pub(super) fn name_read_last(&self) -> Step {
        self.name.borrow().clone().unwrap_or(Step::Unnamed)
    }

    /// Whether the value here shall be read as another one.
    pub(super) fn is_changed(&self, subject: &Subject) -> bool {
        let search = self.search.as_ref();
        search.is_some_and(|search| search.meets_value(subject, || self.pointer()))
    }

    /// Whether the names of variants are looked for that are taken here.
    pub(super) fn looks_for_names(&self) -> bool {
        let search = self.search.as_ref();
        search.is_some_and(|search| search.is_for_names(|| self.pointer()))
    }

    /// An error of a type's own, met where the reader is.
    pub(super) fn refuse_array(&self) -> DecodeError {
        let error = DecodeError::invalid_type(serde::de::Unexpected::Seq, &"a map");
        self.placed(error, Spot::Value)
    }
}

/// Whether a reader of JSON has met something that cannot stand behind a value.
fn is_stop(words: &str) -> bool {
    ["expected `,` or", "trailing characters"]
        .iter()
        .any(|start| words.starts_with(start))
}
