//! A catalog as the JSON that the command `manila` reads.
//!
//! It is written by hand, in the layout of `serde_json`'s `to_string_pretty`, so that the export of
//! a derived enum equals byte for byte that of a file with the same content.

use std::io;
use std::path::Path;

use manila_catalog_file::EXPORT_SCHEMA;

use super::entry_json::{Readers, write_code, write_texts};
use super::facts::{Catalog, Code};
use super::operation::Operation;
use super::pretty::Json;

impl Catalog {
    /// Returns the catalog as JSON, with a final newline: what `manila export` writes for a file
    /// with the same content, byte for byte.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// #[error_code(catalog = "plans")]
    /// enum ApiError {
    ///     #[error("The plan's limit is reached.")]
    ///     #[error_code(status = 402)]
    ///     PlanLimitExceeded,
    /// }
    ///
    /// let json = ApiError::CATALOG.to_json();
    /// let export: serde_json::Value = serde_json::from_str(&json).unwrap();
    /// assert_eq!(export["name"], "plans");
    /// assert_eq!(export["codes"][0]["name"], "plan_limit_exceeded");
    /// assert_eq!(export["codes"][0]["statuses"][0], 402);
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        self.export().to_json()
    }

    /// Returns the catalog as data that is about to be written, for settings of what it says:
    /// [`to_json`](Self::to_json) says everything.
    pub const fn export(&self) -> Export<'_> {
        Export {
            catalog: self,
            readers: Readers::All,
            version: None,
            has_counts: false,
        }
    }

    /// Writes the catalog [as JSON](Self::to_json) to a file, which is created or replaced.
    ///
    /// One line in a test turns a derived enum into a file that `manila check`, `manila diff` and
    /// the other commands read. For such a test only: nothing else in this crate does any I/O.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The plan's limit is reached.")]
    ///     #[error_code(status = 402)]
    ///     PlanLimitExceeded,
    /// }
    ///
    /// # fn main() -> std::io::Result<()> {
    /// # let folder = std::env::temp_dir().join(format!("manila-doctest-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// let path = folder.join("errors.json");
    /// ApiError::CATALOG.write_json(&path)?;
    /// assert_eq!(std::fs::read_to_string(&path)?, ApiError::CATALOG.to_json());
    /// # std::fs::remove_dir_all(folder)
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn write_json(&self, path: impl AsRef<Path>) -> io::Result<()> {
        std::fs::write(path, self.to_json())
    }

    fn name_at(&self, position: u16) -> &'static str {
        let code = self.codes().get(usize::from(position));
        code.map_or("", Code::name)
    }
}

/// A catalog as JSON that is about to be written; [`Catalog::export`] makes one.
///
/// Every form of it is read by the commands of `manila`, which skip what they do not know.
///
/// ```
/// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// #[error_code(catalog = "plans")]
/// enum ApiError {
///     #[error("The plan's limit is reached.")]
///     #[error_code(status = 402, server = "Look at the table `plans`.")]
///     PlanLimitExceeded,
/// }
///
/// let export = ApiError::CATALOG.export().public().version("2.1.0").counts();
/// let json: serde_json::Value = serde_json::from_str(&export.to_json()).unwrap();
/// assert_eq!((&json["version"], &json["counts"]["codes"]), (&"2.1.0".into(), &1.into()));
/// assert!(json["codes"][0].get("server").is_none());
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Export<'a> {
    catalog: &'a Catalog,
    readers: Readers,
    version: Option<&'a str>,
    has_counts: bool,
}

impl<'a> Export<'a> {
    /// Leaves out what is for the operators of the service alone: `server`, `source` and `facts` of each
    /// code, and the reasons for which advice on it is silenced.
    pub const fn public(mut self) -> Self {
        self.readers = Readers::Public;
        self
    }

    /// Adds the version of the catalog, or of the API.
    pub const fn version(mut self, version: &'a str) -> Self {
        self.version = Some(version);
        self
    }

    /// Adds how many codes there are, and how many of them are deprecated and retired.
    pub const fn counts(mut self) -> Self {
        self.has_counts = true;
        self
    }

    /// Returns the JSON, with a final newline.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = Json::default();
        json.object(|json| self.write(json));
        json.finish()
    }

    fn write(&self, json: &mut Json) {
        let catalog = self.catalog;
        json.number("schema", EXPORT_SCHEMA);
        json.string("name", catalog.name());
        json.string("title", catalog.title());
        if let Some(version) = self.version {
            json.string("version", version);
        }
        if self.has_counts {
            write_counts(catalog, json);
        }
        json.string("case", catalog.case().as_str());
        json.string("wire", catalog.wire().as_str());
        if catalog.facts.digits {
            json.string("digits", "status");
        }
        json.strings("locales", catalog.facts.locales.iter().copied());
        if let Some(address) = catalog.documentation() {
            json.string("documentation", address);
        }
        if catalog.http_case() != catalog.case() {
            json.string("http_case", catalog.http_case().as_str());
        }
        write_texts("brands", catalog.brands(), json);
        if self.readers == Readers::All && !catalog.fact_titles().is_empty() {
            json.map("facts", catalog.fact_titles().to_vec());
        }
        if !catalog.facts.exit_codes.is_empty() {
            let mut exit_codes = catalog.facts.exit_codes.to_vec();
            exit_codes.sort_unstable();
            json.member("exit_codes");
            json.object(|json| {
                for (status, exit_code) in exit_codes {
                    json.number(&status.to_string(), exit_code);
                }
            });
        }
        let named = catalog.facts.conditions.iter();
        let conditions =
            named.map(|(condition, code)| (condition.as_str(), catalog.name_at(*code)));
        json.map("conditions", conditions.collect());
        let rules: Vec<_> = catalog
            .rules()
            .map(|(rule, code)| (rule, code.name()))
            .collect();
        if !rules.is_empty() {
            json.map("rules", rules);
        }
        write_operations(catalog.operations(), json);
        json.member("codes");
        json.array(|json| {
            for code in catalog.codes() {
                json.element();
                json.object(|json| write_code(code, self.readers, json));
            }
        });
    }
}

fn write_counts(catalog: &Catalog, json: &mut Json) {
    let count = |is: fn(&Code) -> bool| {
        let codes = catalog.codes().iter();
        codes.filter(|code| is(code)).count() as i64
    };
    json.member("counts");
    json.object(|json| {
        json.number("codes", count(|_| true));
        json.number("deprecated", count(|code| code.deprecated().is_some()));
        json.number("retired", count(|code| code.retired().is_some()));
    });
}

fn write_operations(operations: &[Operation], json: &mut Json) {
    if operations.is_empty() {
        return;
    }
    json.member("operations");
    json.array(|json| {
        for operation in operations {
            json.element();
            json.object(|json| {
                json.string("name", operation.name());
                if let Some(title) = operation.title() {
                    json.string("title", title);
                }
                write_texts("groups", operation.groups(), json);
            });
        }
    });
}
