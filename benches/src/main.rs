//! Manila beside its peers and beside hand-written code.

mod args;
mod budgets;
mod contenders;
mod measure;
mod table;
mod work;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use self::args::{Args, Hidden};
use self::work::Work;

/// Why the program could not do what it was asked for, as the user reads it.
struct Failure(String);

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

fn run(args: &Args, out: &mut String) -> Result<ExitCode, Failure> {
    let mut works = contenders::works();
    if let Some(Hidden::Run {
        work,
        contender,
        times,
    }) = &args.hidden
    {
        repeat(&works, work, contender, *times)?;
        return Ok(ExitCode::SUCCESS);
    }
    works.retain(|work| work.name.contains(&args.only));
    for work in &works {
        for contender in &work.contenders {
            contender
                .check()
                .map_err(|wrong| Failure(format!("{}: {wrong}", work.name)))?;
        }
    }
    if args.time {
        for work in &works {
            table::write_times(work, &measure::in_turns(work), out);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let sheet = measure::measure(&works).map_err(|error| Failure(error.to_string()))?;
    for work in &works {
        table::write_costs(work, &sheet, out);
    }
    let verdicts = budgets::judge(&sheet);
    table::write_verdicts(&verdicts, out);
    let is_broken = verdicts.iter().any(budgets::Verdict::is_broken);
    Ok(if args.check && is_broken {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

fn repeat(works: &[Work], work: &str, contender: &str, times: u32) -> Result<(), Failure> {
    let contender = works
        .iter()
        .find(|found| found.name == work)
        .and_then(|work| work.contender(contender))
        .ok_or_else(|| Failure(format!("there is no {contender} of {work}")))?;
    contender.repeat(times);
    Ok(())
}
