//! `manila operations`

mod check;
mod edit;
mod findings;
mod names;
mod pattern;
mod record;
mod sets;
mod told;
mod write;

use manila_catalog_file::{Case, Catalog, Entry, Source, Wire};

use self::names::Names;
use self::record::Record;
use crate::args::{Operations, OperationsCommand, Recorded};
use crate::catalogs::faultless;
use crate::input::{Input, default_catalog, stdin_once};
use crate::outcome::{Failure, Verdict};
use crate::shown::quoted;

pub(crate) fn run(args: &Operations, out: &mut String) -> Result<Verdict, Failure> {
    match &args.command {
        OperationsCommand::Check(args) => check::run(args, out),
        OperationsCommand::Write(args) => write::run(args, out),
    }
}

/// What a command is given: a catalog, and what was recorded of its service.
struct Given {
    input: Input,
    source: Source,
    record: Record,
    names: Names,
}

impl Given {
    fn of(args: &Recorded) -> Result<Self, Failure> {
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

/// The entry of a code as it is sent: by its number where numbers are sent, else by its name.
fn entry_of<'c>(catalog: &'c Catalog, code: &str) -> Option<(usize, &'c Entry)> {
    let mut codes = catalog.codes.iter().enumerate();
    codes.find(|(_, entry)| match (catalog.wire, entry.number) {
        (Wire::Number, Some(number)) => number.to_string() == code,
        _ => entry.name == code,
    })
}

/// Whether a code is HTTP's own for a status, which clients get where the catalog has none.
fn is_http_code(catalog: &Catalog, code: &str, status: u16) -> bool {
    if catalog.wire == Wire::Number {
        let status = i32::from(status);
        return code == (-status).to_string() || code == (status * 1000).to_string();
    }
    let letters = |text: &str| {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.collect::<String>().to_ascii_lowercase()
    };
    let phrase = manila::Status::new(status).map_or("", |status| status.phrase());
    let is_named = match phrase {
        "" => letters(code) == format!("http{status}"),
        phrase => letters(code) == letters(phrase),
    };
    let case = catalog.shown_http_case();
    // A status without a name has an underscore in most cases.
    is_named && (case.accepts(code) || Case::Snake.accepts(code) && phrase.is_empty())
}
