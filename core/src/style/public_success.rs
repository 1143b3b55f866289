//! What a style sees of a success.

use std::fmt;

use super::service::Meta;
use crate::json::Object;

/// The data of a success, and what may stand beside them.
pub struct PublicSuccess<'a> {
    pub(crate) data: &'a [u8],
    pub(crate) meta: Meta<'a>,
}

impl PublicSuccess<'_> {
    /// Writes the data as the member of this name.
    pub fn write_data(&self, key: &str, body: &mut Object<'_>) {
        body.json_value(key, self.data);
    }

    /// Returns the request's id; none only where no layer is at work.
    #[must_use]
    pub const fn request_id(&self) -> Option<&str> {
        self.meta.request_id
    }

    /// Returns the version of the service, where it is configured.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.meta.service.version.as_deref()
    }

    /// Returns the version of the API, where it is configured.
    #[must_use]
    pub fn api_version(&self) -> Option<&str> {
        self.meta.service.api_version.as_deref()
    }

    /// Returns the time zone and the format of the API's dates, where they are configured.
    #[must_use]
    pub fn datetime(&self) -> Option<(&str, &str)> {
        self.meta.service.datetime()
    }
}

impl fmt::Debug for PublicSuccess<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicSuccess")
            .field("data", &String::from_utf8_lossy(self.data))
            .finish_non_exhaustive()
    }
}
