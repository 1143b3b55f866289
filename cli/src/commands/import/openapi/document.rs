//! The parts of a document, and what refers to them.

use std::cell::{Cell as Counter, RefCell};
use std::collections::HashMap;

use super::super::cell::Cell;
use super::super::told::Told;

/// What responses an operation has.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// How many references may follow each other.
const MOST_REFERENCES: usize = 32;

/// How many responses are looked at. The largest public documents have some ten thousand.
const MOST_RESPONSES: usize = 200_000;

/// A document.
pub(super) struct Document<'d> {
    root: &'d Cell,
    /// References that lead nowhere here.
    lost: Counter<usize>,
    /// The members of large objects.
    known: RefCell<HashMap<*const Cell, HashMap<&'d str, &'d Cell>>>,
}

/// An error response of an operation.
pub(super) struct Response<'d> {
    /// `POST /apps`
    pub(super) operation: String,
    /// `None` for `4XX` and `default`.
    pub(super) status: Option<u16>,
    pub(super) about: &'d Cell,
}

/// An operation, `POST /apps`, and what else it is called.
pub(in crate::commands) struct NamedOperation {
    pub(in crate::commands) name: String,
    pub(in crate::commands) id: Option<String>,
    pub(in crate::commands) tags: Vec<String>,
}

/// The names, the titles and the groups of operations.
type Operation = (String, Option<String>, Vec<String>);

impl<'d> Document<'d> {
    pub(super) fn of(root: &'d Cell) -> Result<Self, String> {
        let version = root.get("openapi").and_then(Cell::scalar);
        match version {
            Some(version) if version.starts_with("3.") => {}
            Some(version) => return Err(format!("OpenAPI {version} is not read; 3.x is")),
            None => return Err("it is no OpenAPI 3.x document: it has no `openapi`".to_owned()),
        }
        Ok(Self {
            root,
            lost: Counter::new(0),
            known: RefCell::default(),
        })
    }

    pub(super) fn title(&self) -> Option<String> {
        self.root.get("info")?.get("title")?.line()
    }

    /// The error responses of all operations, in the order of the document.
    pub(super) fn responses(&self) -> Result<Vec<Response<'d>>, String> {
        let mut responses = Vec::new();
        for (operation, about) in self.each_operation() {
            let Some(of_operation) = about.get("responses") else {
                continue;
            };
            for (name, response) in of_operation.members() {
                let status = name.parse().ok();
                let is_range = matches!(&*name.to_ascii_lowercase(), "4xx" | "5xx" | "default");
                let is_error = status.is_some_and(|status| (400..600).contains(&status));
                if !is_error && !is_range {
                    continue;
                }
                if responses.len() == MOST_RESPONSES {
                    return Err(format!("more than {MOST_RESPONSES} responses"));
                }
                responses.push(Response {
                    operation: operation.clone(),
                    status,
                    about: self.follow(response),
                });
            }
        }
        Ok(responses)
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = Operation> {
        self.each_operation().map(|(name, about)| {
            let groups = about.get("tags").map_or(&[][..], Cell::items);
            let groups = groups.iter().filter_map(Cell::line);
            (
                name,
                about.get("summary").and_then(Cell::line),
                groups.collect(),
            )
        })
    }

    /// The operations by their names, `POST /apps`, with what else they are called.
    pub(super) fn named_operations(&self) -> impl Iterator<Item = NamedOperation> {
        self.each_operation().map(|(name, about)| NamedOperation {
            name,
            id: about.get("operationId").and_then(Cell::line),
            tags: about
                .get("tags")
                .map_or(&[][..], Cell::items)
                .iter()
                .filter_map(Cell::line)
                .collect(),
        })
    }

    fn each_operation(&self) -> impl Iterator<Item = (String, &'d Cell)> {
        let paths = self.root.get("paths").map_or(&[][..], Cell::members);
        let paths = paths.iter().filter(|(path, _)| path.starts_with('/'));
        paths.flat_map(|(path, item)| {
            let item = self.follow(item).members().iter();
            let described = item.filter(|(method, _)| METHODS.contains(&&**method));
            described.map(move |(method, about)| {
                (format!("{} {path}", method.to_ascii_uppercase()), about)
            })
        })
    }

    /// What a value refers to, or itself.
    pub(super) fn follow(&self, mut value: &'d Cell) -> &'d Cell {
        for _ in 0..MOST_REFERENCES {
            let Some(reference) = value.get("$ref").and_then(Cell::scalar) else {
                return value;
            };
            match self.at(reference) {
                Some(found) => value = found,
                None => break,
            }
        }
        self.lost.set(self.lost.get() + 1);
        value
    }

    /// The value at a place of this document, `#/components/schemas/Problem`.
    fn at(&self, reference: &str) -> Option<&'d Cell> {
        let mut value = self.root;
        for name in reference.strip_prefix("#/")?.split('/') {
            let name = name.replace("~1", "/").replace("~0", "~");
            value = match value {
                Cell::List(items) => items.get(name.parse::<usize>().ok()?)?,
                value => self.member(value, &name)?,
            };
        }
        Some(value)
    }

    /// A member of an object. Components may have very many, so these are looked up.
    fn member(&self, object: &'d Cell, name: &str) -> Option<&'d Cell> {
        const MANY: usize = 32;
        if object.members().len() < MANY {
            return object.get(name);
        }
        let mut known = self.known.borrow_mut();
        let members = known.entry(std::ptr::from_ref(object)).or_insert_with(|| {
            let members = object.members().iter();
            members
                .map(|(name, value)| (name.as_str(), value))
                .collect()
        });
        members.get(name).copied()
    }

    /// Tells what was not followed.
    pub(super) fn tell(&self, told: &mut Told) {
        let lost = self.lost.get();
        if lost > 0 {
            let why = match lost {
                1 => "a reference that leads nowhere in this document".to_owned(),
                lost => format!("{lost} references that lead nowhere in this document"),
            };
            told.leave_out_column(&why);
        }
    }
}

/// A status or a place, for a message.
pub(super) fn place(response: &Response<'_>) -> String {
    match response.status {
        Some(status) => format!("{} {status}", response.operation),
        None => response.operation.clone(),
    }
}
