//! The client of actix.
//!
//! A middleware of `awc` cannot name the type of a request's body, so that it can neither copy nor make one: a
//! request is repeated by [`SendWithRetries`] instead. Responses are read by
//! [`ErrorForEnvelope`](crate::ErrorForEnvelope).

use std::future::{Future, poll_fn};
use std::pin::pin;

use actix_http::RequestHeadType;
use actix_service::Service;
use awc::error::{ConnectError, PayloadError, SendRequestError};
use awc::http::Uri;
use awc::http::header::{HeaderName, HeaderValue};
use awc::middleware::Transform;
use awc::{ClientRequest, ClientResponse, ConnectRequest, SendClientRequest};
use bytes::Bytes;
use futures_core::Stream;

use super::error_for_envelope::{ErrorForEnvelope, FIRST_ERROR, Start, sealed};
use crate::call_error::{TransportError, TransportErrorKind};
use crate::decoder::Decoder;
use crate::relaying::{RelayTo, RequestIds, default_port};
use crate::remote_error::RemoteError;
use crate::retrying::Retrier;

impl<S> sealed::Response for ClientResponse<S> {}

impl<S> ErrorForEnvelope for ClientResponse<S>
where
    S: Stream<Item = Result<Bytes, PayloadError>> + Unpin,
{
    async fn error_for_envelope_with(self, decoder: &Decoder) -> Result<Self, RemoteError> {
        let status = self.status().as_u16();
        if status < FIRST_ERROR {
            return Ok(self);
        }
        let headers = self.headers().clone();
        let mut start = Start::of(decoder);
        let mut body = pin!(self);
        while let Some(Ok(chunk)) = poll_fn(|cx| body.as_mut().poll_next(cx)).await
            && start.take(&chunk)
        {}
        Err(decoder.decode(status, &headers, start.bytes()))
    }
}

/// Relays ids onwards: on the request of `awc`, which has no place for what a middleware is to know, so that
/// the hosts are named at once. The trait is sealed.
pub trait RelayIds: sealed::Request + Sized {
    /// Puts the ids on the request, if its host is named: of the header of the request that is being served
    /// (`request.headers()`), or an id alone (`&request_id`). A field that is there is kept.
    ///
    /// `awc` follows redirections by itself, and takes only credentials off a request that goes to another
    /// host. As its middleware, [`RelayTo`] takes the ids off too.
    ///
    /// ```
    /// use awc::http::header::{HeaderMap, HeaderName, HeaderValue};
    /// use manila_client::RelayTo;
    /// use manila_client::awc_3::RelayIds as _;
    ///
    /// let relay_to = RelayTo::hosts(["ledger.internal"]).unwrap();
    /// let client = awc::Client::builder().wrap(relay_to.clone()).finish();
    ///
    /// // In a handler, whose request has this header:
    /// let id = (HeaderName::from_static("x-request-id"), HeaderValue::from_static("a1b2c3"));
    /// let headers = HeaderMap::from_iter([id]);
    /// let request = client.get("https://ledger.internal/entries").relay(&relay_to, &headers);
    /// assert_eq!(request.headers().get("x-request-id").unwrap(), "a1b2c3");
    /// let request = client.get("https://pictures.example/").relay(&relay_to, &headers);
    /// assert!(!request.headers().contains_key("x-request-id"));
    /// ```
    #[must_use]
    fn relay(self, relay_to: &RelayTo, ids: impl Into<RequestIds>) -> Self;
}

impl sealed::Request for ClientRequest {}

impl RelayIds for ClientRequest {
    fn relay(mut self, relay_to: &RelayTo, ids: impl Into<RequestIds>) -> Self {
        let ids = ids.into();
        let (host, port) = peer(self.get_uri());
        for (name, value) in relay_to.fields(&ids, &host, port) {
            if let Ok(name) = HeaderName::try_from(name)
                && let Ok(value) = HeaderValue::try_from(value)
                && !self.headers().contains_key(&name)
            {
                self.headers_mut().insert(name, value);
            }
        }
        self
    }
}

