//! What schemas say to their readers.

use manila::Code;
use serde_json::{Map, Value};

use crate::kinds::Kind;

/// Returns a text as a description can have it: descriptions are Markdown, and generators put them into
/// comments, which `*/` would end.
pub(crate) fn plain(text: &str) -> String {
    text.replace('<', "&lt;").replace("*/", "* /")
}

/// Adds what a catalog says of a code to its clients. What is for the operator is left out.
pub(crate) fn prose(kind: &Kind, schema: &mut Map<String, Value>) {
    let Some(code) = kind.entry else {
        return;
    };
    schema.insert("description".to_owned(), description(code).into());
    if code.deprecated().is_some() {
        schema.insert("deprecated".to_owned(), true.into());
    }
    if let Some(address) = code.catalog().documentation() {
        let address = address.trim_end_matches('/');
        let page = code.wire_code().to_text().replace(['/', ':', '.'], "-");
        let docs = Map::from_iter([("url".to_owned(), format!("{address}/{page}").into())]);
        schema.insert("externalDocs".to_owned(), docs.into());
    }
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
