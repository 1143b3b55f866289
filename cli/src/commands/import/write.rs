//! Writes a catalog as a file that people go on with.

use std::fmt::Write as _;

use manila_catalog_file::{Catalog, Detail, Entry, FactValue};

use super::conditions::suggestions;
use super::toml::{Value, key, one_line, text};

/// The text of a catalog's file.
pub(super) fn file(catalog: &Catalog, list: &str) -> String {
    let list = one_line(list);
    let mut file = format!(
        "# The error codes of an API, imported from {list}. `manila check` finds mistakes, `manila diff` shows\n\
         # what a change breaks.\n\n"
    );
    head(&mut file, catalog);
    conditions(&mut file, catalog);
    operations(&mut file, catalog);
    let mut section = None;
    for entry in &catalog.codes {
        if entry.section != section {
            section.clone_from(&entry.section);
            if let Some(section) = &section {
                let _ = write!(file, "\n# {}\n", one_line(section));
            }
        }
        code(&mut file, entry);
    }
    file
}

fn head(file: &mut String, catalog: &Catalog) {
    let mut table = Table::begin(file, "catalog");
    table.text("name", &catalog.name);
    if let Some(title) = &catalog.title {
        table.text("title", title);
    }
    table.text("case", catalog.case.as_str());
    table.text("wire", catalog.wire.as_str());
    let facts = catalog.facts.iter();
    let facts = facts.map(|(name, title)| (name.as_str(), Value::Text(title)));
    table.inline("facts", &facts.collect::<Vec<_>>());
}

/// What the names of codes suggest stands there as a comment: a condition decides what is sent.
fn conditions(file: &mut String, catalog: &Catalog) {
    let suggestions = suggestions(catalog);
    if suggestions.is_empty() {
        return;
    }
    *file += "\n# What the framework refuses by itself, and the code for each. These codes fit by name and status:\n\
              # remove the `#` of those that are meant.\n[conditions]\n";
    for (condition, code) in suggestions {
        let _ = writeln!(file, "# {condition} = {}", text(code));
    }
}

fn operations(file: &mut String, catalog: &Catalog) {
    for operation in &catalog.operations {
        file.push('\n');
        let mut table = Table::begin(file, &format!("operations.{}", key(&operation.name)));
        if let Some(title) = &operation.title {
            table.text("title", title);
        }
        table.list("groups", &operation.groups);
    }
}

fn code(file: &mut String, entry: &Entry) {
    file.push('\n');
    let mut table = Table::begin(file, &format!("codes.{}", key(&entry.name)));
    if let Some(number) = entry.number {
        table.line("number", &number.to_string());
    }
    match &entry.statuses[..] {
        [status] => table.line("status", &status.to_string()),
        statuses => {
            let statuses: Vec<_> = statuses.iter().map(u16::to_string).collect();
            table.line("statuses", &format!("[{}]", statuses.join(", ")));
        }
    }
    if entry.derived {
        table.line("derived", "true");
    }
    table.some("title", entry.title.as_deref());
    table.some("message", entry.message.as_deref());
    table.some("meaning", entry.meaning.as_deref());
    table.list("causes", &entry.causes);
    table.list("operations", &entry.operations);
    table.steps("client", &entry.client);
    table.steps("server", &entry.server);
    table.some("next", entry.next.as_deref());
    table.list("source", &entry.source);
    table.some("section", entry.section.as_deref());
    table.some("category", entry.category.as_deref());
    table.some("retry", entry.retry.map(|retry| retry.as_str()));
    table.some("severity", entry.severity.map(|severity| severity.as_str()));
    if let Some(is_actionable) = entry.user_actionable {
        table.line("user_actionable", &is_actionable.to_string());
    }
    table.some("owner", entry.owner.map(|owner| owner.as_str()));
    table.some("applied", entry.applied.map(|applied| applied.as_str()));
    table.some("auto_fix", entry.auto_fix.as_deref());
    table.list("related", &entry.related);
    table.list("mentions", &entry.mentions);
    let scope: Vec<_> = entry.scope.iter().map(ToString::to_string).collect();
    table.list("scope", &scope);
    if let Some(exit_code) = entry.exit_code {
        table.line("exit_code", &exit_code.to_string());
    }
    let facts = entry.facts.iter();
    let facts = facts.map(|(name, fact)| (name.as_str(), value(fact)));
    table.inline("facts", &facts.collect::<Vec<_>>());
    table.some("since", entry.since.as_deref());
    table.some("deprecated", entry.deprecated.as_deref());
    table.some("retired", entry.retired.as_deref());
    table.some("replaced_by", entry.replaced_by.as_deref());
    let allow = entry.allow.iter();
    let allow = allow.map(|allowed| (allowed.rule.as_str(), Value::Text(&allowed.reason)));
    table.inline("allow", &allow.collect::<Vec<_>>());
    if !entry.details.is_empty() {
        file.push('\n');
        let mut table = Table::begin(file, &format!("codes.{}.details", key(&entry.name)));
        for detail in &entry.details {
            table.inline(&detail.name, &about(detail));
        }
    }
}

fn value(fact: &FactValue<String>) -> Value<'_> {
    match fact {
        FactValue::Boolean(true) => Value::Raw("true"),
        FactValue::Boolean(false) => Value::Raw("false"),
        FactValue::Number(number) => Value::Raw(number),
        FactValue::Text(text) => Value::Text(text),
        _ => Value::Text(""),
    }
}

fn about(detail: &Detail) -> Vec<(&str, Value<'_>)> {
    let mut about = vec![("type", Value::Text(detail.kind.as_str()))];
    if let Some(meaning) = &detail.meaning {
        about.push(("meaning", Value::Text(meaning)));
    }
    if let Some(required) = detail.required {
        about.push((
            "required",
            Value::Raw(if required { "true" } else { "false" }),
        ));
    }
    if let Some(items) = detail.items {
        about.push(("items", Value::Text(items.as_str())));
    }
    if !detail.values.is_empty() {
        about.push(("values", Value::List(&detail.values)));
    }
    about
}

/// A table that is being written.
struct Table<'f>(&'f mut String);

impl<'f> Table<'f> {
    fn begin(file: &'f mut String, name: &str) -> Self {
        let _ = writeln!(file, "[{name}]");
        Self(file)
    }

    fn line(&mut self, name: &str, value: &str) {
        let _ = writeln!(self.0, "{} = {value}", key(name));
    }

    fn text(&mut self, name: &str, value: &str) {
        self.line(name, &text(value));
    }

    fn some(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    fn list(&mut self, name: &str, items: &[String]) {
        if !items.is_empty() {
            self.line(name, &Value::List(items).to_string());
        }
    }

    /// One step needs no list.
    fn steps(&mut self, name: &str, steps: &[String]) {
        match steps {
            [step] => self.text(name, step),
            steps => self.list(name, steps),
        }
    }

    fn inline(&mut self, name: &str, members: &[(&str, Value<'_>)]) {
        if members.is_empty() {
            return;
        }
        let members: Vec<_> = members
            .iter()
            .map(|(name, value)| format!("{} = {value}", key(name)))
            .collect();
        self.line(name, &format!("{{ {} }}", members.join(", ")));
    }
}
