//! What the user says of columns: `--map` and `--skip`.

use manila_catalog_file::nearest;

use super::fields::{FIELDS, Field, field_of};
use crate::args::Import;
use crate::outcome::Failure;
use crate::shown::quoted;

/// What a column is said to be.
#[derive(Debug)]
pub(super) enum Target {
    Code,
    Field(&'static Field),
    Fact(String),
    Nothing,
}

/// Columns and what they are said to be.
#[derive(Debug, Default)]
pub(super) struct Maps(Vec<(Target, String)>);

impl Maps {
    pub(super) fn of(args: &Import) -> Result<Self, Failure> {
        let mut maps = Vec::new();
        for pair in args.maps.iter().flat_map(|map| pairs(map)) {
            let Some((key, column)) = pair.split_once('=') else {
                let message = format!("{} says no column; write KEY=COLUMN", quoted(&pair));
                return Err(Failure(message));
            };
            maps.push((target(key.trim())?, column.trim().to_owned()));
        }
        let skipped = args.skipped.iter();
        maps.extend(skipped.map(|column| (Target::Nothing, column.clone())));
        Ok(Self(maps))
    }

    pub(super) fn columns(&self) -> &[(Target, String)] {
        &self.0
    }

    /// What is mapped to a key, or to `code`.
    pub(super) fn column_of(&self, key: &str) -> Option<&str> {
        let is_it = |target: &Target| match target {
            Target::Code => key == "code",
            Target::Field(field) => field.key == key,
            Target::Fact(_) | Target::Nothing => false,
        };
        let found = self.0.iter().find(|(target, _)| is_it(target));
        found.map(|(_, column)| column.as_str())
    }
}

/// `code=Error,message=Text, short`: a part without `=` belongs to the column before it.
fn pairs(map: &str) -> Vec<String> {
    let mut pairs: Vec<String> = Vec::new();
    for part in map.split(',') {
        match pairs.last_mut() {
            Some(pair) if !part.contains('=') => {
                pair.push(',');
                pair.push_str(part);
            }
            _ => pairs.push(part.to_owned()),
        }
    }
    pairs
}

fn target(key: &str) -> Result<Target, Failure> {
    if key == "code" {
        return Ok(Target::Code);
    }
    if let Some(name) = key.strip_prefix("facts.").filter(|name| !name.is_empty()) {
        return Ok(Target::Fact(name.to_owned()));
    }
    field_of(key).map(Target::Field).ok_or_else(|| {
        let keys = FIELDS.iter().map(|field| field.key).chain(["code"]);
        let help = match nearest(key, keys) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => "write `code`, a key of the catalog format, or `facts.NAME`".to_owned(),
        };
        Failure(format!("unknown key {}: {help}", quoted(key)))
    })
}
