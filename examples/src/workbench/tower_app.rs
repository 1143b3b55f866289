//! The workbench as a bare tower service on hyper.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use manila::{Condition, Fault};
use manila_tower::{BoxError, EnvelopeLayer, request_id, response};
use serde::de::DeserializeOwned;
use serde_json::json;
use tokio::net::TcpListener;
use tower::util::BoxCloneSyncService;
use tower::{Layer, Service, ServiceBuilder, ServiceExt, service_fn};

use super::options::Options;
use super::routes::{self, Raise, Signup, Sleep};
use super::server::{Stop, cors};

type Reply = Response<Full<Bytes>>;
type Routes = BoxCloneSyncService<Request<Incoming>, Reply, BoxError>;

/// The largest body of `/json`, in bytes.
const BODY_LIMIT: usize = 2 * 1024 * 1024;

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

async fn accept<S>(
    listener: &TcpListener,
    service: S,
    connections: &GracefulShutdown,
    stop: &mut Stop,
) -> std::io::Result<()>
where
    S: Service<Request<Incoming>, Response = Reply> + Clone + Send + 'static,
    S::Future: Send + 'static,
    S::Error: Into<BoxError> + std::fmt::Debug,
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
                .map_err(|never| match never {}),
        )
    };
    let outer = faults(options);
    BoxCloneSyncService::new(service_fn(move |mut request: Request<Incoming>| {
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
            match request.uri().path() {
                "/slow" => slow.oneshot(request).await,
                "/busy" => busy.oneshot(request).await,
                "/middleware-err" => Err("canary-middleware".into()),
                _ => Ok(handle(request, &options).await),
            }
        }
    }))
}

async fn sleep(request: Request<Incoming>) -> Result<Reply, BoxError> {
    query::<Sleep>(&request).run().await;
    Ok(Response::new("done".into()))
}

async fn handle(request: Request<Incoming>, options: &Options) -> Reply {
    let path = request.uri().path().to_owned();
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let allowed = if segments == ["json"] {
        Method::POST
    } else {
        Method::GET
    };
    let is_head = allowed == Method::GET && request.method() == Method::HEAD;
    let is_allowed = is_head || *request.method() == allowed;
    match segments[..] {
        ["ok" | "id" | "err" | "headers" | "json"] | ["raise" | "panic" | "foreign", _]
            if !is_allowed =>
        {
            let allow = if allowed == Method::GET {
                "GET,HEAD"
            } else {
                "POST"
            };
            let fault = Fault::condition(Condition::MethodNotAllowed).header("allow", allow);
            refuse(options, fault)
        }
        ["ok"] => ok(&json!({ "hello": "world" })),
        ["id"] => {
            let id = request_id(request.headers(), request.extensions());
            ok(&json!({ "request_id": id.map(|id| id.to_string()) }))
        }
        ["raise", code] => {
            let query = query::<Raise>(&request);
            refuse(
                options,
                routes::raise(options.catalog.catalog(), code, query),
            )
        }
        ["err"] => refuse(options, manila::IntoFault::into_fault(routes::broken())),
        ["panic", kind] => refuse(options, routes::panic(kind).await),
        ["foreign", status] => plain(status.parse().unwrap_or(400), routes::FOREIGN),
        ["headers"] => headers(),
        ["json"] => match read_json(request).await {
            Ok(()) => ok(&json!({ "ok": true })),
            Err(fault) => refuse(options, fault),
        },
        _ => refuse(options, Fault::condition(Condition::RouteNotFound)),
    }
}

/// What a handler returns: the fault, or without Manila what a service tends to answer by itself.
fn refuse(options: &Options, fault: Fault) -> Reply {
    if options.bare {
        return plain(fault.http_status(), &fault.to_string());
    }
    response(fault, |_| Full::default())
}

fn ok(value: &serde_json::Value) -> Reply {
    let mut response = Response::new(Full::from(value.to_string()));
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}

fn plain(status: u16, text: &str) -> Reply {
    let mut response = Response::new(Full::from(text.to_owned()));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, plain);
    response
}

fn headers() -> Reply {
    let mut response = plain(401, routes::HEADERS_BODY);
    response.headers_mut().clear();
    for (name, value) in routes::HEADERS {
        let (name, value) = (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        response.headers_mut().append(name, value);
    }
    response
}

async fn read_json(request: Request<Incoming>) -> Result<(), Fault> {
    let content_type = request.headers().get(header::CONTENT_TYPE);
    match content_type.and_then(|value| value.to_str().ok()) {
        None => return Err(Fault::condition(Condition::MissingContentType)),
        Some(value) if !value.starts_with("application/json") => {
            return Err(Fault::condition(Condition::UnsupportedMediaType));
        }
        Some(_) => {}
    }
    let body = Limited::new(request.into_body(), BODY_LIMIT)
        .collect()
        .await;
    let body = body.map_err(|error| {
        let is_large = error.is::<http_body_util::LengthLimitError>();
        let condition = if is_large {
            Condition::BodyTooLarge
        } else {
            Condition::BadRequest
        };
        Fault::condition(condition).because_of(&*error)
    })?;
    match serde_json::from_slice::<Signup>(&body.to_bytes()) {
        Ok(_) => Ok(()),
        Err(error) if error.is_data() => Err(Fault::condition(Condition::Validation)),
        Err(_) => Err(Fault::condition(Condition::InvalidJson)),
    }
}

/// The query, as far as it can be read.
fn query<T: DeserializeOwned + Default>(request: &Request<Incoming>) -> T {
    let uri = request.uri();
    axum::extract::Query::<T>::try_from_uri(uri)
        .map(|query| query.0)
        .unwrap_or_default()
}
