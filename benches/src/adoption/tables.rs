//! What was measured, as tables of text.

use super::{Adoption, CodesRow, ServiceRow};

/// A table whose first column is text and whose others are figures.
pub(crate) struct Table {
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// A table for each work.
pub(crate) fn tables(adoption: &Adoption) -> Vec<Table> {
    let services = adoption
        .services
        .chunk_by(|one, next| one.work == next.work);
    let codes = adoption.codes.chunk_by(|one, next| one.work == next.work);
    let mut tables: Vec<_> = services
        .map(of_services)
        .chain(codes.map(of_codes))
        .collect();
    if let Some(check) = adoption.check {
        tables.push(Table {
            head: vec!["adoption: manila check".to_owned(), "seconds".to_owned()],
            rows: vec![vec![
                "10,000 codes".to_owned(),
                format!("{:.2}", check.as_secs_f64()),
            ]],
        });
    }
    tables
}

/// The services of one framework, of which the first is the framework alone.
fn of_services(rows: &[ServiceRow]) -> Table {
    let bare = &rows[0];
    let of = |row: &ServiceRow| {
        let mut cells = vec![
            row.contender.to_owned(),
            row.crates.to_string(),
            format!("{:+}", row.crates as i64 - bare.crates as i64),
            row.switched_on.len().to_string(),
        ];
        if let (Some(own), Some(bare)) = (row.built, bare.built) {
            let kilobytes = |bytes| bytes as f64 / 1000.0;
            cells.extend([
                format!("{:.0}", kilobytes(own.bytes)),
                format!("{:+.0}", kilobytes(own.bytes) - kilobytes(bare.bytes)),
                format!("{:.2}", own.took.as_secs_f64() / bare.took.as_secs_f64()),
            ]);
        }
        cells
    };
    let mut head = vec![bare.work, "crates", "added", "features switched on"];
    if bare.built.is_some() {
        head.extend(["KB, stripped", "KB added", "clean build / bare"]);
    }
    Table {
        head: head.into_iter().map(str::to_owned).collect(),
        rows: rows.iter().map(of).collect(),
    }
}

/// The enums of one size.
fn of_codes(rows: &[CodesRow]) -> Table {
    let head = [
        rows[0].work,
        "check, s",
        "release build, s",
        "expansion, lines",
        "expansion, bytes",
        "bytes for each",
    ];
    let of = |row: &CodesRow| {
        vec![
            row.contender.to_owned(),
            format!("{:.2}", row.checked.as_secs_f64()),
            format!("{:.2}", row.built.as_secs_f64()),
            row.expansion.lines.to_string(),
            row.expansion.bytes.to_string(),
            (row.expansion.bytes / row.codes).to_string(),
        ]
    };
    Table {
        head: head.map(str::to_owned).to_vec(),
        rows: rows.iter().map(of).collect(),
    }
}
