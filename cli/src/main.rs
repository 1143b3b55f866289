//! The command `manila`.

mod args;
mod catalogs;
mod commands;
mod input;
mod outcome;
mod report;

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use self::args::{Args, Command};
use self::commands::{check, diff, explain, export, list, new, probe};
use self::outcome::{Failure, Verdict};

fn main() -> ExitCode {
    let mut out = String::new();
    let outcome = run(Args::parse(), &mut out);
    let outcome = show(&out).and(outcome);
    match outcome {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Findings) => ExitCode::from(1),
        Err(Failure(message)) => {
            complain(&message);
            ExitCode::from(2)
        }
    }
}

fn run(args: Args, out: &mut String) -> Result<Verdict, Failure> {
    match args.command {
        Command::Check(args) => check::run(&args, out),
        Command::Diff(args) => diff::run(&args, out),
        Command::Explain(args) => explain::run(&args, out),
        Command::List(args) => list::run(&args, out),
        Command::Export(args) => export::run(&args, out),
        Command::New(args) => new::run(&args, out),
        Command::Probe(args) => probe::run(&args, out),
        Command::Completions { shell } => {
            *out += &args::completions(shell);
            Ok(Verdict::Fine)
        }
    }
}

/// Prints the output of a command. A reader may stop reading, as `head` does: that is not a failure
/// of the command.
fn show(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    let written = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure(format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

fn complain(message: &str) {
    let _ = writeln!(anstream::stderr(), "error: {message}");
}
