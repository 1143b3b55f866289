//! The arguments of `manila rename`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

const EXAMPLES: &str = "\
Examples:
  manila rename PLAN_LIMIT PLAN_LIMIT_EXCEEDED
  manila rename PLAN_LIMIT PLAN_LIMIT_EXCEEDED --since 2.1.0
  manila rename NotFound ResourceNotFound api/errors.toml --output -";

/// Rename a code so that no client breaks.
///
/// Where names are sent, the new code gets everything that is said of the old one, which stays, is
/// deprecated, and is replaced by it; other codes relate to the new one. Conditions and rules stay with
/// the old code, which clients know, until `--move-conditions` hands them over. A number stays with the
/// old code too.
///
/// Where numbers are sent, the code itself is renamed, and whatever refers to it.
///
/// The order and the comments of the file are kept.
#[derive(Debug, ClapArgs)]
#[command(after_long_help = EXAMPLES, after_help = "`--help` has examples.")]
pub(crate) struct Rename {
    /// The code, by name or number.
    #[arg(allow_hyphen_values = true)]
    pub(crate) old: String,
    /// Its new name, in the catalog's spelling.
    pub(crate) new: String,
    /// The catalog, a TOML file.
    #[arg(default_value = "errors.toml")]
    pub(crate) file: String,
    /// The version that has the new name: the new code's `since`, and part of the old one's `deprecated`.
    #[arg(long, value_name = "VERSION")]
    pub(crate) since: Option<String>,
    /// Let the new code stand for the conditions and rules of the old one. That breaks clients which do
    /// not know the new code yet.
    #[arg(long)]
    pub(crate) move_conditions: bool,
    /// Write to this file instead of the catalog; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
