//! What a command is given.

use manila_catalog_file::Source;

use super::names::Names;
use super::record::Record;
use crate::args::Recorded;
use crate::catalogs::faultless;
use crate::input::{Input, default_catalog, stdin_once};
use crate::outcome::Failure;
use crate::shown::quoted;

/// A catalog, and what was recorded of its service.
pub(super) struct Given {
    pub(super) input: Input,
    pub(super) source: Source,
    pub(super) record: Record,
    pub(super) names: Names,
}

impl Given {
    pub(super) fn of(args: &Recorded) -> Result<Self, Failure> {
        let files = args.files();
        let catalog = match args.catalog() {
            Some(catalog) => catalog.to_owned(),
            None => default_catalog()?.to_owned(),
        };
        stdin_once(
            files
                .iter()
                .copied()
                .chain([&catalog])
                .chain(&args.document),
        )?;
        if catalog.ends_with(".jsonl") {
            let name = quoted(&catalog);
            return Err(Failure(format!(
                "{name} is a record; name the catalog behind the records"
            )));
        }
        let input = Input::open(&catalog)?;
        let source = faultless(&input)?;
        Ok(Self {
            source,
            record: Record::read(&files)?,
            names: Names::of(args)?,
            input,
        })
    }
}
