//! Sending cases and keeping what was found.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use manila_examples::workbench::Framework;
use manila_probe::wire::{Protocol, Request, send};
use tokio::task::{JoinSet, spawn_blocking};

use crate::case::{Case, Script};
use crate::judge::{Judge, Verdict};
use crate::options::Options;
use crate::report::{Finding, Tally};
use crate::server::Server;
use crate::{http1, http2};

/// How many connections are open at a time; some of them wait for a server that waits for them.
const CONNECTIONS: usize = 64;

/// After how many cases a fresh request has to succeed.
const FRESH_EVERY: u64 = 500;

/// What all connections share.
struct Driver {
    server: SocketAddr,
    judge: Judge,
    seed: u64,
    cases: u64,
    deadline: Instant,
    next: AtomicU64,
    /// Set once the server is gone.
    is_over: AtomicBool,
}

/// Whether no framework had a finding.
pub(crate) async fn fuzz(options: &Options) -> io::Result<bool> {
    let mut is_clean = true;
    for framework in options.frameworks() {
        let tally = fuzz_framework(options, framework).await?;
        is_clean &= tally.is_clean();
        tally.tell(framework, options)?;
    }
    Ok(is_clean)
}

/// Whether the case of a finding has none any more.
pub(crate) async fn replay(options: &Options, file: &Path) -> io::Result<bool> {
    let begin = Instant::now();
    let finding = Finding::read(file)?;
    let (framework, style) = (finding.framework()?, finding.style()?);
    let mut server = Server::start(framework, style, options.bare)?;
    let judge = Judge::new(framework, style);
    let mut tally = Tally::default();
    tally.add(
        &finding.case,
        run(server.address, &judge, &finding.case).await,
    );
    tally.findings.extend(fresh(server.address).await?);
    tally.findings.extend(died(&mut server)?);
    tally.balance(framework, server.stop()?, |_| finding.case.clone());
    tally.seconds = begin.elapsed().as_secs_f64();
    let is_clean = tally.is_clean();
    tally.tell(framework, options)?;
    Ok(is_clean)
}

async fn fuzz_framework(options: &Options, framework: Framework) -> io::Result<Tally> {
    let begin = Instant::now();
    let mut server = Server::start(framework, options.style, options.bare)?;
    let driver = Arc::new(Driver {
        server: server.address,
        judge: Judge::new(framework, options.style),
        seed: options.seed,
        cases: options.requests,
        deadline: begin + Duration::from_secs(options.seconds),
        next: AtomicU64::new(0),
        is_over: AtomicBool::new(false),
    });
    let mut running = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let driver = Arc::clone(&driver);
        running.spawn(async move { driver.run().await });
    }
    let mut tally = Tally::default();
    for part in running.join_all().await {
        tally.merge(part?);
    }
    tally.findings.extend(fresh(server.address).await?);
    tally.findings.extend(died(&mut server)?);
    let case = |number| Case::new(options.seed, number);
    tally.balance(framework, server.stop()?, case);
    tally.seconds = begin.elapsed().as_secs_f64();
    Ok(tally)
}

impl Driver {
    /// Sends one case after the other.
    async fn run(&self) -> io::Result<Tally> {
        let mut tally = Tally::default();
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let is_late = Instant::now() >= self.deadline;
            if number >= self.cases || is_late || self.is_over.load(Ordering::Relaxed) {
                return Ok(tally);
            }
            let case = Case::new(self.seed, number);
            tally.add(&case, run(self.server, &self.judge, &case).await);
            if number.is_multiple_of(FRESH_EVERY) {
                let found = fresh(self.server).await?;
                if !found.is_empty() {
                    self.is_over.store(true, Ordering::Relaxed);
                    let what = format!("about case {number}");
                    tally
                        .findings
                        .extend(found.into_iter().map(|found| format!("{what}: {found}")));
                }
            }
        }
    }
}

/// Sends a case and judges what comes back.
async fn run(server: SocketAddr, judge: &Judge, case: &Case) -> Verdict {
    let verdict = match &case.script {
        Script::Http1(script) => http1::exchange(server, script)
            .await
            .map(|received| judge.http1(script, &received)),
        Script::Http2(script) => http2::exchange(server, script)
            .await
            .map(|outcomes| judge.http2(script, &outcomes)),
    };
    verdict.unwrap_or_else(|error| Verdict {
        findings: vec![format!("no connection: {error}")],
        ..Verdict::default()
    })
}

/// What is wrong with the answers to fresh requests on new connections (promise.md, O10).
async fn fresh(server: SocketAddr) -> io::Result<Vec<String>> {
    let found = spawn_blocking(move || {
        let mut findings = Vec::new();
        for protocol in Protocol::ALL {
            let what = match send(server, protocol, &Request::get("/ok")) {
                Ok(response) if response.status == 200 => continue,
                Ok(response) => response.status.to_string(),
                Err(error) => error.to_string(),
            };
            findings.push(format!("a fresh request over {protocol:?} got {what}"));
        }
        findings
    });
    Ok(found.await?)
}

/// What is wrong if the server is not there any more.
fn died(server: &mut Server) -> io::Result<Option<String>> {
    let status = server.ended()?;
    Ok(status.map(|status| format!("the server ended with {status}")))
}
