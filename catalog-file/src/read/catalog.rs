//! Reads the tables of a file, and `[catalog]` and `[operations]` in it.

use std::convert::Infallible;

use toml::de::DeTable;

use super::{
    code,
    fields::{ReadTables, read_fields},
    log::{HEADER, Log},
    value::Value,
};
use crate::{
    Case, Catalog, CatalogPath, Operation,
    format::{CatalogPart, HEAD, OPERATIONS, TABLES},
};

impl ReadTables for Catalog {
    fn read_table(&mut self, table: CatalogPart, mut value: Value<'_>) {
        match table {
            CatalogPart::Head => value.fields(HEAD, self, CatalogPath::Catalog),
            CatalogPart::Operations => operations(self, value),
            CatalogPart::Codes => code::read(self, value),
        }
    }
}

impl ReadTables for Operation {
    fn read_table(&mut self, table: Infallible, _: Value<'_>) {
        match table {}
    }
}

/// A catalog of which nothing has been read.
pub(super) fn empty() -> Catalog {
    Catalog::new(String::new(), Case::Snake)
}

/// Reads what there is.
pub(super) fn read(log: &mut Log, tree: &DeTable<'_>) -> Catalog {
    let mut catalog = empty();
    read_fields(tree, log, TABLES, &mut catalog, CatalogPath::Catalog);
    let case = CatalogPath::Catalog("case");
    if !log.knows(case) || log.is_unreadable(case) {
        catalog.case = commonest_case(&catalog);
    }
    catalog
}

/// Reports what has to be there and is not.
pub(super) fn require(log: &mut Log, catalog: &Catalog) {
    if !log.knows(HEADER) {
        let message = "missing table `[catalog]`".to_owned();
        log.report("missing-key", 0..0, message, None);
    }
    let header = log
        .spans
        .get(&HEADER)
        .filter(|_| !log.is_unreadable(HEADER))
        .cloned();
    let name = || "choose a name; files are named after it".to_owned();
    let case = || format!("the codes suggest `case = \"{}\"`", catalog.case);
    for (key, help) in [("name", &name as &dyn Fn() -> String), ("case", &case)] {
        if log.knows(CatalogPath::Catalog(key)) {
            continue;
        }
        if let Some(header) = header.clone() {
            let message = format!("missing key `{key}` in `[catalog]`");
            log.report("missing-key", header, message, Some(help()));
        }
        log.mark_unreadable(CatalogPath::Catalog(key));
    }
}

/// The spelling that most codes keep to, so that a mistake in `case` does not become one in every
/// code.
fn commonest_case(catalog: &Catalog) -> Case {
    let fitting = |case: Case| {
        let fits = catalog.codes.iter().filter(|code| case.accepts(&code.name));
        fits.count()
    };
    let mut commonest = Case::Snake;
    for case in Case::SPELLINGS {
        if fitting(*case) > fitting(commonest) {
            commonest = *case;
        }
    }
    commonest
}

fn operations(catalog: &mut Catalog, value: Value<'_>) {
    value.each(|name, value| {
        let mut operation = Operation::new(name.get_ref().as_ref());
        let mut value = value.item(catalog.operations.len(), name.span());
        let path = value.path;
        value.fields(OPERATIONS, &mut operation, |_| path);
        catalog.operations.push(operation);
    });
}
