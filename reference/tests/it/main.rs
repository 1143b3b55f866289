//! What a reference says, to whom, and how it is asked.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod answers;
mod audiences;
mod changes;
mod folders;
mod hostile;
mod kit;
mod languages;
mod links;
mod published;
mod settings;
mod translated;
mod words;
