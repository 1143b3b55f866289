//! A catalog as the JSON that the command `manila` reads.
//!
//! It is written by hand, in the layout of `serde_json`'s `to_string_pretty`, so that the export of
//! a derived enum equals byte for byte that of a file with the same content.

use std::io;
use std::path::Path;

use manila_catalog_file::{EXPORT_SCHEMA, FactValue};

use super::facts::{Catalog, Code, Detail};
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
        let mut json = Json::default();
        json.object(|json| self.write(json));
        json.text.push('\n');
        json.text
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

    fn write(&self, json: &mut Json) {
        json.number("schema", EXPORT_SCHEMA);
        json.string("name", self.name());
        json.string("title", self.title());
        json.string("case", self.case().as_str());
        json.string("wire", self.wire().as_str());
        if self.facts.digits {
            json.string("digits", "status");
        }
        json.strings("locales", self.facts.locales.iter().copied());
        if let Some(address) = self.documentation() {
            json.string("documentation", address);
        }
        if self.http_case() != self.case() {
            json.string("http_case", self.http_case().as_str());
        }
        write_texts("brands", self.brands(), json);
        if !self.fact_titles().is_empty() {
            json.map("facts", self.fact_titles().to_vec());
        }
        if !self.facts.exit_codes.is_empty() {
            let mut exit_codes = self.facts.exit_codes.to_vec();
            exit_codes.sort_unstable();
            json.member("exit_codes");
            json.object(|json| {
                for (status, exit_code) in exit_codes {
                    json.number(&status.to_string(), exit_code);
                }
            });
        }
        let named = self.facts.conditions.iter();
        let conditions = named.map(|(condition, code)| (condition.as_str(), self.name_at(*code)));
        json.map("conditions", conditions.collect());
        let rules: Vec<_> = self
            .rules()
            .map(|(rule, code)| (rule, code.name()))
            .collect();
        if !rules.is_empty() {
            json.map("rules", rules);
        }
        write_operations(self.operations(), json);
        json.member("codes");
        json.array(|json| {
            for code in self.codes() {
                json.element();
                json.object(|json| write_code(code, json));
            }
        });
    }

    fn name_at(&self, position: u16) -> &'static str {
        let code = self.codes().get(usize::from(position));
        code.map_or("", Code::name)
    }
}

fn write_code(code: &Code, json: &mut Json) {
    json.string("name", code.name());
    if let Some(number) = code.number() {
        json.number("number", number);
    }
    json.member("statuses");
    json.array(|json| {
        for status in code.statuses() {
            json.element();
            json.text.push_str(&status.get().to_string());
        }
    });
    if code.has_derived_status() {
        json.raw("derived", "true");
    }
    json.number("exit_code", code.exit_code());
    json.string("title", code.title());
    for (name, text) in [
        ("auto_fix", code.auto_fix()),
        ("category", code.category()),
        ("deprecated", code.deprecated()),
        ("meaning", code.meaning()),
        ("message", code.message()),
        ("next", code.next()),
        ("replaced_by", code.replaced_by()),
        ("retired", code.retired()),
        ("section", code.section()),
        ("since", code.since()),
    ] {
        if let Some(text) = text {
            json.string(name, text);
        }
    }
    for (name, texts) in [
        ("causes", code.causes()),
        ("client", code.client()),
        ("server", code.server()),
        ("operations", code.operations()),
        ("source", code.source()),
    ] {
        write_texts(name, texts, json);
    }
    for (name, word) in [
        ("retry", code.retry().map(|retry| retry.as_str())),
        (
            "severity",
            code.severity().map(|severity| severity.as_str()),
        ),
    ] {
        if let Some(word) = word {
            json.string(name, word);
        }
    }
    if let Some(is_actionable) = code.user_actionable() {
        json.raw(
            "user_actionable",
            if is_actionable { "true" } else { "false" },
        );
    }
    for (name, word) in [
        ("owner", code.owner().map(|owner| owner.as_str())),
        ("applied", code.applied().map(|applied| applied.as_str())),
    ] {
        if let Some(word) = word {
            json.string(name, word);
        }
    }
    json.strings("scope", code.scope().iter().map(|scope| scope.as_str()));
    for (name, codes) in [("related", code.related()), ("mentions", code.mentions())] {
        write_texts(name, codes, json);
    }
    write_facts(code.facts(), json);
    write_details(code.details(), json);
    if !code.allow().is_empty() {
        json.map("allow", code.allow().to_vec());
    }
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

fn write_facts(facts: &[(&str, FactValue<&str>)], json: &mut Json) {
    if facts.is_empty() {
        return;
    }
    json.member("facts");
    json.object(|json| {
        for (name, value) in facts {
            match value {
                FactValue::Number(number) => json.raw(name, number),
                FactValue::Boolean(is) => json.raw(name, if *is { "true" } else { "false" }),
                text => json.string(name, &text.to_string()),
            }
        }
    });
}

fn write_texts(name: &str, texts: &'static [&'static str], json: &mut Json) {
    if !texts.is_empty() {
        json.strings(name, texts.iter().copied());
    }
}

fn write_details(details: &[Detail], json: &mut Json) {
    if details.is_empty() {
        return;
    }
    json.member("details");
    json.array(|json| {
        for detail in details {
            json.element();
            json.object(|json| {
                json.string("name", detail.name());
                json.string("type", detail.kind().as_str());
                if let Some(meaning) = detail.meaning() {
                    json.string("meaning", meaning);
                }
                if let Some(is) = detail.is_required() {
                    json.raw("required", if is { "true" } else { "false" });
                }
                if let Some(items) = detail.item_kind() {
                    json.string("items", items.as_str());
                }
                write_texts("values", detail.allowed_values(), json);
            });
        }
    });
}
