//! What the tests of the neighbours share: a small service, a server on loopback, a client, and the
//! judge of an answer.

use std::net::SocketAddr;

use axum::Router;
use axum::routing::{get, post};
use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, Uri};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use manila::Envelopes;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower::{BoxError, Service};

/// The id that each request brings, so that its answer has to have it.
pub const ID: &str = "eco-1";

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
#[error_code(catalog = "eco", case = "SCREAMING_SNAKE_CASE")]
pub enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimitExceeded,
    #[error("the pool is empty")]
    #[error_code(status = 503, message = "Come back later.")]
    PoolEmpty,
}

/// The settings of every service here.
pub fn envelopes() -> Envelopes {
    Envelopes::ok_error()
}

/// What a handler says that the client must never read.
pub const SECRET: &str = "canary: postgres://10.0.0.7";

/// A service that succeeds, refuses, panics, and takes its time.
pub fn router() -> Router {
    Router::new()
        .route("/ok", get(async || "all is well ".repeat(200)))
        .route("/fault", get(async || ApiError::PlanLimitExceeded))
        .route(
            "/text",
            get(async || (http::StatusCode::INTERNAL_SERVER_ERROR, SECRET)),
        )
        .route(
            "/panic",
            get(async || -> &'static str { panic!("{SECRET}") }),
        )
        .route(
            "/slow",
            get(async || tokio::time::sleep(std::time::Duration::from_secs(5)).await),
        )
        .route("/echo", post(async |body: String| body))
}

/// An answer, read whole.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub async fn read<B>(response: Response<B>) -> Self
    where
        B: http_body::Body,
        B::Error: std::fmt::Debug,
    {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: body.collect().await.unwrap().to_bytes(),
        }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Asserts that this is an envelope of the status and the code, with the id of the request.
    #[track_caller]
    pub fn assert_envelope(&self, status: u16, code: &str) {
        self.assert_head(status, code);
        let body: serde_json::Value =
            serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"));
        assert_eq!(body["ok"], false, "{self:?}");
        assert_eq!(body["error"]["code"], code, "{self:?}");
        assert!(!self.text().contains("canary"), "{self:?}");
    }

    /// Asserts that the head is that of such an envelope.
    #[track_caller]
    pub fn assert_head(&self, status: u16, code: &str) {
        assert_eq!(
            (self.status, self.header("x-error-code")),
            (status, Some(code)),
            "{self:?}"
        );
        let ids: Vec<_> = self.headers.get_all("x-request-id").iter().collect();
        assert_eq!(ids, [ID], "{self:?}");
        assert_eq!(
            self.header("content-type"),
            Some("application/json"),
            "{self:?}"
        );
        assert_eq!(self.header("cache-control"), Some("no-store"), "{self:?}");
    }

    /// Asserts that this has the status, the media type, and the id of the request.
    #[track_caller]
    pub fn assert_headed(&self, status: u16, media_type: &str) {
        assert_eq!(
            (
                self.status,
                self.header("content-type"),
                self.header("x-request-id")
            ),
            (status, Some(media_type), Some(ID)),
            "{self:?}"
        );
    }

    /// Asserts that this is a success with the id of the request.
    #[track_caller]
    pub fn assert_success(&self) {
        assert_eq!(
            (self.status, self.header("x-request-id")),
            (200, Some(ID)),
            "{self:?}"
        );
    }
}

/// A server on loopback, which ends with the test.
pub struct Server {
    pub address: SocketAddr,
    task: Option<JoinHandle<()>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

impl Server {
    /// A server that somebody else has started.
    pub fn at(address: SocketAddr) -> Self {
        Self {
            address,
            task: None,
        }
    }

    /// Serves any tower service over HTTP/1.1 and HTTP/2.
    pub async fn of<S, B>(service: S) -> Self
    where
        S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
        S::Future: Send,
        S::Error: Into<BoxError>,
        B: http_body::Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<BoxError>,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let service = TowerToHyperService::new(service.clone());
                tokio::spawn(async move {
                    let server = auto::Builder::new(TokioExecutor::new());
                    let _ = server.serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        Self {
            address,
            task: Some(task),
        }
    }

    pub fn uri(&self, path: &str) -> Uri {
        format!("http://{}{path}", self.address).parse().unwrap()
    }

    /// A request with an id.
    pub fn request(&self, method: Method, path: &str) -> http::request::Builder {
        Request::builder()
            .method(method)
            .uri(self.uri(path))
            .header("x-request-id", ID)
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut request = self.request(Method::GET, path);
        for (name, value) in fields {
            request = request.header(*name, *value);
        }
        self.send(request.body(Full::default()).unwrap()).await
    }

    /// Asserts what the service says itself: a fault and a panic are envelopes, a success is its own.
    pub async fn assert_own_answers(&self) {
        let fault = self.get("/fault").await;
        fault.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        let panic = self.get("/panic").await;
        panic.assert_envelope(500, "internal_server_error");
        self.get("/ok").await.assert_success();
    }

    /// Asserts that errors which no fault made are envelopes: an unknown route, a text, a panic.
    pub async fn assert_foreign_errors(&self) {
        self.get("/missing").await.assert_envelope(404, "not_found");
        for path in ["/text", "/panic"] {
            let answer = self.get(path).await;
            answer.assert_envelope(500, "internal_server_error");
        }
    }

    pub async fn post(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        body: impl Into<Bytes>,
    ) -> Answer {
        let mut request = self.request(Method::POST, path);
        for (name, value) in fields {
            request = request.header(*name, *value);
        }
        self.send(request.body(Full::new(body.into())).unwrap())
            .await
    }

    pub async fn send(&self, request: Request<Full<Bytes>>) -> Answer {
        Answer::read(client().request(request).await.unwrap()).await
    }
}

/// A client for HTTP/1.1.
pub fn client() -> Client<HttpConnector, Full<Bytes>> {
    Client::builder(TokioExecutor::new()).build_http()
}
