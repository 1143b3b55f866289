//! A bounded soak of the workbench, after which the client's ledger and the server's have to agree.
//!
//! Client and server are two processes: the program starts itself again as the server. The client
//! sends a seeded mix of requests, a part of which fails and a part of which it gives up on, and
//! writes down what it sent and what came back; the server tells every `manila::fault` event. At the
//! end nothing may be lost, doubled or crossed, and what the server holds on to has to be what it
//! held on to at the beginning. It reads `/proc`, and so it runs on Linux.

mod answer;
mod body;
mod connection;
mod events;
mod lane;
mod ledger;
mod message;
mod options;
mod plan;
mod reconcile;
mod report;
mod routes;
mod run;
mod serve;
mod server;
mod vitals;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::options::{Command, Options};

fn main() -> ExitCode {
    let options = Options::parse();
    let outcome = match &options.command {
        Some(Command::Serve(workbench)) => serve::serve(workbench).map(|()| true),
        None => soak(&options),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            // There is nowhere left to say that standard error is closed.
            let _ = writeln!(io::stderr(), "soak: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether nothing was found on any framework.
fn soak(options: &Options) -> io::Result<bool> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let mut is_clean = true;
    for framework in options.frameworks() {
        let report = runtime.block_on(run::run(options, framework))?;
        is_clean &= report.findings.is_empty();
        write!(io::stdout(), "{report}")?;
    }
    Ok(is_clean)
}
