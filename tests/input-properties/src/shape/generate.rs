//! Documents that fit a shape.

use manila_properties::json::Json;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Union};

use super::model::{Field, Key, Object, Rest, Shape, Variant};

/// Texts that mean something to whoever takes a sentence apart.
pub(crate) const TEXTS: [&str; 16] = [
    "a",
    "",
    "canary",
    "7",
    "true",
    "null",
    "-",
    "x/y",
    "é",
    "\u{1f980}",
    "canary, expected `u8`",
    "missing field `id`",
    "unknown variant `canary`, expected `a` or `b`",
    "invalid type: string \"canary\", expected u8 at line 1 column 1",
    "\n\"\\",
    "2026-01-01",
];

/// A name that may be repeated once, and not inside of another one of its length.
const LONG: &str = long(&[b'n'; 600]);

/// A name that is too long to be repeated.
const TOO_LONG: &str = long(&[b'n'; 1100]);

const fn long(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(name) => name,
        Err(_) => "",
    }
}

/// Names that mean something to JSON Pointers, to Rust, to a sentence or to a bound.
pub(crate) const NAMES: [&str; 18] = [
    "a",
    "b",
    "",
    "0",
    "7",
    "r#type",
    "type",
    "r#r#a",
    "x/y",
    "~",
    "~1",
    "m~n",
    "`",
    "x`, expected `y",
    "é b",
    "#",
    LONG,
    TOO_LONG,
];

/// Documents that fit a shape, with members in any order.
pub(crate) fn documents(shape: &Shape) -> BoxedStrategy<Json> {
    match shape {
        Shape::Anything => scalars().boxed(),
        Shape::Null => Just(Json::Null).boxed(),
        Shape::Boolean => any::<bool>().prop_map(Json::Boolean).boxed(),
        Shape::Integer { min, max } => integers(*min, *max).prop_map(Json::Number).boxed(),
        Shape::Float | Shape::Single => {
            select(&["0", "7", "-1", "1.5", "-2e3", "0.1", "1E2", "3.25e-2"][..])
                .prop_map(|spelled| Json::Number(spelled.to_owned()))
                .boxed()
        }
        Shape::Character => select(&["a", "é", "\u{1f980}", "\"", " "][..])
            .prop_map(Json::text)
            .boxed(),
        Shape::Text => texts().prop_map(Json::Text).boxed(),
        Shape::Name(names) => select(names.clone()).prop_map(Json::text).boxed(),
        Shape::Refined(inner, pleases) => {
            let pleases = *pleases;
            // To reject a value would end a long run.
            let others = || {
                [
                    Json::text("a"),
                    Json::text(r#"{"city":"a"}"#),
                    Json::integer(7),
                ]
            };
            let pleasing = move |value| match pleases(&value) {
                true => value,
                false => others().into_iter().find(pleases).unwrap_or(value),
            };
            documents(inner).prop_map(pleasing).boxed()
        }
        Shape::Option(inner) => Union::new([Just(Json::Null).boxed(), documents(inner)]).boxed(),
        Shape::List(of) => vec(documents(of), 0..4).prop_map(Json::Array).boxed(),
        Shape::Tuple(shapes) => shapes
            .iter()
            .map(documents)
            .collect::<Vec<_>>()
            .prop_map(Json::Array)
            .boxed(),
        Shape::Map(key, of) => vec((names(*key), documents(of)), 0..4)
            .prop_map(|members| Json::Object(distinct(members)))
            .boxed(),
        Shape::Object(object) => objects(object),
        Shape::External(variants) => Union::new(variants.iter().map(variant)).boxed(),
        Shape::Tagged { variants, .. } => Union::new(variants.iter().map(objects)).boxed(),
        Shape::Any(shapes) => Union::new(shapes.iter().map(documents)).boxed(),
    }
}

pub(crate) fn texts() -> impl Strategy<Value = String> {
    let known = select(&TEXTS[..]).prop_map(str::to_owned);
    Union::new([known.boxed(), "[a-z]{0,3}".boxed()])
}

/// Values of every kind.
pub(crate) fn scalars() -> impl Strategy<Value = Json> {
    let number = |spelled: &str| Just(Json::Number(spelled.to_owned())).boxed();
    Union::new([
        Just(Json::Null).boxed(),
        any::<bool>().prop_map(Json::Boolean).boxed(),
        number("7"),
        number("-1"),
        number("1.5"),
        texts().prop_map(Json::Text).boxed(),
        Just(Json::Array(Vec::new())).boxed(),
        Just(Json::Object(Vec::new())).boxed(),
    ])
}

fn integers(min: i128, max: u128) -> impl Strategy<Value = String> {
    let edges = vec![min.to_string(), max.to_string()];
    let small = any::<u8>().prop_map(move |number| match number % 101 {
        0 if min > 0 => min.to_string(),
        number => number.to_string(),
    });
    Union::new_weighted(vec![(3, small.boxed()), (1, select(edges).boxed())])
}

fn names(key: Key) -> BoxedStrategy<String> {
    match key {
        Key::Text => select(&NAMES[..]).prop_map(str::to_owned).boxed(),
        Key::Integer { min, max } => integers(min, max).boxed(),
        Key::Boolean => any::<bool>().prop_map(|key| key.to_string()).boxed(),
        Key::Name(names) => select(names).prop_map(str::to_owned).boxed(),
    }
}

fn distinct(members: Vec<(String, Json)>) -> Vec<(String, Json)> {
    let mut known: Vec<(String, Json)> = Vec::new();
    for member in members {
        if known.iter().all(|(name, _)| *name != member.0) {
            known.push(member);
        }
    }
    known
}

fn objects(object: &Object) -> BoxedStrategy<Json> {
    let fields: Vec<_> = object.fields.iter().map(member).collect();
    let more = match &object.rest {
        Rest::Map(of) => vec((names(Key::Text), documents(of)), 0..3).boxed(),
        Rest::Ignored | Rest::Refused => Just(Vec::new()).boxed(),
    };
    let known: Vec<_> = object
        .fields
        .iter()
        .flat_map(|it| it.names.clone())
        .collect();
    (fields, more)
        .prop_map(move |(fields, more)| {
            let is_other = |(name, _): &(String, Json)| !known.contains(&&**name);
            let mut members: Vec<_> = fields.into_iter().flatten().collect();
            members.extend(more.into_iter().filter(is_other));
            distinct(members)
        })
        .prop_shuffle()
        .prop_map(Json::Object)
        .boxed()
}

fn member(field: &Field) -> BoxedStrategy<Option<(String, Json)>> {
    let name = select(field.names.clone()).prop_map(str::to_owned);
    let member = (name, documents(&field.shape));
    if field.is_required {
        member.prop_map(Some).boxed()
    } else {
        option::of(member).boxed()
    }
}

fn variant(variant: &Variant) -> BoxedStrategy<Json> {
    let name = select(variant.names.clone()).prop_map(str::to_owned);
    match &variant.content {
        None => name.prop_map(Json::Text).boxed(),
        Some(content) => (name, documents(content))
            .prop_map(|(name, content)| Json::Object(vec![(name, content)]))
            .boxed(),
    }
}
