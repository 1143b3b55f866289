//! `manila probe`

mod junit;
mod knowledge;
mod url;

use std::io::{IsTerminal as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use manila_probe::oracle::Style;
use manila_probe::wire::Protocol;
use manila_probe::{Probe, Report};

use self::url::Url;
use super::json::json;
use crate::args::{self, ProbeFormat, ProbeProtocol, StyleName};
use crate::input::stdin_once;
use crate::outcome::{Failure, Verdict};

pub(crate) fn run(args: &args::Probe, out: &mut String) -> Result<Verdict, Failure> {
    stdin_once(args.routes.iter().chain(&args.catalog))?;
    let url: Url = args.url.parse().map_err(Failure)?;
    let timeout = Duration::from_secs(args.timeout);
    let address = address(&url, timeout, args.allow_remote)?;
    let report = knowledge::of(args, probe(args, &url, address))?
        .timeout(timeout)
        .run_with(progress())
        .map_err(|error| Failure(error.to_string()));
    clear_progress();
    let report = report?;
    *out += &match args.format {
        ProbeFormat::Text => format!("{report}\n"),
        ProbeFormat::Json => json(&report),
        ProbeFormat::Junit => junit::text(&report)?,
    };
    Ok(verdict(&report))
}

fn verdict(report: &Report) -> Verdict {
    if report.is_clean() {
        Verdict::Fine
    } else {
        Verdict::Findings
    }
}

fn probe(args: &args::Probe, url: &Url, address: SocketAddr) -> Probe {
    let probe = Probe::new(address)
        .authority(url.authority())
        .base_path(url.path())
        .paths(&args.paths)
        .exempt_paths(&args.exempt_paths)
        .exempt_statuses(args.exempt_statuses.iter().copied())
        .request_id_header(&args.request_id_header)
        .id_characters(&args.id_characters)
        .canaries(&args.canaries)
        .skip(&args.skipped)
        .protocols(protocols(args.protocol));
    let probe = match args.style {
        Some(style) => probe.style(style_of(style)),
        None => probe,
    };
    let styles = args.styles.iter();
    let probe = styles.fold(probe, |probe, (path, style)| {
        probe.style_of(path, style_of(*style))
    });
    let rules = args.skipped_rules.iter();
    let probe = rules.fold(probe, |probe, rule| probe.skip_rule(rule));
    let when = |is_on: bool, probe: Probe, set: fn(Probe) -> Probe| {
        if is_on { set(probe) } else { probe }
    };
    let probe = when(args.unsafe_methods, probe, Probe::unsafe_methods);
    let probe = when(args.strict, probe, Probe::strict);
    when(args.allow_remote, probe, Probe::allow_remote)
}

/// The first address of the host that accepts a connection: a name may have one of each family.
fn address(url: &Url, timeout: Duration, may_be_remote: bool) -> Result<SocketAddr, Failure> {
    let name = url.authority();
    let addresses = url
        .addresses()
        .map_err(|error| Failure(format!("cannot resolve {name}: {error}")))?;
    let remote = addresses.iter().find(|address| !address.ip().is_loopback());
    if let Some(remote) = remote.filter(|_| !may_be_remote) {
        return Err(Failure(format!(
            "{name} is on another machine ({}); use `--allow-remote` if its owner agrees",
            remote.ip()
        )));
    }
    let mut reason = String::from("it has no address");
    for address in addresses {
        match TcpStream::connect_timeout(&address, timeout) {
            Ok(_) => return Ok(address),
            Err(error) => reason = error.to_string(),
        }
    }
    Err(Failure(format!("cannot connect to {name}: {reason}")))
}

const fn style_of(style: StyleName) -> Style {
    match style {
        StyleName::OkError => Style::OkError,
        StyleName::JsonApi => Style::JsonApi,
        StyleName::CodeData => Style::CodeData,
        StyleName::Problem => Style::Problem,
    }
}

fn protocols(protocol: ProbeProtocol) -> Vec<Protocol> {
    match protocol {
        ProbeProtocol::Http1 => vec![Protocol::Http1],
        ProbeProtocol::Http2 => vec![Protocol::Http2],
        ProbeProtocol::Both => Protocol::ALL.into(),
    }
}

/// Erases the line of a terminal.
const ERASE: &str = "\r\x1b[2K";

/// Shows at a terminal what is being sent.
fn progress() -> impl FnMut(&'static str) {
    let is_watched = std::io::stderr().is_terminal();
    move |provocation| {
        if is_watched {
            // Whether the progress can be shown changes nothing about it.
            let _ = write!(std::io::stderr(), "{ERASE}probing: {provocation}");
        }
    }
}

fn clear_progress() {
    if std::io::stderr().is_terminal() {
        let _ = write!(std::io::stderr(), "{ERASE}");
    }
}
