//! `manila export` of clients: one file that reads any envelope back into a typed error.
//!
//! What holds for every catalog is a source file of its language, which is written into the client as it is. What a
//! catalog knows is written around it.

mod model;
mod names;
mod python;
mod reserved;
mod text;
mod typescript;

use std::path::Path;

use manila_catalog_file::{Catalog, hash_of};

use self::model::{Client, Origin};
use crate::args::{Export, ExportFormat};
use crate::catalogs::catalog;
use crate::outcome::Failure;
use crate::shown::shown;

/// Returns the file of a client. Its catalogs are identified by what is exported of them.
pub(super) fn text(args: &Export, export: fn(&Catalog) -> String) -> Result<String, Failure> {
    let named = [&args.catalog].into_iter().chain(&args.others);
    let catalogs = named.map(|named| catalog(named));
    let catalogs = catalogs.collect::<Result<Vec<_>, _>>()?;
    let fingerprints = catalogs.iter().map(|catalog| hash_of(&export(catalog)));
    let origin = Origin {
        command: command(args),
        fingerprints: fingerprints.collect(),
    };
    let client = Client::new(&catalogs, args.operations, origin)?;
    Ok(match args.format {
        ExportFormat::Python => python::text(&client),
        _ => typescript::text(&client),
    })
}

/// The command that writes the client. Folders are left out, so that the text is the same wherever it is written.
fn command(args: &Export) -> String {
    args.command(|named| {
        let file = Path::new(named).file_name();
        shown(&file.map_or(named.into(), |file| file.to_string_lossy()))
    })
}
