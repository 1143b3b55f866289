//! The JSON Schema of catalog files.

mod json;
mod keys;
mod relations;
mod value;

use self::json::Json;
use crate::format;

/// Returns the JSON Schema of catalog files (draft 7), made of the tables that [`read`](crate::read())
/// runs on, for editors that complete and check TOML by one, such as those with Taplo or Tombi.
///
/// Whatever [`read`](crate::read()) takes is valid. What takes the whole file to judge is beyond a
/// schema: that a code which another refers to exists, that a placeholder names a detail, that two codes
/// do not become one identifier.
///
/// ```
/// let schema = manila_catalog_file::schema();
/// assert!(schema.starts_with("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\""));
/// assert!(schema.contains("\"after_change\""));
/// ```
#[must_use]
pub fn schema() -> String {
    let head = Json::object([
        ("$schema", "http://json-schema.org/draft-07/schema#".into()),
        ("title", "Manila catalog".into()),
        (
            "description",
            "The error codes of an API, in TOML. `manila check` finds what a schema cannot.".into(),
        ),
    ]);
    let file = keys::table(&format::file());
    let mut text = head.and(file).and(relations::of_file()).to_string();
    text.push('\n');
    text
}
