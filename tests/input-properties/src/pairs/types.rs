//! The types that pairs are read as, each beside its shape.

#![expect(dead_code, reason = "read for their form alone")]

use std::collections::BTreeMap;
use std::fmt::{self, Debug, Formatter};

use manila::Fault;
use manila::extract::{form, query};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::fit::Pair;
use super::read::{actix_path, axum_path};
use crate::shape::{Object, Shape, Shaped, field, object};
use crate::types::shaped;

/// A type that queries and forms are read as.
#[derive(Clone, Copy)]
pub(super) struct PairsType {
    pub(super) name: &'static str,
    pub(super) shape: fn() -> Object,
    pub(super) query: fn(&str) -> Result<(), Fault>,
    pub(super) form: fn(&str) -> Result<(), Fault>,
}

/// A type that the parameters of a path are read as.
#[derive(Clone, Copy)]
pub(super) struct PathType {
    pub(super) name: &'static str,
    pub(super) shape: fn() -> Object,
    pub(super) axum: fn(&[Pair]) -> Result<(), Fault>,
    pub(super) actix: fn(&[Pair]) -> Result<(), Fault>,
}

impl PairsType {
    const fn new<T: DeserializeOwned>(name: &'static str, shape: fn() -> Object) -> Self {
        Self {
            name,
            shape,
            query: |pairs| query::<T>(pairs).map(|_| ()),
            form: |pairs| form::<T>(pairs.as_bytes()).map(|_| ()),
        }
    }
}

