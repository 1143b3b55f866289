//! Catalogs that were read, as the ones that programs contain.
//!
//! A program's catalog is static data, which a macro has written. One that was read becomes static by being leaked:
//! once for each catalog that a run of the command is given.

use manila::__private::{CatalogFacts, CodeFacts, CodeNotes};
use manila::{Catalog, Code, Condition, Detail, FactValue, Operation, Status};
use manila_catalog_file::{self as file, Entry};

use crate::outcome::Failure;

/// Returns a catalog that was read, as core knows one.
pub(crate) fn core_catalog(read: &file::Catalog) -> Result<&'static Catalog, Failure> {
    // Places in the tables have two bytes, of which one value means that there is none.
    if read.codes.len() >= usize::from(u16::MAX) {
        let name = crate::shown::shown(&read.name);
        return Err(Failure(format!(
            "{name} has more than {} codes",
            u16::MAX - 1
        )));
    }
    // A code names its catalog and a catalog its codes. Values that are made one after the other cannot, so that
    // a code names one with everything but codes; catalogs are equal by name.
    let named = CatalogFacts {
        names: &[u16::MAX],
        numbers: &[],
        ..facts(read, &[])
    };
    let named: &'static Catalog = Box::leak(Box::new(Catalog::new(named)));
    let codes = read.codes.iter().map(|entry| code(named, entry));
    let codes = list(codes);
    Ok(Box::leak(Box::new(Catalog::new(facts(read, codes)))))
}

fn facts(read: &file::Catalog, codes: &'static [Code]) -> CatalogFacts {
    let conditions = read.conditions.iter();
    let conditions =
        conditions.filter_map(|(condition, code)| Some((*condition, read.position(code)?)));
    let rules = read.rules.iter();
    let rules = rules.filter_map(|(rule, code)| Some((text(rule), read.position(code)?)));
    let operations = read.operations.iter().map(|operation| {
        Operation::new(
            text(&operation.name),
            operation.title.as_deref().map(text),
            texts(&operation.groups),
        )
    });
    let titles = read
        .facts
        .iter()
        .map(|(name, title)| (text(name), text(title)));
    CatalogFacts {
        name: text(&read.name),
        title: text(read.title.as_ref().unwrap_or(&read.name)),
        case: read.case,
        wire: read.wire,
        codes,
        names: list(read.name_table()),
        numbers: list(read.number_table()),
        conditions: list::<(Condition, u16)>(conditions),
        rules: list(rules),
        exit_codes: list(read.exit_codes.iter().copied()),
        locales: texts(&read.locales),
        digits: read.digits,
        http_case: read.shown_http_case(),
        documentation: read.documentation.as_deref().map(text),
        brands: texts(&read.brands),
        fact_titles: list(titles),
        operations: list(operations),
    }
}

fn code(catalog: &'static Catalog, entry: &Entry) -> Code {
    let statuses: &'static [Status] = list(entry.statuses.iter().copied().filter_map(Status::new));
    let message = entry.shown_message();
    Code::new(CodeFacts {
        catalog,
        name: text(&entry.name),
        number: entry.number,
        status: statuses
            .first()
            .copied()
            .unwrap_or(manila::__private::status(500)),
        statuses,
        title: text(&entry.shown_title()),
        message: message.as_deref().map(text),
        meaning: entry.shown_meaning().map(text),
        details: list(entry.details.iter().map(detail)),
        // Texts are escaped where that is needed, which takes a look at each.
        needs_no_escape: false,
        has_placeholders: message.is_some_and(|message| message.contains('{')),
        notes: Box::leak(Box::new(notes(entry))),
    })
}

fn detail(detail: &file::Detail) -> Detail {
    let mut known = Detail::new(
        text(&detail.name),
        detail.kind,
        detail.meaning.as_deref().map(text),
    );
    if let Some(required) = detail.required {
        known = known.required(required);
    }
    if let Some(items) = detail.items {
        known = known.items(items);
    }
    known.values(texts(&detail.values))
}

fn notes(entry: &Entry) -> CodeNotes {
    let optional = |text: &Option<String>| text.as_deref().map(self::text);
    let facts = entry.facts.iter().map(|(name, value)| {
        let value = match value {
            FactValue::Boolean(is) => FactValue::Boolean(*is),
            FactValue::Number(number) => FactValue::Number(text(number)),
            words => FactValue::Text(text(&words.to_string())),
        };
        (text(name), value)
    });
    let allow = entry.allow.iter();
    CodeNotes {
        derived: entry.derived,
        causes: texts(&entry.causes),
        client: texts(&entry.client),
        server: texts(&entry.server),
        operations: texts(&entry.operations),
        next: optional(&entry.next),
        source: texts(&entry.source),
        section: optional(&entry.section),
        category: optional(&entry.category),
        retry: entry.retry,
        severity: entry.severity,
        user_actionable: entry.user_actionable,
        owner: entry.owner,
        applied: entry.applied,
        auto_fix: optional(&entry.auto_fix),
        related: texts(&entry.related),
        mentions: texts(&entry.mentions),
        facts: list(facts),
        scope: list(entry.shown_scope().iter().copied()),
        exit_code: entry.exit_code,
        since: optional(&entry.since),
        deprecated: optional(&entry.deprecated),
        retired: optional(&entry.retired),
        replaced_by: optional(&entry.replaced_by),
        allow: list(allow.map(|allowed| (text(&allowed.rule), text(&allowed.reason)))),
    }
}

fn text(text: &(impl AsRef<str> + ?Sized)) -> &'static str {
    Box::leak(text.as_ref().into())
}

fn texts(texts: &[String]) -> &'static [&'static str] {
    list(texts.iter().map(text))
}

fn list<T>(items: impl IntoIterator<Item = T>) -> &'static [T] {
    let items: Vec<_> = items.into_iter().collect();
    Box::leak(items.into_boxed_slice())
}
