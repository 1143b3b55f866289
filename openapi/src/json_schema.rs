//! The body of an error as JSON Schema.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::contract::Contract;
use crate::kinds::{Kind, Kinds};
use crate::options::OpenApiVersion;
use crate::schema::{
    CodeTypes, Dialect, Place, SHARED, Shared, any_code, code_schema, codes_of, envelope,
    failure_document, open_schema, shared_schema,
};
use crate::shape::{Body, Shape};

/// What definitions are called beside those of codes.
const UNKNOWN: &str = "UnknownError";
const PART: &str = "ErrorPart";
const DOCUMENT: &str = "FailureDocument";

impl Contract {
    /// Returns the JSON Schema (2020-12) of an error's body in the style of the contract: in `json-api` an error
    /// document of JSON:API 1.1, as the specification has it, with the codes of the catalogs.
    ///
    /// A code that the contract does not have is accepted, as catalogs grow, unless it is
    /// [`closed`](Self::closed). The body of a style of one's own is any object.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_openapi::Contract;
    ///
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The plan includes {limit} apps.")]
    ///     #[error_code(status = 402)]
    ///     PlanLimit { #[error_code(detail, required)] limit: u32 },
    /// }
    ///
    /// let schema = Contract::new(ApiError::CATALOG).json_schema();
    /// let fits = |body: &str| jsonschema::is_valid(&schema, &serde_json::from_str(body).unwrap());
    /// let rendered = Envelopes::ok_error().render(&ApiError::PlanLimit { limit: 5 }.fault(), None);
    /// assert!(fits(std::str::from_utf8(rendered.body()).unwrap()));
    /// // The catalog promises the limit with this code, and nothing of one that it does not know.
    /// assert!(!fits(r#"{"ok":false,"error":{"code":"plan_limit","message":"…"}}"#));
    /// assert!(fits(r#"{"ok":false,"error":{"code":"of_tomorrow","message":"…"}}"#));
    /// ```
    #[must_use]
    pub fn json_schema(&self) -> Value {
        let kinds = self.kinds();
        let body = self.body();
        let dialect = Dialect {
            version: OpenApiVersion::V31,
            body: &body,
            codes: CodeTypes::of(&kinds.all),
        };
        let mut definitions = Definitions::new(dialect);
        let schema = match body.shape {
            Shape::JsonApi => self.json_api(&kinds, &mut definitions),
            Shape::Own => json!({ "type": "object" }),
            _ => {
                let error = self.errors(&kinds, &mut definitions);
                envelope(error, dialect, &definitions.shared)
            }
        };
        let mut whole = Map::new();
        whole.insert(
            "$schema".to_owned(),
            "https://json-schema.org/draft/2020-12/schema".into(),
        );
        whole.insert("title".to_owned(), self.title().into());
        whole.insert("description".to_owned(), self.openness(&body).into());
        if let Value::Object(schema) = schema {
            whole.extend(schema);
        }
        if !definitions.all.is_empty() {
            whole.insert("$defs".to_owned(), definitions.all.into());
        }
        whole.into()
    }

    fn openness(&self, body: &Body) -> String {
        let codes = match self.is_closed {
            true => "The codes that it lists are all that there are.",
            false => "The set of codes is open: one that it does not list is accepted.",
        };
        format!(
            "The body of an error, of the media type {}. {codes}",
            body.media_type
        )
    }

    /// One of the errors, or one that is not known.
    fn errors(&self, kinds: &Kinds, definitions: &mut Definitions<'_>) -> Value {
        let mut errors = definitions.codes(&kinds.all);
        if !self.is_closed {
            let code = definitions.unknown(&kinds.all);
            let unknown = open_schema(code, Place::Whole, definitions.dialect, &definitions.shared);
            errors.push(definitions.add(UNKNOWN, unknown));
        }
        json!({ "anyOf": errors })
    }

    /// An error document is about the error as a whole, or about what is wrong with places in the request, where
    /// `meta` has the code of the whole.
    fn json_api(&self, kinds: &Kinds, definitions: &mut Definitions<'_>) -> Value {
        let document = definitions.add(DOCUMENT, failure_document());
        let mut whole = self.errors(kinds, definitions);
        // Only what is wrong with a place has one.
        whole["properties"] = json!({ "source": false });
        let code = match self.is_closed {
            true => definitions.known(&kinds.all),
            false => any_code(definitions.dialect),
        };
        let part = open_schema(
            code.clone(),
            Place::Part,
            definitions.dialect,
            &definitions.shared,
        );
        let part = definitions.add(PART, part);
        let parts = json!({
            "required": ["errors", "meta"],
            "properties": {
                "errors": { "type": "array", "minItems": 1, "items": part },
                "meta": { "required": ["code"], "properties": { "code": code } },
            },
        });
        let whole = json!({
            "required": ["errors", "meta"],
            "properties": {
                "errors": { "type": "array", "minItems": 1, "maxItems": 1, "items": whole },
                "meta": { "not": { "required": ["code"] } },
            },
        });
        let meta = envelope(json!({}), definitions.dialect, &definitions.shared);
        json!({
            "allOf": [document, { "properties": { "meta": meta["properties"]["meta"] } }],
            "anyOf": [whole, parts],
        })
    }
}

/// The definitions of a schema, each under a name of its own.
struct Definitions<'b> {
    dialect: Dialect<'b>,
    all: Map<String, Value>,
    shared: Shared,
}

impl<'b> Definitions<'b> {
    fn new(dialect: Dialect<'b>) -> Self {
        let mut definitions = Self {
            dialect,
            all: Map::new(),
            shared: Shared::default(),
        };
        for (at, name) in SHARED.iter().enumerate() {
            if let Some(schema) = shared_schema(at, dialect, &definitions.shared) {
                definitions.shared[at] = definitions.add(name, schema);
            }
        }
        definitions
    }

    fn add(&mut self, name: &str, schema: Value) -> Value {
        self.all.insert(name.to_owned(), schema);
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// The errors that are known. They are called as their catalogs spell them.
    fn codes(&mut self, kinds: &[Kind]) -> Vec<Value> {
        let mut refs = Vec::with_capacity(kinds.len());
        for kind in kinds {
            let schema = code_schema(kind, Place::Whole, self.dialect, &self.shared);
            let name = kind.entry.map_or(&*kind.name, |entry| entry.name());
            // A name may hold what a pointer in a URI cannot.
            let mut name = name.replace(['/', ':'], "-");
            while self.all.contains_key(&name) {
                name.push('_');
            }
            refs.push(self.add(&name, schema));
        }
        refs
    }

    /// The codes that are known.
    fn known<'k>(&self, kinds: impl IntoIterator<Item = &'k Kind>) -> Value {
        let codes = kinds.into_iter();
        let codes = codes.flat_map(|kind| codes_of(kind, self.dialect));
        let mut codes: Vec<_> = codes.collect();
        let mut seen = HashSet::new();
        codes.retain(|code| seen.insert(code.to_string()));
        json!({ "enum": codes })
    }

    /// Any code but those that are known. What `code-data` makes of a status stands for every code of the
    /// status, known or not.
    fn unknown(&self, kinds: &[Kind]) -> Value {
        let mut code = any_code(self.dialect);
        let is_of_status =
            |kind: &Kind| self.dialect.body.shape == Shape::CodeData && kind.number().is_none();
        code["not"] = self.known(kinds.iter().filter(|kind| !is_of_status(kind)));
        code
    }
}
