//! What a client is made of, whatever its language.

use std::collections::{BTreeSet, HashMap};

use manila::WireCode;
use manila_catalog_file::{Catalog, DetailType, Entry, Wire};

use super::super::operation::Asked;
use super::text::literal;
use crate::outcome::Failure;
use crate::shown::{quoted, shown};

/// The codes that a client knows.
pub(super) struct Client<'a> {
    pub(super) catalogs: &'a [Catalog],
    pub(super) codes: Vec<Known<'a>>,
    /// None where they are not asked for.
    pub(super) operations: Option<Vec<Operation<'a>>>,
    /// Where it comes from.
    pub(super) origin: Origin,
}

/// What a client says of its origin.
pub(super) struct Origin {
    /// The command that writes it, but for the file's name.
    pub(super) command: String,
    /// What identifies the text of each catalog: it changes with every fact.
    pub(super) fingerprints: Vec<u64>,
}

/// A code that a client knows.
pub(super) struct Known<'a> {
    pub(super) entry: &'a Entry,
    /// What is sent as the code.
    pub(super) wire: WireCode,
    /// The catalog that it is of.
    catalog: &'a Catalog,
}

/// An operation, and which codes it can answer with.
pub(super) struct Operation<'a> {
    pub(super) name: &'a str,
    pub(super) title: Option<&'a str>,
    /// The places of the codes.
    pub(super) codes: BTreeSet<usize>,
}

impl<'a> Client<'a> {
    pub(super) fn new(
        catalogs: &'a [Catalog],
        with_operations: bool,
        origin: Origin,
    ) -> Result<Self, Failure> {
        let codes = catalogs.iter().flat_map(|catalog| {
            let entries = catalog.codes.iter();
            entries.map(move |entry| Known::of(catalog, entry))
        });
        let mut client = Self {
            catalogs,
            codes: codes.collect(),
            operations: None,
            origin,
        };
        client.check()?;
        if with_operations {
            client.operations = Some(client.operations()?);
        }
        Ok(client)
    }

    /// Whether a client can tell the codes apart by what is sent.
    fn check(&self) -> Result<(), Failure> {
        let mut seen = HashMap::new();
        for known in &self.codes {
            let Some(first) = seen.insert(known.wire.to_text().into_owned(), known) else {
                continue;
            };
            let code = quoted(&known.wire.to_text());
            let [first, second] = [first, known].map(|known| shown(&known.catalog.name));
            return Err(Failure(format!(
                "{first} and {second} both have the code {code}, which a client cannot tell apart; leave out `--and`, and export a client of each"
            )));
        }
        if self.codes.is_empty() {
            let name = self.catalogs.first().map_or("", |catalog| &catalog.name);
            return Err(Failure(format!(
                "{} has no code that a client could know; add one first",
                shown(name)
            )));
        }
        Ok(())
    }

