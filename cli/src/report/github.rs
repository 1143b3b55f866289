//! Commands of GitHub's workflows, which annotate files.

use std::fmt::Write as _;

use manila_catalog_file::printable;

use super::told::{Severity, Told, slashes};

/// Writes what is told as workflow commands, one a line.
pub(crate) fn github(told: &[Told<'_>]) -> String {
    let mut commands = String::new();
    for one in told {
        let command = match one.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let file = slashes(one.file, cfg!(windows));
        let _ = write!(commands, "::{command} file={}", property(&file));
        if let Some(place) = one.place {
            let _ = write!(commands, ",line={},col={}", place.line, place.column);
        }
        let (title, message) = (property(one.rule), data(&one.message.join("\n")));
        let _ = writeln!(commands, ",title={title}::{message}");
    }
    commands
}

/// A message may not end its line, nor command the terminal that a log is read in.
fn data(text: &str) -> String {
    let mut data = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '%' => data.push_str("%25"),
            '\r' => data.push_str("%0D"),
            '\n' => data.push_str("%0A"),
            other => data.extend(printable(other)),
        }
    }
    data
}

/// A property may end neither its line nor itself.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
