//! The command line.

use clap::{ArgGroup, Parser, Subcommand};

/// Measures Manila beside its peers and beside hand-written code.
#[derive(Debug, Parser)]
#[command(
    name = "manila-benches",
    args_conflicts_with_subcommands = true,
    group(ArgGroup::new("mode").required(true).multiple(false))
)]
pub(crate) struct Args {
    /// Counts instructions and allocations, prints the tables, and exits 1 past a budget
    #[arg(long, group = "mode")]
    pub(crate) check: bool,

    /// Counts instructions and allocations and prints the tables
    #[arg(long, group = "mode")]
    pub(crate) table: bool,

    /// Runs the contenders in turns and prints the time of each; it drifts with the machine's load
    #[arg(long, group = "mode")]
    pub(crate) time: bool,

    /// Only works whose name contains this text; budgets are judged where all they need is measured
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) only: String,

    #[command(subcommand)]
    pub(crate) hidden: Option<Hidden>,
}

/// What the program runs itself as.
#[derive(Debug, Subcommand)]
pub(crate) enum Hidden {
    /// Repeats the work of one contender, for callgrind to watch
    #[command(hide = true)]
    Run {
        work: String,
        contender: String,
        times: u32,
    },
}
