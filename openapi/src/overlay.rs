//! An OpenAPI Overlay, which adds the errors to a document by any tool that applies overlays.

use serde_json::{Map, Value, json};

use crate::complete::Changes;
use crate::components::{Components, Section};
use crate::conditions::Needs;
use crate::contract::Contract;
use crate::error::Error;
use crate::kinds::Kinds;
use crate::mark::MARK;
use crate::plan::{Planner, Set};
use crate::response::Writer;

impl Contract {
    /// Returns an OpenAPI Overlay 1.0, which adds the errors to a document.
    ///
    /// For a document it adds what [`complete`](Self::complete) does, and its targets are the operations that
    /// lack something. Without one it is for any document of the version that is [set](Self::openapi): its
    /// targets are all operations that do not declare the status, and each gets all codes. Mind that it then
    /// replaces components of the same name.
    ///
    /// ```
    /// use manila_openapi::Contract;
    /// use serde_json::json;
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
    /// let document = json!({
    ///     "openapi": "3.1.0",
    ///     "info": { "title": "Apps", "version": "1.0.0" },
    ///     "paths": { "/apps": { "get": { "responses": { "200": { "description": "Apps" } } } } },
    /// });
    /// let overlay = Contract::new(ApiError::CATALOG).overlay(Some(&document)).unwrap();
    /// let action = &overlay["actions"][1];
    /// assert_eq!(action["target"], "$['paths']['/apps']['get']['responses']");
    /// assert_eq!(action["update"]["410"], json!({ "$ref": "#/components/responses/Gone" }));
    /// ```
    ///
    /// # Errors
    ///
    /// As of [`complete`](Self::complete); none without a document.
    pub fn overlay(&self, document: Option<&Value>) -> Result<Value, Error> {
        let actions = match document {
            Some(document) => of_document(self.changes(document)?),
            None => self.of_any(),
        };
        Ok(json!({
            "overlay": "1.0.0",
            "info": { "title": self.title(), "version": "1.0.0" },
            "actions": actions,
        }))
    }

    /// What any document lacks.
    fn of_any(&self) -> Vec<Value> {
        let kinds = self.kinds();
        let planner = Planner::new(self, &kinds);
        let sets = planner.sets(&planner.all());
        let mut writer = Writer::new(self, &kinds, self.version, Components::new(None));
        let actions = sets.iter().map(|set| {
            let response = writer.component(set);
            let key = set.of.key();
            let condition = condition(&kinds, set);
            let mut keys = set.of.covered_by();
            keys.push(key.clone());
            let lacks = keys.iter().map(|key| format!(" && !@.responses['{key}']"));
            let lacks: String = lacks.collect();
            // Some tools that apply overlays read a filter in parentheses alone (RFC 9535 allows either).
            let target = format!("$.paths.*[?(@.responses{condition}{lacks})].responses");
            json!({ "target": target, "update": { key: response } })
        });
        let mut actions: Vec<_> = actions.collect();
        actions.splice(..0, components(writer.components.into_added()));
        actions
    }
}

/// What an operation has to have for any of the errors, as a part of a filter.
fn condition(kinds: &Kinds, set: &Set) -> &'static str {
    let needs_body = !set.errors.is_empty()
        && set
            .errors
            .iter()
            .all(|error| kinds.needs(*error) == Some(Needs::Body));
    match needs_body {
        true => " && @.requestBody",
        false => "",
    }
}

/// What a document lacks.
fn of_document(changes: Changes) -> Vec<Value> {
    let mut actions: Vec<_> = components(changes.components).into_iter().collect();
    for change in &changes.operations {
        let operation: String = change.place.iter().map(|name| member(name)).collect();
        let responses = member("responses");
        let remove = |target: String| json!({ "target": target, "remove": true });
        if change.is_marked {
            actions.push(remove(format!("${operation}{}", member(MARK))));
        }
        let carriers = change.carriers.iter();
        actions
            .extend(carriers.map(|key| remove(format!("${operation}{responses}{}", member(key)))));
        if !change.responses.is_empty() {
            actions.push(match change.has_responses {
                true => json!({ "target": format!("${operation}{responses}"), "update": change.responses }),
                false => json!({
                    "target": format!("${operation}"),
                    "update": { "responses": change.responses },
                }),
            });
        }
    }
    actions
}

/// The action that adds components, if there are any.
fn components(added: impl IntoIterator<Item = (Section, Map<String, Value>)>) -> Option<Value> {
    let added = added
        .into_iter()
        .map(|(section, added)| (section.name().to_owned(), added.into()));
    let added: Map<_, _> = added.collect();
    let is_some = !added.is_empty();
    is_some.then(|| json!({ "target": "$", "update": { "components": added } }))
}

/// A member in a JSONPath (RFC 9535 §2.3.1).
fn member(name: &str) -> String {
    format!("['{}']", name.replace('\\', "\\\\").replace('\'', "\\'"))
}