fn peer(uri: &Uri) -> (String, Option<u16>) {
    let host = uri.host().unwrap_or_default().to_owned();
    let port = uri.port_u16();
    (host, port.or_else(|| default_port(uri.scheme_str()?)))
}

/// Takes the ids off a request that is redirected to a host that is not named, and off any other request to
/// such a host, whoever put them there.
impl<S> Transform<S, ConnectRequest> for RelayTo
where
    S: Service<ConnectRequest>,
{
    type Transform = RelayGuard<S>;

    fn new_transform(self, service: S) -> RelayGuard<S> {
        RelayGuard {
            service,
            relay_to: self,
        }
    }
}

/// The service of [`RelayTo`], around the connector of `awc`.
#[derive(Debug)]
pub struct RelayGuard<S> {
    service: S,
    relay_to: RelayTo,
}

impl<S: Service<ConnectRequest>> Service<ConnectRequest> for RelayGuard<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    actix_service::forward_ready!(service);

    fn call(&self, mut request: ConnectRequest) -> S::Future {
        // A head that is shared is that of a frozen request, which no redirection has made.
        if let ConnectRequest::Client(RequestHeadType::Owned(head), ..) = &mut request {
            let (host, port) = peer(&head.uri);
            if !self.relay_to.names(&host, port) {
                for name in self.relay_to.field_names() {
                    head.headers.remove(name);
                }
            }
        }
        self.service.call(request)
    }
}

/// Sends a request again as a policy says. The trait is sealed.
pub trait SendWithRetries: sealed::Request + Sized {
    /// Sends the request with a body, which may be empty, and again as the [policy](crate::RetryPolicy) of the
    /// retrier says. The request's timeout is that of one attempt.
    ///
    /// # Errors
    ///
    /// Returns what `send_body` of `awc` returns of the last attempt. A response of a status from 400 up is
    /// none.
    ///
    /// ```no_run
    /// use awc::error::SendRequestError;
    /// use manila_client::awc_3::SendWithRetries as _;
    /// use manila_client::{CallError, ErrorForEnvelope as _, Retrier};
    ///
    /// async fn word(client: &awc::Client, retrier: &Retrier) -> Result<(), CallError> {
    ///     let response = client.get("http://127.0.0.1:3001/word").send_with_retries(retrier, "").await?;
    ///     response.error_for_envelope().await?;
    ///     Ok(())
    /// }
    /// ```
    fn send_with_retries(
        self,
        retrier: &Retrier,
        body: impl Into<Bytes>,
    ) -> impl Future<Output = <SendClientRequest as Future>::Output>;
}

impl SendWithRetries for ClientRequest {
    async fn send_with_retries(
        self,
        retrier: &Retrier,
        body: impl Into<Bytes>,
    ) -> <SendClientRequest as Future>::Output {
        let body = body.into();
        let request = self.freeze()?;
        let mut attempts = retrier.start(request.get_method().as_str(), request.headers());
        loop {
            let sent = match body.is_empty() {
                true => request.send(),
                false => request.send_body(body.clone()),
            };
            let result = sent.await;
            let wait = match &result {
                Ok(response) => {
                    attempts.after_response(response.status().as_u16(), response.headers())
                }
                Err(SendRequestError::Connect(_)) => attempts.after_no_connection(),
                Err(_) => None,
            };
            let Some(wait) = wait else {
                return result;
            };
            drop(result);
            tokio::time::sleep(wait).await;
        }
    }
}

/// The error itself is bound to its thread: its text is kept.
impl From<SendRequestError> for TransportError {
    fn from(error: SendRequestError) -> Self {
        let kind = match &error {
            SendRequestError::Timeout | SendRequestError::Connect(ConnectError::Timeout) => {
                TransportErrorKind::Timeout
            }
            SendRequestError::Connect(_) => TransportErrorKind::Connect,
            SendRequestError::Url(_) | SendRequestError::Http(_) => TransportErrorKind::Request,
            _ => TransportErrorKind::Other,
        };
        Self::new(kind, error.to_string())
    }
}
