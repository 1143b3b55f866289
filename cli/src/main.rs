//! The command `manila`.

mod args;
mod commands;
mod input;
mod report;

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use self::args::{Args, Command};
use self::commands::{check, diff, explain, export, list, new, probe};

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Nothing is wrong.
    Fine,
    /// Something was found.
    Findings,
}

/// Why a command could not do its work, as the user reads it.
#[derive(Debug)]
struct Failure(String);

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

/// Prints what a command has to say. Whoever reads may stop reading, as `head` does: that is no
/// failure of the command's.
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
