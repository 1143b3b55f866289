//! The arguments of `manila decode`.

use clap::Args as ClapArgs;

use super::data_format::DataFormat;

const EXAMPLES: &str = "\
Examples:
  curl -sSiL https://api.example/v1/apps | manila decode
  curl -sSiL https://api.example/v1/apps | manila decode --catalog vibehost
  manila decode --status 402 --format json < body.json

  set -o pipefail
  curl -sSiL https://api.example/v1/apps -d @app.json | manila decode --catalog errors.toml
  case $? in
    0) echo created ;;
    6) echo 'too many requests: try again later' ;;
    *) exit 1 ;;
  esac";

/// Read a response, say what its error is, and end with the error's exit code.
///
/// Standard input is what `curl -si` writes; of several heads (of an interim response, a proxy or a
/// redirect) the last one counts. With `--status` it is a body alone. Errors in every style are read, and
/// anything else, such as the page of a proxy, goes by its status.
///
/// Exit status: 0 = the response is no error. Else it is the exit code that the catalog has for the code, or
/// for the status of a code that it does not know; without a catalog, the closest one of sysexits.h. 125 =
/// this command failed: its arguments are wrong, or standard input has no response, or a success that is cut off.
#[derive(Debug, ClapArgs)]
#[command(after_long_help = EXAMPLES, after_help = "`--help` has examples.")]
pub(crate) struct Decode {
    /// The catalog of the service, for exit codes and explanations; by default `errors.toml`, if this folder
    /// has one that can be used.
    #[arg(long)]
    pub(crate) catalog: Option<String>,
    /// The status of the response; standard input is its body.
    #[arg(long, value_parser = clap::value_parser!(u16).range(100..=999))]
    pub(crate) status: Option<u16>,
    /// The output format.
    #[arg(long, value_enum, default_value_t = DataFormat::Text)]
    pub(crate) format: DataFormat,
}
