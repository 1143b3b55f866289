//! A server, in a process of its own.

use std::future::{Future, IntoFuture as _};
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::{App, HttpServer};
use axum::serve::IncomingStream;
use clap::ValueEnum;
use http::{Request, Response};
use tokio::io::{AsyncReadExt as _, stdin};
use tokio::runtime::Builder;
use tokio::time::timeout;
use tower::Service;

use super::Error;
use crate::contenders::{actix, axum as on_axum};

/// A server that nobody stops ends by itself.
const LIFETIME: Duration = Duration::from_secs(600);

/// What a server is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Framework {
    Axum,
    Actix,
}

/// What gives a server's errors an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stack {
    Bare,
    ByHand,
    Manila,
}

/// Serves on one thread until the standard input ends. Writes its address to the standard output.
pub(crate) fn serve(framework: Framework, stack: Stack) -> Result<(), Error> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    writeln!(io::stdout(), "{}", listener.local_addr()?)?;
    match (framework, stack) {
        (Framework::Axum, Stack::Bare) => serve_axum(listener, on_axum::routes::bare()),
        (Framework::Axum, Stack::ByHand) => serve_axum(listener, on_axum::by_hand::app()),
        (Framework::Axum, Stack::Manila) => serve_axum(listener, on_axum::manilas::app()),
        (Framework::Actix, Stack::Bare) => serve_actix(listener, actix::routes::bare),
        (Framework::Actix, Stack::ByHand) => serve_actix(listener, actix::by_hand::app),
        (Framework::Actix, Stack::Manila) => serve_actix(listener, actix::routes::manilas),
    }
}

fn serve_axum<M, S>(listener: TcpListener, make: M) -> Result<(), Error>
where
    M: for<'a> Service<
            IncomingStream<'a, tokio::net::TcpListener>,
            Error = std::convert::Infallible,
            Response = S,
        > + Send
        + 'static,
    for<'a> <M as Service<IncomingStream<'a, tokio::net::TcpListener>>>::Future: Send,
    S: Service<
            Request<axum::body::Body>,
            Response = Response<axum::body::Body>,
            Error = std::convert::Infallible,
        > + Clone
        + Send
        + 'static,
    S::Future: Send,
{
    let runtime = Builder::new_current_thread().enable_all().build()?;
    listener.set_nonblocking(true)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        until_stopped(axum::serve(listener, make).into_future()).await
    })?;
    // What waits for the standard input may still do so.
    runtime.shutdown_background();
    Ok(())
}

fn serve_actix<T, B>(listener: TcpListener, make: fn() -> App<T>) -> Result<(), Error>
where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = actix_web::Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    actix_web::rt::System::new().block_on(async {
        let server = HttpServer::new(make)
            .workers(1)
            .disable_signals()
            .listen_auto_h2c(listener)?;
        until_stopped(server.run()).await?;
        Ok(())
    })
}

/// Runs a server until the standard input ends, or its lifetime.
async fn until_stopped(server: impl Future<Output = io::Result<()>>) -> io::Result<()> {
    let mut rest = Vec::new();
    let mut input = stdin();
    tokio::select! {
        ended = server => ended,
        _ = timeout(LIFETIME, input.read_to_end(&mut rest)) => Ok(()),
    }
}
