//! The shape of a success.

use manila::adapter::{Renderer, RequestContext};
use manila::{Envelopes, Success};
use serde_json::{Map, Value, json};

/// The member of a schema that stands for a success of the service's: the schema of its data.
pub const REPLY: &str = "x-manila-reply";

/// What stands for the data in the success that is rendered to learn its shape.
const DATA: &str = "manila:data";

/// Replaces each schema that stands for a success by the shape that the service gives it, and the
/// media type of its content by the one that it is sent as.
///
/// Both are read off a success that the service's own renderer writes, so that a style of the user's
/// needs no more than a built-in one.
pub(super) fn wrap(envelopes: &Envelopes, document: &mut Value) {
    let Ok(success) = Success::new(&DATA) else {
        return;
    };
    let request = RequestContext::new(Some("id"));
    let (media_type, body) = Renderer::new(envelopes.clone()).wrap(&success, &request);
    let shape = Shape {
        media_type: media_type
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned(),
        template: serde_json::from_slice(&body).unwrap_or_else(|_| json!(DATA)),
    };
    shape.apply(document);
}

struct Shape {
    media_type: String,
    template: Value,
}

impl Shape {
    fn apply(&self, value: &mut Value) {
        match value {
            Value::Object(members) => {
                if let Some(content) = members.get_mut("content").and_then(Value::as_object_mut) {
                    self.rename(content);
                }
                if let Some(data) = members.remove(REPLY) {
                    *value = schema(&self.template, &data);
                    return self.apply(value);
                }
                members.values_mut().for_each(|member| self.apply(member));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.apply(item)),
            _ => {}
        }
    }

    fn rename(&self, content: &mut Map<String, Value>) {
        const JSON: &str = "application/json";
        let is_reply = |content: &Value| content["schema"].get(REPLY).is_some();
        if self.media_type != JSON
            && content.get(JSON).is_some_and(is_reply)
            && let Some(reply) = content.remove(JSON)
        {
            content.insert(self.media_type.clone(), reply);
        }
    }
}

/// The schema of values that differ from the template in their data and in their strings alone.
fn schema(template: &Value, data: &Value) -> Value {
    match template {
        Value::String(text) if text == DATA => data.clone(),
        Value::String(_) => json!({ "type": "string" }),
        Value::Bool(it) => json!({ "type": "boolean", "enum": [it] }),
        Value::Number(it) if it.is_f64() => json!({ "type": "number", "enum": [it] }),
        Value::Number(it) => json!({ "type": "integer", "enum": [it] }),
        Value::Null => json!({ "enum": [null] }),
        Value::Array(items) => match items.first() {
            Some(item) => json!({ "type": "array", "items": schema(item, data) }),
            None => json!({ "type": "array", "items": {} }),
        },
        Value::Object(members) => {
            let names: Vec<_> = members.keys().collect();
            let properties: Map<_, _> = members
                .iter()
                .map(|(name, member)| (name.clone(), schema(member, data)))
                .collect();
            json!({ "type": "object", "required": names, "properties": properties })
        }
    }
}
