//! An OpenAPI Overlay that adds the errors to a document.

use serde_json::{Map, Value, json};

use crate::contract::Contract;
use crate::error::Error;
use crate::mark::MARK;

impl Contract {
    /// Returns an OpenAPI Overlay 1.0 that adds to a document what [`complete`](Self::complete) does.
    ///
    /// # Errors
    ///
    /// As of `complete`.
    pub fn overlay(&self, document: Option<&Value>) -> Result<Value, Error> {
        let mut actions = Vec::new();
        if let Some(document) = document {
            let changes = self.changes(document)?;
            for change in &changes.operations {
                let place: String = change.place.iter().map(|name| member(name)).collect();
                let mut remove =
                    |place: String| actions.push(json!({ "target": place, "remove": true }));
                if change.is_marked {
                    remove(format!("${place}{}", member(MARK)));
                }
                for carrier in &change.carriers {
                    remove(format!("${place}['responses']{}", member(carrier)));
                }
                if !change.responses.is_empty() {
                    let (target, update) = match change.has_responses {
                        true => (format!("${place}['responses']"), json!(change.responses)),
                        false => (
                            format!("${place}"),
                            json!({ "responses": change.responses }),
                        ),
                    };
                    actions.push(json!({ "target": target, "update": update }));
                }
            }
            let mut components = Map::new();
            for (section, added) in changes.components {
                components.insert(section.name().to_owned(), added.into());
            }
            actions.push(json!({ "target": "$", "update": { "components": components } }));
        }
        Ok(json!({
            "overlay": "1.0.0",
            "info": { "title": self.title(), "version": "1.0.0" },
            "actions": actions,
        }))
    }
}

/// A member in a JSONPath (RFC 9535 §2.3.1).
fn member(name: &str) -> String {
    format!("['{}']", name.replace('\\', "\\\\").replace('\'', "\\'"))
}
