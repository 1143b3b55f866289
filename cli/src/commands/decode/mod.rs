//! `manila decode`

mod data;
mod decoded;
mod response;
mod told;

use std::fmt::Write as _;
use std::io::{self, Read as _, Write as _};

use manila_catalog_file::{Catalog, printable};
use manila_client::Decoder;

use self::decoded::Decoded;
use self::response::Response;
use super::json::json;
use crate::args::{DataFormat, Decode};
use crate::catalogs::catalog;
use crate::core_catalog::core_catalog;
use crate::input::local_catalog;
use crate::outcome::{Failure, Verdict};

/// How much is read of standard input, in bytes: of a body at least what a decoder looks at.
const LONGEST: u64 = 16 * 1024 * 1024;

pub(crate) fn run(args: &Decode, out: &mut String) -> Result<Verdict, Failure> {
    let known = known(args.catalog.as_deref())?;
    let mut decoder = Decoder::new();
    if let Some((_, catalog)) = &known {
        decoder = decoder.catalog(catalog);
    }
    let (input, more) = input()?;
    let response = Response::read(&input, more, args.status).map_err(Failure)?;
    let fields = response.fields.iter();
    let fields = fields.map(|(name, value)| (name, value));
    let remote = decoder.decode(response.status, fields, response.body);
    let decoded = Decoded {
        exit_code: match remote.status() {
            ..400 => 0,
            _ => remote.exit_code(),
        },
        remote: &remote,
        catalog: known.as_ref().map(|(catalog, _)| catalog),
    };
    *out += &match args.format {
        DataFormat::Text => told::text(&decoded),
        DataFormat::Json => escaped(&json(&data::Data::of(&decoded))),
    };
    Ok(Verdict::Exit(decoded.exit_code))
}

/// JSON in which nothing steers a terminal or reorders text. JSON itself asks that of the controls below U+0020
/// alone (RFC 8259 §7); the others can only be in strings, where an escape stands for the same character.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || printable(c).eq([c]) {
            escaped.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(escaped, "\\u{unit:04x}");
        }
    }
    escaped
}

/// The catalog, as a file and as core has it. One that was not named, but only found in this folder, may be
/// somebody else's, or be worked on: a script that reads a response does not end by it.
fn known(named: Option<&str>) -> Result<Option<(Catalog, &'static manila::Catalog)>, Failure> {
    let read = |named: &str| {
        let catalog = catalog(named)?;
        let of_core = core_catalog(&catalog)?;
        Ok((catalog, of_core))
    };
    match named {
        Some("-") => {
            let why = "standard input is the response; name a file for the catalog";
            Err(Failure(why.to_owned()))
        }
        Some(named) => read(named).map(Some),
        None => Ok(local_catalog().and_then(|found| {
            let told = |Failure(why): Failure| {
                let why = why.lines().next().unwrap_or_default();
                let help = format!("it was not named, so that the response is read without it; `manila check {found}` says more");
                // Standard output is for what was read.
                let _ = writeln!(io::stderr(), "warning: {why}\n  help: {help}");
            };
            read(found).map_err(told).ok()
        })),
    }
}

/// The beginning of standard input, and how many bytes follow it. They are read as well, as curl fails where
/// nobody takes what it writes.
fn input() -> Result<(Vec<u8>, u64), Failure> {
    let mut input = Vec::new();
    let mut stdin = io::stdin().lock();
    let read = stdin.by_ref().take(LONGEST).read_to_end(&mut input);
    let read = read.and_then(|_| io::copy(&mut stdin, &mut io::sink()));
    let more = read.map_err(|error| Failure(format!("cannot read standard input: {error}")))?;
    Ok((input, more))
}
