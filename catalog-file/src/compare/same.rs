//! Whether two facts say the same.

use std::borrow::Cow;

use crate::{Applied, FactValue, Owner, Retry, Scope, Severity};

/// Whether two facts say the same, whatever line ends a checkout gave their texts.
pub(super) trait Same {
    fn same(&self, other: &Self) -> bool;
}

impl Same for str {
    fn same(&self, other: &Self) -> bool {
        self == other || with_newlines(self) == with_newlines(other)
    }
}

fn with_newlines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

impl Same for String {
    fn same(&self, other: &Self) -> bool {
        self.as_str().same(other)
    }
}

impl Same for Cow<'_, str> {
    fn same(&self, other: &Self) -> bool {
        self.as_ref().same(other.as_ref())
    }
}

impl<T: Same + ?Sized> Same for &T {
    fn same(&self, other: &Self) -> bool {
        (**self).same(other)
    }
}

impl<T: Same> Same for Option<T> {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(other)) => one.same(other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl<T: Same> Same for [T] {
    fn same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(one, other)| one.same(other))
    }
}

impl<T: Same> Same for Vec<T> {
    fn same(&self, other: &Self) -> bool {
        self.as_slice().same(other)
    }
}

impl Same for (String, FactValue<String>) {
    fn same(&self, other: &Self) -> bool {
        let ((name, value), (other_name, other_value)) = (self, other);
        name == other_name
            && match (value, other_value) {
                (FactValue::Text(one), FactValue::Text(other)) => one.same(other),
                (one, other) => one == other,
            }
    }
}

macro_rules! same_if_equal {
    ($($type:ty),+) => {
        $(impl Same for $type {
            fn same(&self, other: &Self) -> bool {
                self == other
            }
        })+
    };
}

same_if_equal!(bool, i32, u8, u16, Applied, Owner, Retry, Scope, Severity);
