//! Sending streams and keeping what comes back.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use h2::client::{self, ResponseFuture, SendRequest};
use h2::{Reason, SendStream};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request};
use manila_probe::wire::Response;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::script::Http2;
use super::stream::{Reset, Stream};
use crate::escaped::Escaped;

/// How long a stream may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What became of a stream.
#[derive(Debug)]
pub(crate) enum Outcome {
    Answered(Response),
    /// The server refused it, or nothing came.
    Refused(String),
    /// The client has not sent it or has given it up.
    NotAwaited,
}

/// The body of a request on its way.
struct Sent {
    body: SendStream<Bytes>,
    response: ResponseFuture,
}

/// Sends the streams on a connection of their own, all before the first response is read.
pub(crate) async fn exchange(server: SocketAddr, script: &Http2) -> io::Result<Vec<Outcome>> {
    let stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let (mut sender, connection) = client::handshake(stream).await.map_err(io::Error::other)?;
    let connection = tokio::spawn(connection);
    let mut sent = Vec::new();
    for stream in &script.streams {
        sent.push(timeout(PATIENCE, send(&mut sender, server, stream)).await);
    }
    let mut outcomes = Vec::new();
    for (sent, stream) in sent.into_iter().zip(&script.streams) {
        outcomes.push(match sent {
            Ok(Ok(Some(sent))) => timeout(PATIENCE, receive(sent, stream))
                .await
                .unwrap_or_else(|_| Outcome::Refused(format!("nothing within {PATIENCE:?}"))),
            Ok(Ok(None)) => Outcome::NotAwaited,
            Ok(Err(error)) => Outcome::Refused(error.to_string()),
            Err(_) => Outcome::Refused(format!("not sent within {PATIENCE:?}")),
        });
    }
    connection.abort();
    Ok(outcomes)
}

/// Sends a request; `None` for one that the client cannot send or does not wait for.
async fn send(
    sender: &mut SendRequest<Bytes>,
    server: SocketAddr,
    stream: &Stream,
) -> Result<Option<Sent>, h2::Error> {
    let Ok(request) = request(server, stream) else {
        return Ok(None);
    };
    *sender = sender.clone().ready().await?;
    let ends = stream.frames.is_empty() && stream.trailers.is_empty() && stream.reset.is_none();
    let (response, mut body) = match sender.send_request(request, ends) {
        Err(error) if error.get_io().is_none() && !error.is_remote() => return Ok(None),
        sent => sent?,
    };
    if let Some(Reset::AfterHead(code)) = stream.reset {
        body.send_reset(Reason::from(code));
        return Ok(None);
    }
    if !ends {
        send_body(&mut body, stream);
    }
    if let Some(Reset::AfterBody(code)) = stream.reset {
        body.send_reset(Reason::from(code));
        return Ok(None);
    }
    Ok(Some(Sent { body, response }))
}

/// The frames of the body. A server that has answered already may have reset the stream, and then
/// the rest cannot be sent.
fn send_body(body: &mut SendStream<Bytes>, stream: &Stream) {
    let is_left_open = matches!(stream.reset, Some(Reset::AfterBody(_)));
    let has_trailers = !stream.trailers.is_empty();
    for (at, frame) in stream.frames.iter().enumerate() {
        let is_last = at + 1 == stream.frames.len() && !has_trailers && !is_left_open;
        if body
            .send_data(Bytes::from(frame.0.clone()), is_last)
            .is_err()
        {
            return;
        }
    }
    if is_left_open {
        return;
    }
    if has_trailers {
        let _ = body.send_trailers(fields(&stream.trailers).unwrap_or_default());
    } else if stream.frames.is_empty() {
        let _ = body.send_data(Bytes::new(), true);
    }
}

async fn receive(mut sent: Sent, stream: &Stream) -> Outcome {
    match read(&mut sent, stream).await {
        Ok(Some(response)) => Outcome::Answered(response),
        Ok(None) => Outcome::NotAwaited,
        Err(error) => Outcome::Refused(error.to_string()),
    }
}

async fn read(sent: &mut Sent, stream: &Stream) -> Result<Option<Response>, h2::Error> {
    let (head, mut body) = (&mut sent.response).await?.into_parts();
    if let Some(Reset::InResponse(code)) = stream.reset {
        sent.body.send_reset(Reason::from(code));
        return Ok(None);
    }
    let mut received = Vec::new();
    while let Some(data) = body.data().await {
        let data = data?;
        body.flow_control().release_capacity(data.len())?;
        received.extend_from_slice(&data);
    }
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers = head.headers.iter();
    Ok(Some(Response {
        status: head.status.as_u16(),
        headers: headers
            .map(|(name, value)| (name.as_str().to_owned(), text(value)))
            .collect(),
        body: received,
    }))
}

fn request(server: SocketAddr, stream: &Stream) -> Result<Request<()>, http::Error> {
    let target = String::from_utf8_lossy(&stream.target.0);
    let mut request = Request::builder()
        .method(Method::from_bytes(&stream.method.0)?)
        .uri(format!("http://{server}{target}"))
        .body(())?;
    *request.headers_mut() = fields(&stream.fields)?;
    Ok(request)
}

fn fields(fields: &[(String, Escaped)]) -> Result<HeaderMap, http::Error> {
    let mut map = HeaderMap::new();
    for (name, value) in fields {
        let name = HeaderName::from_bytes(name.as_bytes())?;
        map.append(name, HeaderValue::from_bytes(&value.0)?);
    }
    Ok(map)
}
