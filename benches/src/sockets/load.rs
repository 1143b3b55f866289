//! Load on a server, in a process of its own.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::Bytes;
use clap::ValueEnum;
use http::{Request, Version};
use http_body_util::{BodyExt as _, Empty};
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use serde::{Deserialize, Serialize};
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::Error;

/// How many requests are under way at a time.
const AT_A_TIME: usize = 16;

/// How many of them share a connection of HTTP/2.
const STREAMS: usize = 8;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The version of HTTP that is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Protocol {
    Http1,
    Http2,
}

/// What a server answered.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Load {
    pub(crate) requests: u64,
    /// The time that 99 of 100 answers did not exceed, in microseconds.
    pub(crate) p99: u64,
}

/// Asks a server for a path as fast as it answers, for so long; an answer of another status than
/// this ends it.
pub(crate) fn load(
    address: SocketAddr,
    protocol: Protocol,
    path: &str,
    status: u16,
    lasting: Duration,
) -> Result<Load, Error> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let mut times: Vec<Duration> = runtime.block_on(async {
        let end = Instant::now() + lasting;
        let uri = format!("http://{address}{path}");
        let mut tasks = JoinSet::new();
        match protocol {
            Protocol::Http1 => {
                for _ in 0..AT_A_TIME {
                    let io = TokioIo::new(TcpStream::connect(address).await?);
                    let (sender, connection) = http1::handshake(io).await?;
                    tokio::spawn(connection);
                    let request = request(&uri, Version::HTTP_11)?;
                    tasks.spawn(ask(Sender::Http1(sender), request, status, end));
                }
            }
            Protocol::Http2 => {
                for _ in 0..AT_A_TIME / STREAMS {
                    let io = TokioIo::new(TcpStream::connect(address).await?);
                    let (sender, connection) = http2::handshake(TokioExecutor::new(), io).await?;
                    tokio::spawn(connection);
                    for _ in 0..STREAMS {
                        let request = request(&uri, Version::HTTP_2)?;
                        tasks.spawn(ask(Sender::Http2(sender.clone()), request, status, end));
                    }
                }
            }
        }
        let mut times = Vec::new();
        while let Some(done) = tasks.join_next().await {
            times.extend(done??);
        }
        Ok::<_, Error>(times)
    })?;
    times.sort_unstable();
    let p99 = times.get(times.len() * 99 / 100).copied();
    Ok(Load {
        requests: times.len() as u64,
        p99: p99.unwrap_or_default().as_micros() as u64,
    })
}

fn request(uri: &str, version: Version) -> Result<Request<Empty<Bytes>>, http::Error> {
    Request::get(uri)
        .version(version)
        .header("host", "localhost")
        .header("user-agent", "curl/8.0")
        .header("accept", "*/*")
        .body(Empty::new())
}

enum Sender {
    Http1(http1::SendRequest<Empty<Bytes>>),
    Http2(http2::SendRequest<Empty<Bytes>>),
}

impl Sender {
    async fn send(&mut self, request: Request<Empty<Bytes>>) -> Result<u16, hyper::Error> {
        let response: http::Response<Incoming> = match self {
            Self::Http1(sender) => {
                sender.ready().await?;
                sender.send_request(request).await?
            }
            Self::Http2(sender) => sender.send_request(request).await?,
        };
        let status = response.status().as_u16();
        response.into_body().collect().await?;
        Ok(status)
    }
}

/// Asks one request after the other until the end; the time that each took.
async fn ask(
    mut sender: Sender,
    request: Request<Empty<Bytes>>,
    status: u16,
    end: Instant,
) -> Result<Vec<Duration>, Error> {
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        if start >= end {
            return Ok(times);
        }
        let answered = timeout(PATIENCE, sender.send(request.clone())).await??;
        if answered != status {
            return Err(format!("{} answers {answered}, not {status}", request.uri()).into());
        }
        times.push(start.elapsed());
    }
}
