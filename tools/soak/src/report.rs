//! What a soak came to.

use std::fmt;

use manila_examples::workbench::Framework;

use crate::ledger::{Entry, Outcome};
use crate::vitals::Vitals;

/// By how many bytes the heap may have grown between the warm-up and the end. A leak of a byte per
/// request shows from 300,000 requests on.
const TOLERANCE: usize = 256 * 1024;

/// The highest of so many readings is where the heap starts from: at first it fills its pools.
const FILLING: usize = 3;

/// How many findings are shown.
const SHOWN: usize = 20;

/// What a soak of one framework came to.
#[derive(Debug)]
pub(crate) struct Report {
    framework: Framework,
    counts: Counts,
    events: usize,
    /// The server's vitals after every round.
    readings: Vec<Vitals>,
    seconds: f64,
    pub(crate) findings: Vec<String>,
}

#[derive(Debug, Default)]
struct Counts {
    requests: usize,
    answered: usize,
    errors: usize,
    cancelled: usize,
}

impl Report {
    pub(crate) fn new(
        framework: Framework,
        entries: &[Entry],
        events: usize,
        readings: Vec<Vitals>,
        seconds: f64,
        findings: Vec<String>,
    ) -> Self {
        let mut counts = Counts {
            requests: entries.len(),
            ..Counts::default()
        };
        for entry in entries {
            match &entry.outcome {
                Outcome::Answered(answer) => {
                    counts.answered += 1;
                    counts.errors += usize::from(answer.status >= 400);
                }
                Outcome::Cancelled => counts.cancelled += 1,
                Outcome::Failed(_) => {}
            }
        }
        Self {
            framework,
            counts,
            events,
            readings,
            seconds,
            findings,
        }
    }
}

/// What is wrong with what an idle server holds on to, by its readings after every round.
pub(crate) fn held(readings: &[Vitals]) -> Vec<String> {
    let (Some(first), Some(last)) = (readings.first(), readings.last()) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let full = readings.iter().take(FILLING).map(|reading| reading.heap);
    let (full, last) = (full.max().unwrap_or_default(), last.heap);
    if last > full + TOLERANCE {
        findings.push(format!(
            "the heap grew from {full} to {last} bytes, more than {TOLERANCE}"
        ));
    }
    for (round, reading) in readings.iter().enumerate() {
        let pairs = [
            ("connections", reading.connections, 0),
            ("descriptors", reading.descriptors, first.descriptors),
            ("threads", reading.threads, first.threads),
        ];
        for (name, found, most) in pairs {
            if found > most {
                let what = format!("{found} {name} after round {round}, {most} before");
                findings.push(what);
            }
        }
    }
    findings
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rate = self.counts.requests as f64 / self.seconds;
        let mut row = |name: &str, value: String| writeln!(f, "  {name:<22}{value}");
        row("framework", format!("{:?}", self.framework))?;
        row("requests", self.counts.requests.to_string())?;
        row("answered", self.counts.answered.to_string())?;
        row("  from 400 up", self.counts.errors.to_string())?;
        row("cancelled", self.counts.cancelled.to_string())?;
        row("events", self.events.to_string())?;
        row(
            "seconds",
            format!("{:.1}, {rate:.0} requests each", self.seconds),
        )?;
        row(
            "heap, bytes",
            of_readings(&self.readings, |reading| reading.heap),
        )?;
        row(
            "connections",
            of_readings(&self.readings, |reading| reading.connections),
        )?;
        row(
            "descriptors",
            of_readings(&self.readings, |reading| reading.descriptors),
        )?;
        row(
            "threads",
            of_readings(&self.readings, |reading| reading.threads),
        )?;
        row("findings", self.findings.len().to_string())?;
        for finding in self.findings.iter().take(SHOWN) {
            writeln!(f, "    {finding}")?;
        }
        writeln!(f)
    }
}

/// The figure after every round; one alone, where all are alike.
fn of_readings(readings: &[Vitals], figure: fn(&Vitals) -> usize) -> String {
    let mut figures: Vec<usize> = readings.iter().map(figure).collect();
    figures.dedup();
    let figures: Vec<String> = figures.iter().map(ToString::to_string).collect();
    figures.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDLE: Vitals = Vitals {
        heap: 100_000,
        descriptors: 13,
        connections: 0,
        threads: 4,
    };

    fn check(last: Vitals, expected: &[&str]) {
        assert_eq!(held(&[IDLE, IDLE, IDLE, last]), expected);
    }

    #[test]
    fn what_comes_and_goes_is_not_held() {
        let more = Vitals {
            heap: IDLE.heap * 100,
            ..IDLE
        };
        assert!(held(&[IDLE, more, IDLE, IDLE]).is_empty());
        check(
            Vitals {
                heap: IDLE.heap + TOLERANCE,
                ..IDLE
            },
            &[],
        );
    }

    #[test]
    fn what_is_held_is_found() {
        check(
            Vitals {
                heap: IDLE.heap + TOLERANCE + 1,
                ..IDLE
            },
            &["the heap grew from 100000 to 362145 bytes, more than 262144"],
        );
        check(
            Vitals {
                descriptors: 14,
                connections: 1,
                threads: 5,
                ..IDLE
            },
            &[
                "1 connections after round 3, 0 before",
                "14 descriptors after round 3, 13 before",
                "5 threads after round 3, 4 before",
            ],
        );
    }
}
