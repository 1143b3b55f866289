//! What files say of a service.

use manila_catalog_file::{Catalog, Wire};
use manila_probe::{Probe, Routes};

use crate::args;
use crate::catalogs::catalog;
use crate::input::text_of;
use crate::outcome::Failure;

/// The largest file of routes, in mebibytes. A document of a thousand operations has one or two.
const LARGEST_MIB: u64 = 16;

/// Tells a probe the routes and the codes of the service.
pub(super) fn of(args: &args::Probe, mut probe: Probe) -> Result<Probe, Failure> {
    if let Some(file) = &args.routes {
        let text = text_of(file, LARGEST_MIB)?;
        let routes = text.parse::<Routes>();
        let routes = routes.map_err(|error| Failure(format!("{file}, {error}")))?;
        probe = probe.with_routes(routes);
    }
    if let Some(named) = &args.catalog {
        probe = probe.codes(codes(&catalog(named)?));
    }
    Ok(probe)
}

/// The codes as responses carry them.
fn codes(catalog: &Catalog) -> Vec<String> {
    let codes = catalog.codes.iter();
    let codes = codes.map(|entry| match (catalog.wire, entry.number) {
        (Wire::Number, Some(number)) => number.to_string(),
        _ => entry.name.clone(),
    });
    codes.collect()
}
