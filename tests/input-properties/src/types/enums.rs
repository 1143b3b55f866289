//! Enums, tagged in each of the four ways.

use std::collections::BTreeMap;

use super::{Type, shaped, types};
use crate::shape::{Object, Shape, field, object};

#[derive(Debug, eserde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Unit {
    Free,
    VeryBig,
    #[serde(rename = "x/y")]
    Renamed,
}

#[derive(Debug, eserde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum External {
    Free,
    Trial(u16),
    Pair(u8, String),
    Team { seats: u16, names: Vec<String> },
    Of(Plain),
}

#[derive(Debug, eserde::Deserialize)]
struct Plain {
    id: u32,
    note: Option<String>,
}

#[derive(Debug, eserde::Deserialize)]
struct HoldsExternal {
    plan: External,
    plans: Vec<External>,
    unit: Option<Unit>,
    units: BTreeMap<String, Unit>,
}

#[derive(Debug, eserde::Deserialize)]
enum OnlyHolding {
    A(u8),
    #[serde(rename = "b~b", rename_all = "camelCase")]
    B {
        some_number: i64,
    },
}

#[derive(Debug, serde::Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Internal {
    Circle { radius: u32 },
    Text { text: String, size: Option<u8> },
    Of(Plain),
    Nothing,
}

#[derive(Debug, serde::Deserialize)]
#[serde(tag = "kind", deny_unknown_fields)]
enum StrictInternal {
    #[serde(rename = "r#a")]
    A {
        r#type: bool,
        list: Vec<Plain>,
    },
    B {
        map: BTreeMap<String, u8>,
    },
}

#[derive(Debug, serde::Deserialize)]
struct HoldsInternal {
    shape: Internal,
    shapes: Vec<Internal>,
    named: BTreeMap<String, Internal>,
    strict: Option<StrictInternal>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Number(u8),
    Struct { a: String, b: Option<bool> },
    List(Vec<Plain>),
    Pair(u8, bool),
}

#[derive(Debug, serde::Deserialize)]
struct HoldsAdjacent {
    one: Adjacent,
    many: Vec<Adjacent>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(untagged)]
enum Untagged {
    Number(u8),
    Text(String),
    List(Vec<bool>),
    Struct { a: u8, b: String },
}

#[derive(Debug, serde::Deserialize)]
struct HoldsUntagged {
    one: Untagged,
    many: Vec<Untagged>,
    maybe: Option<Untagged>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(untagged)]
enum UntaggedStructs {
    Left { left: u8 },
    Right { right: Plain },
}

/// `eserde` goes on inside of it.
#[derive(Debug, eserde::Deserialize)]
#[serde(tag = "type")]
enum InternalAll {
    One { number: u8, text: String },
    Two { plain: Plain },
}

#[derive(Debug, eserde::Deserialize)]
#[serde(tag = "t", content = "c")]
enum AdjacentAll {
    One(Plain),
    Two { number: u8 },
}

#[derive(Debug, eserde::Deserialize)]
struct HoldsTaggedAll {
    internal: InternalAll,
    adjacent: AdjacentAll,
    more: Vec<InternalAll>,
}

eserde::impl_edeserialize_compat! {
    Internal, StrictInternal, HoldsInternal, Adjacent, HoldsAdjacent, Untagged, HoldsUntagged,
    UntaggedStructs,
}

fn plain() -> Object {
    object([field::<u32>("id"), field::<Option<String>>("note")])
}

shaped! {
    Unit = Shape::external([("free", None), ("very_big", None), ("x/y", None)]);
    Plain = plain();
    External = Shape::external([
        ("free", None),
        ("trial", Some(u16::shape())),
        ("pair", Some(<(u8, String)>::shape())),
        ("team", Some(object([field::<u16>("seats"), field::<Vec<String>>("names")]).into())),
        ("of", Some(Plain::shape())),
    ]);
    HoldsExternal = object([
        field::<External>("plan"),
        field::<Vec<External>>("plans"),
        field::<Option<Unit>>("unit"),
        field::<BTreeMap<String, Unit>>("units"),
    ]);
    OnlyHolding = Shape::external([
        ("A", Some(u8::shape())),
        ("b~b", Some(object([field::<i64>("someNumber")]).into())),
    ]);
    Internal = Shape::internal("type", [
        ("circle", object([field::<u32>("radius")])),
        ("text", object([field::<String>("text"), field::<Option<u8>>("size")])),
        ("of", plain()),
        ("nothing", object([])),
    ]);
    StrictInternal = Shape::internal("kind", [
        ("r#a", object([field::<bool>("type"), field::<Vec<Plain>>("list")]).strict()),
        ("B", object([field::<BTreeMap<String, u8>>("map")]).strict()),
    ]);
    HoldsInternal = object([
        field::<Internal>("shape"),
        field::<Vec<Internal>>("shapes"),
        field::<BTreeMap<String, Internal>>("named"),
        field::<Option<StrictInternal>>("strict"),
    ]);
    Adjacent = Shape::adjacent("t", "c", [
        ("Number", Some(u8::shape())),
        ("Struct", Some(object([field::<String>("a"), field::<Option<bool>>("b")]).into())),
        ("List", Some(<Vec<Plain>>::shape())),
        ("Pair", Some(<(u8, bool)>::shape())),
    ]);
    HoldsAdjacent = object([field::<Adjacent>("one"), field::<Vec<Adjacent>>("many")]);
    Untagged = Shape::Any(vec![
        u8::shape(),
        String::shape(),
        <Vec<bool>>::shape(),
        object([field::<u8>("a"), field::<String>("b")]).into(),
    ]);
    HoldsUntagged = object([
        field::<Untagged>("one"),
        field::<Vec<Untagged>>("many"),
        field::<Option<Untagged>>("maybe"),
    ]);
    UntaggedStructs = Shape::Any(vec![
        object([field::<u8>("left")]).into(),
        object([field::<Plain>("right")]).into(),
    ]);
    InternalAll = Shape::internal("type", [
        ("One", object([field::<u8>("number"), field::<String>("text")])),
        ("Two", object([field::<Plain>("plain")])),
    ]);
    AdjacentAll = Shape::adjacent("t", "c", [
        ("One", Some(Plain::shape())),
        ("Two", Some(object([field::<u8>("number")]).into())),
    ]);
    HoldsTaggedAll = object([
        field::<InternalAll>("internal"),
        field::<AdjacentAll>("adjacent"),
        field::<Vec<InternalAll>>("more"),
    ]);
}

pub(super) const TYPES: &[Type] = types![
    Unit,
    External,
    HoldsExternal,
    OnlyHolding,
    Internal,
    StrictInternal,
    HoldsInternal,
    Adjacent,
    HoldsAdjacent,
    Untagged,
    HoldsUntagged,
    UntaggedStructs,
    InternalAll,
    AdjacentAll,
    HoldsTaggedAll,
];
