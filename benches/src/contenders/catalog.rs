//! A catalog read and checked, beside the reading of TOML alone.

use std::hint::black_box;

use super::answers::text;
use crate::measure::Runs;
use crate::work::{Answer, Contender, Work};

/// The largest of the catalogs that are published with Manila.
const CATALOG: &str = include_str!("../../../catalogs/mxcep.toml");

/// How many codes it has.
const CODES: &str = "376";

pub(super) fn works() -> Vec<Work> {
    vec![Work {
        name: "catalog: a file read and checked".into(),
        runs: Runs::cold(2),
        contenders: vec![
            contender("manila", || {
                manila_catalog_file::read(CATALOG).map_or(0, |source| source.catalog().codes.len())
            }),
            contender("toml::Table", || {
                let table = CATALOG.parse::<toml::Table>();
                let codes = table
                    .ok()
                    .and_then(|table| table.get("codes")?.as_table().cloned());
                codes.map_or(0, |codes| codes.len())
            }),
        ],
    }]
}

/// Someone who counts the codes of the catalog.
fn contender(name: &'static str, count: impl Fn() -> usize + Copy + 'static) -> Contender {
    let answer = move || Answer {
        status: 200,
        header: Vec::new(),
        body: count().to_string().into_bytes(),
    };
    Contender::new(name, text(200, CODES), answer, move |times| {
        for _ in 0..times {
            black_box(count());
        }
    })
}
