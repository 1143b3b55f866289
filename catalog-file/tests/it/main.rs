//! Catalog files, read as a user's tools read them.

#![cfg(feature = "toml")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod advice;
mod cases;
mod comparison;
#[cfg(feature = "json")]
mod export;
mod format;
mod mistakes;
mod model;
mod page;
mod promises;
mod robustness;
mod rules;
mod schema;
mod template;
#[cfg(feature = "fluent")]
mod translation;
mod whole_files;
mod words;

const GOOD: &str = include_str!("good.toml");

/// The rules that a text breaks, each with its line and column.
fn mistakes_of(text: &str) -> Vec<String> {
    let mistakes = manila_catalog_file::read(text).err().unwrap_or_default();
    let mistakes = mistakes.iter();
    mistakes
        .map(|m| format!("{} {}:{}", m.rule, m.line, m.column))
        .collect()
}
