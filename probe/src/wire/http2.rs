//! HTTP/2 with prior knowledge, on the frames of `h2`, which refuses a response that breaks the
//! protocol: a body on HEAD, or one that is not as long as its content-length says.

use std::future::{Future, poll_fn};
use std::io::{self, Read as _, Write as _};
use std::time::Duration;

use bytes::Bytes;
use h2::client::{self, ResponseFuture, SendRequest};
use h2::{Reason, SendStream};
use tokio::net::TcpStream;

use super::message::{Framing, Request, Response};
use super::peer::Peer;

/// What a client sends first: the preface and an empty SETTINGS frame (RFC 9113 §3.4).
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";

/// How long a server may take to answer the preface.
const PREFACE_TIMEOUT: Duration = Duration::from_secs(2);

pub(super) fn send(peer: &Peer, request: &Request) -> io::Result<Response> {
    block_on(peer, async {
        let mut sender = connect(peer).await?;
        let response = begin(peer, &mut sender, request).await?;
        read(response).await
    })
}

pub(super) fn batch(peer: &Peer, requests: &[Request]) -> io::Result<Vec<Response>> {
    block_on(peer, async {
        let mut sender = connect(peer).await?;
        let mut pending = Vec::new();
        for request in requests {
            pending.push(begin(peer, &mut sender, request).await?);
        }
        let mut responses = Vec::new();
        for response in pending {
            responses.push(read(response).await?);
        }
        Ok(responses)
    })
}

pub(super) fn send_after_cancelling(
    peer: &Peer,
    cancelled: &Request,
    request: &Request,
) -> io::Result<Response> {
    block_on(peer, async {
        let mut sender = connect(peer).await?;
        sender = sender.ready().await.map_err(io::Error::other)?;
        let head = head(peer, cancelled)?;
        let (_, mut body) = sender.send_request(head, false).map_err(io::Error::other)?;
        // The connection's own task has to send the head before there is a stream to give up.
        tokio::time::sleep(Duration::from_millis(20)).await;
        body.send_reset(Reason::CANCEL);
        let response = begin(peer, &mut sender, request).await?;
        read(response).await
    })
}

pub(super) fn is_spoken(peer: &Peer) -> io::Result<bool> {
    let patience = peer.timeout.min(PREFACE_TIMEOUT);
    let mut stream = std::net::TcpStream::connect_timeout(&peer.address, patience)?;
    stream.set_read_timeout(Some(patience))?;
    stream.set_write_timeout(Some(patience))?;
    let mut frame = [0; 9];
    let answered = stream
        .write_all(PREFACE)
        .and_then(|()| stream.read_exact(&mut frame));
    let is_settings = matches!(frame, [_, _, _, 4, _, 0, 0, 0, 0]);
    Ok(answered.is_ok() && is_settings)
}

fn block_on<T>(peer: &Peer, exchange: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let exchange = tokio::time::timeout(peer.timeout, exchange).await;
        exchange.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
    })
}

/// The connection runs on until the runtime ends, with the call that it is for.
async fn connect(peer: &Peer) -> io::Result<SendRequest<Bytes>> {
    let stream = TcpStream::connect(peer.address).await?;
    let (sender, connection) = client::handshake(stream).await.map_err(io::Error::other)?;
    tokio::spawn(connection);
    Ok(sender)
}

fn head(peer: &Peer, request: &Request) -> io::Result<http::Request<()>> {
    let uri = format!("http://{}{}", peer.authority, request.path);
    let mut head = http::Request::builder().method(&*request.method).uri(uri);
    for (name, value) in request.fields() {
        head = head.header(name, value);
    }
    if request.framing == Framing::Length && !request.body.is_empty() {
        head = head.header("content-length", request.body.len());
    }
    head.body(()).map_err(io::Error::other)
}

/// Sends the head, and the body as the server takes it.
async fn begin(
    peer: &Peer,
    sender: &mut SendRequest<Bytes>,
    request: &Request,
) -> io::Result<ResponseFuture> {
    let mut ready = sender.clone().ready().await.map_err(io::Error::other)?;
    let is_whole = request.body.is_empty();
    let (response, body) = ready
        .send_request(head(peer, request)?, is_whole)
        .map_err(io::Error::other)?;
    if !is_whole {
        tokio::spawn(upload(body, Bytes::from(request.body.clone())));
    }
    Ok(response)
}

async fn upload(mut stream: SendStream<Bytes>, mut body: Bytes) -> Result<(), h2::Error> {
    while !body.is_empty() {
        stream.reserve_capacity(body.len());
        // A server that has refused the request need not take the rest.
        let Some(capacity) = poll_fn(|cx| stream.poll_capacity(cx)).await else {
            return Ok(());
        };
        let part = body.split_to(capacity?.min(body.len()));
        stream.send_data(part, body.is_empty())?;
    }
    Ok(())
}

async fn read(response: ResponseFuture) -> io::Result<Response> {
    let response = response.await.map_err(io::Error::other)?;
    let (head, mut stream) = response.into_parts();
    let mut body = Vec::new();
    while let Some(data) = stream.data().await {
        let data = match data {
            // A whole response is followed by this where its request was not read (RFC 9113 §8.1).
            Err(error) if error.reason() == Some(Reason::NO_ERROR) => break,
            data => data.map_err(io::Error::other)?,
        };
        let flow = stream.flow_control().release_capacity(data.len());
        flow.map_err(io::Error::other)?;
        body.extend_from_slice(&data);
    }
    let headers = head.headers.iter();
    let headers = headers.map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.as_str().to_owned(), value.into_owned())
    });
    Ok(Response {
        status: head.status.as_u16(),
        headers: headers.collect(),
        body,
    })
}
