//! Translations of a catalog, judged.

mod clean;
mod hostile;
mod rules;

use manila_catalog_file::{Catalog, examine_translation, read};

/// A catalog with a text of each kind.
const CATALOG: &str = r#"
[catalog]
name = "shop"
case = "snake_case"
locales = ["en", "es"]
brands = ["VibeHost", "Stripe Connect"]

[codes.sold_out]
status = 409
message = "VibeHost has { $count } left of { $product }."
meaning = "Nothing is left of `<id>`."
causes = ["It sold.", "It was taken back."]
client = ["Ask for another one."]
details = { count = { type = "integer" }, product = { type = "string" }, place = { type = "integer" } }

[codes.closed]
status = 403
message = "The shop is closed."
title = "Closed"
"#;

fn catalog() -> Catalog {
    read(CATALOG).unwrap().into_catalog()
}

/// The findings in a translation into a language, as `rule line:column: message`.
fn findings_in(locale: &str, name: &str, text: &str) -> Vec<String> {
    let found = examine_translation(&catalog(), locale, name, text);
    let found = found.iter().map(|found| {
        let code = found.code.as_ref().map(|code| format!(" ({code})"));
        format!(
            "{} {}:{}{}: {}",
            found.rule,
            found.line,
            found.column,
            code.unwrap_or_default(),
            found.message
        )
    });
    found.collect()
}

/// The findings in a Spanish translation, but for what is missing in it.
fn findings(text: &str) -> Vec<String> {
    let mut found = findings_in("es", "shop", text);
    found.retain(|found| !found.starts_with("missing-translation"));
    found
}
