//! What the driver can be told.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use manila_examples::workbench::{self, Framework, Style};

/// Sends mutated requests to the workbench and judges the answers.
#[derive(Debug, Parser)]
#[command(name = "wire-fuzz", version, args_conflicts_with_subcommands = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// How many cases each framework gets; a case is one connection.
    #[arg(long, default_value_t = 10_000)]
    pub(crate) requests: u64,

    /// After how many seconds a framework has had enough, whatever is left.
    #[arg(long, default_value_t = 600)]
    pub(crate) seconds: u64,

    /// Where the cases start; the same seed makes the same cases.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,

    /// What serves.
    #[arg(long, value_enum, default_value_t = Frameworks::All)]
    framework: Frameworks,

    /// The shape of errors.
    #[arg(long, value_enum, default_value_t = Style::Problem)]
    pub(crate) style: Style,

    /// Where findings are written.
    #[arg(long, default_value = "target/wire-fuzz")]
    pub(crate) output: PathBuf,

    /// Send the case of a finding once more, and nothing else.
    #[arg(long, value_name = "FILE")]
    pub(crate) replay: Option<PathBuf>,

    /// Leave Manila out: the control, in which answers break the promise.
    #[arg(long)]
    pub(crate) bare: bool,
}

/// The two processes.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serves until standard input closes; the driver starts this by itself.
    #[command(hide = true)]
    Serve(workbench::Options),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Frameworks {
    Axum,
    Actix,
    Tower,
    All,
}

impl Options {
    /// The frameworks, in their order.
    pub(crate) fn frameworks(&self) -> Vec<Framework> {
        match self.framework {
            Frameworks::Axum => vec![Framework::Axum],
            Frameworks::Actix => vec![Framework::Actix],
            Frameworks::Tower => vec![Framework::Tower],
            Frameworks::All => vec![Framework::Axum, Framework::Actix, Framework::Tower],
        }
    }
}
