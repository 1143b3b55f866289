//! Bare, hand-written and Manila's servers, under load in turns.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use clap::ValueEnum as _;

use super::{Error, Framework, Load, Protocol, Stack};
use crate::measure::median;

/// How often every server has its turn, after one that warms it up.
const TURNS: usize = 9;

/// How long a turn lasts.
const TURN: Duration = Duration::from_millis(400);

/// What is asked for, and the status that comes back.
const ASKED: [(&str, &str, u16); 3] = [
    ("200", "/ok", 200),
    ("404", "/missing", 404),
    ("a handler's error", "/error", 402),
];

/// What one server did with one kind of request; medians of its turns.
pub(crate) struct Row {
    pub(crate) framework: Framework,
    pub(crate) protocol: Protocol,
    pub(crate) asked: &'static str,
    pub(crate) stack: Stack,
    /// Requests answered per second of the server's processor time.
    pub(crate) served: f64,
    /// The same as a share of what the bare server answered in the same turn.
    pub(crate) share: f64,
    /// The time that 99 of 100 answers did not exceed, in microseconds.
    pub(crate) p99: f64,
    /// How much longer that is than the bare server's in the same turn.
    pub(crate) added: f64,
}

impl Row {
    /// Whether both were asked for the same, of the same framework.
    pub(crate) fn is_beside(&self, other: &Self) -> bool {
        let of = |row: &Self| (row.framework, row.protocol, row.asked);
        of(self) == of(other)
    }
}

/// Puts every server under load, in turns with the others of its framework.
pub(crate) fn in_turns() -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    for &framework in Framework::value_variants() {
        for &protocol in Protocol::value_variants() {
            for asked in ASKED {
                rows.extend(compare(framework, protocol, asked)?);
            }
        }
    }
    Ok(rows)
}

fn compare(
    framework: Framework,
    protocol: Protocol,
    (asked, path, status): (&'static str, &str, u16),
) -> Result<Vec<Row>, Error> {
    let stacks = Stack::value_variants();
    let servers = stacks.iter().map(|stack| Server::start(framework, *stack));
    let servers = servers.collect::<Result<Vec<_>, _>>()?;
    let mut turns = vec![Vec::with_capacity(TURNS); servers.len()];
    for turn in 0..=TURNS {
        for (server, turns) in servers.iter().zip(&mut turns) {
            let before = server.processor_time()?;
            let load = server.load(protocol, path, status)?;
            let spent = server.processor_time()? - before;
            if turn > 0 {
                let served = load.requests as f64 / spent.as_secs_f64();
                turns.push((served, load.p99 as f64));
            }
        }
    }
    let bare = &turns[0];
    let rows = stacks.iter().zip(&turns).map(|(stack, own)| {
        let beside = || own.iter().zip(bare);
        Row {
            framework,
            protocol,
            asked,
            stack: *stack,
            served: median(own.iter().map(|(served, _)| *served).collect()),
            share: median(beside().map(|(own, bare)| own.0 / bare.0).collect()),
            p99: median(own.iter().map(|(_, p99)| *p99).collect()),
            added: median(beside().map(|(own, bare)| own.1 - bare.1).collect()),
        }
    });
    Ok(rows.collect())
}

/// A server in a process of its own, which ends with this value.
struct Server {
    process: Child,
    /// The server ends when this is closed, also where this program is interrupted.
    _input: Option<ChildStdin>,
    address: String,
}

impl Server {
    fn start(framework: Framework, stack: Stack) -> Result<Self, Error> {
        let mut process = Command::new(std::env::current_exe()?)
            .args(["serve", &name_of(&framework), &name_of(&stack)])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let input = process.stdin.take();
        let mut server = Self {
            process,
            _input: input,
            address: String::new(),
        };
        let output = server.process.stdout.take();
        let output = output.ok_or("the server has no standard output")?;
        BufReader::new(output).read_line(&mut server.address)?;
        Ok(server)
    }

    fn load(&self, protocol: Protocol, path: &str, status: u16) -> Result<Load, Error> {
        let output = Command::new(std::env::current_exe()?)
            .args(["load", self.address.trim(), &name_of(&protocol), path])
            .args([&status.to_string(), &TURN.as_millis().to_string()])
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()?;
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// What all threads of the server have spent on the processor.
    fn processor_time(&self) -> Result<Duration, Error> {
        let mut spent = Duration::ZERO;
        for thread in fs::read_dir(format!("/proc/{}/task", self.process.id()))? {
            let line = fs::read_to_string(thread?.path().join("schedstat"))?;
            let nanoseconds = line.split_whitespace().next().unwrap_or_default();
            spent += Duration::from_nanos(nanoseconds.parse()?);
        }
        Ok(spent)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A value as the command line spells it.
fn name_of(value: &impl clap::ValueEnum) -> String {
    value
        .to_possible_value()
        .map_or_else(String::new, |value| value.get_name().to_owned())
}