impl PathType {
    const fn new<T>(name: &'static str, shape: fn() -> Object) -> Self
    where
        T: DeserializeOwned + Send + 'static,
    {
        Self {
            name,
            shape,
            axum: axum_path::<T>,
            actix: actix_path::<T>,
        }
    }
}

impl Debug for PairsType {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Debug for PathType {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Order {
    Newest,
    BestRated,
    #[serde(rename = "a b")]
    Blank,
}

shaped! {
    Order = Shape::external([("newest", None), ("best-rated", None), ("a b", None)]);
}

#[derive(Debug, Deserialize)]
struct Scalars {
    narrow: u8,
    signed: i32,
    wide: u64,
    float: f64,
    flag: bool,
    letter: char,
    text: String,
}

fn scalars() -> Object {
    object([
        field::<u8>("narrow"),
        field::<i32>("signed"),
        field::<u64>("wide"),
        field::<f64>("float"),
        field::<bool>("flag"),
        field::<char>("letter"),
        field::<String>("text"),
    ])
}

#[derive(Debug, Deserialize)]
struct Widths {
    a: Option<i8>,
    b: Option<i16>,
    c: Option<i64>,
    d: Option<u16>,
    e: Option<u32>,
    f: Option<usize>,
    g: Option<f32>,
}

fn widths() -> Object {
    object([
        field::<Option<i8>>("a"),
        field::<Option<i16>>("b"),
        field::<Option<i64>>("c"),
        field::<Option<u16>>("d"),
        field::<Option<u32>>("e"),
        field::<Option<usize>>("f"),
        field::<Option<f32>>("g"),
    ])
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Strict {
    page_size: Option<u8>,
    #[serde(default)]
    sort_order: Option<Order>,
    #[serde(rename = "page[offset]")]
    offset: u32,
    r#type: String,
}

fn strict() -> Object {
    object([
        field::<Option<u8>>("pageSize"),
        field::<Option<Order>>("sortOrder"),
        field::<u32>("page[offset]"),
        field::<String>("type"),
    ])
    .strict()
}

#[derive(Debug, Deserialize)]
struct Aliased {
    #[serde(alias = "mail", alias = "e-mail")]
    email_address: String,
    #[serde(rename = "years", alias = "age")]
    old: u8,
    #[serde(default, rename = "x/y~z")]
    odd: i64,
    #[serde(default, rename = "e`, expected `f")]
    quoted: bool,
}

fn aliased() -> Object {
    object([
        field::<String>("email_address")
            .alias("mail")
            .alias("e-mail"),
        field::<u8>("years").alias("age"),
        field::<i64>("x/y~z").optional(),
        field::<bool>("e`, expected `f").optional(),
    ])
}

#[derive(Debug, Deserialize)]
struct Lists {
    #[serde(default)]
    tag: Vec<String>,
    #[serde(default)]
    id: Vec<u16>,
    #[serde(default, rename = "order[]")]
    orders: Vec<Order>,
    one: Option<u8>,
}

fn lists() -> Object {
    object([
        field::<Vec<String>>("tag").optional(),
        field::<Vec<u16>>("id").optional(),
        field::<Vec<Order>>("order[]").optional(),
        field::<Option<u8>>("one"),
    ])
}

#[derive(Debug, Deserialize)]
struct Flattened {
    name: String,
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
}

fn flattened() -> Object {
    object([field::<String>("name")]).flatten_map::<String>()
}

#[derive(Debug, Deserialize)]
struct FlattenedTexts {
    id: u32,
    #[serde(flatten)]
    texts: Texts,
}

#[derive(Debug, Deserialize)]
struct Texts {
    first: String,
    second: Option<String>,
    order: Order,
}

fn flattened_texts() -> Object {
    object([field::<u32>("id")]).flatten(object([
        field::<String>("first"),
        field::<Option<String>>("second"),
        field::<Order>("order"),
    ]))
}

#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct Id(u64);

#[derive(Debug, Deserialize)]
struct Wrapped {
    id: Id,
    order: Order,
}

impl Shaped for Id {
    fn shape() -> Shape {
        u64::shape()
    }
}

fn wrapped() -> Object {
    object([field::<Id>("id"), field::<Order>("order")])
}

pub(super) const PAIRS: &[PairsType] = &[
    PairsType::new::<Scalars>("Scalars", scalars),
    PairsType::new::<Widths>("Widths", widths),
    PairsType::new::<Strict>("Strict", strict),
    PairsType::new::<Aliased>("Aliased", aliased),
    PairsType::new::<Wrapped>("Wrapped", wrapped),
    PairsType::new::<Flattened>("Flattened", flattened),
    PairsType::new::<FlattenedTexts>("FlattenedTexts", flattened_texts),
    PairsType::new::<Lists>("Lists", lists),
];

#[derive(Debug, Deserialize)]
struct Path {
    id: u32,
    order: Order,
    #[serde(rename = "type")]
    kind: String,
    flag: bool,
}

fn path() -> Object {
    object([
        field::<u32>("id"),
        field::<Order>("order"),
        field::<String>("type"),
        field::<bool>("flag"),
    ])
}

#[derive(Debug, Deserialize)]
struct Tuple(i8, char, f64);

fn one<T: Shaped>() -> Object {
    object([field::<T>("id")])
}

pub(super) const PATHS: &[PathType] = &[
    PathType::new::<u8>("u8", one::<u8>),
    PathType::new::<i64>("i64", one::<i64>),
    PathType::new::<bool>("bool", one::<bool>),
    PathType::new::<char>("char", one::<char>),
    PathType::new::<f32>("f32", one::<f32>),
    PathType::new::<Id>("Id", one::<Id>),
    PathType::new::<Order>("Order", one::<Order>),
    PathType::new::<(u16, String, bool)>("(u16, String, bool)", || {
        object([
            field::<u16>("id"),
            field::<String>("name"),
            field::<bool>("flag"),
        ])
    }),
    PathType::new::<(Order, u8)>("(Order, u8)", || {
        object([field::<Order>("order"), field::<u8>("at")])
    }),
    PathType::new::<Tuple>("Tuple", || {
        object([field::<i8>("a"), field::<char>("b"), field::<f64>("c")])
    }),
    PathType::new::<Path>("Path", path),
    PathType::new::<Wrapped>("Wrapped", wrapped),
    PathType::new::<Vec<u8>>("Vec<u8>", || object([field::<u8>("a"), field::<u8>("b")])),
];
