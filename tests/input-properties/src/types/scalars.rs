//! Values without a name, and the types that wrap them.

use std::num::NonZeroU8;

use manila_properties::json::Json;

use super::{Type, shaped, types};
use crate::shape::{Shape, field, object};

#[derive(Debug, eserde::Deserialize)]
struct Unsigned {
    of_8: u8,
    of_16: u16,
    of_32: u32,
    of_64: u64,
    of_128: u128,
    of_size: usize,
}

#[derive(Debug, eserde::Deserialize)]
struct Signed {
    of_8: i8,
    of_16: i16,
    of_32: i32,
    of_64: i64,
    of_128: i128,
    of_size: isize,
}

#[derive(Debug, eserde::Deserialize)]
struct Floats {
    narrow: f32,
    wide: f64,
}

#[derive(Debug, eserde::Deserialize)]
struct Others {
    letter: char,
    flag: bool,
    nothing: (),
    anything: serde_json::Value,
    least: NonZeroU8,
}

#[derive(Debug, eserde::Deserialize)]
struct Newtype(u16);

#[derive(Debug, serde::Deserialize)]
#[serde(transparent)]
struct Transparent {
    text: String,
}

#[derive(Debug, eserde::Deserialize)]
struct UnitStruct;

/// No more than 100.
#[derive(Debug, serde::Deserialize)]
#[serde(try_from = "u8")]
struct Percent(u8);

impl TryFrom<u8> for Percent {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, &'static str> {
        // A text of the service's own, which begins like one of serde's.
        if number <= 100 {
            Ok(Self(number))
        } else {
            Err("missing field `percent`")
        }
    }
}

/// A text that is not empty.
#[derive(Debug, serde::Deserialize)]
#[serde(try_from = "String")]
struct Filled(String);

impl TryFrom<String> for Filled {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.is_empty() {
            true => Err("invalid type: string, expected u8".to_owned()),
            false => Ok(Self(text)),
        }
    }
}

#[derive(Debug, eserde::Deserialize)]
struct Checked {
    percent: Percent,
    percents: Vec<Percent>,
    filled: Option<Filled>,
    id: u64,
}

eserde::impl_edeserialize_compat! { Transparent, Percent, Filled, }

fn is_percent(value: &Json) -> bool {
    matches!(value, Json::Number(spelled) if spelled.parse::<u8>().is_ok_and(|it| it <= 100))
}

fn is_filled(value: &Json) -> bool {
    matches!(value, Json::Text(text) if !text.is_empty())
}

shaped! {
    Unsigned = object([
        field::<u8>("of_8"),
        field::<u16>("of_16"),
        field::<u32>("of_32"),
        field::<u64>("of_64"),
        field::<u128>("of_128"),
        field::<usize>("of_size"),
    ]);
    Signed = object([
        field::<i8>("of_8"),
        field::<i16>("of_16"),
        field::<i32>("of_32"),
        field::<i64>("of_64"),
        field::<i128>("of_128"),
        field::<isize>("of_size"),
    ]);
    Floats = object([field::<f32>("narrow"), field::<f64>("wide")]);
    Others = object([
        field::<char>("letter"),
        field::<bool>("flag"),
        field::<()>("nothing"),
        field::<serde_json::Value>("anything"),
        field::<NonZeroU8>("least"),
    ]);
    Newtype = u16::shape();
    Transparent = String::shape();
    UnitStruct = Shape::Null;
    Percent = Shape::Refined(Box::new(u8::shape()), is_percent);
    Filled = Shape::Refined(Box::new(String::shape()), is_filled);
    Checked = object([
        field::<Percent>("percent"),
        field::<Vec<Percent>>("percents"),
        field::<Option<Filled>>("filled"),
        field::<u64>("id"),
    ]);
}

pub(super) const TYPES: &[Type] = types![
    u8,
    i64,
    u128,
    bool,
    String,
    char,
    f64,
    Newtype,
    Transparent,
    UnitStruct,
    Unsigned,
    Signed,
    Floats,
    Others,
    Percent,
    Checked,
];
