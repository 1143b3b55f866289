//! What the routes read that show one kind of input each.

use std::collections::BTreeMap;

use garde::Validate;
use manila::FieldNames;
use serde::Deserialize;

/// The largest body of `/bulk`, in bytes.
pub(super) const BULK_LIMIT: usize = 4 * 1024 * 1024;

/// The largest form of `/multipart`, in bytes.
pub(super) const MULTIPART_LIMIT: usize = 1024;

/// The body of `/tagged`.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
#[expect(dead_code, reason = "read for its form alone")]
pub(super) enum Shape {
    Circle { radius: u32 },
    Square { side: u32 },
}

/// The body of `/tagged/list`.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
pub(super) struct Shapes {
    shapes: Vec<Shape>,
}

/// The body of `/flat`.
#[derive(Debug, Deserialize, Validate, FieldNames)]
pub(super) struct Flat {
    #[garde(skip)]
    #[expect(dead_code, reason = "read for its form alone")]
    name: String,
    #[serde(flatten)]
    #[garde(dive)]
    release: Release,
}

#[derive(Debug, Deserialize, Validate, FieldNames)]
struct Release {
    #[garde(skip)]
    #[expect(dead_code, reason = "read for its form alone")]
    version: String,
    #[garde(range(max = 9))]
    level: u8,
}

/// The body of `/alias`.
#[derive(Debug, Deserialize, Validate, FieldNames)]
#[serde(rename_all = "camelCase")]
pub(super) struct Alias {
    #[serde(alias = "mail")]
    #[garde(email)]
    email_address: String,
    #[serde(default)]
    #[garde(range(min = 18))]
    age: u8,
}

/// The body of `/map`.
#[derive(Debug, Deserialize, Validate, FieldNames)]
#[serde(transparent)]
pub(super) struct Limits {
    #[garde(dive)]
    limits: BTreeMap<String, Limit>,
}

#[derive(Debug, Deserialize, Validate, FieldNames)]
struct Limit {
    #[garde(range(min = 0, max = 100))]
    max_value: i64,
}

/// The query of `/list`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Lists {
    tag: Vec<String>,
    id: Vec<u32>,
}

/// The parameter of `/role/{role}`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Role {
    Admin,
    Reader,
}

/// The form of `/form-get`.
#[derive(Debug, Deserialize, Validate, FieldNames)]
pub(super) struct Adult {
    #[garde(range(min = 18))]
    age: u8,
}

/// The body of `/bulk`.
#[derive(Debug, Deserialize, Validate, FieldNames)]
pub(super) struct Bulk {
    #[garde(dive)]
    items: Vec<Item>,
}

#[derive(Debug, Deserialize, Validate, FieldNames)]
struct Item {
    #[garde(required)]
    name: Option<String>,
    #[garde(required)]
    price: Option<u64>,
    #[garde(required)]
    count: Option<u32>,
}
