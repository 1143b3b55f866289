//! Names that others chose.

use manila_catalog_file::printable;

/// Returns a name as it can be shown: whoever names a file commands neither a terminal nor a workflow.
pub(crate) fn shown(name: &str) -> String {
    name.chars().flat_map(printable).collect()
}
