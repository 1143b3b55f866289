//! Routes, read from a text.

use std::str::FromStr;

use super::invalid::InvalidRoutes;
use super::operation::Operation;
use super::servers::Servers;
use super::{list, openapi};

/// The operations of a service, for [`Probe::with_routes`](crate::Probe::with_routes).
///
/// They are read from a list, or from an OpenAPI document of version 3.x in JSON or, with the feature
/// `yaml`, in YAML, with the types of parameters and the members of JSON bodies. Its paths are below that of
/// the first of its `servers` that is relative or of the host that is probed; the report says so. An item of
/// a path may refer to another one of the document; what is in another document is noted as not called.
///
/// A list has one operation a line, its method and its path. The method may be left out where it is
/// GET. Empty lines and those that begin with `#` say nothing. A parameter stands in braces.
///
/// ```
/// use manila_probe::Routes;
///
/// let routes: Routes = "# the apps\nGET /apps\nDELETE /apps/{id}\n".parse().unwrap();
/// assert_eq!(routes.len(), 2);
///
/// let routes: Routes = r#"{"openapi": "3.1.0", "paths": {"/apps": {"get": {}, "post": {}}}}"#
///     .parse()
///     .unwrap();
/// assert_eq!(routes.len(), 2);
///
/// let error = "GET /apps\nGET apps\n".parse::<Routes>().unwrap_err();
/// assert_eq!(error.line(), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Routes {
    operations: Vec<Operation>,
    servers: Servers,
    notes: Vec<String>,
}

impl Routes {
    /// How many operations there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.operations.len()
    }

    /// Whether there are none. What was read has at least one.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }

    /// The operations of a service of this host, whose paths begin with `base`.
    pub(crate) fn operations(
        &self,
        authority: &str,
        base: &str,
    ) -> impl Iterator<Item = Operation> {
        let (prefix, _) = self.servers.prefix(authority, base);
        let operations = self.operations.iter().cloned();
        operations.map(move |operation| operation.below(&prefix))
    }

    /// What was left out, and where the paths begin.
    pub(crate) fn notes(&self, authority: &str, base: &str) -> impl Iterator<Item = String> {
        let (_, note) = self.servers.prefix(authority, base);
        self.notes.iter().cloned().chain(note)
    }
}

impl FromStr for Routes {
    type Err = InvalidRoutes;

    fn from_str(text: &str) -> Result<Self, InvalidRoutes> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (operations, servers, notes) = if text.trim_start().starts_with('{') {
            openapi::read_json(text)?
        } else if openapi::is_yaml(text) {
            openapi::read_yaml(text)?
        } else {
            (list::read(text)?, Servers::default(), Vec::new())
        };
        let routes = Self {
            operations,
            servers,
            notes,
        };
        if routes.is_empty() {
            return Err(InvalidRoutes::new(1, "there is no operation in it"));
        }
        Ok(routes)
    }
}
