//! One request after the other.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use http::{HeaderValue, Request, header};
use manila_probe::wire::Protocol;
use tokio::time::timeout;

use crate::answer::read;
use crate::body::Body;
use crate::connection::{Connection, Error};
use crate::ledger::{Entry, Outcome};
use crate::plan::{Cancel, Mix, Plan};

/// How long an exchange may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How long the client waits in the middle of a body before it gives up.
const HALF_WAY: Duration = Duration::from_millis(2);

/// A client that has one request under way at a time.
pub(crate) struct Lane {
    server: SocketAddr,
    protocol: Protocol,
    connection: Option<Connection>,
}

impl Lane {
    /// A lane that opens its connections by itself, where it is not handed one.
    pub(crate) const fn new(
        server: SocketAddr,
        protocol: Protocol,
        connection: Option<Connection>,
    ) -> Self {
        Self {
            server,
            protocol,
            connection,
        }
    }

    /// Sends the requests of these numbers and counts them in `done`.
    pub(crate) async fn run(
        mut self,
        mix: Mix,
        numbers: impl Iterator<Item = u64>,
        done: &AtomicU64,
    ) -> Vec<Entry> {
        let mut entries = Vec::new();
        for number in numbers {
            let plan = mix.plan(number);
            let outcome = self.exchange(&plan).await;
            entries.push(Entry {
                number,
                route: plan.route,
                sent: plan.sent,
                outcome,
            });
            done.fetch_add(1, Ordering::Relaxed);
        }
        entries
    }

    /// Sends one request and waits for the response, or gives up on it as planned.
    pub(crate) async fn exchange(&mut self, plan: &Plan) -> Outcome {
        let outcome = match timeout(TIMEOUT, self.try_exchange(plan)).await {
            Ok(Ok(outcome)) => return outcome,
            // The server may well be the first to give up on half a body.
            Ok(Err(_)) if plan.cancel.is_some() => Outcome::Cancelled,
            Ok(Err(error)) => Outcome::Failed(in_words(&*error)),
            Err(_) => Outcome::Failed(format!("none within {TIMEOUT:?}")),
        };
        self.connection = None;
        outcome
    }

    async fn try_exchange(&mut self, plan: &Plan) -> Result<Outcome, Error> {
        let request = self.request(plan)?;
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.open().await?,
        };
        let response = connection.send(request);
        let response = match plan.cancel {
            None => response.await?,
            Some(cancel) => {
                let wait = match cancel {
                    Cancel::After(wait) => wait,
                    Cancel::InRequest => HALF_WAY,
                    Cancel::InResponse => TIMEOUT,
                };
                // Nobody looks at the response, whether it was there in time or not.
                let _ = timeout(wait, response).await;
                self.keep(connection, false);
                return Ok(Outcome::Cancelled);
            }
        };
        let status = response.status().as_u16();
        let connection_field = response.headers().get(header::CONNECTION);
        let closes = connection_field.is_some_and(|value| value == "close") || status == 101;
        // A server that has not read a request to its end closes the connection unannounced.
        let is_unread = !plan.route.body.is_empty() && status >= 400;
        let answer = read(response, plan).await?;
        self.keep(connection, !(closes || is_unread || plan.route.breaks_off));
        Ok(Outcome::Answered(answer))
    }

    async fn open(&self) -> Result<Connection, Error> {
        match self.protocol {
            Protocol::Http1 => Connection::http1(self.server).await,
            Protocol::Http2 => Connection::http2(self.server).await,
        }
    }

    /// Keeps the connection for the next request; one of HTTP/2 outlasts whatever its streams do.
    fn keep(&mut self, connection: Connection, is_whole: bool) {
        if is_whole || self.protocol == Protocol::Http2 {
            self.connection = Some(connection);
        }
    }

    fn request(&self, plan: &Plan) -> Result<Request<Body>, http::Error> {
        let target = plan.target();
        let mut request = Request::builder().method(plan.route.method);
        request = match self.protocol {
            Protocol::Http1 => request
                .uri(target)
                .header(header::HOST, self.server.to_string()),
            Protocol::Http2 => request.uri(format!("http://{}{target}", self.server)),
        };
        for id in &plan.ids {
            request = request.header("x-request-id", HeaderValue::from_bytes(id)?);
        }
        for (name, value) in plan.route.fields {
            request = request.header(*name, *value);
        }
        request.body(match plan.cancel {
            Some(Cancel::InRequest) => Body::half(plan.route.body),
            _ => Body::whole(plan.route.body),
        })
    }
}

/// The error with its causes.
fn in_words(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let texts: Vec<String> = causes.map(ToString::to_string).collect();
    texts.join(": ")
}
