//! `manila new`

use std::io::ErrorKind;
use std::path::Path;

use manila_catalog_file::{read, schema};

use super::schema::{COMMAND, FILE};
use crate::args::New;
use crate::outcome::{Failure, Verdict};
use crate::output;
use crate::shown::shown;

/// What a catalog starts as.
const STARTER: &str = include_str!("starter.toml");

pub(crate) fn run(args: &New, out: &mut String) -> Result<Verdict, Failure> {
    let text = STARTER.replace("my-api", &args.name);
    // The name is the user's, and the only thing that can be wrong.
    if let Err(mistakes) = read(&text) {
        let reasons = mistakes.iter().map(|mistake| mistake.message.as_str());
        let reasons = reasons.collect::<Vec<_>>().join("; ");
        return Err(Failure(format!(
            "`{}` cannot be a catalog's name: {reasons}",
            shown(&args.name)
        )));
    }
    // Nobody knows which file standard output becomes, and so where the schema would be.
    if args.file == Path::new("-") {
        *out += &text;
        return Ok(Verdict::Fine);
    }
    let text = format!("#:schema ./{FILE}\n{text}");
    let shown_file = shown(&args.file.to_string_lossy());
    output::create(&args.file, &text)?;
    *out += &format!("created {shown_file}; check it with `manila check {shown_file}`\n");
    create_schema(&args.file.with_file_name(FILE), out)?;
    Ok(Verdict::Fine)
}

/// Writes the schema, by which editors complete and check the catalog. One that is there already is
/// another catalog's too, and stays.
fn create_schema(file: &Path, out: &mut String) -> Result<(), Failure> {
    let text = schema();
    let shown = shown(&file.to_string_lossy());
    match output::create_new(file, &text) {
        Ok(()) => *out += &format!("created {shown}, by which editors complete and check it\n"),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            output::compare(file, &text, "this version of `manila`", COMMAND, out)?;
        }
        Err(error) => return Err(Failure(format!("cannot write {shown}: {error}"))),
    }
    Ok(())
}
