//! `manila decode`

mod data;
mod decoded;
mod response;
mod told;

use std::io::{self, Read as _};

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
    let named = args.catalog.as_deref().or_else(|| local_catalog());
    if named == Some("-") {
        let why = "standard input is the response; name a file for the catalog";
        return Err(Failure(why.to_owned()));
    }
    let catalog = named.map(catalog).transpose()?;
    let mut decoder = Decoder::new();
    if let Some(catalog) = &catalog {
        decoder = decoder.catalog(core_catalog(catalog)?);
    }
    let input = input()?;
    let response = Response::read(&input, args.status).map_err(Failure)?;
    let fields = response.fields.iter();
    let fields = fields.map(|(name, value)| (name, value));
    let remote = decoder.decode(response.status, fields, response.body);
    let decoded = Decoded {
        exit_code: match remote.status() {
            ..400 => 0,
            _ => remote.exit_code(),
        },
        remote: &remote,
        catalog: catalog.as_ref(),
    };
    *out += &match args.format {
        DataFormat::Text => told::text(&decoded),
        DataFormat::Json => json(&data::Data::of(&decoded)),
    };
    Ok(Verdict::Exit(decoded.exit_code))
}

fn input() -> Result<Vec<u8>, Failure> {
    let mut input = Vec::new();
    let read = io::stdin().lock().take(LONGEST).read_to_end(&mut input);
    read.map_err(|error| Failure(format!("cannot read standard input: {error}")))?;
    Ok(input)
}
