//! The operations of an OpenAPI document.

use std::collections::{BTreeMap, BTreeSet};

use manila_catalog_file::Template;
use serde_json::{Map, Value};

use crate::conditions::Has;
use crate::error::Error;
use crate::mark::{self, MARK, Mark};
use crate::operations::Called;

/// The members of a path item that are operations, by HTTP's names for the methods.
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// What a document has.
pub(crate) struct Walk<'d> {
    pub(crate) operations: Vec<Operation<'d>>,
    /// The paths that are in another document.
    pub(crate) unread: Vec<String>,
}

/// An operation of a document.
pub(crate) struct Operation<'d> {
    /// The members that lead to it.
    pub(crate) place: Vec<&'d str>,
    pub(crate) path: &'d str,
    pub(crate) called: Called<'d>,
    pub(crate) has: Has,
    pub(crate) has_responses: bool,
    /// The keys of the responses that it declares.
    pub(crate) declared: BTreeSet<&'d str>,
    pub(crate) marks: Vec<Mark>,
    /// The members of `responses` that are there for a mark alone.
    pub(crate) carriers: Vec<&'d str>,
    /// Whether a mark is a member of the operation itself.
    pub(crate) is_marked: bool,
}

/// What holds for all operations of a document.
struct Context<'d> {
    document: &'d Value,
    /// The paths of its servers.
    bases: Vec<String>,
    is_secured: bool,
}

/// Reads the operations that the service answers: those of paths, not webhooks and callbacks, which others do.
pub(crate) fn walk(document: &Value) -> Result<Walk<'_>, Error> {
    check_components(document)?;
    let context = Context {
        document,
        bases: bases(document),
        is_secured: demands_credentials(document.get("security")),
    };
    let mut walk = Walk {
        operations: Vec::new(),
        unread: Vec::new(),
    };
    let Some(paths) = document.get("paths") else {
        return Ok(walk);
    };
    let paths = object(paths, "/paths", "`paths` is an object")?;
    let mut referred = BTreeMap::new();
    for (path, item) in paths.iter().filter(|(path, _)| path.starts_with('/')) {
        let place = vec!["paths", &**path];
        let item = object(item, &pointer(&place), "a path item is an object")?;
        if let Some(target) = item.get("$ref") {
            match target.as_str().and_then(local_path_item) {
                Some(name) => _ = referred.entry(name).or_insert(&**path),
                // A path of this document is read where it is.
                None if target
                    .as_str()
                    .is_some_and(|target| target.starts_with("#/paths/")) => {}
                None => walk.unread.push(path.clone()),
            }
        }
        context.read_item(item, &place, path, &mut walk)?;
    }
    let shared = document.pointer("/components/pathItems");
    let shared = shared.and_then(Value::as_object).into_iter().flatten();
    for (name, item) in shared {
        if let Some(path) = referred.get(&**name) {
            let place = vec!["components", "pathItems", &**name];
            let item = object(item, &pointer(&place), "a path item is an object")?;
            context.read_item(item, &place, path, &mut walk)?;
        }
    }
    Ok(walk)
}

