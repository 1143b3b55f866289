//! A proxy, and the upstream that it asks.

use std::io;
use std::net::Ipv4Addr;

use axum::body::Body;
use http::{HeaderValue, Response, StatusCode, header};
use hyper::ext::ReasonPhrase;
use serde::Deserialize;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// The query of `/relay`.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Relay {
    status: Option<u16>,
    phrase: Option<String>,
}

/// What the upstream has answered.
#[derive(Debug)]
pub(super) struct Relayed {
    pub(super) status: u16,
    /// The phrase of its status line, as it came.
    pub(super) phrase: String,
    pub(super) body: String,
}

impl Relayed {
    /// The response for frameworks on `http` 1.x.
    pub(super) fn response(self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_GATEWAY);
        let html = HeaderValue::from_static("text/html");
        response.headers_mut().insert(header::CONTENT_TYPE, html);
        if let Ok(phrase) = ReasonPhrase::try_from(self.phrase) {
            response.extensions_mut().insert(phrase);
        }
        response
    }
}

/// Asks an upstream that answers with this status line.
///
/// # Errors
///
/// If the upstream cannot be reached, or says what is no response.
pub(super) async fn relay(query: &Relay) -> io::Result<Relayed> {
    let upstream = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = upstream.local_addr()?;
    let status = query.status.unwrap_or(500);
    let phrase = query.phrase.as_deref().unwrap_or("canary-phrase");
    // A line break would begin another line, which is no part of a phrase.
    let phrase: String = phrase.chars().filter(|it| !it.is_control()).collect();
    let answered = tokio::spawn(answer(upstream, status, phrase));
    let relayed = ask(TcpStream::connect(address).await?).await;
    answered.abort();
    relayed
}

async fn answer(upstream: TcpListener, status: u16, phrase: String) -> io::Result<()> {
    let (mut stream, _) = upstream.accept().await?;
    let mut request = [0; 1024];
    // The request is one short segment; whatever it asks, the answer is the same.
    let _ = stream.read(&mut request).await?;
    let answer = format!(
        "HTTP/1.1 {status} {phrase}\r\ncontent-type: text/html\r\nconnection: close\r\n\r\ncanary-relay"
    );
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}

async fn ask(mut stream: TcpStream) -> io::Result<Relayed> {
    stream
        .write_all(b"GET / HTTP/1.1\r\nhost: upstream\r\nconnection: close\r\n\r\n")
        .await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    read(&answer).ok_or_else(|| io::Error::other("the upstream's answer is no response"))
}

fn read(answer: &str) -> Option<Relayed> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let line = head.lines().next()?;
    let mut parts = line.splitn(3, ' ').skip(1);
    Some(Relayed {
        status: parts.next()?.parse().ok()?,
        phrase: parts.next().unwrap_or_default().to_owned(),
        body: body.to_owned(),
    })
}
