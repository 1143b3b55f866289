//! The schema of an error: of the whole envelope, or of the error object in it.

use manila::{Code, WireCode};
use serde_json::{Map, Value, json};

use super::detail::{properties, required};
use super::dialect::{Dialect, Shared, object};
use super::shared::{DETAILS, SOURCE, VIOLATION, common_details, source_message};
use super::text::described;
use crate::kinds::Kind;
use crate::shape::Shape;

/// What an error object of JSON:API stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The error as a whole.
    Whole,
    /// The error as a whole, or something wrong with a place in the request. Nothing is demanded of one that could
    /// be refused to the other: generators make no sense of a union of the two.
    Part,
}

/// What tells one error from another.
struct Error {
    code: Value,
    status: Value,
    entry: Option<&'static Code>,
    /// Whether it can be about a place in the request.
    place: Place,
}

/// Returns the schema of a code.
pub(crate) fn code_schema(
    kind: &Kind,
    place: Place,
    dialect: Dialect<'_>,
    shared: &Shared,
) -> Value {
    let is_servers = kind.statuses.iter().all(|status| *status >= 500);
    let statuses = kind.statuses.iter().map(|status| (*status).into());
    let code = match dialect.body.shape {
        Shape::CodeData => one_of(kind.negative_codes().into_iter().map(Value::from), dialect),
        Shape::JsonApi => dialect.version.constant(&*kind.code.to_text()),
        _ => dialect.version.constant(json!(kind.code)),
    };
    let error = Error {
        code,
        status: one_of(statuses, dialect),
        entry: kind.entry,
        place: if is_servers { Place::Whole } else { place },
    };
    described(kind, error.schema(dialect, shared)).into()
}

/// Returns the schema of any error whose code fits a schema.
pub(crate) fn open_schema(
    code: Value,
    place: Place,
    dialect: Dialect<'_>,
    shared: &Shared,
) -> Value {
    let error = Error {
        code,
        status: json!({ "type": "integer", "minimum": 400, "maximum": 999 }),
        entry: None,
        place,
    };
    error.schema(dialect, shared).into()
}

/// Any code, known or not.
pub(crate) fn any_code(dialect: Dialect<'_>) -> Value {
    match dialect.body.shape {
        Shape::CodeData => json!({ "type": "integer", "maximum": -1 }),
        _ => dialect.any_code(),
    }
}

/// Returns how bodies write the codes of errors.
pub(crate) fn codes_of(kind: &Kind, dialect: Dialect<'_>) -> Vec<Value> {
    match (dialect.body.shape, &kind.code) {
        (Shape::CodeData, _) => kind.negative_codes().into_iter().map(Value::from).collect(),
        (Shape::JsonApi, code) => vec![code.to_text().into_owned().into()],
        (_, WireCode::Name(name)) => vec![name.to_string().into()],
        (_, WireCode::Number(number)) => vec![(*number).into()],
    }
}

impl Error {
    fn schema(self, dialect: Dialect<'_>, shared: &Shared) -> Map<String, Value> {
        match dialect.body.shape {
            Shape::OkError => self.ok_error(dialect, shared),
            Shape::JsonApi => self.json_api(dialect, shared),
            Shape::CodeData => self.code_data(dialect, shared),
            Shape::Problem => self.problem(dialect, shared),
            Shape::Own => object::<&str>([], &[]),
        }
    }

    fn ok_error(self, dialect: Dialect<'_>, shared: &Shared) -> Map<String, Value> {
        let details = self.details(dialect, shared);
        let members = [("code", self.code), ("message", text())];
        Members::of(members)
            .source_message(dialect)
            .id(dialect)
            .details(details)
            .object()
    }

    fn code_data(self, dialect: Dialect<'_>, shared: &Shared) -> Map<String, Value> {
        let details = self.details(dialect, shared);
        let data = Members::of([("message", text())])
            .source_message(dialect)
            .id(dialect)
            .details(details)
            .optional("errors", violations(shared));
        let is_object = data.required.len() > 1;
        let mut data: Value = data.object().into();
        if !is_object {
            data = json!({ "oneOf": [text(), data] });
        }
        Members::of([("code", self.code), ("data", data)]).object()
    }

