//! `manila new`

use std::io::{ErrorKind, Write as _};

use manila_catalog_file::read;

use crate::args::New;
use crate::outcome::{Failure, Verdict};
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
    if args.file.as_os_str() == "-" {
        *out += &text;
        return Ok(Verdict::Fine);
    }
    let shown = shown(&args.file.to_string_lossy());
    let file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&args.file);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure(format!("{shown} already exists; nothing was written")),
        _ => Failure(format!("cannot write {shown}: {error}")),
    })?;
    *out += &format!("created {shown}; check it with `manila check {shown}`\n");
    Ok(Verdict::Fine)
}
