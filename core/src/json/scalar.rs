//! Values that are one number, text or truth value: most details are.
//!
//! They are written without `serde_json`, which a program that attaches nothing else is then linked
//! without. Anything more is refused here and left to [`serialize_any`](super::serialize_any).

use std::fmt;

use serde::ser::{Error, Impossible, Serialize, Serializer};

use super::buffer::{InlineBuffer, MAX_LEN, Sink as _};
use super::put::{put_integer, put_text};

/// Puts the value behind its prefix if it is a scalar, as
/// [`serialize_any`](super::serialize_any) writes it; returns whether it is.
pub(super) fn put_scalar<const SIZE: usize>(
    value: &(impl Serialize + ?Sized),
    prefix: &[u8],
    out: &mut InlineBuffer<SIZE>,
) -> bool {
    value.serialize(Scalar { out, prefix }).is_ok()
}

/// Writes a scalar, and refuses whatever is more than that.
struct Scalar<'a, const SIZE: usize> {
    out: &'a mut InlineBuffer<SIZE>,
    prefix: &'a [u8],
}

/// The error of a value that is left to `serde_json`.
#[derive(Debug)]
struct NotScalar;

impl fmt::Display for NotScalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a scalar")
    }
}

impl std::error::Error for NotScalar {}

impl Error for NotScalar {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<const SIZE: usize> Scalar<'_, SIZE> {
    fn put(self, json: &str) -> Result<(), NotScalar> {
        self.out.put(self.prefix);
        self.out.put(json.as_bytes());
        Ok(())
    }
}

impl<const SIZE: usize> Serializer for Scalar<'_, SIZE> {
    type Ok = ();
    type Error = NotScalar;
    type SerializeSeq = Impossible<(), NotScalar>;
    type SerializeTuple = Impossible<(), NotScalar>;
    type SerializeTupleStruct = Impossible<(), NotScalar>;
    type SerializeTupleVariant = Impossible<(), NotScalar>;
    type SerializeMap = Impossible<(), NotScalar>;
    type SerializeStruct = Impossible<(), NotScalar>;
    type SerializeStructVariant = Impossible<(), NotScalar>;

    fn serialize_bool(self, value: bool) -> Result<(), NotScalar> {
        self.put(if value { "true" } else { "false" })
    }

    fn serialize_i8(self, value: i8) -> Result<(), NotScalar> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), NotScalar> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), NotScalar> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), NotScalar> {
        put_integer(self.out, self.prefix, value.unsigned_abs(), value < 0);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), NotScalar> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), NotScalar> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), NotScalar> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), NotScalar> {
        put_integer(self.out, self.prefix, value, false);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), NotScalar> {
        Err(NotScalar)
    }

    fn serialize_f64(self, _: f64) -> Result<(), NotScalar> {
        Err(NotScalar)
    }

    fn serialize_char(self, value: char) -> Result<(), NotScalar> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), NotScalar> {
        let text = value.as_bytes();
        // One byte more than a detail may have shows that it is too large.
        put_text(self.out, self.prefix, text.get(..=MAX_LEN).unwrap_or(text));
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), NotScalar> {
        Err(NotScalar)
    }

    fn serialize_none(self) -> Result<(), NotScalar> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NotScalar> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), NotScalar> {
        self.put("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NotScalar> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), NotScalar> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), NotScalar> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), NotScalar> {
        Err(NotScalar)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, NotScalar> {
        Err(NotScalar)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, NotScalar> {
        Err(NotScalar)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, NotScalar> {
        Err(NotScalar)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotScalar> {
        Err(NotScalar)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, NotScalar> {
        Err(NotScalar)
    }

    fn serialize_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStruct, NotScalar> {
        Err(NotScalar)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotScalar> {
        Err(NotScalar)
    }
}

#[cfg(test)]
mod tests {
    use super::super::value::serialize_any;
    use super::*;

    #[derive(serde::Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Plan {
        TeamOfFive,
    }

    fn scalar(value: &impl Serialize) -> Option<String> {
        let mut json = InlineBuffer::<8>::new();
        let is_scalar = put_scalar(value, b"", &mut json);
        is_scalar.then(|| String::from_utf8(json.into_vec()).unwrap())
    }

    fn check(value: impl Serialize) {
        assert_eq!(scalar(&value), serialize_any(&value).ok());
    }

    #[test]
    fn a_scalar_is_written_as_the_serializer_writes_it() {
        check(true);
        check(0);
        check(i64::MIN);
        check(u64::MAX);
        check('<');
        check("plain");
        check("a\u{2028}<\"\u{7f}é");
        check("x".repeat(2_000));
        check(Some("x"));
        check(None::<u8>);
        check(());
        check(std::num::NonZeroU8::MIN);
        check(Plan::TeamOfFive);
    }

    #[test]
    fn whatever_is_more_is_refused() {
        for is_refused in [
            scalar(&1.5).is_none(),
            scalar(&[1]).is_none(),
            scalar(&u128::MAX).is_none(),
        ] {
            assert!(is_refused);
        }
    }
}
