//! The responses of a document, and the components that they are made of.

use std::collections::HashMap;

use manila::{Case, Retry};
use serde_json::{Map, Value, json};

use crate::components::{Components, Section, reference};
use crate::contract::Contract;
use crate::example::{self, Sent};
use crate::field::{FIELDS, Field, When};
use crate::kinds::Kinds;
use crate::options::OpenApiVersion;
use crate::plan::{Group, Set};
use crate::schema::{
    CodeTypes, Dialect, Place, SHARED, Shared, any_code, code_schema, codes_of, envelope,
    open_schema, shared_schema, union,
};
use crate::shape::Body;
use crate::unions::{self, Names, errors_of, names_of};
use crate::walk::Operation;

/// Writes responses, each part of them once.
pub(crate) struct Writer<'c, 'd> {
    contract: &'c Contract,
    kinds: &'c Kinds,
    body: Body,
    version: OpenApiVersion,
    codes: CodeTypes,
    pub(crate) components: Components<'d>,
    shared: Option<Shared>,
    schemas: HashMap<usize, String>,
    unions: HashMap<Vec<usize>, Value>,
    names: Names,
    sent: HashMap<(usize, u16), (Sent, String)>,
    headers: HashMap<&'static str, String>,
    responses: HashMap<Set, String>,
}

impl<'c, 'd> Writer<'c, 'd> {
    pub(crate) fn new(
        contract: &'c Contract,
        kinds: &'c Kinds,
        version: OpenApiVersion,
        components: Components<'d>,
    ) -> Self {
        Self {
            contract,
            kinds,
            body: contract.body(),
            version,
            codes: CodeTypes::of(&kinds.all),
            components,
            shared: None,
            schemas: HashMap::new(),
            unions: HashMap::new(),
            names: Names::new(),
            sent: HashMap::new(),
            headers: HashMap::new(),
            responses: HashMap::new(),
        }
    }

    /// Calls the unions that one operation has after it.
    pub(crate) fn name_unions<'a>(
        &mut self,
        operations: impl Iterator<Item = (&'a Operation<'a>, &'a Vec<Set>)>,
    ) {
        self.names = names_of(operations, self.kinds, self.body.shape);
    }

    /// Returns a reference to the response of these errors, which is added to the components.
    pub(crate) fn component(&mut self, set: &Set) -> Value {
        if let Some(known) = self.responses.get(set) {
            return reference(known);
        }
        let name = self.name_of(set);
        let response = self.response(set);
        let at = self.components.add(Section::Responses, &name, response);
        let reference = reference(&at);
        self.responses.insert(set.clone(), at);
        reference
    }

    /// Returns the response of these errors, or a reference to it, if the document has it already.
    pub(crate) fn inline(&mut self, set: &Set) -> Value {
        let response = self.response(set);
        let known = self
            .components
            .find(Section::Responses, &self.name_of(set), &response);
        known.map_or(response, |known| reference(&known))
    }

    /// Returns the response to HEAD, which has no content (RFC 9110 §9.3.2).
    pub(crate) fn respond_to_head(&mut self, set: &Set) -> Value {
        json!({ "description": description(set), "headers": self.headers(set) })
    }

    fn response(&mut self, set: &Set) -> Value {
        let schema = self.schema_of(set);
        let examples = self.examples(set);
        let mut media = Map::from_iter([("schema".to_owned(), schema)]);
        if !examples.is_empty() {
            media.insert("examples".to_owned(), examples.into());
        }
        let mut content = Map::new();
        if self.contract.is_also_json {
            content.insert("application/json".to_owned(), media.clone().into());
        }
        content.insert(self.body.media_type.clone(), media.into());
        json!({
            "description": description(set),
            "headers": self.headers(set),
            "content": content,
        })
    }

    /// Adds the schema of an error, and returns where it is.
    pub(crate) fn schema(&mut self, at: usize) -> String {
        if let Some(known) = self.schemas.get(&at) {
            return known.clone();
        }
        let kind = &self.kinds.all[at];
        let shared = self.shared();
        // What is wrong with a place has details of its own.
        let place = match self.kinds.violations.contains(&at) {
            true => Place::Part,
            false => Place::Whole,
        };
        let schema = code_schema(kind, place, self.dialect(), &shared);
        let name = match kind.name.ends_with("Error") {
            true => kind.name.clone(),
            false => format!("{}Error", kind.name),
        };
        let place = self.components.add(Section::Schemas, &name, schema);
        self.schemas.insert(at, place.clone());
        place
    }

    /// Adds the example of an error with one of its statuses.
    pub(crate) fn example(&mut self, at: usize, status: u16) -> (String, String) {
        let name = self.name_with(at, status);
        if let Some((_, place)) = self.sent.get(&(at, status)) {
            return (name, place.clone());
        }
        let sent = example::sent(&self.contract.envelopes, &self.kinds.all[at], status);
        let example = json!({ "value": sent.body });
        let place = self.components.add(Section::Examples, &name, example);
        self.sent.insert((at, status), (sent, place.clone()));
        (name, place)
    }

