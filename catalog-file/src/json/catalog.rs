//! Reads the object of an export, and the `operations` in it.

use std::convert::Infallible;

use super::{code, fields::ReadObject, value::Value};
use crate::{
    Case, Catalog, CatalogPath, Operation,
    format::{CatalogPart, HEAD, OPERATIONS, TABLES},
};

impl ReadObject for Catalog {
    const NAME: Option<fn(&mut Self, String)> = None;
    const REQUIRED: &'static [&'static str] = &["codes"];

    fn read_table(&mut self, table: CatalogPart, value: Value<'_, '_>) {
        match table {
            // What a file says in `[catalog]` stands beside the other tables here.
            CatalogPart::Head => {}
            CatalogPart::Operations => self.operations = value.list(operation),
            CatalogPart::Codes => self.codes = value.list(code::read),
        }
    }
}

impl ReadObject for Operation {
    const NAME: Option<fn(&mut Self, String)> = Some(|operation, name| operation.name = name);
    const REQUIRED: &'static [&'static str] = &["name"];

    fn read_table(&mut self, table: Infallible, _: Value<'_, '_>) {
        match table {}
    }
}

/// A catalog of which nothing has been read.
pub(super) fn empty() -> Catalog {
    Catalog::new(String::new(), Case::Snake)
}

pub(super) fn read(mut value: Value<'_, '_>) -> Catalog {
    let mut catalog = empty();
    let tables = TABLES.iter().filter(|table| table.name != "catalog");
    value.fields(
        HEAD.iter().chain(tables),
        &mut catalog,
        CatalogPath::Catalog,
    );
    catalog
}

fn operation(mut value: Value<'_, '_>) -> Option<Operation> {
    let mut operation = Operation::new("");
    let path = value.path;
    value.fields(OPERATIONS.iter(), &mut operation, |_| path);
    Some(operation)
}
