//! What the driver found.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use clap::ValueEnum;
use manila_examples::workbench::{Framework, Style};
use manila_probe::oracle::Event;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::judge::Verdict;
use crate::ledger::Ledger;
use crate::options::Options;

/// How many findings are shown and written down.
const SHOWN: usize = 20;

/// How many characters of a case are shown; its file has all of them.
const LONGEST: usize = 4_000;

/// A case that was answered wrongly, as it is written down.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Finding {
    framework: String,
    style: String,
    findings: Vec<String>,
    pub(crate) case: Case,
}

/// What all cases came to.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    cases: u64,
    answered: u64,
    outside: u64,
    events: usize,
    ledger: Ledger,
    pub(crate) seconds: f64,
    /// What is wrong with the server itself.
    pub(crate) findings: Vec<String>,
    /// The cases that were answered wrongly, and what is wrong with each.
    wrong: Vec<(Case, Vec<String>)>,
}

impl Tally {
    /// Adds one case.
    pub(crate) fn add(&mut self, case: &Case, verdict: Verdict) {
        self.cases += 1;
        self.answered += verdict.answered;
        self.outside += verdict.outside;
        let read = usize::try_from(verdict.answered + verdict.outside).unwrap_or(usize::MAX);
        let unread = case.script.requests().saturating_sub(read);
        self.ledger.add(case.number, verdict.told, unread);
        if !verdict.findings.is_empty() {
            self.wrong.push((case.clone(), verdict.findings));
        }
    }

    /// Adds what another connection came to.
    pub(crate) fn merge(&mut self, other: Self) {
        self.cases += other.cases;
        self.answered += other.answered;
        self.outside += other.outside;
        self.ledger.merge(other.ledger);
        self.findings.extend(other.findings);
        self.wrong.extend(other.wrong);
    }

    /// Holds the answers of all cases against what the server told the log; `case` gives a case by
    /// its number.
    pub(crate) fn balance(
        &mut self,
        framework: Framework,
        events: Vec<Event>,
        case: impl Fn(u64) -> Case,
    ) {
        self.events = events.len();
        let script = |number| case(number).script;
        let balance = self.ledger.balance(framework, events, script);
        self.findings.extend(balance.stray);
        for (number, findings) in balance.of_cases {
            let known = self.wrong.iter_mut();
            match known.into_iter().find(|(case, _)| case.number == number) {
                Some((_, known)) => known.extend(findings),
                None => self.wrong.push((case(number), findings)),
            }
        }
    }

    /// Whether nothing is wrong.
    pub(crate) const fn is_clean(&self) -> bool {
        self.findings.is_empty() && self.wrong.is_empty()
    }

    /// Prints the tally and writes the wrong cases into files of their own.
    pub(crate) fn tell(mut self, framework: Framework, options: &Options) -> io::Result<()> {
        let mut out = io::stdout();
        let rate = self.cases as f64 / self.seconds;
        writeln!(out, "{framework:?}")?;
        writeln!(out, "  cases                {}", self.cases)?;
        writeln!(out, "  answered             {}", self.answered)?;
        writeln!(out, "  by the HTTP server   {}", self.outside)?;
        writeln!(out, "  events               {}", self.events)?;
        writeln!(
            out,
            "  seconds              {:.1}, {rate:.0} cases each",
            self.seconds
        )?;
        let findings = self.findings.len() + self.wrong.len();
        writeln!(out, "  findings             {findings}")?;
        for what in self.findings.iter().take(SHOWN) {
            writeln!(out, "    {what}")?;
        }
        self.wrong.sort_by_key(|(case, _)| case.number);
        for (case, findings) in self.wrong.into_iter().take(SHOWN) {
            let file = format!("{}-{}-{}.json", name(&framework), case.seed, case.number);
            let file = options.output.join(file);
            writeln!(
                out,
                "    case {} of seed {}, in {}",
                case.number,
                case.seed,
                file.display()
            )?;
            for what in &findings {
                writeln!(out, "      {what}")?;
            }
            writeln!(out, "      {:.LONGEST$}", case.script.to_string())?;
            let finding = Finding {
                framework: name(&framework),
                style: name(&options.style),
                findings,
                case,
            };
            fs::create_dir_all(&options.output)?;
            fs::write(file, serde_json::to_vec_pretty(&finding)?)?;
        }
        Ok(())
    }
}

impl Finding {
    /// Reads a finding from its file.
    pub(crate) fn read(file: &Path) -> io::Result<Self> {
        Ok(serde_json::from_slice(&fs::read(file)?)?)
    }

    pub(crate) fn framework(&self) -> io::Result<Framework> {
        of_name(&self.framework)
    }

    pub(crate) fn style(&self) -> io::Result<Style> {
        of_name(&self.style)
    }
}

/// The name that the option has for the value.
fn name(value: &impl ValueEnum) -> String {
    let value = value.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}

fn of_name<T: ValueEnum>(name: &str) -> io::Result<T> {
    T::from_str(name, false).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}
