//! Catalogs with more and more codes.

use std::fmt::Write as _;
use std::hint::black_box;

use manila::Catalog;

use super::series::{Series, Shape};

/// Enums of as many codes, which the build script writes.
mod enums {
    include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));
}

const CODES: &[usize] = &[10, 100, 1000, 10_000];

/// A catalog's file, read and checked.
pub(super) fn reading() -> Series {
    Series::new(
        "a catalog's file, read and checked",
        "codes",
        Shape::Linear,
        CODES,
        |codes| {
            let text = file(codes);
            move || manila_catalog_file::read(&text).map_or(0, |read| read.catalog().codes.len())
        },
    )
}

/// A hundred codes found by their names.
pub(super) fn looking_up() -> Series {
    Series::new(
        "a hundred codes found by name",
        "codes",
        Shape::Flat,
        CODES,
        |codes| {
            let catalog = catalog(codes);
            let names: Vec<_> = catalog.codes().iter().map(|code| code.name()).collect();
            // A hundred names from all over the catalog, so that no lucky one is measured.
            let names: Vec<_> = (0..100).map(|at| names[at * 7919 % names.len()]).collect();
            move || {
                let found = |name: &&str| catalog.find(black_box(name)).is_some();
                let all = names.iter().all(found);
                if all { codes } else { 0 }
            }
        },
    )
}

fn catalog(codes: usize) -> &'static Catalog {
    match codes {
        10 => enums::Codes10::CATALOG,
        100 => enums::Codes100::CATALOG,
        1000 => enums::Codes1000::CATALOG,
        _ => enums::Codes10000::CATALOG,
    }
}

/// The text of a catalog with so many codes.
pub(crate) fn file(codes: usize) -> String {
    let mut text = String::from("[catalog]\nname = 'codes'\ncase = 'snake_case'\n");
    for at in 0..codes {
        let _ = write!(
            text,
            "\n[codes.failure_{at:05}_broke]\nstatus = 400\nmessage = 'It broke.'\n\
             meaning = 'A part that the service needs has broken.'\n\
             client = 'Try again in a minute.'\nretry = 'backoff'\n"
        );
    }
    text
}
