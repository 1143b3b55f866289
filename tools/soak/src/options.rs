//! What the soak can be told.

use clap::{Parser, Subcommand, ValueEnum};
use manila_examples::workbench::{self, Framework, Style};
use manila_probe::wire::Protocol;

/// Sends a repeatable mix of requests to the workbench and reconciles what came back.
#[derive(Debug, Parser)]
#[command(name = "soak", version, args_conflicts_with_subcommands = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// How many requests each framework gets.
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(120..))]
    pub(crate) requests: u64,

    /// The percentage of requests that are brought to fail.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(crate) faults: u8,

    /// The percentage of requests that the client gives up on half-way.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(0..=50))]
    pub(crate) cancelled: u8,

    /// What serves.
    #[arg(long, value_enum, default_value_t = Frameworks::All)]
    framework: Frameworks,

    /// The protocols of the connections.
    #[arg(long, value_enum, default_value_t = Protocols::Both)]
    protocol: Protocols,

    /// The shape of errors; `problem` and `json-api` repeat the id in the body.
    #[arg(long, value_enum, default_value_t = Style::Problem)]
    pub(crate) style: Style,

    /// How many connections are open at a time.
    #[arg(long, default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..=512))]
    pub(crate) connections: u16,

    /// Where the mix starts; the same seed sends the same requests.
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,

    /// Leave Manila out: the control, in which the ledgers cannot agree.
    #[arg(long)]
    pub(crate) bare: bool,
}

/// The two processes.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serves until standard input closes; the soak starts this by itself.
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Protocols {
    Http1,
    Http2,
    Both,
}

impl Options {
    /// The frameworks, in the order in which they are soaked.
    pub(crate) fn frameworks(&self) -> Vec<Framework> {
        match self.framework {
            Frameworks::Axum => vec![Framework::Axum],
            Frameworks::Actix => vec![Framework::Actix],
            Frameworks::Tower => vec![Framework::Tower],
            Frameworks::All => vec![Framework::Axum, Framework::Actix, Framework::Tower],
        }
    }

    /// The protocol of each connection.
    pub(crate) fn protocols(&self) -> impl Iterator<Item = Protocol> {
        let protocols: &[Protocol] = match self.protocol {
            Protocols::Http1 => &[Protocol::Http1],
            Protocols::Http2 => &[Protocol::Http2],
            Protocols::Both => &Protocol::ALL,
        };
        let connections = usize::from(self.connections);
        protocols.iter().copied().cycle().take(connections)
    }
}
