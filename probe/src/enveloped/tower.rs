//! axum and other tower services, on hyper.

use std::error::Error;
use std::io;
use std::net::{Ipv4Addr, TcpListener};

use http::{Request, Response};
use http_body::Body;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use tower_service::Service;

use super::subject::{Running, Serve};

/// The kind of a tower service.
#[derive(Debug)]
pub struct Tower(());

/// Each connection has a clone of the service, on the runtime of the caller.
impl<S, B> Serve<Tower> for S
where
    S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
    S::Future: Send + 'static,
    S::Error: Into<Box<dyn Error + Send + Sync>>,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    fn serve(self) -> io::Result<Running> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let service = TowerToHyperService::new(self.clone());
                tokio::spawn(async move {
                    let server = auto::Builder::new(TokioExecutor::new());
                    let connection =
                        server.serve_connection_with_upgrades(TokioIo::new(stream), service);
                    // What becomes of a connection, the probe sees from its other end.
                    let _ = connection.await;
                });
            }
        });
        Ok(Running::new(address, move || accepting.abort()))
    }
}
