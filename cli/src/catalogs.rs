//! The catalogs that a user names.

use manila_catalog_file::{Catalog, Diagnostic, Source, examine, examine_json, read, read_json};
use manila_catalogs::SOURCES;

use crate::input::{Format, Input};
use crate::outcome::Failure;
use crate::report;

/// Reads the catalog that a user names, for commands that need a faultless one.
pub(crate) fn catalog(named: &str) -> Result<Catalog, Failure> {
    let source = faultless(&Input::open(named)?)?;
    Ok(source.into_catalog())
}

/// Reads the catalog of an input, for commands that need a faultless one.
pub(crate) fn faultless(input: &Input) -> Result<Source, Failure> {
    let source = match input.format {
        Format::Json => read_json(&input.text),
        Format::Toml | Format::Fluent => read(&input.text),
    };
    source.map_err(|mistakes| {
        let shown = report::text(input, &mistakes);
        let name = input.shown_name();
        Failure(format!("{name} cannot be used\n\n{}", shown.trim_end()))
    })
}

/// Reads every published catalog.
pub(crate) fn published_catalogs() -> Result<Vec<Catalog>, Failure> {
    SOURCES.iter().map(|(name, _)| catalog(name)).collect()
}

/// Returns every mistake in a catalog, and every piece of advice on it.
pub(crate) fn findings(input: &Input) -> Vec<Diagnostic> {
    match input.format {
        Format::Json => examine_json(&input.text),
        Format::Toml | Format::Fluent => examine(&input.text),
    }
}
