//! Where provocations go.

use std::io::{self, ErrorKind};

use super::settings::Settings;
use crate::provoke::Target;
use crate::routes::{Operation, is_path};

/// A path with its method, and the operation that it is.
pub(super) struct Place {
    method: String,
    /// The whole path.
    route: String,
    operation: Option<Operation>,
}

impl Place {
    pub(super) fn target<'a>(&'a self, settings: &'a Settings) -> Target<'a> {
        Target {
            base: &settings.base,
            route: &self.route,
            method: &self.method,
            request_id: &settings.request_id,
            authority: &settings.authority,
            operation: self.operation.as_ref(),
            may_change: settings.may_change,
        }
    }
}

/// Every path and operation; the root, if none is named.
pub(super) fn places(settings: &Settings) -> io::Result<Vec<Place>> {
    let base = &settings.base;
    let mut places = Vec::new();
    for path in &settings.paths {
        places.push(named(base, path).map_err(invalid)?);
    }
    for operation in operations(settings)? {
        places.push(Place {
            method: operation.method.clone(),
            route: format!("{base}{}", operation.filled()),
            operation: Some(operation),
        });
    }
    if places.is_empty() {
        places.push(Place {
            method: "GET".into(),
            route: format!("{base}/"),
            operation: None,
        });
    }
    Ok(places)
}

/// Every operation.
pub(super) fn operations(settings: &Settings) -> io::Result<Vec<Operation>> {
    let parse = |text: &String| Operation::parse(text).map_err(invalid);
    let mut operations: Vec<_> = settings
        .routes
        .iter()
        .map(parse)
        .collect::<Result<_, _>>()?;
    let documents = settings.documents.iter();
    let (authority, base) = (&*settings.authority, &*settings.base);
    operations.extend(documents.flat_map(|routes| routes.operations(authority, base)));
    Ok(operations)
}

fn named(base: &str, path: &str) -> Result<Place, String> {
    let (method, path) = path.split_once(' ').unwrap_or(("GET", path));
    let is_method = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_method || !is_path(path) {
        return Err(format!(
            "invalid path {path:?}: write /path or \"METHOD /path\""
        ));
    }
    Ok(Place {
        method: method.to_owned(),
        route: format!("{base}{path}"),
        operation: None,
    })
}

fn invalid(message: String) -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, message)
}
