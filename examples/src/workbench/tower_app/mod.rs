//! The workbench as a bare tower service on hyper.

mod handler;
mod made;
mod respond;

use std::future::ready;
use std::sync::Arc;

use axum::body::Body;
use bytes::Bytes;
use http::{Method, Request, Response};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use manila::{Condition, Fault};
use manila_reference::Site;
use manila_tower::{EnvelopeLayer, fault_response, reference_response};
use tokio::net::TcpListener;
use tower::util::BoxCloneSyncService;
use tower::{BoxError, Layer, Service, ServiceBuilder, ServiceExt, service_fn};

use self::handler::{handle, without_body};
use self::respond::{Reply, query};
use super::cors::cors;
use super::options::Options;
use super::routes::{self, Sleep};
use super::stop::Stop;

type Routes = BoxCloneSyncService<Request<Incoming>, Reply, BoxError>;

/// Serves until it is told to stop.
pub(super) async fn serve(
    listener: TcpListener,
    options: &Options,
    mut stop: Stop,
) -> std::io::Result<()> {
    let connections = GracefulShutdown::new();
    if options.bare {
        accept(
            &listener,
            cors().layer(routes(options)),
            &connections,
            &mut stop,
        )
        .await?;
    } else {
        let enveloped = EnvelopeLayer::new(options.envelopes()).layer(routes(options));
        accept(&listener, cors().layer(enveloped), &connections, &mut stop).await?;
    }
    connections.shutdown().await;
    Ok(())
}

async fn accept<S, B>(
    listener: &TcpListener,
    service: S,
    connections: &GracefulShutdown,
    stop: &mut Stop,
) -> std::io::Result<()>
where
    S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
    S::Future: Send + 'static,
    S::Error: Into<BoxError> + std::fmt::Debug,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    loop {
        let (stream, _) = tokio::select! {
            accepted = listener.accept() => accepted?,
            () = &mut *stop => return Ok(()),
        };
        let service = TowerToHyperService::new(service.clone());
        let server = auto::Builder::new(TokioExecutor::new());
        let connection = server
            .serve_connection_with_upgrades(TokioIo::new(stream), service)
            .into_owned();
        let watched = connections.watch(connection);
        tokio::spawn(async move {
            // A client that goes away is no concern of the server.
            let _ = watched.await;
        });
    }
}

fn routes(options: &Options) -> Routes {
    let nested = EnvelopeLayer::new(options.nested_envelopes());
    let nested = if options.bare {
        faults(options)
    } else {
        // The nested service never fails; the outer one speaks of errors that can.
        BoxCloneSyncService::new(
            nested
                .layer(faults(options))
                .map_response(|response| response.map(Body::new))
                .map_err(|never| match never {}),
        )
    };
    let outer = faults(options);
    let site = options.site().map(Arc::new);
    let errors = service_fn(move |request| ready(Ok(page(site.as_deref(), &request))));
    let errors = BoxCloneSyncService::new(errors);
    BoxCloneSyncService::new(service_fn(move |mut request: Request<Incoming>| {
        let path = request.uri().path();
        let below = path.strip_prefix("/errors");
        if below.is_some_and(|below| below.is_empty() || below.starts_with('/')) {
            return errors.clone().oneshot(request);
        }
        let under = request
            .uri()
            .path()
            .strip_prefix("/nested")
            .map(str::to_owned);
        let service = if under.is_some() {
            nested.clone()
        } else {
            outer.clone()
        };
        if let Some(path) = under {
            let query = request.uri().query().map(|query| format!("?{query}"));
            let path = format!(
                "/{}{}",
                path.trim_start_matches('/'),
                query.unwrap_or_default()
            );
            *request.uri_mut() = path.parse().unwrap_or_default();
        }
        service.oneshot(request)
    }))
}

/// A page of the reference, which is mounted at `/errors`.
fn page(site: Option<&Site>, request: &Request<Incoming>) -> Reply {
    let path = request.uri().path();
    let below = path.strip_prefix("/errors").unwrap_or(path);
    let answer = match site {
        Some(site) => reference_response(site, request, "/errors", below),
        None => Err(Fault::condition(Condition::RouteNotFound)),
    };
    let reply = match answer {
        Ok(response) => response.map(Body::from),
        Err(fault) => fault_response(fault, Body::new),
    };
    match *request.method() {
        Method::HEAD => without_body(reply),
        _ => reply,
    }
}

/// The routes, which the nested service has too.
fn faults(options: &Options) -> Routes {
    let slow = ServiceBuilder::new()
        .timeout(routes::TIMEOUT)
        .service(service_fn(sleep));
    let busy = ServiceBuilder::new()
        .load_shed()
        .concurrency_limit(1)
        .service(service_fn(sleep));
    let options = options.clone();
    BoxCloneSyncService::new(service_fn(move |request: Request<Incoming>| {
        let (slow, busy, options) = (slow.clone(), busy.clone(), options.clone());
        async move {
            let is_head = request.method() == Method::HEAD;
            let response = match request.uri().path() {
                "/slow" => slow.oneshot(request).await?,
                "/busy" => busy.oneshot(request).await?,
                "/middleware-err" => return Err("canary-middleware".into()),
                _ => handle(request, &options).await,
            };
            Ok(if is_head {
                without_body(response)
            } else {
                response
            })
        }
    }))
}

async fn sleep(request: Request<Incoming>) -> Result<Reply, BoxError> {
    query::<Sleep>(&request).run().await;
    Ok(Response::new("done".into()))
}
