//! Structs, with what an attribute can say of a member.

use manila_properties::json::{Json, parse};

use super::{Type, shaped, types};
use crate::shape::{Shape, Shaped as _, field, object};

#[derive(Debug, eserde::Deserialize)]
struct Address {
    city: String,
    zip: Option<u32>,
}

#[derive(Debug, eserde::Deserialize)]
struct Nested {
    name: String,
    address: Address,
    addresses: Vec<Address>,
    other: Option<Address>,
    inner: Inner,
}

#[derive(Debug, eserde::Deserialize)]
struct Inner {
    innermost: Innermost,
}

#[derive(Debug, eserde::Deserialize)]
struct Innermost {
    id: u64,
    flags: Vec<bool>,
}

#[derive(Debug, eserde::Deserialize)]
struct Renamed {
    #[serde(rename = "a/b")]
    slash: u8,
    #[serde(rename = "m~n")]
    tilde: u8,
    #[serde(rename = "")]
    empty: String,
    #[serde(rename = "e`, expected `f")]
    quoted: String,
    r#type: String,
    #[serde(rename = "r#match")]
    raw: bool,
}

#[derive(Debug, eserde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct CamelCase {
    first_names: Vec<String>,
    last_name: String,
    r#in: u8,
}

#[derive(Debug, eserde::Deserialize)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE", deny_unknown_fields)]
struct KebabCase {
    first_name: String,
    #[serde(rename = "age")]
    age_in_years: u8,
}

/// The names are those of each other.
#[derive(Debug, eserde::Deserialize)]
struct Swapped {
    #[serde(rename = "second")]
    first: u8,
    #[serde(rename = "first")]
    second: String,
}

#[derive(Debug, eserde::Deserialize)]
struct Aliased {
    #[serde(alias = "mail", alias = "e-mail")]
    email_address: String,
    #[serde(rename = "years", alias = "age")]
    old: u8,
}

#[derive(Debug, eserde::Deserialize)]
#[serde(deny_unknown_fields)]
struct StrictAliased {
    #[serde(alias = "mail")]
    email: String,
    #[serde(default, alias = "n")]
    number: i32,
}

#[derive(Debug, eserde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    a: u8,
    b: Option<StrictInner>,
    r#type: String,
}

#[derive(Debug, eserde::Deserialize)]
#[serde(deny_unknown_fields)]
struct StrictInner {
    a: bool,
    list: Vec<Empty>,
}

#[derive(Debug, eserde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Empty {}

#[derive(Debug, eserde::Deserialize)]
struct Defaults {
    #[serde(default)]
    number: i16,
    #[serde(default)]
    text: String,
    #[serde(default)]
    list: Vec<u8>,
    #[serde(default = "truth")]
    flag: bool,
}

fn truth() -> bool {
    true
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct AllDefaults {
    number: u64,
    inner: DefaultInner,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DefaultInner {
    letter: char,
    pair: (u8, String),
}

eserde::impl_edeserialize_compat! { AllDefaults, DefaultInner, }

#[derive(Debug, eserde::Deserialize)]
struct Skipped {
    shown: u8,
    #[serde(skip)]
    hidden: u8,
}

/// `eserde` leaves a member to `serde`.
#[derive(Debug, eserde::Deserialize)]
struct Compat {
    one: u8,
    #[eserde(compat)]
    two: CamelCase,
    #[eserde(compat)]
    three: Vec<Address>,
}

/// An address in a text, which is read as a body is.
#[derive(Debug)]
struct Embedded(Address);

impl<'de> serde::Deserialize<'de> for Embedded {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let read = manila::extract::json_all(text.as_bytes());
        read.map(Self).map_err(serde::de::Error::custom)
    }
}

/// Reads a body inside of one that is read.
#[derive(Debug, eserde::Deserialize)]
struct Embeds {
    before: u8,
    embedded: Embedded,
    after: u8,
}

eserde::impl_edeserialize_compat! { Embedded, }

fn is_address(value: &Json) -> bool {
    let Json::Text(text) = value else {
        return false;
    };
    let read = parse(text.as_bytes());
    read.is_ok_and(|read| Address::shape().fits(&read))
}

shaped! {
    Embedded = Shape::Refined(Box::new(String::shape()), is_address);
    Embeds = object([
        field::<u8>("before"),
        field::<Embedded>("embedded"),
        field::<u8>("after"),
    ]);
    Address = object([field::<String>("city"), field::<Option<u32>>("zip")]);
    Nested = object([
        field::<String>("name"),
        field::<Address>("address"),
        field::<Vec<Address>>("addresses"),
        field::<Option<Address>>("other"),
        field::<Inner>("inner"),
    ]);
    Inner = object([field::<Innermost>("innermost")]);
    Innermost = object([field::<u64>("id"), field::<Vec<bool>>("flags")]);
    Renamed = object([
        field::<u8>("a/b"),
        field::<u8>("m~n"),
        field::<String>(""),
        field::<String>("e`, expected `f"),
        field::<String>("type"),
        field::<bool>("r#match"),
    ]);
    CamelCase = object([
        field::<Vec<String>>("firstNames"),
        field::<String>("lastName"),
        field::<u8>("in"),
    ]);
    KebabCase = object([field::<String>("FIRST-NAME"), field::<u8>("age")]).strict();
    Swapped = object([field::<u8>("second"), field::<String>("first")]);
    Aliased = object([
        field::<String>("email_address").alias("mail").alias("e-mail"),
        field::<u8>("years").alias("age"),
    ]);
    StrictAliased = object([
        field::<String>("email").alias("mail"),
        field::<i32>("number").alias("n").optional(),
    ]).strict();
    Strict = object([
        field::<u8>("a"),
        field::<Option<StrictInner>>("b"),
        field::<String>("type"),
    ]).strict();
    StrictInner = object([field::<bool>("a"), field::<Vec<Empty>>("list")]).strict();
    Empty = object([]).strict();
    Defaults = object([
        field::<i16>("number").optional(),
        field::<String>("text").optional(),
        field::<Vec<u8>>("list").optional(),
        field::<bool>("flag").optional(),
    ]);
    AllDefaults = object([
        field::<u64>("number").optional(),
        field::<DefaultInner>("inner").optional(),
    ]);
    DefaultInner = object([
        field::<char>("letter").optional(),
        field::<(u8, String)>("pair").optional(),
    ]).strict();
    Skipped = object([field::<u8>("shown")]);
    Compat = object([
        field::<u8>("one"),
        field::<CamelCase>("two"),
        field::<Vec<Address>>("three"),
    ]);
}

pub(super) const TYPES: &[Type] = types![
    Address,
    Nested,
    Renamed,
    CamelCase,
    KebabCase,
    Swapped,
    Aliased,
    StrictAliased,
    Strict,
    Empty,
    Defaults,
    AllDefaults,
    Skipped,
    Compat,
    Embeds,
];
