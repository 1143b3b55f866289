//! A response that was read, and what it is worth.

use std::borrow::Cow;

use manila_catalog_file::{Catalog, Entry};
use manila_client::RemoteError;

use crate::shown::cut;

/// The longest code and id, in characters: as long as an id of a service that accepts one can be.
const LONGEST_NAME: usize = 128;

/// A response that was read.
pub(super) struct Decoded<'a> {
    pub(super) remote: &'a RemoteError,
    pub(super) catalog: Option<&'a Catalog>,
    pub(super) exit_code: u8,
}

/// Who says which exit code it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum ExitCodeOf {
    Code,
    Status,
    Sysexits,
}

impl ExitCodeOf {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Status => "status",
            Self::Sysexits => "sysexits",
        }
    }
}

impl<'a> Decoded<'a> {
    /// The code, as far as it can be one.
    pub(super) fn code(&self) -> Option<Cow<'a, str>> {
        Some(cut(self.remote.code()?, LONGEST_NAME))
    }

    /// The request's id, as far as it can be one.
    pub(super) fn request_id(&self) -> Option<Cow<'a, str>> {
        Some(cut(self.remote.request_id()?, LONGEST_NAME))
    }

    /// Responses from 400 on are errors.
    pub(super) fn is_error(&self) -> bool {
        self.remote.status() >= 400
    }

    pub(super) fn exit_code_of(&self) -> ExitCodeOf {
        match self.catalog {
            None => ExitCodeOf::Sysexits,
            Some(_) if self.remote.catalog_code().is_some() => ExitCodeOf::Code,
            Some(_) => ExitCodeOf::Status,
        }
    }

    /// The code in the catalog, if it is there.
    pub(super) fn known(&self) -> Option<(&'a Catalog, &'a Entry)> {
        let catalog = self.catalog?;
        let name = self.remote.catalog_code()?.name();
        let entry = catalog.codes.iter().find(|entry| entry.name == name)?;
        Some((catalog, entry))
    }
}
