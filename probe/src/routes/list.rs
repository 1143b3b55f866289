//! A list, one operation a line.

use super::invalid::{InvalidRoutes, MOST, too_many};
use super::operation::Operation;

pub(super) fn read(text: &str) -> Result<Vec<Operation>, InvalidRoutes> {
    let mut operations = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        let fail = |message: String| InvalidRoutes::new(at + 1, message);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if operations.len() == MOST {
            return Err(fail(too_many()));
        }
        operations.push(Operation::parse(line).map_err(fail)?);
    }
    Ok(operations)
}
