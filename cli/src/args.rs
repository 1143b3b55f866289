//! What the command can be told.

use clap::{Args as ClapArgs, CommandFactory as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Keeps a catalog of error codes honest.
///
/// A catalog is a file, `-` for standard input, `git:REV:PATH` for a file of a revision, or the name
/// of a published catalog: vibehost, mxcep, credicorp, codelibra, cpi.
///
/// Ends with 0 if all is fine, 1 if something was found, 2 if it could not be looked for.
#[derive(Debug, Parser)]
#[command(name = "manila", version)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Tell everything that is wrong with catalogs.
    Check(Check),
    /// Tell what changed between two catalogs, and for whom it breaks.
    Diff(Diff),
    /// Tell everything known about a code.
    Explain(Explain),
    /// List codes.
    List(List),
    /// Write a catalog as data.
    Export(Export),
    /// Write a catalog to start from.
    New(New),
    /// Provoke every error of a running service and judge the answers.
    Probe(Probe),
    /// Write a script that completes this command in a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Check {
    /// The catalogs.
    #[arg(required = true)]
    pub(crate) catalogs: Vec<String>,
    /// How findings are written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For tools, an array of objects.
    Json,
    /// As annotations of GitHub's workflows.
    Github,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Diff {
    /// The catalog that clients know.
    pub(crate) old: String,
    /// The catalog that takes its place.
    pub(crate) new: String,
    /// How changes are written.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
    /// End with 0 even if a change breaks clients.
    #[arg(long)]
    pub(crate) allow_breaking: bool,
}

/// How changes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people.
    Text,
    /// For tools.
    Json,
    /// For a pull request.
    Markdown,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Explain {
    /// A code, by name or number.
    #[arg(allow_hyphen_values = true)]
    pub(crate) code: String,
    /// Look in this catalog, rather than in the published ones.
    #[arg(long)]
    pub(crate) catalog: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct List {
    /// The catalog; every published one without it.
    #[arg(long)]
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
    /// Only codes of this scope: response, violation, job.
    #[arg(long)]
    pub(crate) scope: Option<String>,
    /// How codes are written.
    #[arg(long, value_enum, default_value_t = DataFormat::Text)]
    pub(crate) format: DataFormat,
}

/// How codes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataFormat {
    /// For people.
    Text,
    /// For tools.
    Json,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Export {
    /// The catalog.
    pub(crate) catalog: String,
    /// The form of the data.
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub(crate) format: ExportFormat,
    /// Write to this file, rather than to standard output.
    #[arg(long)]
    pub(crate) output: Option<std::path::PathBuf>,
    /// Write nothing; end with 1 if this file is not what would be written.
    #[arg(long, conflicts_with = "output")]
    pub(crate) check: Option<std::path::PathBuf>,
}

/// The form of exported data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// JSON, as README.md describes it.
    Json,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct New {
    /// The file to write; it must not exist.
    #[arg(default_value = "errors.toml")]
    pub(crate) file: std::path::PathBuf,
    /// The catalog's name.
    #[arg(long, default_value = "my-api")]
    pub(crate) name: String,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Probe {
    /// The service: `http://HOST:PORT`, with a path where it is not at the root.
    pub(crate) url: String,
    /// The envelope of its errors; without it, the one that most of them are in.
    #[arg(long, value_enum)]
    pub(crate) style: Option<ProbeStyle>,
    /// Provoke this path; `POST /apps` provokes refusals of bodies too. Can be repeated.
    #[arg(long = "path", value_name = "[METHOD ]PATH")]
    pub(crate) paths: Vec<String>,
    /// Leave answers at this path, and below it, alone. Can be repeated.
    #[arg(long = "exempt-path", value_name = "PATH")]
    pub(crate) exempt_paths: Vec<String>,
    /// Leave answers with this status alone. Can be repeated.
    #[arg(long = "exempt-status", value_name = "STATUS")]
    pub(crate) exempt_statuses: Vec<u16>,
    /// The header field that holds the request's id.
    #[arg(long, value_name = "NAME", default_value = "x-request-id")]
    pub(crate) request_id_header: String,
    /// A text that was planted in the service and may not leave it. Can be repeated.
    #[arg(long = "canary", value_name = "TEXT")]
    pub(crate) canaries: Vec<String>,
    /// Leave out this provocation, by its name in the first column. Can be repeated.
    #[arg(long = "skip", value_name = "NAME")]
    pub(crate) skipped: Vec<String>,
    /// The protocol to speak.
    #[arg(long, value_enum, default_value_t = ProbeProtocol::Both)]
    pub(crate) protocol: ProbeProtocol,
    /// How long each exchange may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub(crate) timeout: u64,
    /// How the answers are written.
    #[arg(long, value_enum, default_value_t = ProbeFormat::Text)]
    pub(crate) format: ProbeFormat,
    /// Probe a service on another machine.
    #[arg(long)]
    pub(crate) allow_remote: bool,
}

/// The envelope of a service's errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProbeStyle {
    /// `{"ok":false,"error":{…}}`
    OkError,
    /// JSON:API 1.1.
    JsonApi,
    /// `{"code":-403,"data":…}`
    CodeData,
    /// RFC 9457.
    Problem,
}

/// The protocol to speak to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProbeProtocol {
    /// HTTP/1.1.
    Http1,
    /// HTTP/2 with prior knowledge.
    Http2,
    /// Both; HTTP/2 is left out where the service does not speak it.
    Both,
}

/// How answers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProbeFormat {
    /// For people.
    Text,
    /// For tools.
    Json,
    /// For tools that show tests.
    Junit,
}

/// The script that completes the command in a shell.
pub(crate) fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "manila", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
