//! What schemas say to their readers.

use manila::{Code, Status};
use serde_json::{Map, Value, json};

use crate::kinds::Kind;

/// Returns a text as a description can have it: descriptions are Markdown, and generators put them into
/// comments, which `*/` would end.
pub(super) fn plain(text: &str) -> String {
    text.replace('<', "&lt;").replace("*/", "* /")
}

/// Returns a schema with what a catalog says of a code to its clients. What is for the operator is left out.
pub(super) fn described(kind: &Kind, schema: Map<String, Value>) -> Map<String, Value> {
    let mut described = Map::new();
    let mut say = |name: &str, value: Value| _ = described.insert(name.to_owned(), value);
    match kind.entry {
        None => say("description", of_http(kind).into()),
        Some(code) => {
            say("description", description(code).into());
            if code.deprecated().is_some() {
                say("deprecated", true.into());
            }
            if let Some(address) = code.documentation() {
                say("externalDocs", json!({ "url": address }));
            }
        }
    }
    described.extend(schema);
    described
}

/// One of HTTP's own codes.
fn of_http(kind: &Kind) -> String {
    let status = kind.statuses.first().copied().and_then(Status::new);
    let phrase = status.map_or("", Status::phrase);
    format!("`{}`: {phrase}", kind.code)
}

fn description(code: &Code) -> String {
    let mut text = format!("`{}`: {}", code.wire_code(), plain(code.title()));
    let mut paragraph = |words: &str| {
        text += "\n\n";
        text += words;
    };
    if let Some(sentence) = code.meaning().or(code.message()) {
        paragraph(&plain(sentence));
    }
    if let Some(why) = code.deprecated() {
        paragraph(&format!("Deprecated: {}", plain(why)));
    }
    if !code.causes().is_empty() {
        paragraph(&listed("It occurs when:", "-", code.causes()));
    }
    if let [step] = code.client() {
        paragraph(&format!("What to do: {}", plain(step)));
    } else if !code.client().is_empty() {
        paragraph(&listed("What to do:", "1.", code.client()));
    }
    text
}

fn listed(title: &str, sign: &str, items: &[&str]) -> String {
    let mut text = format!("{title}\n");
    for item in items {
        text += &format!("\n{sign} {}", plain(item));
    }
    text
}
