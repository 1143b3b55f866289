//! Structs whose members stand in another's object.

use std::collections::BTreeMap;

use super::{Type, shaped, types};
use crate::shape::{Object, Shape, field, object};

#[derive(Debug, serde::Deserialize)]
struct Details {
    version: String,
    #[serde(rename = "r#type")]
    kind: u8,
    place: Option<Place>,
}

#[derive(Debug, serde::Deserialize)]
struct Place {
    lat: f64,
    lon: f64,
}

#[derive(Debug, serde::Deserialize)]
struct Flattened {
    name: String,
    #[serde(flatten)]
    details: Details,
}

#[derive(Debug, serde::Deserialize)]
struct FlattenedMap {
    name: String,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
}

#[derive(Debug, serde::Deserialize)]
struct FlattenedOption {
    name: String,
    #[serde(flatten)]
    place: Option<Place>,
}

#[derive(Debug, serde::Deserialize)]
struct FlattenedTwice {
    id: u64,
    #[serde(flatten)]
    page: Page,
    #[serde(flatten)]
    place: Place,
}

#[derive(Debug, serde::Deserialize)]
struct Page {
    limit: u8,
    #[serde(default, alias = "skip")]
    offset: u32,
}

#[derive(Debug, serde::Deserialize)]
struct FlattenedDeep {
    #[serde(flatten)]
    inner: FlattenedTwice,
    last: Vec<Page>,
}

#[derive(Debug, serde::Deserialize)]
struct FlattenedEnum {
    name: String,
    #[serde(flatten)]
    shape: FlatShape,
}

#[derive(Debug, serde::Deserialize)]
#[serde(tag = "type")]
enum FlatShape {
    Circle { radius: u32 },
    Square { side: i16, tags: Vec<String> },
}

#[derive(Debug, serde::Deserialize)]
struct StructAndMap {
    #[serde(flatten)]
    page: Page,
    #[serde(flatten)]
    rest: BTreeMap<String, bool>,
}

#[derive(Debug, serde::Deserialize)]
struct HoldsFlattened {
    one: Flattened,
    many: Vec<FlattenedTwice>,
    map: BTreeMap<String, FlattenedEnum>,
}

eserde::impl_edeserialize_compat! {
    Flattened, FlattenedMap, FlattenedOption, FlattenedTwice, FlattenedDeep, FlattenedEnum,
    StructAndMap, HoldsFlattened,
}

fn details() -> Object {
    object([
        field::<String>("version"),
        field::<u8>("r#type"),
        field::<Option<Place>>("place"),
    ])
}

fn place() -> Object {
    object([field::<f64>("lat"), field::<f64>("lon")])
}

fn page() -> Object {
    object([
        field::<u8>("limit"),
        field::<u32>("offset").alias("skip").optional(),
    ])
}

fn twice() -> Object {
    object([field::<u64>("id")])
        .flatten(page())
        .flatten(place())
}

shaped! {
    Place = place();
    Page = page();
    Flattened = object([field::<String>("name")]).flatten(details());
    FlattenedMap = object([field::<String>("name")]).flatten_map::<u8>();
    FlattenedOption = object([field::<String>("name")]).flatten_option(place());
    FlattenedTwice = twice();
    FlattenedDeep = object([field::<Vec<Page>>("last")]).flatten(twice());
    FlattenedEnum = object([field::<String>("name")]).flatten_tagged(
        Shape::internal("type", [
            ("Circle", object([field::<u32>("radius")])),
            ("Square", object([field::<i16>("side"), field::<Vec<String>>("tags")])),
        ]),
    );
    StructAndMap = object([]).flatten(page()).flatten_map::<bool>();
    HoldsFlattened = object([
        field::<Flattened>("one"),
        field::<Vec<FlattenedTwice>>("many"),
        field::<BTreeMap<String, FlattenedEnum>>("map"),
    ]);
}

pub(super) const TYPES: &[Type] = types![
    Flattened,
    FlattenedMap,
    FlattenedOption,
    FlattenedTwice,
    FlattenedDeep,
    FlattenedEnum,
    StructAndMap,
    HoldsFlattened,
];
