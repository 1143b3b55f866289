//! Manila beside its peers and beside hand-written code: what each costs, in one program.

mod adoption;
mod args;
mod budgets;
mod contenders;
mod growth;
mod measure;
mod report;
mod run;
mod sockets;
mod table;
mod work;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use self::args::Args;
use self::run::{Failure, run};

fn main() -> ExitCode {
    let mut out = String::new();
    let outcome = run(&Args::parse(), &mut out);
    let shown = io::stdout().write_all(out.as_bytes());
    match outcome {
        Ok(code) if shown.is_ok() => code,
        Ok(_) => ExitCode::from(2),
        Err(Failure(message)) => {
            // Nothing more can be done where there is no one to tell.
            let _ = writeln!(io::stderr(), "error: {message}");
            ExitCode::from(2)
        }
    }
}
