//! Connections to the server.

use std::net::SocketAddr;

use http::{Request, Response};
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;

use crate::body::Body;

pub(crate) type Error = Box<dyn std::error::Error + Send + Sync>;

/// A connection, or a share in one.
pub(crate) enum Connection {
    Http1(Http1),
    Http2(http2::SendRequest<Body>),
}

/// A connection of HTTP/1.1. It is cut off when this is dropped, whatever it is doing.
pub(crate) struct Http1 {
    sender: http1::SendRequest<Body>,
    task: JoinHandle<hyper::Result<()>>,
}

impl Drop for Http1 {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Connection {
    /// A connection of HTTP/1.1.
    pub(crate) async fn http1(server: SocketAddr) -> Result<Self, Error> {
        let (sender, connection) = http1::handshake(connect(server).await?).await?;
        let task = tokio::spawn(connection);
        Ok(Self::Http1(Http1 { sender, task }))
    }

    /// A connection of HTTP/2; it ends with the last of its shares.
    pub(crate) async fn http2(server: SocketAddr) -> Result<Self, Error> {
        let stream = connect(server).await?;
        let (sender, connection) = http2::handshake(TokioExecutor::new(), stream).await?;
        // What ends it, ends the requests on it, and those say so.
        tokio::spawn(connection);
        Ok(Self::Http2(sender))
    }

    /// Another share in a connection that can have several.
    pub(crate) fn share(&self) -> Option<Self> {
        match self {
            Self::Http1(_) => None,
            Self::Http2(sender) => Some(Self::Http2(sender.clone())),
        }
    }

    /// Sends a request as soon as there is room for it.
    ///
    /// Whoever drops the future gives up on the request.
    pub(crate) async fn send(
        &mut self,
        request: Request<Body>,
    ) -> Result<Response<Incoming>, Error> {
        match self {
            Self::Http1(Http1 { sender, task }) => {
                if let Err(error) = sender.ready().await {
                    // How the connection ended says more than that it did.
                    task.await??;
                    return Err(error.into());
                }
                Ok(sender.send_request(request).await?)
            }
            Self::Http2(sender) => {
                sender.ready().await?;
                Ok(sender.send_request(request).await?)
            }
        }
    }
}

async fn connect(server: SocketAddr) -> Result<TokioIo<TcpStream>, Error> {
    let stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    Ok(TokioIo::new(stream))
}
