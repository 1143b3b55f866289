//! The command, from outside.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(unix)]
mod action;
mod by_default;
mod clients;
mod clients_page;
mod command;
mod comparing;
mod contract;
mod decode;
mod docs;
mod docs_languages;
mod formats;
mod golden;
mod hostile;
mod import;
mod json;
mod languages;
mod operations;
mod own_sentences;
mod pages;
mod probe;
mod recorded;
mod rename;
mod revisions;
mod run;
mod schema;
mod stock;
mod streams;
mod translation_files;
mod translations;
