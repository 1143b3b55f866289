//! A catalog as the JSON that the command `manila` reads.
//!
//! It is written by hand, in the layout of `serde_json`'s `to_string_pretty`, so that the export of
//! a derived enum equals byte for byte that of a file with the same content.

use std::io;
use std::path::Path;

use manila_catalog_file::EXPORT_SCHEMA;

use super::facts::{Catalog, Code, Detail};

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
        ("client", code.client()),
        ("deprecated", code.deprecated()),
        ("meaning", code.meaning()),
        ("message", code.message()),
        ("replaced_by", code.replaced_by()),
        ("retired", code.retired()),
        ("section", code.section()),
        ("server", code.server()),
        ("since", code.since()),
        ("retry", code.retry().map(|retry| retry.as_str())),
        (
            "severity",
            code.severity().map(|severity| severity.as_str()),
        ),
    ] {
        if let Some(text) = text {
            json.string(name, text);
        }
    }
    if let Some(is_actionable) = code.user_actionable() {
        json.raw(
            "user_actionable",
            if is_actionable { "true" } else { "false" },
        );
    }
    json.strings("scope", code.scope().iter().map(|scope| scope.as_str()));
    for (name, codes) in [("related", code.related()), ("mentions", code.mentions())] {
        if !codes.is_empty() {
            json.strings(name, codes.iter().copied());
        }
    }
    write_details(code.details(), json);
    if !code.allow().is_empty() {
        json.map("allow", code.allow().to_vec());
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
            });
        }
    });
}

/// JSON over several lines, as `serde_json` writes it with its `to_string_pretty`, whose code a
/// program would otherwise contain.
#[derive(Default)]
struct Json {
    text: String,
    depth: usize,
    /// Whether the innermost array or object has elements.
    has_elements: bool,
}

impl Json {
    fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.nested(['{', '}'], write);
    }

    fn array(&mut self, write: impl FnOnce(&mut Self)) {
        self.nested(['[', ']'], write);
    }

    fn nested(&mut self, [open, close]: [char; 2], write: impl FnOnce(&mut Self)) {
        self.text.push(open);
        self.depth += 1;
        self.has_elements = false;
        write(self);
        self.depth -= 1;
        if self.has_elements {
            self.begin_line();
        }
        self.text.push(close);
        self.has_elements = true;
    }

    fn begin_line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    /// Begins the next element of an array, or member of an object.
    fn element(&mut self) {
        if self.has_elements {
            self.text.push(',');
        }
        self.has_elements = true;
        self.begin_line();
    }

    fn member(&mut self, name: &str) {
        self.element();
        self.quote(name);
        self.text.push_str(": ");
    }

    fn raw(&mut self, name: &str, value: &str) {
        self.member(name);
        self.text.push_str(value);
    }

    fn number(&mut self, name: &str, number: impl Into<i64>) {
        self.raw(name, &number.into().to_string());
    }

    fn string(&mut self, name: &str, text: &str) {
        self.member(name);
        self.quote(text);
    }

    fn strings(&mut self, name: &str, texts: impl Iterator<Item = &'static str>) {
        self.member(name);
        self.array(|json| {
            for text in texts {
                json.element();
                json.quote(text);
            }
        });
    }

    /// Writes an object of strings, sorted by their names.
    fn map(&mut self, name: &str, mut members: Vec<(&'static str, &'static str)>) {
        members.sort_unstable();
        self.member(name);
        self.object(|json| {
            for (name, text) in members {
                json.string(name, text);
            }
        });
    }

    fn quote(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                control if control < ' ' => {
                    self.text
                        .push_str(&format!("\\u{:04x}", u32::from(control)));
                }
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }
}
