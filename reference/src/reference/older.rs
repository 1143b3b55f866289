//! The older versions that a reference is compared with.

use super::Reference;
use crate::error::{Error, shown};
use crate::releases::{Release, read, read_date};

impl Reference {
    /// Adds an older version of one of the catalogs, so that the reference says what changed since. Give the
    /// oldest first.
    ///
    /// # Errors
    ///
    /// If the reference has no catalog of that name, or one that breaks the rules for catalogs.
    pub fn older(mut self, release: Release) -> Result<Self, Error> {
        let name = &release.catalog.name;
        let mut known = self.0.catalogs.iter();
        let Some(current) = known.find(|known| known.name() == name) else {
            let known = self.0.catalogs.iter().map(|known| shown(known.name()));
            let known: Vec<_> = known.collect();
            let (name, known) = (shown(name), known.join(", "));
            return Err(Error::new(format!(
                "the older version is of {name}, which the reference has no catalog of; give an export of {known}"
            )));
        };
        read(&current.to_json()).map_err(|why| {
            let name = shown(name);
            Error::new(format!(
                "{name} cannot be compared: {why}; `manila check` says where"
            ))
        })?;
        self.0.releases.older.push(release);
        Ok(self)
    }

    /// Sets the day on which this version came out, `2026-01-31` say. The feed of changes needs it.
    ///
    /// # Errors
    ///
    /// If it is no such date (RFC 3339, `full-date`).
    pub fn date(mut self, date: &str) -> Result<Self, Error> {
        self.0.releases.date = Some(read_date(date)?);
        Ok(self)
    }
}
