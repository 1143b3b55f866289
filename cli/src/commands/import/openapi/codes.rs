//! Finds codes in the schemas and examples of a response.

use std::collections::{HashMap, HashSet};

use super::super::cell::Cell;
use super::super::maps::Maps;
use super::document::{Document, Response};
use super::found::{Beside, Found, Sureness};

/// How deep schemas and examples are looked into.
const DEEPEST: usize = 24;

/// How many values of all responses are looked at.
const MOST_VALUES: usize = 20_000_000;

/// What the members of an error are called.
pub(super) struct Members {
    code: String,
    message: Vec<String>,
    title: Vec<String>,
}

impl Members {
    pub(super) fn of(maps: &Maps) -> Self {
        let named = |key: &str, usual: &[&str]| match maps.column_of(key) {
            Some(name) => vec![name.to_owned()],
            None => usual.iter().map(|name| (*name).to_owned()).collect(),
        };
        Self {
            code: maps.column_of("code").unwrap_or("code").to_owned(),
            message: named("message", &["message", "detail", "description", "msg"]),
            title: named("title", &["title"]),
        }
    }
}

/// The codes of responses. Operations share many of these, which are looked into once.
pub(super) struct Search<'s, 'd> {
    document: &'s Document<'d>,
    members: Members,
    known: HashMap<*const Cell, Vec<Hit<'d>>>,
    /// The schemas of a response that were looked into: they may have themselves as parts.
    seen: HashSet<*const Cell>,
    left: usize,
    hits: Vec<Hit<'d>>,
}

type Hit<'d> = (&'d Cell, Sureness, Beside);

impl<'s, 'd> Search<'s, 'd> {
    pub(super) fn new(document: &'s Document<'d>, members: Members) -> Self {
        Self {
            document,
            members,
            known: HashMap::new(),
            seen: HashSet::new(),
            left: MOST_VALUES,
            hits: Vec::new(),
        }
    }

    /// Finds the codes of a response.
    pub(super) fn find(
        &mut self,
        response: &Response<'d>,
        found: &mut Found,
    ) -> Result<(), String> {
        let key = std::ptr::from_ref(response.about);
        if !self.known.contains_key(&key) {
            let hits = self.look_into(response.about);
            if self.left == 0 {
                return Err(format!("its responses have more than {MOST_VALUES} values"));
            }
            self.known.insert(key, hits);
        }
        for (code, sureness, beside) in self.known.get(&key).into_iter().flatten() {
            found.add(code, response, *sureness, beside)?;
        }
        Ok(())
    }

    fn look_into(&mut self, response: &'d Cell) -> Vec<Hit<'d>> {
        self.seen.clear();
        let content = response.get("content").map_or(&[][..], Cell::members);
        for (_, media) in content {
            if let Some(schema) = media.get("schema") {
                self.schema(schema, 0);
            }
            self.examples(media);
        }
        let mut hits = std::mem::take(&mut self.hits);
        // The description is of the response, so of its code where there is one.
        let names: HashSet<_> = hits.iter().filter_map(|(code, ..)| code.scalar()).collect();
        let description = response
            .get("description")
            .and_then(Cell::line)
            .filter(|_| names.len() == 1);
        if let Some((_, _, beside)) = hits.first_mut() {
            beside.meaning = description;
        }
        hits
    }

    fn schema(&mut self, schema: &'d Cell, depth: usize) {
        let schema = self.document.follow(schema);
        if depth > DEEPEST || !self.may_look() || !self.seen.insert(std::ptr::from_ref(schema)) {
            return;
        }
        self.examples(schema);
        for (name, property) in schema.get("properties").map_or(&[][..], Cell::members) {
            if *name == self.members.code {
                self.allowed(property, depth);
            }
            self.schema(property, depth + 1);
        }
        for combined in ["allOf", "oneOf", "anyOf"] {
            for part in schema.get(combined).map_or(&[][..], Cell::items) {
                self.schema(part, depth + 1);
            }
        }
        if let Some(items) = schema.get("items") {
            self.schema(items, depth + 1);
        }
    }

    /// The codes that the schema of a code lets.
    fn allowed(&mut self, schema: &'d Cell, depth: usize) {
        let schema = self.document.follow(schema);
        if depth > DEEPEST || !self.may_look() {
            return;
        }
        if let Some(code) = schema.get("const") {
            self.hits.push((code, Sureness::Sure, Beside::default()));
        }
        let listed = schema.get("enum").map_or(&[][..], Cell::items);
        let sureness = match listed {
            [_] => Sureness::Sure,
            _ => Sureness::Possible,
        };
        for code in listed {
            self.hits.push((code, sureness, Beside::default()));
        }
        let examples = schema.get("examples").map_or(&[][..], Cell::items);
        for code in schema.get("example").into_iter().chain(examples) {
            // An example of a list of codes is one of any of them.
            if listed.is_empty() {
                self.hits.push((code, Sureness::Sure, Beside::default()));
            }
        }
        for combined in ["allOf", "oneOf", "anyOf"] {
            for part in schema.get(combined).map_or(&[][..], Cell::items) {
                self.allowed(part, depth + 1);
            }
        }
    }

    /// The examples of a media type or of a schema.
    fn examples(&mut self, of: &'d Cell) {
        if let Some(example) = of.get("example") {
            self.example(example, 0);
        }
        match of.get("examples") {
            Some(Cell::Table(named)) => {
                for (_, example) in named {
                    if let Some(value) = self.document.follow(example).get("value") {
                        self.example(value, 0);
                    }
                }
            }
            Some(Cell::List(examples)) => {
                for example in examples {
                    self.example(example, 0);
                }
            }
            _ => {}
        }
    }

    fn example(&mut self, example: &'d Cell, depth: usize) {
        if depth > DEEPEST || !self.may_look() {
            return;
        }
        if let Some(code) = example.get(&self.members.code) {
            let first = |names: &[String]| {
                let mut texts = names.iter().filter_map(|name| example.get(name)?.line());
                texts.next()
            };
            let beside = Beside {
                message: first(&self.members.message),
                title: first(&self.members.title),
                meaning: None,
            };
            self.hits.push((code, Sureness::Sure, beside));
        }
        let members = example.members().iter().map(|(_, value)| value);
        for part in members.chain(example.items()) {
            self.example(part, depth + 1);
        }
    }

    /// Whether there is anything left of what may be looked at.
    fn may_look(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left > 0
    }
}