impl<'d> Context<'d> {
    fn read_item(
        &self,
        item: &'d Map<String, Value>,
        place: &[&'d str],
        path: &'d str,
        walk: &mut Walk<'d>,
    ) -> Result<(), Error> {
        let named = item.iter().filter(|(name, _)| METHODS.contains(&&***name));
        for (method, operation) in named {
            let place = [place, &[&**method]].concat();
            walk.operations
                .push(self.read(item, operation, place, method, path)?);
        }
        // Methods that OpenAPI has no member for, since 3.2.
        let others = item.get("additionalOperations").and_then(Value::as_object);
        for (method, operation) in others.into_iter().flatten() {
            let place = [place, &["additionalOperations", &**method]].concat();
            walk.operations
                .push(self.read(item, operation, place, method, path)?);
        }
        Ok(())
    }

    fn read(
        &self,
        item: &'d Map<String, Value>,
        operation: &'d Value,
        place: Vec<&'d str>,
        method: &'d str,
        path: &'d str,
    ) -> Result<Operation<'d>, Error> {
        let at = pointer(&place);
        let members = object(operation, &at, "an operation is an object")?;
        let responses = members.get("responses");
        let responses = responses
            .map(|responses| {
                object(
                    responses,
                    &format!("{at}/responses"),
                    "`responses` is an object",
                )
            })
            .transpose()?;
        let tags = members.get("tags").and_then(Value::as_array);
        let is_secured = match members.get("security") {
            None => self.is_secured,
            own => demands_credentials(own),
        };
        let bases = self.bases.iter().map(String::as_str).chain([""]);
        let mut read = Operation {
            path,
            called: Called {
                method,
                paths: bases
                    .map(|base| Template::of(&format!("{base}{path}")))
                    .collect(),
                id: members.get("operationId").and_then(Value::as_str),
                tags: tags
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .collect(),
            },
            has: Has {
                path_parameters: path.contains('{'),
                other_parameters: [members, item].iter().any(|of| self.has_parameters(of)),
                body: members.contains_key("requestBody"),
                security: is_secured,
            },
            has_responses: responses.is_some(),
            declared: BTreeSet::new(),
            marks: Vec::new(),
            carriers: Vec::new(),
            is_marked: members.contains_key(MARK),
            place,
        };
        if let Some(mark) = members.get(MARK) {
            mark::read(mark, &format!("{at}/{MARK}"), &mut read.marks)?;
        }
        for (key, response) in responses.into_iter().flatten() {
            let at = format!("{at}/responses/{}", escaped(key));
            if key.starts_with(MARK) && response.get(MARK).is_none() {
                mark::read(response, &at, &mut read.marks)?;
                read.carriers.push(key);
            } else if let Some(mark) = response.get(MARK) {
                mark::read(mark, &format!("{at}/{MARK}"), &mut read.marks)?;
                read.carriers.push(key);
            } else {
                if !key.starts_with("x-") {
                    object(response, &at, "a response is an object")?;
                }
                read.declared.insert(key);
            }
        }
        Ok(read)
    }

    /// Whether there are parameters outside of the path.
    fn has_parameters(&self, of: &Map<String, Value>) -> bool {
        let parameters = of.get("parameters").and_then(Value::as_array);
        let mut parameters = parameters.into_iter().flatten();
        parameters.any(|parameter| {
            let target = parameter.get("$ref").and_then(Value::as_str);
            let target = target.and_then(|target| self.document.pointer(target.strip_prefix('#')?));
            let place = target
                .unwrap_or(parameter)
                .get("in")
                .and_then(Value::as_str);
            place.is_some_and(|place| place != "path")
        })
    }
}

/// The name of a path item among the components.
fn local_path_item(target: &str) -> Option<&str> {
    target.strip_prefix("#/components/pathItems/")
}

/// Whether requests need credentials, at least for some of what they get.
fn demands_credentials(security: Option<&Value>) -> bool {
    let demands = security.and_then(Value::as_array);
    let mut demands = demands.into_iter().flatten().filter_map(Value::as_object);
    demands.any(|demand| !demand.is_empty())
}

/// The paths of a document's servers.
fn bases(document: &Value) -> Vec<String> {
    let servers = document.get("servers").and_then(Value::as_array);
    let urls = servers
        .into_iter()
        .flatten()
        .filter_map(|server| server.get("url")?.as_str());
    let bases = urls.filter_map(|url| {
        let path = match url.split_once("://") {
            Some((_, rest)) => rest.get(rest.find('/')?..)?,
            None => url,
        };
        let path = path.trim_end_matches('/');
        (path.starts_with('/') && !path.contains('{')).then(|| path.to_owned())
    });
    bases.collect()
}

/// Refuses components that nothing could be added to.
fn check_components(document: &Value) -> Result<(), Error> {
    let Some(components) = document.get("components") else {
        return Ok(());
    };
    let components = object(components, "/components", "`components` is an object")?;
    for section in ["schemas", "responses", "examples", "headers", "pathItems"] {
        if let Some(known) = components.get(section) {
            let at = format!("/components/{section}");
            object(known, &at, "a section of components is an object")?;
        }
    }
    Ok(())
}

fn object<'v>(value: &'v Value, at: &str, why: &str) -> Result<&'v Map<String, Value>, Error> {
    value.as_object().ok_or_else(|| Error::new(at, why))
}

/// The members that lead to a place, as a JSON Pointer.
pub(crate) fn pointer(place: &[&str]) -> String {
    place
        .iter()
        .map(|member| format!("/{}", escaped(member)))
        .collect()
}

/// A member of a JSON Pointer (RFC 6901 §3).
pub(crate) fn escaped(member: &str) -> String {
    member.replace('~', "~0").replace('/', "~1")
}
