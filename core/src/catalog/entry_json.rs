//! One entry of a catalog as JSON, for the export of all and by itself.

use manila_catalog_file::FactValue;

use super::facts::{Code, Detail};
use super::pretty::Json;

/// For whom an entry is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Readers {
    /// Those who have the catalog itself.
    All,
    /// Everybody else, who is not told what is for operators.
    Public,
}

impl Code {
    /// Returns the entry as JSON, with a final newline: what [`Catalog::to_json`](crate::Catalog::to_json) has
    /// of it.
    ///
    /// ```
    /// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    /// let json = ApiError::PlanLimitExceeded.code().to_json();
    /// let entry: serde_json::Value = serde_json::from_str(&json).unwrap();
    /// assert_eq!(entry["statuses"], serde_json::json!([402]));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        self.written_for(Readers::All)
    }

    /// Returns the entry as JSON without what is for the operators of the service alone: `server`, `source`,
    /// `facts`, and the reasons for which advice on it is silenced.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The database is down.")]
    ///     #[error_code(status = 503, server = "Restart `db-3`.")]
    ///     Down,
    /// }
    ///
    /// assert!(ApiError::Down.code().to_json().contains("db-3"));
    /// assert!(!ApiError::Down.code().to_public_json().contains("db-3"));
    /// ```
    #[must_use]
    pub fn to_public_json(&self) -> String {
        self.written_for(Readers::Public)
    }

    fn written_for(&self, readers: Readers) -> String {
        let mut json = Json::default();
        json.object(|json| write_code(self, readers, json));
        json.finish()
    }
}

pub(super) fn write_code(code: &Code, readers: Readers, json: &mut Json) {
    let is_for_all = readers == Readers::All;
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
    for (name, texts, is_public) in [
        ("causes", code.causes(), true),
        ("client", code.client(), true),
        ("server", code.server(), false),
        ("operations", code.operations(), true),
        ("source", code.source(), false),
    ] {
        if is_public || is_for_all {
            write_texts(name, texts, json);
        }
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
    if is_for_all {
        write_facts(code.facts(), json);
    }
    write_details(code.details(), json);
    if is_for_all && !code.allow().is_empty() {
        json.map("allow", code.allow().to_vec());
    }
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

pub(super) fn write_texts(name: &str, texts: &'static [&'static str], json: &mut Json) {
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
