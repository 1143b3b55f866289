//! What the program does in each of its modes.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use crate::adoption::{self, Adoption};
use crate::args::{Args, Hidden};
use crate::budgets::{self, Verdict};
use crate::growth::{self, Series};
use crate::measure::{self, NoCount};
use crate::report::{self, Report};
use crate::work::{Work, WrongAnswer};
use crate::{contenders, sockets, table};

/// Why the program could not do what it was asked for, as the user reads it.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

/// Does what the command line asks for; what there is to tell goes to `out`.
pub(crate) fn run(args: &Args, out: &mut String) -> Result<ExitCode, Failure> {
    let mut works = contenders::works();
    let mut series = growth::series();
    if let Some(hidden) = &args.hidden {
        return be(hidden, &works, &series, out);
    }
    if args.sockets {
        table::write_sockets(&sockets::in_turns()?, out);
        return Ok(ExitCode::SUCCESS);
    }
    if args.adoption {
        let adoption = adoption::builds(&args.only, args.turns)?;
        let verdicts = budgets::judge(&adoption);
        table::write_adoption(&adoption, out);
        table::write_verdicts(&verdicts, out);
        return Ok(verdict(&verdicts));
    }
    works.retain(|work| !args.growth && work.name.contains(&args.only));
    series.retain(|series| !args.time && series.name.contains(&args.only));
    everything(&works, &series).try_for_each(Work::check)?;
    if args.time {
        for work in &works {
            table::write_times(work, &measure::in_turns(work), out);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let sheet = measure::measure(everything(&works, &series))?;
    let mut verdicts = budgets::judge(&sheet);
    verdicts.extend(series.iter().filter_map(|series| series.judge(&sheet)));
    let adoption = if args.write {
        adoption::builds(&args.only, args.turns)?
    } else if args.check {
        adoption::graphs(&args.only)?
    } else {
        Adoption::default()
    };
    verdicts.extend(budgets::judge(&adoption));
    if args.write {
        let rows = sockets::in_turns()?;
        write(&Report {
            works: &works,
            series: &series,
            sheet: &sheet,
            verdicts: &verdicts,
            sockets: &rows,
            adoption: &adoption,
        })?;
    }
    for work in &works {
        table::write_costs(work, &sheet, out);
    }
    for series in &series {
        table::write_series(series, &sheet, out);
    }
    table::write_adoption(&adoption, out);
    table::write_verdicts(&verdicts, out);
    Ok(if args.check {
        verdict(&verdicts)
    } else {
        ExitCode::SUCCESS
    })
}

fn verdict(verdicts: &[Verdict]) -> ExitCode {
    if verdicts.iter().any(Verdict::is_broken) {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    }
}

/// Is what the program has started itself as.
fn be(
    hidden: &Hidden,
    works: &[Work],
    series: &[Series],
    out: &mut String,
) -> Result<ExitCode, Failure> {
    match hidden {
        Hidden::Run {
            work,
            contender,
            times,
        } => everything(works, series)
            .find(|found| found.name == *work)
            .and_then(|work| work.contender(contender))
            .ok_or_else(|| Failure(format!("there is no {contender} of {work}")))?
            .repeat(*times),
        Hidden::Serve { framework, stack } => sockets::serve(*framework, *stack)?,
        Hidden::Load {
            address,
            protocol,
            path,
            status,
            milliseconds,
        } => {
            let lasting = Duration::from_millis(*milliseconds);
            let load = sockets::load(*address, *protocol, path, *status, lasting)?;
            out.push_str(&serde_json::to_string(&load).map_err(sockets::Error::from)?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn everything<'a>(works: &'a [Work], series: &'a [Series]) -> impl Iterator<Item = &'a Work> {
    works.iter().chain(series.iter().flat_map(|of| &of.works))
}

/// Writes the page and its chart to the repository's documentation.
fn write(report: &Report<'_>) -> Result<(), Failure> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    let page = report::page(report).map_err(Failure)?;
    let chart = growth::chart(report.series, report.sheet);
    for (name, text) in [("performance.md", page), ("growth.svg", chart)] {
        let path = docs.join(name);
        fs::write(&path, text)
            .map_err(|error| Failure(format!("cannot write {}: {error}", path.display())))?;
    }
    Ok(())
}

impl From<WrongAnswer> for Failure {
    fn from(wrong: WrongAnswer) -> Self {
        Self(wrong.to_string())
    }
}

impl From<NoCount> for Failure {
    fn from(reason: NoCount) -> Self {
        Self(reason.to_string())
    }
}

impl From<sockets::Error> for Failure {
    fn from(error: sockets::Error) -> Self {
        Self(error.to_string())
    }
}
