//! The finishing step on an OpenAPI document.

use serde_json::{Map, Value};

use crate::components::{Components, Section};
use crate::contract::Contract;
use crate::error::Error;
use crate::options::OpenApiVersion;
use crate::plan::{Planner, count};
use crate::report::Report;
use crate::response::Writer;
use crate::walk::{pointer, walk};

/// What a document lacks.
pub(crate) struct Changes {
    pub(crate) components: Vec<(Section, Map<String, Value>)>,
    pub(crate) operations: Vec<OperationChange>,
    report: Report,
}

/// What an operation lacks.
pub(crate) struct OperationChange {
    /// The members that lead to the operation.
    pub(crate) place: Vec<String>,
    pub(crate) has_responses: bool,
    pub(crate) responses: Map<String, Value>,
    /// The members of `responses` that are marks.
    pub(crate) carriers: Vec<String>,
    pub(crate) is_marked: bool,
}

impl Contract {
    /// Adds the errors to an OpenAPI document of version 3.0, 3.1 or 3.2: to each operation the responses
    /// that it does not declare, and to the components what these are made of.
    ///
    /// An operation has the codes that its [marks](crate#marks-for-bindings) say. Without a mark it has
    /// those whose [`operations`](manila::Code::operations) name it: by `METHOD /path` (templates are equal when
    /// their literals are), by the path alone, by its `operationId`, or by a tag. Where no code of a catalog
    /// does, it has all of them. What the framework answers comes on top, where it can: an unknown route where
    /// the path has parameters, an invalid body where there is one, missing credentials where `security` asks
    /// for them.
    ///
    /// What the document has stays as it is, byte for byte: a status that an operation declares, by itself or
    /// by a range such as `4XX`, is not described again, and a component of a name that is taken gets another.
    /// To complete a document twice changes nothing. Webhooks and callbacks have no errors of the service.
    ///
    /// ```
    /// use manila_openapi::Contract;
    /// use serde_json::json;
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
    /// let mut document = json!({
    ///     "openapi": "3.1.0",
    ///     "info": { "title": "Apps", "version": "1.0.0" },
    ///     "paths": { "/apps/{id}": { "get": { "responses": { "404": { "description": "No such app" } } } } },
    /// });
    /// let contract = Contract::new(ApiError::CATALOG);
    /// contract.complete(&mut document).unwrap();
    /// let responses = &document["paths"]["/apps/{id}"]["get"]["responses"];
    /// assert_eq!(responses["404"], json!({ "description": "No such app" }));
    /// assert_eq!(responses["405"], json!({ "$ref": "#/components/responses/MethodNotAllowed" }));
    /// assert_eq!(responses["410"], json!({ "$ref": "#/components/responses/Gone" }));
    ///
    /// let completed = document.clone();
    /// contract.complete(&mut document).unwrap();
    /// assert_eq!(document, completed);
    /// ```
    ///
    /// # Errors
    ///
    /// If the document is not of OpenAPI 3.0, 3.1 or 3.2, if a part of it that is needed here is malformed, or if
    /// a mark names a catalog or a code that the contract does not have. The document is unchanged then.
    pub fn complete(&self, document: &mut Value) -> Result<Report, Error> {
        let changes = self.changes(document)?;
        let report = changes.report.clone();
        apply(changes, document);
        Ok(report)
    }

    pub(crate) fn changes(&self, document: &Value) -> Result<Changes, Error> {
        let version = OpenApiVersion::of(document)?;
        let walk = walk(document)?;
        let kinds = self.kinds();
        let mut planner = Planner::new(self, &kinds);
        let mut planned = Vec::new();
        for operation in &walk.operations {
            planned.push(planner.lacking(operation)?);
        }
        let counts = count(planned.iter().flatten());
        let components = Components::new(document.get("components"));
        let mut writer = Writer::new(self, &kinds, version, components);
        writer.name_unions(walk.operations.iter().zip(&planned));
        let mut report = Report {
            operations: walk.operations.len(),
            unread: walk.unread,
            unknown: planner.unknown(),
            ..Report::default()
        };
        let mut operations = Vec::new();
        for (operation, sets) in walk.operations.iter().zip(&planned) {
            let mut responses = Map::new();
            for set in sets {
                let is_shared =
                    set.errors.len() < 2 || counts.get(set).is_some_and(|count| *count > 1);
                let response = match is_shared {
                    _ if operation.called.method.eq_ignore_ascii_case("head") => {
                        writer.respond_to_head(set)
                    }
                    true => writer.component(set),
                    false => writer.inline(set),
                };
                responses.insert(set.of.key(), response);
            }
            report.added += responses.len();
            let method = operation.called.method.to_uppercase();
            let errors = operation
                .declared
                .iter()
                .filter(|key| key.starts_with(['4', '5']));
            let kept = errors.map(|key| format!("{method} {} {key}", operation.path));
            report.kept.extend(kept);
            operations.push(OperationChange {
                place: operation
                    .place
                    .iter()
                    .map(|member| (*member).to_owned())
                    .collect(),
                has_responses: operation.has_responses,
                responses,
                carriers: operation
                    .carriers
                    .iter()
                    .map(|key| (*key).to_owned())
                    .collect(),
                is_marked: operation.is_marked,
            });
        }
        Ok(Changes {
            components: writer.components.into_added().collect(),
            operations,
            report,
        })
    }
}

fn apply(changes: Changes, document: &mut Value) {
    for change in changes.operations {
        let place: Vec<_> = change.place.iter().map(String::as_str).collect();
        let operation = document.pointer_mut(&pointer(&place));
        let Some(operation) = operation.and_then(Value::as_object_mut) else {
            continue;
        };
        if change.is_marked {
            operation.shift_remove(crate::mark::MARK);
        }
        if change.responses.is_empty() && change.carriers.is_empty() {
            continue;
        }
        let responses = operation
            .entry("responses")
            .or_insert_with(|| Map::new().into());
        if let Some(responses) = responses.as_object_mut() {
            for carrier in &change.carriers {
                responses.shift_remove(carrier);
            }
            responses.extend(change.responses);
        }
    }
    for (section, added) in changes.components {
        let known =
            member(document, "components").map(|components| member(components, section.name()));
        if let Some(known) = known.flatten().and_then(Value::as_object_mut) {
            known.extend(added);
        }
    }
}

/// A member of an object, which is made if it is not there.
fn member<'v>(value: &'v mut Value, name: &str) -> Option<&'v mut Value> {
    let members = value.as_object_mut()?;
    Some(members.entry(name).or_insert_with(|| Map::new().into()))
}
