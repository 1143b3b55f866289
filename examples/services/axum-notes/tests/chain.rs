//! Two services in a chain, each in front of the other: one request id and one trace, from the first client to
//! the last line of the log, and an error that is told once for each.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, Once};

use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use axum::routing::get;
use serde_json::Value;

const TRACE_ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

#[derive(Debug, Clone, Copy)]
enum Notes {
    Axum,
    Actix,
}

impl Notes {
    /// Starts the service in front of another, and returns where it is.
    async fn serve(self, upstream: SocketAddr) -> SocketAddr {
        let (listener, address) = bind();
        let (host, upstream) = (upstream.to_string(), format!("http://{upstream}/word"));
        match self {
            Self::Axum => {
                let database = axum_notes::open("sqlite::memory:").await.unwrap();
                let client = axum_notes::client(&host).unwrap();
                let service = axum_notes::app(axum_notes::Service { database, upstream, client });
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                tokio::spawn(axum::serve(listener, service).into_future());
            }
            Self::Actix => {
                let database = actix_notes::open("sqlite::memory:").await.unwrap();
                let client = actix_notes::client(&host).unwrap();
                let service = actix_notes::Service { database, upstream, client };
                let server = actix_web::HttpServer::new(move || actix_notes::app(service.clone()));
                let server = server.workers(1).disable_signals().listen(listener).unwrap();
                tokio::spawn(server.run());
            }
        }
        address
    }

    /// What the log says of where the service made a fault.
    const fn source(self) -> &'static str {
        match self {
            Self::Axum => "axum-notes/src/lib.rs",
            Self::Actix => "actix-notes/src/lib.rs",
        }
    }
}

fn bind() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

type Received = Arc<Mutex<Vec<HeaderMap>>>;

/// The service at the end of the chain, which is no one's of these: its answers, the last of which it repeats.
fn end(answers: &'static [(u16, &[(&str, &str)], &str)]) -> (SocketAddr, Received) {
    let (listener, address) = bind();
    let received = Received::default();
    let noted = received.clone();
    let answer = move |headers: HeaderMap| async move {
        let mut noted = noted.lock().unwrap();
        noted.push(headers);
        let (status, headers, body) = answers[noted.len().min(answers.len()) - 1];
        let mut response = (StatusCode::from_u16(status).unwrap(), body).into_response();
        for (name, value) in headers {
            response.headers_mut().insert(*name, value.parse().unwrap());
        }
        response
    };
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    let app = axum::Router::new().route("/word", get(answer));
    tokio::spawn(axum::serve(listener, app).into_future());
    (address, received)
}

async fn ask(service: SocketAddr, id: &str) -> (u16, HeaderMap, String) {
    let request = reqwest::Client::new().get(format!("http://{service}/word"));
    let request = request.header("x-request-id", id);
    let request = request.header("traceparent", format!("00-{TRACE_ID}-00f067aa0ba902b7-01"));
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.headers().clone(), response.text().await.unwrap())
}

static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Log;

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The log of both services is that of this process, in JSON, as `main` has it.
fn start_log() {
    static ONCE: Once = Once::new();
    let filter = "axum_notes=info,tower_http=info,manila::fault=info";
    ONCE.call_once(|| tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(|| Log).init());
}

/// The errors of a request in the log.
fn errors(id: &str) -> Vec<Value> {
    let log = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
    let lines = log.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let lines = lines.filter(|line| line["target"] == "manila::fault");
    lines.map(|line| line["fields"].clone()).filter(|fields| fields["request_id"] == id).collect()
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap())
}

const BOTH: [[Notes; 2]; 2] = [[Notes::Axum, Notes::Actix], [Notes::Actix, Notes::Axum]];

#[tokio::test(flavor = "multi_thread")]
async fn one_id_and_one_trace_go_from_the_first_client_to_the_last_line_of_the_log() {
    start_log();
    for [first, second] in BOTH {
        let (end, received) = end(&[(429, &[("retry-after", "30")], "quota of tenant 7 is used up")]);
        let address = first.serve(second.serve(end).await).await;
        let id = format!("chain-{first:?}");
        let (status, headers, body) = ask(address, &id).await;

        assert_eq!((status, text(&headers, "x-request-id")), (502, Some(&*id)), "{first:?}: {body}");
        assert_eq!(text(&headers, "retry-after"), Some("30"), "{first:?}: the moment is that of the end");
        assert!(!body.contains("tenant"), "{first:?}: {body}");

        let received = received.lock().unwrap();
        let [received] = &received[..] else { panic!("{first:?}: {received:?}") };
        assert_eq!(text(received, "x-request-id"), Some(&*id), "{first:?}");
        assert!(text(received, "traceparent").unwrap().contains(TRACE_ID), "{first:?}");

        let errors = errors(&id);
        let sources = errors.iter().map(|error| error["location"].as_str().unwrap());
        let sources: Vec<_> = sources.map(|place| place.split(':').next().unwrap()).collect();
        assert_eq!(sources, [second.source(), first.source()], "{first:?}: {errors:#?}");
        assert!(errors.iter().all(|error| error["trace_id"] == TRACE_ID), "{first:?}: {errors:#?}");
        let cause = errors[0]["cause"].as_str().unwrap();
        assert!(cause.contains("429"), "{first:?}: {cause}");
        let cause = errors[1]["cause"].as_str().unwrap();
        assert!(cause.contains(&format!("request {id}")), "{first:?}: {cause}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_fails_once_fails_no_one() {
    start_log();
    for [first, second] in BOTH {
        let (end, received) = end(&[(503, &[("retry-after-ms", "20")], ""), (200, &[], "Milk")]);
        let address = first.serve(second.serve(end).await).await;
        let id = format!("retried-{first:?}");
        let (status, headers, body) = ask(address, &id).await;
        assert_eq!((status, &*body), (200, "Milk"), "{first:?}");
        assert_eq!(text(&headers, "x-request-id"), Some(&*id), "{first:?}");
        let received = received.lock().unwrap();
        let ids: Vec<_> = received.iter().map(|headers| text(headers, "x-request-id")).collect();
        assert_eq!(ids, [Some(&*id), Some(&*id)], "{first:?}");
        assert_eq!(errors(&id), [Value::Null; 0], "{first:?}");
    }
}
