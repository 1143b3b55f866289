//! The arguments of `manila import`.

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args as ClapArgs, ValueEnum};
use manila_catalog_file::Case;

/// What the list is matched by, for `manila import --help`.
const ABOUT_COLUMNS: &str = "\
Columns:
  A column, or a member of JSON and YAML, is matched by its name. The code is
  `code`, `error_code`, `key`, `error`, `name` and the like; the status `status`,
  `http`, `http_status`, `statusCode`; the message `message`, `text`, `detail`,
  `description`; and each key of the catalog format is itself. What was matched
  is told on standard error. Every other column becomes a fact of its codes
  (`facts`), unless `--skip` names it.

  Codes that are numbers become the `number` of a code, whose name is made of its
  title, and the catalog has `wire = \"number\"`. A cell may list several statuses:
  `400, 404` or `400/404`.

  A condition decides what is sent, so none is set. Where the name and the status
  of a code leave no doubt, the line is in the file as a comment.

Examples:
  manila import --from csv errors.csv --output errors.toml
  manila import --from csv errors.csv --map code=Error,status=HTTP,message=Text
  manila import --from json errors.json --case snake_case --name billing
  manila import --from openapi openapi.yaml --output errors.toml

Exit status: 0 = everything was taken, 1 = something was left out, 2 = error.";

/// Make a catalog of an existing list of error codes.
///
/// What cannot be in a catalog is left out, and told with its line on standard error: duplicate codes,
/// statuses that are no errors, codes without a status. What is written is a catalog that can be used.
#[derive(Debug, ClapArgs)]
#[command(after_long_help = ABOUT_COLUMNS, after_help = "`--help` has examples.")]
pub(crate) struct Import {
    /// The list: a file of up to 64 MiB and 100,000 codes, or `-` for standard input.
    pub(crate) file: String,
    /// What the list is written in.
    #[arg(long, value_enum)]
    pub(crate) from: ListFormat,
    /// Write to this file, which must not exist yet; `-` is standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub(crate) output: std::path::PathBuf,
    /// Which column is what: a key of the catalog format, or `code`, and the column. Can be repeated.
    #[arg(long = "map", value_name = "KEY=COLUMN,…")]
    pub(crate) maps: Vec<String>,
    /// Leave out this column. Can be repeated.
    #[arg(long = "skip", value_name = "COLUMN")]
    pub(crate) skipped: Vec<String>,
    /// Spell every code so; by default the spelling that all codes have, or else `any`.
    #[arg(long, value_parser = case())]
    pub(crate) case: Option<Case>,
    /// The catalog's name; by default that of the file.
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// The status of codes that the list gives none; they are marked as `derived`.
    #[arg(long, value_parser = clap::value_parser!(u16).range(400..=599))]
    pub(crate) status: Option<u16>,
    /// What separates the cells of a CSV: a character, or `tab`; by default what the header has most.
    #[arg(long, value_name = "CHARACTER", value_parser = separator)]
    pub(crate) separator: Option<u8>,
}

/// What a list of codes is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// An array of objects, or an object by code.
    Json,
    /// Lines of cells, the first of which names the columns.
    Csv,
    /// YAML, like JSON; tags mean nothing.
    Yaml,
    /// An OpenAPI 3.x document in JSON or YAML: the codes of its error responses.
    Openapi,
}

fn case() -> impl clap::builder::TypedValueParser<Value = Case> {
    let words = Case::ALL.iter().map(|case| case.as_str());
    PossibleValuesParser::new(words).map(|word| Case::from_word(&word).unwrap_or(Case::Any))
}

fn separator(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [byte] if byte.is_ascii() && !b"\"\r\n".contains(byte) => Ok(*byte),
        _ => Err("write one ASCII character, or `tab`".to_owned()),
    }
}
