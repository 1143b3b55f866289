//! The view of a success that a style writes from.
//!
//! The data are JSON already, made when the handler returned; a style puts them in their place and
//! does not look into them.

use std::fmt;

use super::service::Meta;
use crate::json::Object;

/// The data of a success, and what a style may write beside them: the request's id, and what the
/// service says of itself. [`WriteSuccess`](crate::WriteSuccess) is given one.
///
/// ```
/// use manila::adapter::{Renderer, RequestContext};
/// use manila::{Envelopes, Object, PublicSuccess, Style, Success};
///
/// fn wrap(success: &PublicSuccess<'_>, body: &mut Object<'_>) {
///     success.write_data("data", body);
///     body.string_if("version", success.version());
/// }
///
/// let style = Style::ok_error().wrap_success("application/json", wrap).unwrap();
/// let renderer = Renderer::new(Envelopes::new(style).version("1.47.0"));
/// let success = Success::new(&"done").unwrap();
/// let (_, body) = renderer.wrap(&success, &RequestContext::default());
/// assert_eq!(body, r#"{"data":"done","version":"1.47.0"}"#);
/// ```
pub struct PublicSuccess<'a> {
    pub(crate) data: &'a [u8],
    pub(crate) meta: Meta<'a>,
}

impl PublicSuccess<'_> {
    /// Writes the data as the member of this name. A wrapping that never calls it sends no data.
    pub fn write_data(&self, key: &str, body: &mut Object<'_>) {
        body.json_value(key, self.data);
    }

    /// Returns the request's id; `None` only where a success is wrapped without a layer.
    #[must_use]
    pub const fn request_id(&self) -> Option<&str> {
        self.meta.request_id
    }

    /// Returns the version of the service, where it is configured
    /// ([`Envelopes::version`](crate::Envelopes::version)).
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.meta.service.version.as_deref()
    }

    /// Returns the version of the API, where it is configured
    /// ([`Envelopes::api_version`](crate::Envelopes::api_version)).
    #[must_use]
    pub fn api_version(&self) -> Option<&str> {
        self.meta.service.api_version.as_deref()
    }

    /// Returns the time zone and the format of the API's dates, where they are configured
    /// ([`Envelopes::datetime`](crate::Envelopes::datetime)).
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
