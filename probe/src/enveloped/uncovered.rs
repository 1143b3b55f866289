//! The message of a failed check.

use std::fmt;

use crate::Report;
use crate::report::{Row, findings_of};

/// Shows only what is wrong in a report: first what does not pass through the layer.
pub(super) struct Uncovered<'a>(pub(super) &'a Report);

impl fmt::Display for Uncovered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (uncovered, covered): (Vec<&Row>, Vec<&Row>) =
            self.0.violations().partition(|row| row.is_uncovered());
        f.write_str("some errors are not in the envelope")?;
        let mut positions: Vec<&Row> = Vec::new();
        for row in uncovered {
            if !positions.iter().any(|other| other.position == row.position) {
                positions.push(row);
            }
        }
        for row in positions {
            write!(
                f,
                "\n{} {}: {} {}: {} does not pass through the layer",
                row.method,
                row.path,
                row.status.unwrap_or_default(),
                row.shape,
                row.position,
            )?;
        }
        let findings = findings_of(&covered);
        if findings.is_empty() {
            return Ok(());
        }
        write!(f, "\n{}", findings.trim_end())
    }
}
