//! The arguments of the command.

mod data_format;
mod decode;
mod docs;
mod export;
mod format;
mod import;
mod operations;
mod rename;
mod style;

use clap::{Args as ClapArgs, CommandFactory as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub(crate) use self::data_format::DataFormat;
pub(crate) use self::decode::Decode;
pub(crate) use self::docs::{Audience, Docs};
pub(crate) use self::export::{Export, ExportFormat, LayoutOption, Version};
pub(crate) use self::format::Format;
pub(crate) use self::import::{Import, ListFormat};
pub(crate) use self::operations::{
    Operations, OperationsCheck, OperationsCommand, OperationsWrite, Recorded,
};
pub(crate) use self::rename::Rename;
pub(crate) use self::style::StyleName;

/// Checks, compares and exports catalogs of error codes, and probes services.
///
/// A catalog is a TOML file, an export in JSON, `-` for standard input, `git:REV:PATH` for a file in
/// a revision, or the name of a published catalog: vibehost, mxcep, credicorp, codelibra, cpi.
/// docs/catalog.md of Manila's repository describes every key, every finding and every kind of change.
///
/// Exit status: 0 = nothing found, 1 = findings, 2 = error; that of `decode` is the error's that it reads.
#[derive(Debug, Parser)]
#[command(name = "manila", version)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check catalogs for mistakes.
    Check(Check),
    Decode(Decode),
    /// Show what changed between two catalogs, and which changes break clients.
    Diff(Diff),
    Docs(Docs),
    /// Show everything known about a code.
    Explain(Explain),
    /// List codes.
    List(List),
    Export(Export),
    /// Create a catalog to start from.
    New(New),
    Import(Import),
    Rename(Rename),
    Operations(Operations),
    /// Write the JSON Schema of catalog files, by which editors complete and check them.
    Schema(Schema),
    /// Provoke every error of a running service and judge the responses.
    Probe(Probe),
    /// Print a script that completes this command in a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// The exit code of a command that fails.
const FAILURE: u8 = 2;

/// The same of `decode`, whose other exit codes belong to the error that it reads. `env` and `timeout` have this
/// one for their own.
const FAILURE_OF_DECODE: u8 = 125;

impl Command {
    /// The exit code where the command fails.
    pub(crate) const fn failure(&self) -> u8 {
        match self {
            Self::Decode(_) => FAILURE_OF_DECODE,
            _ => FAILURE,
        }
    }
}

/// The exit code where the arguments are none that a command has.
pub(crate) fn failure_of_arguments(mut args: impl Iterator<Item = std::ffi::OsString>) -> u8 {
    match args.nth(1) {
        Some(command) if command == "decode" => FAILURE_OF_DECODE,
        _ => FAILURE,
    }
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Check {
    /// The catalogs to check; by default `errors.toml`.
    pub(crate) catalogs: Vec<String>,
    /// Check the translations in this folder, LOCALE/NAME.ftl; by default `i18n` beside the catalog's file.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) translations: Option<std::path::PathBuf>,
    /// The output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Diff {
    /// The catalog that clients know. One that its revision does not have is new: nothing breaks.
    pub(crate) old: String,
    /// The catalog that replaces it.
    pub(crate) new: String,
    /// The output format.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Exit with 0 even if a change breaks clients.
    #[arg(long)]
    pub(crate) allow_breaking: bool,
    /// Exit with 2 if the revision does not have the old catalog.
    #[arg(long)]
    pub(crate) require_old: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Explain {
    /// A code, by name or number; HTTP's own codes are known too.
    #[arg(allow_hyphen_values = true)]
    pub(crate) code: String,
    /// Look in this catalog. By default it is `errors.toml`, if this folder has one, and the published
    /// ones if it has none or has no such code.
    #[arg(long)]
    pub(crate) catalog: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct List {
    /// The catalog to list; by default `errors.toml`, or every published one if this folder has none.
    pub(crate) catalog: Option<String>,
    /// Only codes with this status: 404, or 4xx.
    #[arg(long)]
    pub(crate) status: Option<String>,
    /// Only codes whose section contains this text.
    #[arg(long)]
    pub(crate) section: Option<String>,
    /// Only codes with this retry advice: never, after, backoff, after_change.
    #[arg(long)]
    pub(crate) retry: Option<String>,
    /// Only codes that can come from this operation: `METHOD /path`, a name, or a group.
    #[arg(long)]
    pub(crate) operation: Option<String>,
    /// Only codes with this owner: caller, user, operator, nobody.
    #[arg(long)]
    pub(crate) owner: Option<String>,
    /// Only codes of this scope: response, violation, job.
    #[arg(long)]
    pub(crate) scope: Option<String>,
    /// The output format.
    #[arg(long, value_enum, default_value_t = DataFormat::Text)]
    pub(crate) format: DataFormat,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct New {
    /// The file to create, which must not exist yet; `-` is standard output.
    ///
    /// The schema is written beside it, unless there is one, for editors with Taplo or Tombi.
    #[arg(default_value = "errors.toml")]
    pub(crate) file: std::path::PathBuf,
    /// The catalog's name.
    #[arg(long, default_value = "my-api")]
    pub(crate) name: String,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Schema {
    /// Write to this file; `-` is standard output, the default.
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<std::path::PathBuf>,
    /// Write nothing; exit with 1 if this file, by default that of `--output` or `manila.schema.json`, is
    /// not up to date.
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    pub(crate) check: Option<Option<std::path::PathBuf>>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Probe {
    /// The service: `http://HOST:PORT`, followed by a path unless it is at the root.
    pub(crate) url: String,
    /// The envelope to expect; by default the one that most of the errors are in, and parts of the
    /// service may have another.
    #[arg(long, value_enum)]
    pub(crate) style: Option<StyleName>,
    /// The envelope to expect at this path and below it. Can be repeated.
    #[arg(long = "style-of", value_name = "PATH=STYLE", value_parser = style_of)]
    pub(crate) styles: Vec<(String, StyleName)>,
    /// Provoke errors at this path; `POST /apps` also sends invalid bodies. Can be repeated.
    #[arg(long = "path", value_name = "[METHOD ]PATH")]
    pub(crate) paths: Vec<String>,
    /// Provoke errors of the operations in this file: a list, `METHOD /path/{parameter}` on each line, or
    /// an OpenAPI 3.x document in JSON or YAML (its `servers` are not read); `-` is standard input.
    ///
    /// Only GET, HEAD and OPTIONS are called, and PROPFIND, a method that a path should refuse with 405
    /// and `Allow`. So nothing is changed, unless a GET changes something.
    #[arg(long, value_name = "FILE")]
    pub(crate) routes: Option<String>,
    /// Call operations of POST, PUT, PATCH and DELETE in `--routes` too, with malformed JSON, wrong types,
    /// unknown members and bodies past limits. The service may take some of them and change or delete
    /// data: use a service whose data may be lost.
    #[arg(long, requires = "routes")]
    pub(crate) unsafe_methods: bool,
    /// The catalog that every code has to be in: a file, `git:REV:PATH`, or the name of a published one.
    #[arg(long, value_name = "CATALOG")]
    pub(crate) catalog: Option<String>,
    /// Exempt responses at this path and below it. Can be repeated.
    #[arg(long = "exempt-path", value_name = "PATH")]
    pub(crate) exempt_paths: Vec<String>,
    /// Exempt responses with this status. Can be repeated.
    #[arg(long = "exempt-status", value_name = "STATUS")]
    pub(crate) exempt_statuses: Vec<u16>,
    /// The header field of the request id.
    #[arg(long, value_name = "NAME", default_value = "x-request-id")]
    pub(crate) request_id_header: String,
    /// Characters that request ids may have beside letters, digits, `.`, `_` and `-`.
    #[arg(
        long,
        value_name = "CHARS",
        default_value = "",
        hide_default_value = true
    )]
    pub(crate) id_characters: String,
    /// A secret planted in the service that must not appear in any response. Can be repeated.
    #[arg(long = "canary", value_name = "TEXT")]
    pub(crate) canaries: Vec<String>,
    /// Skip this provocation, by its name in the first column. Can be repeated.
    #[arg(long = "skip", value_name = "NAME")]
    pub(crate) skipped: Vec<String>,
    /// Skip this rule, by its id or name: `O4` or `length`. Can be repeated.
    #[arg(long = "skip-rule", value_name = "RULE")]
    pub(crate) skipped_rules: Vec<String>,
    /// Also fail because of what the HTTP server or middleware around the envelope answers by itself: a
    /// malformed head, a pipelined HEAD, a preflight that CORS refuses.
    #[arg(long)]
    pub(crate) strict: bool,
    /// The protocol to use.
    #[arg(long, value_enum, default_value_t = ProbeProtocol::Both)]
    pub(crate) protocol: ProbeProtocol,
    /// The timeout of each exchange.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub(crate) timeout: u64,
    /// The output format.
    #[arg(long, value_enum, default_value_t = ProbeFormat::Text)]
    pub(crate) format: ProbeFormat,
    /// Allow probing a service on another machine.
    #[arg(long)]
    pub(crate) allow_remote: bool,
}

/// Reads `PATH=STYLE`.
fn style_of(text: &str) -> Result<(String, StyleName), String> {
    let (path, style) = text.rsplit_once('=').ok_or("write PATH=STYLE")?;
    if !path.starts_with('/') {
        return Err("the path begins with `/`".to_owned());
    }
    let style = StyleName::from_str(style, false)?;
    Ok((path.to_owned(), style))
}

/// The protocol to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProbeProtocol {
    /// HTTP/1.1.
    Http1,
    /// HTTP/2 with prior knowledge.
    Http2,
    /// Both; HTTP/2 is skipped if the service does not support it.
    Both,
}

/// How responses are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProbeFormat {
    /// Text for people.
    Text,
    /// JSON.
    Json,
    /// JUnit XML, for tools that show tests.
    Junit,
}

/// Returns the script that completes the command in a shell.
pub(crate) fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "manila", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
