//! One server, from its start to its end.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use manila_examples::workbench::Framework;
use manila_probe::wire::{Protocol, Request, send};
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::interval;

use crate::connection::{Connection, Error};
use crate::lane::Lane;
use crate::ledger::Entry;
use crate::options::Options;
use crate::plan::Mix;
use crate::reconcile::reconcile;
use crate::report::{Report, held};
use crate::server::Server;

/// The first warms the server up. It is measured after each.
const ROUNDS: u64 = 12;

/// How many requests are under way at a time on a connection of HTTP/2.
const STREAMS: usize = 4;

/// How often the progress is told.
const TOLD_EVERY: Duration = Duration::from_secs(3);

/// Soaks one framework.
pub(crate) async fn run(options: &Options, framework: Framework) -> io::Result<Report> {
    let begin = Instant::now();
    let mix = Mix {
        framework,
        seed: options.seed,
        faults: options.faults,
        cancelled: options.cancelled,
    };
    let mut server = Server::start(options, framework).await?;
    let done = Arc::new(AtomicU64::new(0));
    let progress = tokio::spawn(tell(framework, options.requests, Arc::clone(&done)));
    let mut entries = Vec::new();
    let mut readings = Vec::new();
    for round in 0..ROUNDS {
        let from = options.requests * round / ROUNDS;
        let to = options.requests * (round + 1) / ROUNDS;
        let lanes = open(options, server.address).await;
        let lanes = lanes.map_err(io::Error::other)?;
        entries.extend(soak(lanes, mix, from..to, &done).await);
        readings.push(server.idle().await?);
    }
    progress.abort();
    let seconds = begin.elapsed().as_secs_f64();

    let mut findings = held(&readings);
    let address = server.address;
    findings.extend(spawn_blocking(move || fresh(address)).await?);
    let events = server.stop().await?;
    findings.extend(reconcile(options.requests, &entries, &events));
    Ok(Report::new(
        framework,
        &entries,
        events.len(),
        readings,
        seconds,
        findings,
    ))
}

/// The lanes of a round, on connections of their own.
async fn open(options: &Options, server: SocketAddr) -> Result<Vec<Lane>, Error> {
    let mut lanes = Vec::new();
    for protocol in options.protocols() {
        match protocol {
            Protocol::Http1 => lanes.push(Lane::new(server, protocol, None)),
            Protocol::Http2 => {
                let connection = Connection::http2(server).await?;
                let shared = (0..STREAMS).map(|_| Lane::new(server, protocol, connection.share()));
                lanes.extend(shared);
            }
        }
    }
    Ok(lanes)
}

/// Sends a round's requests. Which lane sends which is fixed, and with it the protocol.
async fn soak(
    lanes: Vec<Lane>,
    mix: Mix,
    numbers: Range<u64>,
    done: &Arc<AtomicU64>,
) -> Vec<Entry> {
    let step = lanes.len();
    let mut running = JoinSet::new();
    for (at, lane) in lanes.into_iter().enumerate() {
        let done = Arc::clone(done);
        let numbers = numbers.clone().skip(at).step_by(step);
        running.spawn(async move { lane.run(mix, numbers, &done).await });
    }
    running.join_all().await.into_iter().flatten().collect()
}

/// After all that, a request on a new connection succeeds, and so does one on a route that serves
/// one request at a time: nothing is in flight any more.
fn fresh(server: SocketAddr) -> Vec<String> {
    let mut findings = Vec::new();
    for path in ["/ok", "/busy?ms=0", "/nested/busy?ms=0"] {
        for protocol in Protocol::ALL {
            let outcome = send(server, protocol, &Request::get(path));
            let what = match outcome {
                Ok(response) if response.status == 200 => continue,
                Ok(response) => response.status.to_string(),
                Err(error) => error.to_string(),
            };
            findings.push(format!("a fresh {path} over {protocol:?} got {what}"));
        }
    }
    findings
}

async fn tell(framework: Framework, requests: u64, done: Arc<AtomicU64>) {
    let begin = Instant::now();
    let mut ticks = interval(TOLD_EVERY);
    ticks.tick().await;
    loop {
        ticks.tick().await;
        let done = done.load(Ordering::Relaxed);
        let rate = done as f64 / begin.elapsed().as_secs_f64();
        let line = format!("{framework:?}: {done} of {requests} requests, {rate:.0} a second");
        // The soak goes on without its progress.
        let _ = writeln!(io::stderr(), "{line}");
    }
}
