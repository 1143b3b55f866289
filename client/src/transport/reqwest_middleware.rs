//! Middleware of `reqwest-middleware` 0.5, which goes with `reqwest` 0.13.

use http::Extensions;
use reqwest_013::redirect::Policy;
use reqwest_013::{Request, Response, Url};
use reqwest_middleware::{Error, Middleware, Next, RequestBuilder, Result};

use super::http_1::{RelayIds, private};
use super::relayed::relay;
use crate::call_error::{TransportError, TransportErrorKind};
use crate::relaying::{RelayTo, RequestIds};
use crate::retrying::Retrier;

impl private::Request for RequestBuilder {}

/// The ids are an extension of the request.
impl RelayIds for RequestBuilder {
    fn relay(self, ids: impl Into<RequestIds>) -> Self {
        self.with_extension(ids.into())
    }
}

/// Puts on a request to a named host the ids that it relays.
///
/// `reqwest` follows redirections by itself, behind every middleware, and takes only credentials off a request
/// that goes to another host. So the client gets the policy of [`RelayTo::redirects`] as well.
///
/// ```
/// use manila_client::{RelayIds as _, RelayTo, RequestIds};
/// # use reqwest_013 as reqwest;
///
/// let relay_to = RelayTo::hosts(["ledger.internal"]).unwrap();
/// let client = reqwest::Client::builder().redirect(relay_to.redirects()).build().unwrap();
/// let client = reqwest_middleware::ClientBuilder::new(client).with(relay_to).build();
///
/// // In a handler, whose request has this header:
/// let headers = http::HeaderMap::from_iter([("x-request-id".parse().unwrap(), "a1b2c3".parse().unwrap())]);
/// let request = client.get("https://ledger.internal/entries").relay(&headers);
/// # let mut request = request;
/// assert_eq!(request.extensions().get::<RequestIds>().unwrap().request_id(), Some("a1b2c3"));
/// ```
#[async_trait::async_trait]
impl Middleware for RelayTo {
    async fn handle(
        &self,
        mut request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> Result<Response> {
        if let Some(ids) = extensions.get::<RequestIds>() {
            let url = request.url().clone();
            let host = url.host_str().unwrap_or_default();
            let port = url.port_or_known_default();
            relay(request.headers_mut(), self, ids, host, port);
        }
        next.run(request, extensions).await
    }
}

impl RelayTo {
    /// Returns a policy of redirections for the client under the middleware: one that would carry the ids from
    /// a named host to another is not followed, and its response is what the request gives. All others are
    /// followed as by the default of `reqwest`.
    #[must_use]
    pub fn redirects(&self) -> Policy {
        self.redirects_else(Policy::default())
    }

    /// Does the same, and asks a policy of yours about all others.
    #[must_use]
    pub fn redirects_else(&self, policy: Policy) -> Policy {
        let relay_to = self.clone();
        Policy::custom(move |attempt| {
            let names = |url: &Url| {
                relay_to.names(
                    url.host_str().unwrap_or_default(),
                    url.port_or_known_default(),
                )
            };
            let may_carry = attempt.previous().first().is_some_and(names);
            match may_carry && !names(attempt.url()) {
                true => attempt.stop(),
                false => policy.redirect(attempt),
            }
        })
    }
}

/// Sends a request again as its [policy](crate::RetryPolicy) says. A request whose body is a stream is sent
/// once, as it cannot be cloned.
///
/// It goes before middleware that has to run for each attempt, and after middleware that has to run once. The
/// client's timeout is that of one attempt.
///
/// ```
/// use manila_client::{Retrier, RetryPolicy};
/// # use reqwest_013 as reqwest;
///
/// let retrier = Retrier::new(RetryPolicy::new().attempts(5));
/// let client = reqwest_middleware::ClientBuilder::new(reqwest::Client::new()).with(retrier.clone()).build();
/// # let _ = client;
/// assert_eq!(retrier.tokens(), 500);
/// ```
#[async_trait::async_trait]
impl Middleware for Retrier {
    async fn handle(
        &self,
        request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> Result<Response> {
        let mut attempts = self.start(request.method().as_str(), request.headers());
        let mut request = request;
        loop {
            let again = attempts.keep(|| request.try_clone());
            let result = next.clone().run(request, extensions).await;
            let wait = match &result {
                Ok(response) => {
                    attempts.after_response(response.status().as_u16(), response.headers())
                }
                Err(error) if error.is_connect() => attempts.after_no_connection(),
                Err(_) => None,
            };
            let (Some(wait), Some(again)) = (wait, again) else {
                return result;
            };
            drop(result);
            tokio::time::sleep(wait).await;
            request = again;
        }
    }
}

impl From<Error> for TransportError {
    fn from(error: Error) -> Self {
        match error {
            Error::Reqwest(error) => error.into(),
            Error::Middleware(error) => Self::new(
                TransportErrorKind::Other,
                Box::<dyn std::error::Error + Send + Sync>::from(error),
            ),
        }
    }
}