    fn problem(self, dialect: Dialect<'_>, shared: &Shared) -> Map<String, Value> {
        let details = self.details(dialect, shared);
        let members = [
            ("type", reference()),
            ("title", text()),
            ("status", self.status),
            ("detail", text()),
            ("code", self.code),
        ];
        Members::of(members)
            .source_message(dialect)
            .optional("instance", reference())
            .id(dialect)
            .details(details)
            .optional("errors", violations(shared))
            .object()
    }

    fn json_api(self, dialect: Dialect<'_>, shared: &Shared) -> Map<String, Value> {
        let (meta, is_required) = match self.place {
            Place::Whole => self.details(dialect, shared),
            // The parameters of a broken rule stand where the details of the error as a whole do.
            Place::Part => (self.details_with(&[], dialect, shared), false),
        };
        let links = object([("type", reference())], &[]);
        let status = json!({ "type": "string", "pattern": "^[1-9][0-9]{2}$" });
        let members = [
            ("status", status),
            ("code", self.code),
            ("title", text()),
            ("detail", text()),
        ];
        let members = Members::of(members)
            .details_as("meta", (meta, is_required))
            .optional("links", links.into());
        match self.place {
            Place::Whole => members.object(),
            Place::Part => members.optional("source", shared[SOURCE].clone()).object(),
        }
    }

    /// The details, and whether there always are some.
    fn details(&self, dialect: Dialect<'_>, shared: &Shared) -> (Value, bool) {
        let demanded = required(self.entry);
        let schema = self.details_with(&demanded, dialect, shared);
        (schema, !demanded.is_empty())
    }

    /// The details that the code declares, and those that any error may have.
    fn details_with(&self, demanded: &[&str], dialect: Dialect<'_>, shared: &Shared) -> Value {
        let own: Vec<_> = properties(self.entry, dialect.version).collect();
        if own.is_empty() {
            return shared[DETAILS].clone();
        }
        let common = common_details(dialect.body, shared);
        object(own.into_iter().chain(common), demanded).into()
    }
}

/// The members of an object, some of them required.
struct Members {
    all: Vec<(&'static str, Value)>,
    required: Vec<&'static str>,
}

impl Members {
    fn of<const N: usize>(required: [(&'static str, Value); N]) -> Self {
        Self {
            required: required.iter().map(|(name, _)| *name).collect(),
            all: required.into(),
        }
    }

    fn optional(mut self, name: &'static str, schema: Value) -> Self {
        self.all.push((name, schema));
        self
    }

    fn source_message(self, dialect: Dialect<'_>) -> Self {
        match source_message(dialect.body) {
            Some(name) => self.optional(name, text()),
            None => self,
        }
    }

    fn id(mut self, dialect: Dialect<'_>) -> Self {
        if dialect.body.has_id {
            self.required.push("request_id");
            self.all.push(("request_id", text()));
        }
        self
    }

    fn details(self, details: (Value, bool)) -> Self {
        self.details_as("details", details)
    }

    fn details_as(mut self, name: &'static str, (schema, is_required): (Value, bool)) -> Self {
        if is_required {
            self.required.push(name);
        }
        self.optional(name, schema)
    }

    fn object(self) -> Map<String, Value> {
        object(self.all, &self.required)
    }
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn reference() -> Value {
    json!({ "type": "string", "format": "uri-reference" })
}

fn violations(shared: &Shared) -> Value {
    json!({ "type": "array", "items": shared[VIOLATION] })
}

/// One of a few numbers.
fn one_of(values: impl IntoIterator<Item = Value>, dialect: Dialect<'_>) -> Value {
    let mut values: Vec<_> = values.into_iter().collect();
    match (values.pop(), &values[..]) {
        (Some(only), []) => dialect.version.constant(only),
        (last, _) => {
            values.extend(last);
            json!({ "type": "integer", "enum": values })
        }
    }
}
