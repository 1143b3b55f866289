//! A whole OpenAPI document of errors alone.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::components::Components;
use crate::contract::Contract;
use crate::options::Layout;
use crate::plan::{Planner, Set};
use crate::response::Writer;

/// What the description of a document says.
const OPEN: &str = "The errors of this API. The set of codes is open: a client has to expect codes that it does \
                    not know, and go by the status of the response then.";

impl Contract {
    /// Returns an OpenAPI document that is valid by itself: no paths, and all components. Others can refer to
    /// them.
    ///
    /// ```
    /// use manila_openapi::Contract;
    ///
    /// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
    /// let document = Contract::new(ApiError::CATALOG).document();
    /// assert_eq!(document["paths"].as_object().unwrap().len(), 0);
    /// let example = &document["components"]["examples"]["Gone"]["value"];
    /// assert_eq!(example["error"]["message"], "It is gone.");
    /// ```
    #[must_use]
    pub fn document(&self) -> Value {
        let kinds = self.kinds();
        let planner = Planner::new(self, &kinds);
        let mut writer = Writer::new(self, &kinds, self.version, Components::new(None));
        for (at, kind) in kinds.all.iter().enumerate() {
            writer.schema(at);
            for status in &kind.statuses {
                writer.example(at, *status);
            }
        }
        let mut sets: BTreeSet<_> = BTreeSet::new();
        for set in planner.sets(&planner.all()) {
            writer.component(&set);
            sets.insert(set.errors);
        }
        if self.layout == Layout::PerStatus {
            // What the framework answers, each by itself.
            for (status, at) in kinds.refused() {
                let set = Set::one(status, at);
                if !sets.contains(&set.errors) {
                    writer.component(&set);
                }
            }
        }
        let mut components = Map::new();
        for (section, added) in writer.components.into_added() {
            components.insert(section.name().to_owned(), added.into());
        }
        json!({
            "openapi": self.version.as_str(),
            "info": { "title": self.title(), "version": "1.0.0", "description": OPEN },
            "servers": [{ "url": "/" }],
            "paths": {},
            "components": components,
        })
    }

    pub(crate) fn title(&self) -> String {
        match self.catalogs.first() {
            Some(catalog) => format!("Errors of {}", catalog.title()),
            None => "Errors".to_owned(),
        }
    }
}
