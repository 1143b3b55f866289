//! The components of a document: those that it has, and those that are added under names of their own.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

/// A section of `components`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Section {
    Schemas,
    Responses,
    Examples,
    Headers,
}

impl Section {
    pub(crate) const ALL: [Self; 4] = [
        Self::Schemas,
        Self::Responses,
        Self::Examples,
        Self::Headers,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Schemas => "schemas",
            Self::Responses => "responses",
            Self::Examples => "examples",
            Self::Headers => "headers",
        }
    }
}

/// Components that are added to those of a document.
#[derive(Debug)]
pub(crate) struct Components<'d> {
    existing: Option<&'d Value>,
    added: [Map<String, Value>; Section::ALL.len()],
    /// How many components share a name, but for the number behind it.
    numbers: HashMap<(Section, String), usize>,
}

impl<'d> Components<'d> {
    /// Starts with the components of a document.
    pub(crate) fn new(existing: Option<&'d Value>) -> Self {
        Self {
            existing,
            added: Default::default(),
            numbers: HashMap::new(),
        }
    }

    /// Adds a component under a name like this one, unless the document has the same already; returns where it
    /// is.
    pub(crate) fn add(&mut self, section: Section, name: &str, component: Value) -> String {
        let name = self.claim(section, name, component);
        place_of(section, &name)
    }

    /// Returns where the document has a component already, under a name like this one.
    pub(crate) fn find(&self, section: Section, wanted: &str, component: &Value) -> Option<String> {
        let existing = self.existing?.get(section.name())?;
        let names = (1..).map(|number| numbered(wanted, number));
        let mut known = names.map_while(|name| Some((existing.get(&name)?, name)));
        let (_, name) = known.find(|(known, _)| *known == component)?;
        Some(place_of(section, &name))
    }

    fn claim(&mut self, section: Section, wanted: &str, component: Value) -> String {
        let existing = self
            .existing
            .and_then(|components| components.get(section.name()));
        let added = &mut self.added[section as usize];
        let number = self
            .numbers
            .entry((section, wanted.to_owned()))
            .or_default();
        loop {
            *number += 1;
            let name = numbered(wanted, *number);
            match existing.and_then(|existing| existing.get(&name)) {
                Some(known) if *known == component => return name,
                Some(_) => {}
                None if added.contains_key(&name) => {}
                None => {
                    added.insert(name.clone(), component);
                    return name;
                }
            }
        }
    }

    /// Returns what was added, by section.
    pub(crate) fn into_added(self) -> impl Iterator<Item = (Section, Map<String, Value>)> {
        let sections = Section::ALL.into_iter().zip(self.added);
        sections.filter(|(_, added)| !added.is_empty())
    }
}

/// A name, with a number behind it if it is not the first one.
fn numbered(wanted: &str, number: usize) -> String {
    match number {
        1 => wanted.to_owned(),
        number => format!("{wanted}{number}"),
    }
}

fn place_of(section: Section, name: &str) -> String {
    format!("#/components/{}/{name}", section.name())
}

/// A reference.
pub(crate) fn reference(at: &str) -> Value {
    json!({ "$ref": at })
}
