//! Every code of every published catalog, raised over a socket.

use clap::ValueEnum as _;
use manila_examples::workbench::{CatalogName, Framework};
use manila_probe::wire::Protocol;

use crate::cases::Case;
use crate::expected::{file, of_file};
use crate::servers::{Cell, FRAMEWORKS, STYLES};
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
            let error = of_file(&file, code);
            // By name, and by number where there is one.
            let number = error.code.number.map(|number| number.to_string());
            for spelled in [Some(code.clone()), number].into_iter().flatten() {
                let case = Case::raised(&spelled, error.clone());
                verify(cell, Protocol::Http1, &case)
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
            ("mxcep", 376),
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

#[test]
fn a_code_of_several_statuses_answers_with_each() {
    let file = file(CatalogName::Mxcep);
    let mut several = 0;
    for (code, entry) in file["codes"].as_table().unwrap() {
        let statuses = entry.get("statuses").and_then(toml::Value::as_array);
        for status in statuses.into_iter().flatten() {
            several += 1;
            let status = status.as_integer().unwrap().try_into().unwrap();
            let mut error = of_file(&file, code);
            error.code.status = status;
            let case = Case::raised(&format!("{code}?status={status}"), error);
            for framework in FRAMEWORKS {
                for style in STYLES {
                    let catalog = CatalogName::Mxcep;
                    let cell = Cell {
                        catalog,
                        ..Cell::new(framework, style)
                    };
                    verify(cell, Protocol::Http2, &case).unwrap();
                }
            }
        }
    }
    assert!(several >= 8, "{several}");
}