    fn dialect(&self) -> Dialect<'_> {
        Dialect {
            version: self.version,
            body: &self.body,
            codes: self.codes,
        }
    }

    /// The references to shared schemas, which are added when the first is needed.
    fn shared(&mut self) -> Shared {
        if let Some(shared) = &self.shared {
            return shared.clone();
        }
        let mut shared = Shared::default();
        for (at, name) in SHARED.iter().enumerate() {
            if let Some(schema) = shared_schema(at, self.dialect(), &shared) {
                let place = self.components.add(Section::Schemas, name, schema);
                shared[at] = reference(&place);
            }
        }
        self.shared = Some(shared.clone());
        shared
    }

    fn schema_of(&mut self, set: &Set) -> Value {
        let errors = errors_of(set, self.kinds, self.body.shape);
        if set.union.is_empty() {
            return self.named(errors, "AnyError", Self::open);
        }
        match set.of {
            Group::Status(_) => self.union(&errors),
            _ => {
                let name = self.names.get(&errors).cloned();
                let name = name.as_deref().unwrap_or(unions::SHARED);
                self.named(errors, name, |writer, errors| writer.union(errors))
            }
        }
    }

    /// A schema that several responses have: generators make one type of it.
    fn named(
        &mut self,
        errors: Vec<usize>,
        name: &str,
        write: impl FnOnce(&mut Self, &[usize]) -> Value,
    ) -> Value {
        if let Some(known) = self.unions.get(&errors) {
            return known.clone();
        }
        let schema = write(self, &errors);
        let place = self.components.add(Section::Schemas, name, schema);
        let reference = reference(&place);
        self.unions.insert(errors, reference.clone());
        reference
    }

    fn union(&mut self, errors: &[usize]) -> Value {
        let places: Vec<_> = errors.iter().map(|at| self.schema(*at)).collect();
        let kinds = self.kinds;
        let kinds = errors.iter().map(|at| &kinds.all[*at]);
        let kinds: Vec<_> = kinds.zip(places).collect();
        let error = union(&kinds, self.contract.has_discriminator, self.dialect());
        let shared = self.shared();
        envelope(error, self.dialect(), &shared)
    }

    /// The envelope of any error, whose code is an open enumeration.
    fn open(&mut self, _: &[usize]) -> Value {
        let shared = self.shared();
        let dialect = self.dialect();
        let codes = self
            .kinds
            .all
            .iter()
            .flat_map(|kind| codes_of(kind, dialect));
        let (texts, numbers): (Vec<_>, Vec<_>) = codes.partition(Value::is_string);
        let mut known = Vec::new();
        for (kind, mut codes) in [("string", texts), ("integer", numbers)] {
            // Codes of several catalogs may be spelled alike.
            let mut seen = std::collections::HashSet::new();
            codes.retain(|code| seen.insert(code.to_string()));
            if !codes.is_empty() {
                known.push(json!({ "type": kind, "enum": codes }));
            }
        }
        known.push(any_code(dialect));
        let code = json!({ "anyOf": known });
        envelope(
            open_schema(code, Place::Part, dialect, &shared),
            dialect,
            &shared,
        )
    }

    fn examples(&mut self, set: &Set) -> Map<String, Value> {
        let mut examples = Map::new();
        for (status, at) in &set.errors {
            let (name, place) = self.example(*at, *status);
            examples.insert(name, reference(&place));
        }
        examples
    }

    fn headers(&mut self, set: &Set) -> Map<String, Value> {
        let of_id = self.contract.envelopes.id_policy().header_name();
        let fields = FIELDS.iter().filter(|field| self.has(set, field));
        let fields: Vec<_> = fields
            .map(|field| (field.name.unwrap_or(of_id), field))
            .collect();
        let refs = fields
            .into_iter()
            .map(|(name, field)| (name.to_owned(), self.header(field)));
        refs.collect()
    }

    /// Whether responses of a set can have a header field.
    fn has(&self, set: &Set, field: &Field) -> bool {
        let mut errors = set.errors.iter();
        match field.when {
            When::Always => true,
            // Of an envelope of any error nothing else is known.
            When::Waits | When::Sent if set.errors.is_empty() => true,
            When::Waits => errors.any(|(status, at)| {
                let entry = self.kinds.all[*at].entry;
                let advice = entry.and_then(|entry| entry.retry());
                advice == Some(Retry::After) || matches!(status, 429 | 503)
            }),
            When::Status(of) => errors.any(|(status, _)| *status == of),
            When::Sent => errors.any(|(status, at)| {
                let sent = self.sent.get(&(*at, *status));
                sent.is_some_and(|(sent, _)| field.name.is_some_and(|name| sent.has(name)))
            }),
        }
    }

    fn header(&mut self, field: &'static Field) -> Value {
        let (components, known) = (&mut self.components, self.headers.entry(field.component));
        let known = known.or_insert_with(|| {
            components.add(Section::Headers, field.component, field.component())
        });
        reference(known)
    }

    fn name_of(&self, set: &Set) -> String {
        match &set.errors[..] {
            [(status, at)] => self.name_with(*at, *status),
            _ => format!(
                "{}Errors",
                Case::Pascal.spell(&set.of.phrase().replace(" error", ""))
            ),
        }
    }

    /// The name of an error with one of its statuses.
    fn name_with(&self, at: usize, status: u16) -> String {
        let kind = &self.kinds.all[at];
        match kind.statuses.first() {
            Some(first) if *first != status => format!("{}{status}", kind.name),
            _ => kind.name.clone(),
        }
    }
}

fn description(set: &Set) -> String {
    let phrase = set.of.phrase();
    format!("{phrase}. Clients have to expect codes that are not listed here.")
}
