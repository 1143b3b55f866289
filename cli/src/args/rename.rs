//! The arguments of `manila rename`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

const EXAMPLES: &str = "\
Examples:
  manila rename PLAN_LIMIT PLAN_LIMIT_EXCEEDED
  manila rename PLAN_LIMIT PLAN_LIMIT_EXCEEDED --since 2.1.0
  manila rename NotFound ResourceNotFound api/errors.toml --output -";

/// Rename a code, and keep the old name for the clients that know it.
///
/// Where names are sent, the new code gets everything that is said of the old one, which stays, is
/// deprecated, and is replaced by it; conditions, rules and relations go by the new one. So the framework's
/// own errors have the new code at once, which breaks clients that do not know it yet: what breaks is
/// told, and `--keep-conditions` leaves conditions and rules with the old code. A number stays with it
/// anyway.
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
    /// Leave the conditions and rules of the old code with it, so that no client breaks.
    #[arg(long)]
    pub(crate) keep_conditions: bool,
    /// Write to this file instead of the catalog; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
