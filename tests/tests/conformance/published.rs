//! Every code of every published catalog, raised over a socket.

use clap::ValueEnum as _;
use manila_examples::workbench::{CatalogName, Framework};
use manila_tests::{Protocol, Request};

use crate::expected::{Error, file};
use crate::servers::{Cell, STYLES};
use crate::verify::verify;

/// Raises every code of the catalog, in every style.
fn assert_raises(framework: Framework, catalog: CatalogName) {
    let file = file(catalog);
    let codes = file["codes"].as_table().unwrap();
    for style in STYLES {
        let cell = Cell {
            catalog,
            ..Cell::new(framework, style)
        };
        for code in codes.keys() {
            let error = Error::of_file(&file, code);
            // By name, and by number where there is one.
            let number = error.number.map(|number| number.to_string());
            for spelled in [Some(code.clone()), number].into_iter().flatten() {
                let request = Request::get(format!("/raise/{spelled}"));
                verify(cell, Protocol::Http1, &request, &error, &[])
                    .unwrap_or_else(|failure| panic!("{cell:?} {spelled}: {failure}"));
            }
        }
    }
}

#[test]
fn the_catalogs_are_complete() {
    let counts = CatalogName::value_variants().iter().map(|catalog| {
        let codes = catalog.catalog().codes();
        (catalog.catalog().name(), codes.len())
    });
    assert_eq!(
        counts.collect::<Vec<_>>(),
        [
            ("vibehost", 86),
            ("mxcep", 373),
            ("credicorp", 40),
            ("codelibra", 39),
            ("cpi", 26)
        ],
    );
}

#[test]
fn axum_raises_every_published_code() {
    for catalog in CatalogName::value_variants() {
        assert_raises(Framework::Axum, *catalog);
    }
}

#[test]
fn actix_raises_every_published_code() {
    for catalog in CatalogName::value_variants() {
        assert_raises(Framework::Actix, *catalog);
    }
}
