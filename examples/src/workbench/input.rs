//! What the routes that take input read.

use garde::Validate;
use manila::FieldNames;
use serde::Deserialize;

/// The largest upload, in bytes.
pub(super) const UPLOAD_LIMIT: usize = 64 * 1024;

/// The body of `/json`.
#[derive(Debug, Deserialize, Validate, FieldNames)]
#[serde(deny_unknown_fields)]
pub(super) struct Signup {
    #[garde(email)]
    email: String,
    #[garde(range(min = 18, max = 120))]
    age: i64,
    #[serde(default)]
    #[garde(length(max = 5), inner(length(chars, max = 20)))]
    tags: Vec<String>,
    #[garde(dive)]
    address: Address,
}

#[derive(Debug, Deserialize, Validate, FieldNames)]
#[serde(deny_unknown_fields)]
struct Address {
    // An option, so that its absence is told beside what else is wrong.
    #[garde(required)]
    city: Option<String>,
}

/// The body of `/form`.
#[derive(Debug, Deserialize, Validate, FieldNames)]
#[serde(deny_unknown_fields)]
pub(super) struct Account {
    #[garde(email)]
    email: String,
    #[garde(range(min = 18, max = 120))]
    age: i64,
}

/// The query of `/query`.
#[derive(Debug, Deserialize, Validate, FieldNames)]
pub(super) struct Page {
    #[garde(range(min = 1, max = 100))]
    limit: i64,
}

/// The path of `/path/{id}`.
pub(super) type Id = u64;
