//! A list in lines of cells: RFC 4180, and what spreadsheets make of it.

use std::collections::HashSet;

use csv::{ReaderBuilder, StringRecord};

use super::cell::{Cell, List, MOST_ROWS, Place, Row};
use super::told::Told;
use crate::shown::shown;

pub(super) fn read(text: &str, separator: Option<u8>, told: &mut Told) -> Result<List, String> {
    let separator = separator.unwrap_or_else(|| separator_of(text));
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(true)
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?.clone();
    let header = columns(&header)?;
    let (mut rows, mut record, mut last) = (Vec::new(), StringRecord::new(), 1);
    while reader
        .read_record(&mut record)
        .map_err(|error| error.to_string())?
    {
        if rows.len() == MOST_ROWS {
            return Err(format!("more than {MOST_ROWS} codes"));
        }
        last = record.position().map_or(1, csv::Position::line);
        let place = Place::Line(usize::try_from(last).unwrap_or(usize::MAX));
        if record.len() > header.len() && record.iter().skip(header.len()).any(|it| !it.is_empty())
        {
            let (found, named) = (record.len(), header.len());
            let why =
                format!("the line has {found} cells, and the header {named}; quote the separator");
            told.leave_out_row(&place, &why);
            continue;
        }
        let cells = header.iter().zip(record.iter());
        let cells = cells.map(|(column, cell)| (column.clone(), Cell::text(cell)));
        let cells: Vec<_> = cells.filter(|(_, cell)| !cell.is_empty()).collect();
        if !cells.is_empty() {
            rows.push(Row { place, cells });
        }
    }
    // A quote that nothing closes takes the rest of the text into one cell.
    let is_open = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    if is_open && record_has_lines(&rows, last) {
        return Err(format!("a quote in line {last} is not closed"));
    }
    Ok(List {
        rows,
        has_columns: true,
        ..List::default()
    })
}

fn record_has_lines(rows: &[Row], last: u64) -> bool {
    let is_last = |row: &&Row| row.place == Place::Line(usize::try_from(last).unwrap_or_default());
    let cells = rows.last().filter(is_last).map(|row| &row.cells);
    let mut cells = cells.into_iter().flatten();
    cells.any(|(_, cell)| matches!(cell, Cell::Text(text) if text.contains('\n')))
}

/// The names of the columns, each of which is there once.
fn columns(header: &StringRecord) -> Result<Vec<String>, String> {
    if header.iter().all(|name| name.trim().is_empty()) {
        return Err("the first line has to name the columns".to_owned());
    }
    let columns = header
        .iter()
        .zip(1..)
        .map(|(name, place)| match name.trim() {
            "" => format!("column {place}"),
            name => name.to_owned(),
        });
    let columns: Vec<String> = columns.collect();
    let mut known = HashSet::new();
    if let Some(twice) = columns.iter().find(|column| !known.insert(*column)) {
        return Err(format!("the header has `{}` twice", shown(twice)));
    }
    Ok(columns)
}

/// What stands most often between the names of the columns.
fn separator_of(text: &str) -> u8 {
    const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
    let mut is_quoted = false;
    let mut counts = [0_usize; SEPARATORS.len()];
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                if let Some(at) = SEPARATORS.iter().position(|separator| *separator == byte) {
                    counts[at] += 1;
                }
            }
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let at = counts.iter().position(|count| *count == most);
    SEPARATORS[at.unwrap_or_default()]
}
