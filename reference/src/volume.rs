//! One catalog of a reference.

use std::collections::HashMap;

use manila::{Catalog, Code, Envelopes, FactValue};

use crate::entry::Entry;
use crate::operations::{Operation, operations};
use crate::releases::Step;
use crate::settings::Settings;
use crate::wording::source_language;

/// The section of codes that name none.
pub(crate) const OTHERS: &str = "Other codes";

/// A catalog, with where everything of it is.
#[derive(Debug)]
pub(crate) struct Volume {
    pub(crate) catalog: &'static Catalog,
    /// The folder of its pages: empty for the only catalog of a reference.
    pub(crate) folder: String,
    /// The public address of that folder, without a slash at the end.
    pub(crate) url: Option<String>,
    pub(crate) sections: Vec<Section>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) steps: Vec<Step>,
    pub(crate) envelopes: Vec<Envelopes>,
    /// The places of entries by what codes are called in the catalog.
    places: HashMap<&'static str, usize>,
}

/// Codes that belong together.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) name: &'static str,
    pub(crate) id: String,
    pub(crate) entries: Vec<usize>,
}

impl Volume {
    pub(crate) fn new(settings: &Settings, catalog: &'static Catalog) -> Self {
        let folder = match settings.catalogs.len() {
            0 | 1 => String::new(),
            _ => format!("{}/", catalog.name()),
        };
        let of_site = settings.url.as_ref().map(|url| format!("{url}/{folder}"));
        let of_catalog = || catalog.documentation().map(str::to_owned);
        let url = of_site.or_else(of_catalog);
        let url = url.map(|url| url.trim_end_matches('/').to_owned());
        let (sections, mut entries) = list(catalog, &folder);
        let operations = operations(catalog, &mut entries, &folder);
        let places = entries
            .iter()
            .enumerate()
            .map(|(at, entry)| (entry.code.name(), at))
            .collect();
        let version = settings.version.as_deref();
        Self {
            catalog,
            envelopes: envelopes(settings, catalog, url.as_deref()),
            steps: settings
                .releases
                .steps_of(catalog, version, settings.is_for_operators),
            folder,
            url,
            sections,
            entries,
            operations,
            places,
        }
    }

    /// What the operators' pages say of a code beside all else: the titles of facts, and their values.
    pub(crate) fn facts_of(
        &self,
        code: &'static Code,
    ) -> Vec<(&'static str, &'static FactValue<&'static str>)> {
        let facts = code.facts().iter();
        facts
            .map(|(name, value)| (self.catalog.fact_title(name).unwrap_or(name), value))
            .collect()
    }

    /// The entry of a code by its name in the catalog, or by its number.
    pub(crate) fn entry(&self, named: &str) -> Option<&Entry> {
        let by_name = self.places.get(named).copied();
        let place = by_name.or_else(|| {
            let name = self.catalog.find(named)?.name();
            self.places.get(name).copied()
        });
        self.entries.get(place?)
    }

    /// The operation of a name.
    pub(crate) fn operation(&self, named: &str) -> Option<&Operation> {
        self.operations
            .iter()
            .find(|operation| operation.name == named)
    }

    /// The address of something below the root of the site, where it is public.
    pub(crate) fn public(&self, address: &str) -> Option<String> {
        let below = address.strip_prefix(&*self.folder).unwrap_or(address);
        self.url.as_ref().map(|url| format!("{url}/{below}"))
    }

    /// The address of the list of operations, below the root of the site.
    pub(crate) fn operations_address(&self) -> String {
        format!("{}operations/", self.folder)
    }

    /// The address of the whole catalog as data, below the root of the site.
    pub(crate) fn data_address(&self) -> String {
        format!("{}catalog.json", self.folder)
    }

    /// The address of what changed, below the root of the site.
    pub(crate) fn changes_address(&self) -> String {
        format!("{}changes", self.folder)
    }

    /// Whether the changes can be a feed, which needs an address, and a day for each version (RFC 4287, §4.1.1).
    pub(crate) fn has_feed(&self) -> bool {
        let is_complete = |step: &Step| step.date.is_some() && step.version.is_some();
        self.url.is_some() && !self.steps.is_empty() && self.steps.iter().all(is_complete)
    }

    /// The language of the texts.
    pub(crate) fn language(&self) -> &'static str {
        source_language(self.catalog)
    }
}

fn list(catalog: &'static Catalog, folder: &str) -> (Vec<Section>, Vec<Entry>) {
    let mut sections: Vec<Section> = Vec::new();
    let mut places: HashMap<&'static str, usize> = HashMap::new();
    let mut entries = Vec::new();
    for (at, code) in catalog.codes().iter().enumerate() {
        let name = code.section().unwrap_or(OTHERS);
        let section = *places.entry(name).or_insert_with(|| {
            sections.push(Section {
                name,
                id: format!("section-{}", sections.len() + 1),
                entries: Vec::new(),
            });
            sections.len() - 1
        });
        sections[section].entries.push(at);
        entries.push(Entry::new(code, folder, section));
    }
    (sections, entries)
}

/// The settings that responses are shown in: those of the service, with what they lack to name the catalog.
fn envelopes(settings: &Settings, catalog: &'static Catalog, url: Option<&str>) -> Vec<Envelopes> {
    let of_service = match &settings.envelopes[..] {
        [] => &[Envelopes::ok_error()],
        own => own,
    };
    let complete = |envelopes: &Envelopes| {
        let mut envelopes = envelopes.clone();
        if envelopes.condition_catalog().is_none() {
            envelopes = envelopes.catalog(catalog);
        }
        match (url, &settings.url) {
            (Some(url), Some(_)) => envelopes.reference_url(url.to_owned()),
            _ => envelopes,
        }
    };
    of_service.iter().map(complete).collect()
}
