//! The command line.

use std::net::SocketAddr;

use clap::{ArgGroup, Parser, Subcommand};

use crate::sockets::{Framework, Protocol, Stack};

/// Measures Manila beside its peers and beside hand-written code.
#[derive(Debug, Parser)]
#[command(
    name = "manila-benches",
    args_conflicts_with_subcommands = true,
    group(ArgGroup::new("mode").required(true).multiple(false))
)]
pub(crate) struct Args {
    /// Counts instructions, allocations, crates and features, prints the tables, and exits 1 past a
    /// budget
    #[arg(long, group = "mode")]
    pub(crate) check: bool,

    /// Counts instructions and allocations and prints the tables
    #[arg(long, group = "mode")]
    pub(crate) table: bool,

    /// Counts instructions in sizes from one to ten thousand and prints them
    #[arg(long, group = "mode")]
    pub(crate) growth: bool,

    /// Runs the contenders in turns and prints the time of each; it drifts with the machine's load
    #[arg(long, group = "mode")]
    pub(crate) time: bool,

    /// Puts servers under load over loopback sockets, in turns
    #[arg(long, group = "mode")]
    pub(crate) sockets: bool,

    /// Builds services and enums of codes with Manila and without, prints what each costs, and exits
    /// 1 past a budget; it takes minutes, and half of the budgets are of time
    #[arg(long, group = "mode")]
    pub(crate) adoption: bool,

    /// Does all of it but the times, and writes docs/performance.md and docs/growth.svg
    #[arg(long, group = "mode")]
    pub(crate) write: bool,

    /// Only works whose name contains this text; budgets are judged where all they need is measured
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) only: String,

    /// How often each service is built from nothing to see what adoption costs
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) turns: u32,

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

    /// Serves until the standard input ends
    #[command(hide = true)]
    Serve { framework: Framework, stack: Stack },

    /// Puts a server under load, and writes what it answered
    #[command(hide = true)]
    Load {
        address: SocketAddr,
        protocol: Protocol,
        path: String,
        status: u16,
        milliseconds: u64,
    },
}
