//! A catalog as TOML, so that it can be read again.

use std::fmt::{Display, Write as _};

use manila_catalog_file::{Catalog, Entry, FactValue};

/// The file of a catalog.
pub(super) fn write(catalog: &Catalog) -> String {
    let mut file = File(String::from("[catalog]\n"));
    file.text("name", Some(&catalog.name));
    file.text("title", catalog.title.as_ref());
    file.text("case", Some(catalog.case));
    file.text("wire", Some(catalog.wire));
    file.text("digits", catalog.digits.then_some("status"));
    file.texts("locales", &catalog.locales);
    file.text("documentation", catalog.documentation.as_ref());
    file.text("http_case", catalog.http_case);
    file.texts("brands", &catalog.brands);
    file.table("catalog.facts");
    for (fact, title) in &catalog.facts {
        file.text(fact, Some(title));
    }
    file.table("catalog.exit_codes");
    for (status, exit_code) in &catalog.exit_codes {
        file.value(&status.to_string(), Some(exit_code));
    }
    file.table("conditions");
    for (condition, code) in &catalog.conditions {
        file.text(condition.as_str(), Some(code));
    }
    file.table("rules");
    for (rule, code) in &catalog.rules {
        file.text(rule, Some(code));
    }
    for operation in &catalog.operations {
        file.table(&format!("operations.{}", quoted(&operation.name)));
        file.text("title", operation.title.as_ref());
        file.texts("groups", &operation.groups);
    }
    for entry in &catalog.codes {
        file.entry(entry);
    }
    file.0
}

struct File(String);

impl File {
    fn table(&mut self, name: &str) {
        let _ = writeln!(self.0, "[{name}]");
    }

    fn value(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            let _ = writeln!(self.0, "{} = {value}", quoted(key));
        }
    }

    fn text(&mut self, key: &str, text: Option<impl Display>) {
        self.value(key, text.map(|text| quoted(&text.to_string())));
    }

    fn texts<T: Display>(&mut self, key: &str, texts: &[T]) {
        let quoted: Vec<_> = texts.iter().map(|text| quoted(&text.to_string())).collect();
        let list = format!("[{}]", quoted.join(", "));
        self.value(key, (!texts.is_empty()).then_some(list));
    }

    fn entry(&mut self, entry: &Entry) {
        let table = format!("codes.{}", quoted(&entry.name));
        self.table(&table);
        self.value("number", entry.number);
        self.value("statuses", Some(format!("{:?}", entry.statuses)));
        self.value("derived", entry.derived.then_some(true));
        for (key, text) in [
            ("title", &entry.title),
            ("message", &entry.message),
            ("meaning", &entry.meaning),
            ("section", &entry.section),
            ("category", &entry.category),
            ("auto_fix", &entry.auto_fix),
            ("next", &entry.next),
            ("since", &entry.since),
            ("deprecated", &entry.deprecated),
            ("retired", &entry.retired),
            ("replaced_by", &entry.replaced_by),
        ] {
            self.text(key, text.as_ref());
        }
        self.texts("causes", &entry.causes);
        self.texts("client", &entry.client);
        self.texts("server", &entry.server);
        self.texts("operations", &entry.operations);
        self.texts("source", &entry.source);
        self.text("owner", entry.owner);
        self.text("applied", entry.applied);
        self.text("retry", entry.retry);
        self.text("severity", entry.severity);
        self.value("user_actionable", entry.user_actionable);
        self.texts("related", &entry.related);
        self.texts("mentions", &entry.mentions);
        self.texts("scope", &entry.scope);
        self.value("exit_code", entry.exit_code);
        if !entry.facts.is_empty() {
            self.table(&format!("{table}.facts"));
        }
        for (fact, value) in &entry.facts {
            match value {
                FactValue::Text(text) => self.text(fact, Some(text)),
                FactValue::Boolean(is) => self.value(fact, Some(is)),
                number => self.value(fact, Some(number)),
            }
        }
        for detail in &entry.details {
            self.table(&format!("{table}.details.{}", quoted(&detail.name)));
            self.text("type", Some(detail.kind));
            self.text("meaning", detail.meaning.as_ref());
            self.value("required", detail.required);
            self.text("items", detail.items);
            self.texts("values", &detail.values);
        }
        if !entry.allow.is_empty() {
            self.table(&format!("{table}.allow"));
        }
        for allowed in &entry.allow {
            self.text(&allowed.rule, Some(&allowed.reason));
        }
    }
}

/// A basic string (TOML 1.0), in which nothing is left to chance.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.') {
            quoted.push(c);
        } else {
            let _ = write!(quoted, "\\U{:08X}", u32::from(c));
        }
    }
    quoted + "\""
}
