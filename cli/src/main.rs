//! The command `manila`.

mod args;
mod catalogs;
mod commands;
mod core_catalog;
mod git;
mod input;
mod outcome;
mod output;
mod report;
mod shown;
mod translations;
mod yaml;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser as _;

use self::args::{Args, Command, Format};
use self::commands::{
    check, decode, diff, docs, explain, export, import, list, new, operations, probe, rename,
    schema,
};
use self::outcome::{Failure, Verdict};

fn main() -> ExitCode {
    let mut out = String::new();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return misused(&error),
    };
    let failure = args.command.failure();
    let mut stdout = stdout_for(&args.command);
    let outcome = run(args, &mut out);
    let outcome = show(&out, &mut *stdout).and(outcome);
    match outcome {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Findings) => ExitCode::from(1),
        Ok(Verdict::Exit(code)) => ExitCode::from(code),
        Err(Failure(message)) => {
            complain(&message);
            ExitCode::from(failure)
        }
    }
}

/// Tells what is wrong with the arguments, or prints the help that they ask for.
fn misused(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    match error.use_stderr() {
        true => ExitCode::from(args::failure_of_arguments(std::env::args_os())),
        false => ExitCode::SUCCESS,
    }
}

fn run(args: Args, out: &mut String) -> Result<Verdict, Failure> {
    match args.command {
        Command::Check(args) => check::run(&args, out),
        Command::Decode(args) => decode::run(&args, out),
        Command::Diff(args) => diff::run(&args, out),
        Command::Docs(args) => docs::run(&args, out),
        Command::Explain(args) => explain::run(&args, out),
        Command::List(args) => list::run(&args, out),
        Command::Export(args) => export::run(&args, out),
        Command::New(args) => new::run(&args, out),
        Command::Import(args) => import::run(&args, out),
        Command::Rename(args) => rename::run(&args, out),
        Command::Operations(args) => operations::run(&args, out),
        Command::Schema(args) => schema::run(&args, out),
        Command::Probe(args) => probe::run(&args, out),
        Command::Completions { shell } => {
            *out += &args::completions(shell);
            Ok(Verdict::Fine)
        }
    }
}

/// Where a command prints. Only findings for people have colors, which `anstream` takes out where they
/// are not wanted; of data it would take out characters.
fn stdout_for(command: &Command) -> Box<dyn Write> {
    match command {
        Command::Check(args) if args.format == Format::Text => Box::new(anstream::stdout().lock()),
        _ => Box::new(std::io::stdout().lock()),
    }
}

/// Prints the output of a command. A reader may stop reading, as `head` does: that is not a failure
/// of the command.
fn show(text: &str, stdout: &mut dyn Write) -> Result<(), Failure> {
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
