//! Lists, sets, tuples and maps.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use super::{Type, shaped, types};
use crate::shape::{Key, Shape, field, object};

#[derive(Debug, eserde::Deserialize)]
struct Lists {
    deep: Vec<Vec<Vec<u8>>>,
    optional: Vec<Option<String>>,
    deque: VecDeque<i8>,
    fixed: [u8; 3],
}

#[derive(Debug, eserde::Deserialize)]
struct Sets {
    sorted: BTreeSet<String>,
    hashed: HashSet<u8>,
    options: BTreeSet<Option<bool>>,
}

type Pair = (char, i64);
type Pairs = Vec<(u8, u8)>;

#[derive(Debug, eserde::Deserialize)]
struct Tuples {
    #[eserde(compat)]
    one: (u8,),
    #[eserde(compat)]
    pair: (u8, String),
    #[eserde(compat)]
    nested: (bool, Pair, Pairs),
}

#[derive(Debug, eserde::Deserialize)]
struct TupleStruct(u8, String, Option<bool>);

#[derive(Debug, eserde::Deserialize)]
struct TupleOfStructs(Item, Vec<Item>);

#[derive(Debug, eserde::Deserialize)]
struct Item {
    id: u32,
    tags: Vec<String>,
}

#[derive(Debug, eserde::Deserialize)]
struct Maps {
    texts: BTreeMap<String, String>,
    items: HashMap<String, Item>,
    nested: BTreeMap<String, BTreeMap<String, u8>>,
    lists: BTreeMap<String, Vec<i32>>,
}

#[derive(Debug, eserde::Deserialize)]
struct NumberedMaps {
    narrow: BTreeMap<u8, u8>,
    signed: BTreeMap<i64, String>,
    wide: BTreeMap<u64, Vec<u8>>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Day {
    Sat,
    Sun,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
struct Id(u16);

#[derive(Debug, serde::Deserialize)]
struct OddlyKeyed {
    days: BTreeMap<Day, u8>,
    flags: BTreeMap<bool, u8>,
    ids: BTreeMap<Id, String>,
}

eserde::impl_edeserialize_compat! { Day, Id, OddlyKeyed, }

impl crate::shape::Keyed for Day {
    const KEY: Key = Key::Name(&["sat", "sun"]);
}

impl crate::shape::Keyed for Id {
    const KEY: Key = u16::KEY;
}

shaped! {
    Lists = object([
        field::<Vec<Vec<Vec<u8>>>>("deep"),
        field::<Vec<Option<String>>>("optional"),
        field::<VecDeque<i8>>("deque"),
        field::<[u8; 3]>("fixed"),
    ]);
    Sets = object([
        field::<BTreeSet<String>>("sorted"),
        field::<HashSet<u8>>("hashed"),
        field::<BTreeSet<Option<bool>>>("options"),
    ]);
    Tuples = object([
        field::<(u8,)>("one"),
        field::<(u8, String)>("pair"),
        field::<(bool, Pair, Pairs)>("nested"),
    ]);
    TupleStruct = <(u8, String, Option<bool>)>::shape();
    TupleOfStructs = <(Item, Vec<Item>)>::shape();
    Item = object([field::<u32>("id"), field::<Vec<String>>("tags")]);
    Maps = object([
        field::<BTreeMap<String, String>>("texts"),
        field::<HashMap<String, Item>>("items"),
        field::<BTreeMap<String, BTreeMap<String, u8>>>("nested"),
        field::<BTreeMap<String, Vec<i32>>>("lists"),
    ]);
    NumberedMaps = object([
        field::<BTreeMap<u8, u8>>("narrow"),
        field::<BTreeMap<i64, String>>("signed"),
        field::<BTreeMap<u64, Vec<u8>>>("wide"),
    ]);
    Day = Shape::external([("sat", None), ("sun", None)]);
    Id = u16::shape();
    OddlyKeyed = object([
        field::<BTreeMap<Day, u8>>("days"),
        field::<BTreeMap<bool, u8>>("flags"),
        field::<BTreeMap<Id, String>>("ids"),
    ]);
}

pub(super) const TYPES: &[Type] = types![
    Vec<Vec<u8>>, BTreeMap<String, Item>, Option<Item>, Lists, Sets, Tuples,
    TupleStruct, TupleOfStructs, Maps, NumberedMaps, OddlyKeyed,
];
