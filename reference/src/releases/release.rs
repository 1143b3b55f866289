//! An older version of a catalog.

use manila_catalog_file::{Catalog, Source, read_json};

use crate::error::{Error, shown};

/// What a catalog was in an older version of its API.
///
/// ```
/// use manila_reference::{Reference, Release};
///
/// # manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
/// # fn main() -> Result<(), manila_reference::Error> {
/// # let exported = ApiError::CATALOG.to_json();
/// let old = Release::new("1.0.0", &exported)?.date("2025-06-30")?;
/// let site = Reference::new(ApiError::CATALOG).older(old)?.site();
/// assert!(site.files().any(|file| file.path() == "changes/index.html"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Release {
    pub(super) version: String,
    pub(super) date: Option<String>,
    pub(crate) catalog: Catalog,
}

impl Release {
    /// Creates the older version of a catalog of its name and of what
    /// [`Catalog::to_json`](manila::Catalog::to_json) or `manila export` wrote then.
    ///
    /// # Errors
    ///
    /// If the text is no export of a catalog.
    pub fn new(version: impl Into<String>, export: &str) -> Result<Self, Error> {
        let version = version.into();
        let catalog = read(export).map_err(|why| {
            let version = shown(&version);
            Error::new(format!(
                "the export of version {version} cannot be read: {why}; write it anew with `manila export`"
            ))
        })?;
        Ok(Self {
            version,
            date: None,
            catalog,
        })
    }

    /// Sets the day on which the version came out: `2025-06-30`.
    ///
    /// # Errors
    ///
    /// If it is no such date (RFC 3339, `full-date`).
    pub fn date(mut self, date: &str) -> Result<Self, Error> {
        self.date = Some(read_date(date)?);
        Ok(self)
    }
}

/// Reads an export; the text inside says what is wrong with it first of all.
pub(crate) fn read(export: &str) -> Result<Catalog, String> {
    let source = read_json(export);
    source.map(Source::into_catalog).map_err(|mistakes| {
        let first = mistakes.first().map(|mistake| mistake.message.clone());
        first.unwrap_or_default()
    })
}

pub(crate) fn read_date(text: &str) -> Result<String, Error> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, length: usize| {
        let is_number = part.len() == length && part.bytes().all(|digit| digit.is_ascii_digit());
        is_number.then(|| part.parse::<u16>().ok()).flatten()
    };
    let is_date = match parts[..] {
        [year, month, day] => {
            let (year, month, day) = (number(year, 4), number(month, 2), number(day, 2));
            match (year, month, day) {
                (Some(year), Some(month), Some(day)) => (1..=days_of(year, month)).contains(&day),
                _ => false,
            }
        }
        _ => false,
    };
    if is_date {
        return Ok(text.to_owned());
    }
    let text = shown(text);
    Err(Error::new(format!(
        "{text} is no date; write it as `2026-01-31`"
    )))
}

const fn days_of(year: u16, month: u16) -> u16 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}
