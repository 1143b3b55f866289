//! What is wrong, one paragraph a cause.

use std::collections::BTreeMap;
use std::fmt;

use super::row::{Outsider, Row, Verdict};
use crate::oracle::{Finding, Rule};

/// The widest that a path may be in a report; longer ones are cut.
const WIDEST_PATH: usize = 44;

/// The method and the path.
pub(super) fn request_of(row: &Row) -> String {
    let mut path: String = row.path.chars().take(WIDEST_PATH).collect();
    if path.len() < row.path.len() {
        path.push('…');
    }
    format!("{} {path}", row.method)
}

/// What is wrong in some rows, as text.
#[cfg(any(feature = "tower", feature = "actix"))]
pub(crate) fn findings_of(rows: &[&Row]) -> String {
    let mut text = String::new();
    // Writing to a text cannot fail.
    let _ = write_findings(rows, &mut text);
    text
}

/// Each cause once, with how many answers it is in and one of them.
pub(super) fn write_findings(rows: &[&Row], f: &mut impl fmt::Write) -> fmt::Result {
    let mut causes: BTreeMap<(Rule, String), Vec<(&Finding, &Row)>> = BTreeMap::new();
    for row in rows {
        for finding in &row.findings {
            let cause = (finding.rule, cause_of(&finding.message));
            causes.entry(cause).or_default().push((finding, row));
        }
    }
    for found in causes.values() {
        let (finding, row) = found[0];
        writeln!(f, "\n{finding}")?;
        writeln!(f, "  required: {}", finding.rule.requirement())?;
        let count = match found.len() {
            1 => "in:".to_owned(),
            count => format!("in {count} responses, such as"),
        };
        let (source, protocol, request) = (row.source, row.protocol, request_of(row));
        let received = &row.received;
        writeln!(
            f,
            "  {count} {source}, {request} over {protocol}: {received}"
        )?;
    }
    Ok(())
}

/// Who has answered instead of the service, and how often.
pub(super) fn write_outsiders(rows: &[Row], f: &mut impl fmt::Write) -> fmt::Result {
    let mut outsiders: BTreeMap<Outsider, Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.verdict == Verdict::Outside) {
        if let Some(outsider) = row.outsider {
            outsiders.entry(outsider).or_default().push(row);
        }
    }
    for (outsider, rows) in outsiders {
        let source = rows[0].source;
        let often = match rows.len() {
            1 => "once".to_owned(),
            count => format!("{count} times"),
        };
        writeln!(
            f,
            "\noutside the service: {outsider} ({often}, such as {source})"
        )?;
    }
    Ok(())
}

/// A message without what differs from one request to the next: quoted texts, paths and numbers.
fn cause_of(message: &str) -> String {
    let mut cause = String::new();
    let mut characters = message.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                let mut is_escaped = false;
                let _ = characters.by_ref().find(|inner| {
                    let is_end = *inner == '"' && !is_escaped;
                    is_escaped = *inner == '\\' && !is_escaped;
                    is_end
                });
                cause.push('"');
            }
            '/' if cause.ends_with([' ', '(']) || cause.is_empty() => {
                while characters.next_if(|inner| !inner.is_whitespace()).is_some() {}
                cause.push('/');
            }
            '0'..='9' => {
                while characters.next_if(char::is_ascii_digit).is_some() {}
                cause.push('0');
            }
            other => cause.push(other),
        }
    }
    cause
}

#[cfg(test)]
mod tests {
    use super::cause_of;

    #[test]
    fn what_differs_between_requests_is_no_cause_of_its_own() {
        for (one, other) in [
            (
                "the status is 200 for /a/b, which does not exist",
                "the status is 204 for /c, which does not exist",
            ),
            (
                r#"x-request-id is "a\"b", not 1 to 128"#,
                r#"x-request-id is "c", not 1 to 64"#,
            ),
        ] {
            assert_eq!(cause_of(one), cause_of(other));
        }
        assert_ne!(cause_of("x-a is missing"), cause_of("x-b is missing"));
    }
}
