//! The place of a value in the client's names.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use manila::FieldNames;
use serde::Deserialize;

/// One member in each of `serde`'s cases.
macro_rules! spelled {
    ($($name:ident = $case:literal;)*) => {$(
        #[derive(Deserialize, FieldNames)]
        #[serde(rename_all = $case)]
        #[expect(dead_code, reason = "read for its form alone")]
        struct $name {
            first_name: u8,
        }
    )*};
}

spelled! {
    Lower = "lowercase";
    Upper = "UPPERCASE";
    Pascal = "PascalCase";
    Camel = "camelCase";
    Snake = "snake_case";
    ScreamingSnake = "SCREAMING_SNAKE_CASE";
    Kebab = "kebab-case";
    ScreamingKebab = "SCREAMING-KEBAB-CASE";
}

#[derive(Deserialize, FieldNames)]
#[serde(
    default,
    rename_all(serialize = "UPPERCASE", deserialize = "camelCase"),
    bound(deserialize = "T: Deserialize<'de> + Default")
)]
#[expect(dead_code, reason = "read for its form alone")]
#[derive(Default)]
struct Order<'a, T> {
    r#type: Cow<'a, str>,
    #[serde(rename = "who", alias = "whom")]
    buyer_name: String,
    #[serde(rename(serialize = "OUT"))]
    only_written: u8,
    #[serde(rename(serialize = "OUT", deserialize = "in/out"))]
    both_ways: u8,
    #[serde(skip)]
    cached_total: Vec<u8>,
    #[serde(skip_deserializing)]
    written_at: u8,
    #[serde(flatten)]
    #[field_names(nested)]
    page: Page,
    #[field_names(nested)]
    line_items: Vec<Item>,
    #[field_names(nested)]
    extra: Option<Box<T>>,
    #[field_names(nested)]
    by_key: HashMap<String, Item>,
    #[field_names(nested)]
    sorted: BTreeMap<String, [Item; 2]>,
    #[field_names(nested)]
    distinct: HashSet<Item>,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Deserialize, FieldNames, Default)]
#[expect(dead_code, reason = "read for its form alone")]
struct Page {
    #[serde(rename = "page-size")]
    size: u8,
}

#[derive(Deserialize, FieldNames, Default, PartialEq, Eq, Hash)]
struct Item {
    #[serde(rename = "n")]
    count: u8,
    #[field_names(nested)]
    parts: Vec<Self>,
}

#[derive(Deserialize, FieldNames)]
#[expect(dead_code, reason = "read for its form alone")]
struct Newtype(#[field_names(nested)] Item);

#[derive(Deserialize, FieldNames)]
#[expect(dead_code, reason = "read for its form alone")]
#[serde(transparent)]
struct Transparent {
    #[field_names(nested)]
    item: Item,
}

#[derive(Deserialize, FieldNames)]
#[expect(dead_code, reason = "read for its form alone")]
struct Triple(u8, #[serde(skip)] u8, #[field_names(nested)] Item);

#[derive(Deserialize, FieldNames)]
struct Unit;

fn check<T: FieldNames + ?Sized>(path: &str, expected: &str) {
    let pointer = T::NAMES.pointer(path.split('.').filter(|name| !name.is_empty()));
    assert_eq!(pointer.as_str(), expected, "{path}");
}

#[test]
fn members_are_spelled_as_serde_spells_them() {
    /// What `serde` calls the member, as it says when it is missing.
    fn check_spelling<T: FieldNames + serde::de::DeserializeOwned>() {
        let error = serde_json::from_str::<T>("{}")
            .err()
            .map(|error| error.to_string());
        let name = error.as_deref().and_then(|error| error.split('`').nth(1));
        let pointer = T::NAMES.pointer(["first_name"]);
        assert_eq!(pointer.as_str().strip_prefix('/'), name);
    }
    check_spelling::<Lower>();
    check_spelling::<Upper>();
    check_spelling::<Pascal>();
    check_spelling::<Camel>();
    check_spelling::<Snake>();
    check_spelling::<ScreamingSnake>();
    check_spelling::<Kebab>();
    check_spelling::<ScreamingKebab>();
}

#[test]
fn a_path_in_rusts_names_leads_to_the_place_on_the_wire() {
    let check = check::<Order<'_, Page>>;
    check("", "");
    check("type", "/type");
    check("r#type", "/type");
    check("buyer_name", "/who");
    check("only_written", "/onlyWritten");
    check("both_ways", "/in~1out");
    check("tags", "/tags");
    check("tags.0", "/tags/0");
    check("not_known", "/not_known");
    check("r#not_known", "/not_known");
    check("not_known.r#type", "/not_known/r#type");

    // What is not read from the wire has no place there; the object that would hold it has.
    check("cached_total", "");
    check("cached_total.0", "");
    check("written_at", "");

    check("page", "");
    check("page.size", "/page-size");
    check("line_items.3.count", "/lineItems/3/n");
    check(
        "line_items.3.parts.0.parts.1.count",
        "/lineItems/3/parts/0/parts/1/n",
    );
    check("extra.size", "/extra/page-size");
    check("by_key.a/b.count", "/byKey/a~1b/n");
    check("by_key.r#type.count", "/byKey/r#type/n");
    check("by_key.r#type", "/byKey/r#type");
    check("tags.r#type", "/tags/r#type");
    check("sorted.a.1.count", "/sorted/a/1/n");
    // A set does not know the order in which its elements came.
    check("distinct.1.count", "/distinct");
}

#[test]
fn a_struct_without_names_is_what_serde_makes_of_it() {
    check::<Newtype>("0.count", "/n");
    check::<Transparent>("item.count", "/n");
    check::<Triple>("0", "/0");
    check::<Triple>("1", "");
    check::<Triple>("2.count", "/1/n");
    check::<[Triple]>("5.2.count", "/5/1/n");
    check::<Unit>("", "");
}
