//! A response that was read, and what it is worth.

use manila_catalog_file::Catalog;
use manila_client::RemoteError;

/// A response that was read.
pub(super) struct Decoded<'a> {
    pub(super) remote: &'a RemoteError,
    pub(super) catalog: Option<&'a Catalog>,
    pub(super) exit_code: u8,
}

impl Decoded<'_> {
    /// Responses from 400 on are errors.
    pub(super) fn is_error(&self) -> bool {
        self.remote.status() >= 400
    }
}
