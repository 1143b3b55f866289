//! HTTP/2 with prior knowledge, on the frames of `h2`, which refuses a response that breaks the
//! protocol: a body on HEAD, or one that is not as long as its content-length says.

use std::io;
use std::net::SocketAddr;

use bytes::Bytes;
use h2::client;
use tokio::net::TcpStream;

use super::TIMEOUT;
use super::message::{Request, Response};

pub(crate) fn send(address: SocketAddr, request: &Request) -> io::Result<Response> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let exchange = tokio::time::timeout(TIMEOUT, exchange(address, request)).await;
        exchange
            .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
            .map_err(io::Error::other)
    })
}

async fn exchange(address: SocketAddr, request: &Request) -> Result<Response, h2::Error> {
    let stream = TcpStream::connect(address).await.map_err(h2_error)?;
    let (sender, connection) = client::handshake(stream).await?;
    let connection = tokio::spawn(connection);
    let mut sender = sender.ready().await?;

    let uri = format!("http://{address}{}", request.path);
    let mut head = http::Request::builder().method(request.method).uri(uri);
    for (name, value) in &request.headers {
        head = head.header(*name, value);
    }
    let head = head
        .body(())
        .map_err(|error| h2_error(io::Error::other(error)))?;
    let (response, mut body) = sender.send_request(head, request.body.is_empty())?;
    if !request.body.is_empty() {
        body.send_data(Bytes::from(request.body.clone()), true)?;
    }

    let (head, mut stream) = response.await?.into_parts();
    let mut received = Vec::new();
    while let Some(data) = stream.data().await {
        let data = data?;
        stream.flow_control().release_capacity(data.len())?;
        received.extend_from_slice(&data);
    }
    connection.abort();
    let headers = head.headers.iter();
    let headers = headers.map(|(name, value)| {
        (
            name.as_str().to_owned(),
            String::from_utf8_lossy(value.as_bytes()).into_owned(),
        )
    });
    Ok(Response {
        status: head.status.as_u16(),
        headers: headers.collect(),
        body: received,
    })
}

/// `h2` has no error of ours to give.
fn h2_error(_: io::Error) -> h2::Error {
    h2::Reason::CONNECT_ERROR.into()
}
