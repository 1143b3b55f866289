//! An OpenAPI document.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use serde_json::Value;

use super::invalid::{InvalidRoutes, MOST, too_many};
use super::operation::{Operation, shown};
use super::schema::{is_plain, is_typed, value};
use super::servers::{Server, Servers};

/// What is read of a document; everything else in it is skipped.
#[derive(Deserialize)]
struct Document {
    openapi: Version,
    #[serde(default)]
    paths: BTreeMap<Path, PathItem>,
    #[serde(default)]
    components: Components,
    #[serde(default)]
    servers: Vec<Server>,
}

/// The version. It is checked by a visitor, as a converted value would have the line behind it.
struct Version;

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Self)
    }
}

impl Visitor<'_> for Version {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the version of OpenAPI, a string")
    }

    fn visit_str<E: Error>(self, version: &str) -> Result<Self, E> {
        if version.starts_with("3.") {
            return Ok(self);
        }
        let version = shown(version);
        Err(E::custom(format_args!(
            "OpenAPI {version} is not read; 3.x is"
        )))
    }
}

/// A path, checked where it is read so that a mistake has its line.
#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "String")]
struct Path(String);

impl TryFrom<String> for Path {
    type Error = String;

    fn try_from(path: String) -> Result<Self, String> {
        let is_extension = path.starts_with("x-");
        if !is_extension {
            Operation::new("GET", &path)?;
        }
        Ok(Self(path))
    }
}

#[derive(Deserialize, Default)]
struct Components {
    #[serde(default)]
    parameters: BTreeMap<String, Parameter>,
    #[serde(default)]
    schemas: BTreeMap<String, Value>,
    #[serde(default, rename = "requestBodies")]
    request_bodies: BTreeMap<String, RequestBody>,
    #[serde(default, rename = "pathItems")]
    path_items: BTreeMap<String, PathItem>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct PathItem {
    #[serde(rename = "$ref")]
    reference: Option<String>,
    parameters: Vec<Parameter>,
    get: Option<Described>,
    head: Option<Described>,
    options: Option<Described>,
    post: Option<Described>,
    put: Option<Described>,
    patch: Option<Described>,
    delete: Option<Described>,
}

#[derive(Deserialize)]
struct Described {
    #[serde(default)]
    parameters: Vec<Parameter>,
    #[serde(default, rename = "requestBody")]
    request_body: Option<RequestBody>,
}

#[derive(Deserialize)]
struct Parameter {
    #[serde(rename = "$ref")]
    reference: Option<String>,
    name: Option<String>,
    #[serde(rename = "in")]
    place: Option<String>,
    schema: Option<Value>,
    example: Option<Value>,
}

#[derive(Deserialize)]
struct RequestBody {
    #[serde(rename = "$ref")]
    reference: Option<String>,
    #[serde(default)]
    content: BTreeMap<String, Media>,
}

#[derive(Deserialize)]
struct Media {
    schema: Option<Value>,
}

/// What is read of a document: the operations, where they are, and what is worth noting about them.
type Read = (Vec<Operation>, Servers, Vec<String>);

/// How often a reference to a path may lead to another one.
const MOST_STEPS: usize = 16;

/// The most paths that a note names.
const MOST_NAMED: usize = 10;

pub(super) fn read_json(text: &str) -> Result<Read, InvalidRoutes> {
    let document: Document = serde_json::from_str(text)
        .map_err(|error| InvalidRoutes::new(error.line().max(1), without_place(&error)))?;
    operations(&document)
}

/// Whether a text begins as a document in YAML does.
pub(super) fn is_yaml(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    let starts = [
        "---",
        "%YAML",
        "openapi:",
        "swagger:",
        "\"openapi\":",
        "info:",
    ];
    first.is_some_and(|line| starts.iter().any(|start| line.starts_with(start)))
}

#[cfg(feature = "yaml")]
pub(super) fn read_yaml(text: &str) -> Result<Read, InvalidRoutes> {
    let options = serde_saphyr::options! {
        // As YAML 1.2 and so OpenAPI have it: `no` is a text.
        strict_booleans: true,
        with_snippet: false,
    };
    let document: Document =
        serde_saphyr::from_str_with_options(text, options).map_err(|error| {
            let line = error.location().map_or(1, |location| location.line());
            let line = usize::try_from(line).unwrap_or(1);
            // What an alias stands for has a place of its own, behind that.
            let text = error.to_string();
            let message = text.split(" at line ").next().unwrap_or_default();
            InvalidRoutes::new(line.max(1), message)
        })?;
    operations(&document)
}

#[cfg(not(feature = "yaml"))]
pub(super) fn read_yaml(_: &str) -> Result<Read, InvalidRoutes> {
    let message = "an OpenAPI document in YAML is read with the feature `yaml` alone";
    Err(InvalidRoutes::new(1, message))
}

fn operations(document: &Document) -> Result<Read, InvalidRoutes> {
    let Version = &document.openapi;
    let mut operations = Vec::new();
    let mut lost = Vec::new();
    for (Path(path), item) in &document.paths {
        if path.starts_with("x-") {
            continue;
        }
        let (items, unread) = document.items(item);
        if let Some(reference) = unread {
            lost.push(format!("{path} ({})", shown(reference)));
        }
        let methods = items.iter().flat_map(|item| {
            let methods = item.methods();
            methods.map(move |(method, described)| (*item, method, described))
        });
        for (item, method, described) in methods {
            if operations.len() == MOST {
                return Err(InvalidRoutes::new(1, too_many()));
            }
            let operation = document.components.operation(method, path, item, described);
            operations.push(operation.map_err(|message| InvalidRoutes::new(1, message))?);
        }
    }
    let notes = (!lost.is_empty()).then(|| {
        let more = match lost.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!(" and {more} others"),
        };
        lost.truncate(MOST_NAMED);
        format!(
            "not called, as the OpenAPI document refers to what is not in it: {}{more}",
            lost.join(", ")
        )
    });
    let servers = Servers::of(&document.servers);
    Ok((operations, servers, notes.into_iter().collect()))
}

