//! `manila schema`

use std::path::Path;

use manila_catalog_file::schema;

use crate::args::Schema;
use crate::outcome::{Failure, Verdict};
use crate::output;

/// What the schema is called beside a catalog.
pub(super) const FILE: &str = "manila.schema.json";

/// What writes the schema, with the file behind it.
pub(super) const COMMAND: &str = "manila schema --output";

pub(crate) fn run(args: &Schema, out: &mut String) -> Result<Verdict, Failure> {
    let text = schema();
    let output = args
        .output
        .as_deref()
        .filter(|file| *file != Path::new("-"));
    match (&args.check, output) {
        (Some(Some(_)), Some(_)) => {
            let message = "name the file once, after `--check` or after `--output`";
            Err(Failure(message.to_owned()))
        }
        (Some(file), output) => {
            let file = file.as_deref().or(output).unwrap_or(Path::new(FILE));
            output::compare(file, &text, "this version of `manila`", COMMAND, out)
        }
        (None, Some(file)) => {
            output::write(file, &text)?;
            Ok(Verdict::Fine)
        }
        (None, None) => {
            *out += &text;
            Ok(Verdict::Fine)
        }
    }
}