    /// Each operation that codes or catalogs name, in the order of the files. It can answer with the codes that name
    /// it (with all, where none does), and with those that stand for what a framework answers by itself.
    fn operations(&self) -> Result<Vec<Operation<'a>>, Failure> {
        let mut operations = Vec::new();
        let mut seen = BTreeSet::new();
        for catalog in self.catalogs {
            let told = catalog.operations.iter();
            let told = told.map(|operation| (&*operation.name, operation.title.as_deref()));
            let named = catalog.codes.iter().flat_map(|entry| &entry.operations);
            for (name, title) in told.chain(named.map(|name| (&**name, None))) {
                if seen.insert(name.trim()) {
                    operations.push(Operation {
                        name: name.trim(),
                        title,
                        codes: self.codes_of(name),
                    });
                }
            }
        }
        if operations.is_empty() {
            let why = "no code names an operation; add `operations` to the codes, or leave out `--operations`";
            return Err(Failure(why.to_owned()));
        }
        Ok(operations)
    }

    fn codes_of(&self, operation: &str) -> BTreeSet<usize> {
        let asked = Asked::of(operation);
        let of = |is_of: &dyn Fn(&Known<'_>) -> bool| {
            let codes = self.codes.iter().enumerate();
            let codes = codes.filter(|(_, known)| is_of(known));
            codes.map(|(at, _)| at).collect::<BTreeSet<_>>()
        };
        let mut codes = of(&|known| asked.is_of(known.catalog, known.entry));
        if codes.is_empty() {
            return of(&|_| true);
        }
        codes.extend(of(&|known| {
            let mut conditions = known.catalog.conditions.iter();
            conditions.any(|(_, code)| *code == known.entry.name)
        }));
        codes
    }

    /// What a client says of its origin, a line an item.
    pub(super) fn origin_lines(&self) -> Vec<String> {
        let mut lines = vec![
            format!(
                "Generated by Manila {}: `{} FILE`.",
                env!("CARGO_PKG_VERSION"),
                self.origin.command
            ),
            "Changes are lost when it is written again; `--check FILE` tells whether it has to be."
                .to_owned(),
        ];
        let catalogs = self.catalogs.iter().zip(self.titles());
        let catalogs = catalogs.zip(&self.origin.fingerprints);
        lines.extend(catalogs.map(|((catalog, title), fingerprint)| {
            let name = shown(&catalog.name);
            format!("Catalog: {name}, {title} (fingerprint {fingerprint:016x}).")
        }));
        lines
    }

    /// The catalogs' names for people.
    pub(super) fn titles(&self) -> impl Iterator<Item = String> {
        let titles = self.catalogs.iter();
        titles.map(|catalog| shown(catalog.title.as_ref().unwrap_or(&catalog.name)))
    }

    /// Whether codes of the catalogs are sent as numbers.
    pub(super) fn has_numbers(&self) -> bool {
        let mut codes = self.codes.iter();
        codes.any(|known| matches!(known.wire, WireCode::Number(_)))
    }

    /// Each number that stands for a code where codes are written as negative numbers.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (u32, &Known<'a>)> {
        let mut seen = BTreeSet::new();
        let numbered = self.codes.iter().filter_map(|known| {
            let number = known.entry.number?.unsigned_abs();
            Some((number, known))
        });
        numbered.filter(move |(number, _)| seen.insert(*number))
    }
}

impl<'a> Known<'a> {
    fn of(catalog: &'a Catalog, entry: &'a Entry) -> Self {
        let wire = match (catalog.wire, entry.number) {
            (Wire::Number, Some(number)) => WireCode::Number(number),
            _ => WireCode::Name(entry.name.clone().into()),
        };
        Self {
            entry,
            wire,
            catalog,
        }
    }

    /// The code, as both languages write it.
    pub(super) fn literal(&self) -> String {
        match &self.wire {
            WireCode::Name(name) => literal(name),
            WireCode::Number(number) => number.to_string(),
        }
    }

    /// The sentence for where a response has none: that of the catalog, if it says nothing of the occurrence.
    pub(super) fn sentence(&self) -> String {
        let message = self.entry.message.clone();
        message
            .filter(|message| !manila_catalog_file::has_placeholder(message))
            .unwrap_or_else(|| self.entry.shown_title().into_owned())
    }

    /// What a reader of the client learns of the code, a paragraph an item.
    pub(super) fn paragraphs(&self) -> Vec<String> {
        let entry = self.entry;
        let mut paragraphs = vec![match entry.shown_message() {
            Some(message) => message.into_owned(),
            None => entry.shown_title().into_owned(),
        }];
        paragraphs.extend(entry.shown_meaning().map(str::to_owned));
        paragraphs.extend_from_slice(&entry.client);
        let statuses: Vec<_> = entry.statuses.iter().map(u16::to_string).collect();
        let what = match statuses.len() {
            1 => "Status",
            _ => "Statuses",
        };
        paragraphs.push(format!("{what}: {}.", statuses.join(", ")));
        paragraphs
    }

    /// Why the code is not to be used, if it is not.
    pub(super) fn deprecation(&self) -> Option<String> {
        let why = self
            .entry
            .retired
            .as_ref()
            .or(self.entry.deprecated.as_ref())?;
        Some(match &self.entry.replaced_by {
            Some(other) => format!("{why} Replaced by `{other}`."),
            None => why.clone(),
        })
    }
}

/// What a client looks at in a detail, before it hands it on as one of its type.
pub(super) fn checked(kind: DetailType) -> &'static str {
    match kind {
        DetailType::Integer => "integer",
        DetailType::Number => "number",
        DetailType::Boolean => "boolean",
        DetailType::Array => "array",
        DetailType::Object => "object",
        DetailType::String
        | DetailType::DateTime
        | DetailType::Date
        | DetailType::Uri
        | DetailType::Uuid => "string",
        _ => "any",
    }
}