impl Document {
    /// A path's own item and those that it refers to, one after another; and the reference that leads to
    /// nothing in the document, if there is one.
    fn items<'a>(&'a self, item: &'a PathItem) -> (Vec<&'a PathItem>, Option<&'a str>) {
        let mut items = vec![item];
        while let Some(reference) = items[items.len() - 1].reference.as_deref() {
            match self.item(reference) {
                Some(next) if items.len() < MOST_STEPS => items.push(next),
                _ => return (items, Some(reference)),
            }
        }
        (items, None)
    }

    /// The item that a reference inside of the document names (RFC 6901 §6).
    fn item(&self, reference: &str) -> Option<&PathItem> {
        let unescaped = |name: &str| name.replace("~1", "/").replace("~0", "~");
        if let Some(name) = reference.strip_prefix("#/components/pathItems/") {
            return self.components.path_items.get(&unescaped(name));
        }
        let path = reference.strip_prefix("#/paths/")?;
        let path = path.replace("%7B", "{").replace("%7D", "}");
        self.paths.get(&Path(unescaped(&path)))
    }
}

/// The message without the line, which is told apart.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    text[..end].to_owned()
}

impl PathItem {
    fn methods(&self) -> impl Iterator<Item = (&'static str, &Described)> {
        let methods = [
            ("GET", &self.get),
            ("HEAD", &self.head),
            ("OPTIONS", &self.options),
            ("POST", &self.post),
            ("PUT", &self.put),
            ("PATCH", &self.patch),
            ("DELETE", &self.delete),
        ];
        let methods = methods.into_iter();
        methods.filter_map(|(method, described)| Some((method, described.as_ref()?)))
    }
}

impl Components {
    fn operation(
        &self,
        method: &str,
        path: &str,
        item: &PathItem,
        described: &Described,
    ) -> Result<Operation, String> {
        let mut operation = Operation::new(method, path)?;
        for parameter in item.parameters.iter().chain(&described.parameters) {
            let parameter = self.parameter(parameter);
            let (Some(name), Some(place)) = (&parameter.name, &parameter.place) else {
                continue;
            };
            let schema = self.schema(parameter.schema.as_ref());
            match &**place {
                "path" => operation.fill(name, &value(parameter.example.as_ref(), schema)),
                "query" if is_typed(schema) && is_plain(name) => {
                    operation.typed_query.push(name.clone());
                }
                _ => {}
            }
        }
        operation.members = self.members(described.request_body.as_ref());
        Ok(operation)
    }

    /// A parameter, or the one that it refers to.
    fn parameter<'a>(&'a self, parameter: &'a Parameter) -> &'a Parameter {
        let reference = parameter.reference.as_deref();
        let name = reference.and_then(|it| it.strip_prefix("#/components/parameters/"));
        let found = name.and_then(|name| self.parameters.get(name));
        found.unwrap_or(parameter)
    }

    /// A schema, or the one that it refers to.
    fn schema<'a>(&'a self, schema: Option<&'a Value>) -> Option<&'a Value> {
        let schema = schema?;
        let reference = schema.get("$ref").and_then(Value::as_str);
        let name = reference.and_then(|it| it.strip_prefix("#/components/schemas/"));
        name.map_or(Some(schema), |name| self.schemas.get(name))
    }

    /// The members of a body in JSON.
    fn members(&self, body: Option<&RequestBody>) -> Vec<String> {
        let named = body.and_then(|body| body.reference.as_deref());
        let named = named.and_then(|it| it.strip_prefix("#/components/requestBodies/"));
        let body = named
            .and_then(|name| self.request_bodies.get(name))
            .or(body);
        let media = body.and_then(|body| body.content.get("application/json"));
        let schema = self.schema(media.and_then(|media| media.schema.as_ref()));
        let members = schema.and_then(|schema| schema.get("properties"));
        let members = members.and_then(Value::as_object);
        members.map_or_else(Vec::new, |members| members.keys().cloned().collect())
    }
}
