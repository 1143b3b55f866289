//! The values of declared details, as the constructors that `catalog!` writes take them.

use std::cell::RefCell;
use std::fmt;
use std::time::SystemTime;

use serde::ser::{Error as _, Serialize, Serializer};

use crate::http::clock::Civil;

/// A value of a detail that the catalog declares as an `integer`: any of Rust's integers up to 64
/// bits. The constructors of `catalog!` take it.
///
/// ```
/// use manila::Fault;
///
/// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
///
/// fn create(apps: &[&str], most: usize) -> Result<(), Fault> {
///     match apps.len() < most {
///         true => Ok(()),
///         false => Err(ApiError::plan_limit_exceeded(most)),
///     }
/// }
///
/// let fault = create(&["atlas"], 1).unwrap_err();
/// assert_eq!(fault.details().collect::<Vec<_>>(), [("limit".into(), "1")]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an integer, which the catalog declares this detail to be",
    label = "not an integer of at most 64 bits"
)]
pub trait Integer: Serialize + sealed::Sealed {}

/// A value of a detail that the catalog declares as a `number`: any [`Integer`], `f32` or `f64`. NaN
/// and the infinities, which JSON has no numbers for, are left out and logged.
///
/// ```
/// fn load(value: impl manila::detail::Number) -> String {
///     serde_json::to_string(&value).unwrap()
/// }
///
/// assert_eq!((load(0.25), load(7_u8)), ("0.25".to_owned(), "7".to_owned()));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number, which the catalog declares this detail to be",
    label = "not a number of at most 64 bits"
)]
pub trait Number: Serialize + sealed::Sealed {}

mod sealed {
    pub trait Sealed {}
}

macro_rules! numbers {
    ($also:ident: $($number:ty)+) => {
        $(
            impl sealed::Sealed for $number {}
            impl Number for $number {}
            numbers!(@ $also $number);
        )+
    };
    (@ integers $number:ty) => {
        impl Integer for $number {}
    };
    (@ fractions $number:ty) => {};
}

numbers!(integers: i8 i16 i32 i64 isize u8 u16 u32 u64 usize);
numbers!(fractions: f32 f64);

/// A moment as RFC 3339 §5.6 writes it in UTC, with the digits of the fraction that it has.
pub(crate) struct Moment(pub(crate) SystemTime);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match rfc3339(self.0) {
            Some(text) => serializer.serialize_str(&text),
            None => Err(S::Error::custom(
                "RFC 3339 has no year of more than four digits",
            )),
        }
    }
}

fn rfc3339(moment: SystemTime) -> Option<String> {
    let (seconds, nanos) = match moment.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => (i64::try_from(since.as_secs()).ok()?, since.subsec_nanos()),
        Err(before) => {
            let (seconds, nanos) = (
                before.duration().as_secs(),
                before.duration().subsec_nanos(),
            );
            let whole = i64::try_from(seconds).ok()?.checked_neg()?;
            match nanos {
                0 => (whole, 0),
                nanos => (whole.checked_sub(1)?, 1_000_000_000 - nanos),
            }
        }
    };
    /// The first and the last second of the years that four digits can write.
    const WRITABLE: std::ops::RangeInclusive<i64> = -62_167_219_200..=253_402_300_799;
    if !WRITABLE.contains(&seconds) {
        return None;
    }
    let civil = Civil::of(seconds);
    let fraction = match nanos {
        0 => String::new(),
        nanos if nanos % 1_000_000 == 0 => format!(".{:03}", nanos / 1_000_000),
        nanos if nanos % 1_000 == 0 => format!(".{:06}", nanos / 1_000),
        nanos => format!(".{nanos:09}"),
    };
    Some(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{fraction}Z",
        civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second,
    ))
}

/// A value as the text that it is shown as.
pub(crate) struct Shown<T>(pub(crate) T);

impl<T: fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The items that an iterator has left, as an array. Whoever refuses arrays takes none of them.
pub(crate) struct List<I>(pub(crate) RefCell<I>);

impl<I: Iterator<Item: Serialize>> Serialize for List<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut items = self.0.try_borrow_mut().map_err(S::Error::custom)?;
        serializer.collect_seq(&mut *items)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_moment_is_written_in_utc_with_the_fraction_that_it_has() {
        let at = |seconds: i64, nanos: u32| {
            let whole = Duration::from_secs(seconds.unsigned_abs());
            let moment = match seconds < 0 {
                true => SystemTime::UNIX_EPOCH.checked_sub(whole),
                false => SystemTime::UNIX_EPOCH.checked_add(whole),
            };
            rfc3339(moment? + Duration::from_nanos(nanos.into()))
        };
        for (seconds, nanos, text) in [
            (0, 0, "1970-01-01T00:00:00Z"),
            (784_111_777, 500_000_000, "1994-11-06T08:49:37.500Z"),
            (951_782_400, 1_000, "2000-02-29T00:00:00.000001Z"),
            (4_107_542_400, 1, "2100-03-01T00:00:00.000000001Z"),
            (-1, 0, "1969-12-31T23:59:59Z"),
            (-1, 250_000_000, "1969-12-31T23:59:59.250Z"),
            (-62_167_219_200, 0, "0000-01-01T00:00:00Z"),
            (253_402_300_799, 999_000_000, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(at(seconds, nanos).as_deref(), Some(text));
        }
        assert_eq!(at(253_402_300_800, 0), None);
        assert_eq!(at(-62_167_219_201, 0), None);
        assert_eq!(at(-62_167_219_201, 1), None);
    }
}
