//! The arguments of `manila operations`.

use clap::{Args as ClapArgs, Subcommand};

use super::format::Format;

const ABOUT_OPERATIONS: &str = "\
Which operation a line belongs to:
  A line has a method and the template of a route, `POST /notes/{id}`. What the
  `operations` of a code name leads there in one of these ways:

  POST /notes/{id}   the method and the template
  /notes/{id}        the template, with any method
  GET /v1/*          every template below `/v1`
  a group            each operation that has it under `[operations]`, and each of
                     the document that has a tag of this name
  any other name     the operation of the document that has it as `operationId`,
                     or what `--map` says

  Templates are equal where their literals are: `/a/{id}`, `/a/{x:\\d+}` and `/a/:id`
  are one, and so are `/a/{*rest}` and `/a/{tail:.*}`. A HEAD belongs to GET, unless
  a code names HEAD. A recorder does not know the `operationId` of a route: without
  `--document` or `--map` such a name leads nowhere, which is told.

Which codes an operation has:
  Its set is the codes whose `operations` name it. Where none does, it has no set, and
  any code of the catalog may come from it. What the framework answers by itself comes
  from every operation: HTTP's own codes, and a code under `[conditions]` that has no
  `operations`.";

const EXAMPLES_OF_CHECK: &str = "\
Examples:
  MANILA_RECORD=$PWD/target/record.jsonl cargo test
  manila operations check --recorded target/record.jsonl errors.toml
  manila operations check --recorded target/record-*.jsonl errors.toml --strict
  manila operations check --recorded r.jsonl errors.toml --document openapi.json
  manila operations check --recorded r.jsonl errors.toml --map 'createNote=POST /notes'

Exit status: 0 = nothing or warnings alone, 1 = a code that is not declared (with
`--strict` a warning too), 2 = error.";

const EXAMPLES_OF_WRITE: &str = "\
Examples:
  manila operations write --recorded target/record.jsonl errors.toml --dry-run
  manila operations write --recorded target/record.jsonl errors.toml

Exit status: 0 = everything was taken, 1 = a code that the catalog does not have was left
out, 2 = error, and nothing is written.";

/// Compare the operations of codes with what the service answered in its tests, or write them.
///
/// The tests of a service with `recorder::layer()` or `recorder::middleware()` around the app write a
/// line for each response to the file that the variable `MANILA_RECORD` names. docs/operations.md of
/// Manila's repository has it step by step.
#[derive(Debug, ClapArgs)]
#[command(after_long_help = ABOUT_OPERATIONS, after_help = "`--help` says which line belongs to which operation.")]
pub(crate) struct Operations {
    #[command(subcommand)]
    pub(crate) command: OperationsCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum OperationsCommand {
    Check(OperationsCheck),
    Write(OperationsWrite),
}

/// Check that each code that was seen is declared, and that each that is declared was seen.
///
/// A code that an operation with a set of codes answered with, and that is not in the set, is an error
/// (`undeclared`), and so is one that is not in the catalog at all. One that is declared and was never seen is a
/// warning.
#[derive(Debug, ClapArgs)]
#[command(after_long_help = concat_examples(EXAMPLES_OF_CHECK), after_help = "`--help` has examples, and says which line belongs to which operation.")]
pub(crate) struct OperationsCheck {
    #[command(flatten)]
    pub(crate) recorded: Recorded,
    /// Exit with 1 because of a warning too.
    #[arg(long)]
    pub(crate) strict: bool,
    /// The output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// Write the operations that answered with a code into its `operations`.
///
/// What the codes name already stays, and so do the order, the comments and the layout of the file.
/// An operation is added as the catalog writes it elsewhere, else as `METHOD /template`. A 405 is left
/// out: its method is no operation. So are retired codes, and those that the catalog does not have, which is told.
#[derive(Debug, ClapArgs)]
#[command(after_long_help = concat_examples(EXAMPLES_OF_WRITE), after_help = "`--help` has examples, and says which line belongs to which operation.")]
pub(crate) struct OperationsWrite {
    #[command(flatten)]
    pub(crate) recorded: Recorded,
    /// Print what would be added, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// What was recorded, and of which catalog.
#[derive(Debug, ClapArgs)]
pub(crate) struct Recorded {
    /// A record; `-` is standard input. Can be repeated, and takes a pattern of the shell if the catalog
    /// stands behind it.
    #[arg(long = "recorded", value_name = "FILE", required = true)]
    first: Vec<String>,
    /// The catalog, as the last of these; by default `errors.toml`. Others before it are records.
    #[arg(value_name = "CATALOG")]
    rest: Vec<String>,
    /// An OpenAPI 3.x document in JSON or YAML, whose `operationId`s and tags the catalog names.
    #[arg(long, value_name = "FILE")]
    pub(crate) document: Option<String>,
    /// What a name of the catalog stands for. Can be repeated.
    #[arg(long = "map", value_name = "NAME=METHOD /TEMPLATE")]
    pub(crate) maps: Vec<String>,
}

impl Recorded {
    /// The records.
    pub(crate) fn files(&self) -> Vec<&String> {
        let before = self.rest.split_last().map_or(&[][..], |(_, before)| before);
        self.first.iter().chain(before).collect()
    }

    /// The catalog, if one is named.
    pub(crate) fn catalog(&self) -> Option<&str> {
        self.rest.last().map(String::as_str)
    }
}

fn concat_examples(examples: &str) -> String {
    format!("{examples}\n\n{ABOUT_OPERATIONS}\n")
}
