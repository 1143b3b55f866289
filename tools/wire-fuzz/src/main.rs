//! Mutates valid requests, structurally and byte by byte, sends them to the workbench, and judges
//! whatever comes back, and what the log is told of it.
//!
//! What comes from the service has to keep the promise, however odd the request was. What the HTTP
//! server answers to a head that it cannot read is outside of it (promise.md, F8). The workbench
//! runs in a process of its own, and it has to outlive all of this.

mod case;
mod escaped;
mod events;
mod http1;
mod http2;
mod judge;
mod ledger;
mod mutation;
mod options;
mod report;
mod run;
mod seeds;
mod server;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::options::{Command, Options};

fn main() -> ExitCode {
    let options = Options::parse();
    let outcome = match &options.command {
        Some(Command::Serve(workbench)) => server::serve(workbench).map(|()| true),
        None => fuzz(&options),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            // There is nowhere left to say that standard error is closed.
            let _ = writeln!(io::stderr(), "wire-fuzz: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether nothing was found.
fn fuzz(options: &Options) -> io::Result<bool> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    match &options.replay {
        Some(file) => runtime.block_on(run::replay(options, file)),
        None => runtime.block_on(run::fuzz(options)),
    }
}
