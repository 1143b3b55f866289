//! Middleware of `reqwest-middleware`, whose versions have the same traits.

use super::http_1::{RelayIds, private};
use super::relayed::relay;
use crate::call_error::{TransportError, TransportErrorKind};
use crate::relaying::{RelayTo, RequestIds};
use crate::retrying::Retrier;

/// The policies of redirections of `reqwest` 0.12 and 0.13: see [`RelayTo::redirects`]. The trait is sealed.
pub trait RedirectPolicy: policy::Guarded + Default {}

mod policy {
    use crate::relaying::RelayTo;

    pub trait Guarded {
        /// The policy, asked of what carries no ids from a named host to another.
        #[must_use]
        fn guarded_by(self, relay_to: RelayTo) -> Self;
    }
}

impl RelayTo {
    /// Returns a policy of redirections for the client under the middleware: one that would carry the ids from
    /// a named host to another is not followed, and its response is what the request gives. All others are
    /// followed as by the default of `reqwest`.
    #[must_use]
    pub fn redirects<P: RedirectPolicy>(&self) -> P {
        self.redirects_else(P::default())
    }

    /// Does the same, and asks a policy of yours about all others.
    #[must_use]
    pub fn redirects_else<P: RedirectPolicy>(&self, policy: P) -> P {
        policy.guarded_by(self.clone())
    }
}

macro_rules! middleware_of {
    ($middleware:ident, $reqwest:ident) => {
        const _: () = {
            use $middleware::{Error, Middleware, Next, RequestBuilder, Result};
            use $reqwest::redirect::Policy;
            use $reqwest::{Request, Response, Url};

            impl private::Request for RequestBuilder {}

            /// The ids are an extension of the request.
            impl RelayIds for RequestBuilder {
                fn relay(self, ids: impl Into<RequestIds>) -> Self {
                    self.with_extension(ids.into())
                }
            }

            /// Puts on a request to a named host the ids that it relays.
            ///
            /// `reqwest` follows redirections by itself, behind every middleware, and takes only credentials off
            /// a request that goes to another host. So the client gets the policy of [`RelayTo::redirects`] as
            /// well.
            ///
            /// ```
            /// use manila_client::{RelayIds as _, RelayTo, RequestIds};
            #[doc = concat!("# use ", stringify!($reqwest), " as reqwest;")]
            #[doc = concat!("# use ", stringify!($middleware), " as reqwest_middleware;")]
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
                    extensions: &mut http::Extensions,
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

            impl RedirectPolicy for Policy {}

            impl policy::Guarded for Policy {
                fn guarded_by(self, relay_to: RelayTo) -> Self {
                    Self::custom(move |attempt| {
                        let names = |url: &Url| {
                            let host = url.host_str().unwrap_or_default();
                            relay_to.names(host, url.port_or_known_default())
                        };
                        let may_carry = attempt.previous().first().is_some_and(names);
                        match may_carry && !names(attempt.url()) {
                            true => attempt.stop(),
                            false => self.redirect(attempt),
                        }
                    })
                }
            }

            /// Sends a request again as its [policy](crate::RetryPolicy) says. A request whose body is a stream is
            /// sent once, as it cannot be cloned.
            ///
            /// It goes before middleware that has to run for each attempt, and after middleware that has to run
            /// once. The client's timeout is that of one attempt.
            ///
            /// ```
            /// use manila_client::{Retrier, RetryPolicy};
            #[doc = concat!("# use ", stringify!($reqwest), " as reqwest;")]
            #[doc = concat!("# use ", stringify!($middleware), " as reqwest_middleware;")]
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
                    mut request: Request,
                    extensions: &mut http::Extensions,
                    next: Next<'_>,
                ) -> Result<Response> {
                    let mut attempts = self.start(request.method().as_str(), request.headers());
                    loop {
                        let again = attempts.keep(|| request.try_clone());
                        let result = next.clone().run(request, extensions).await;
                        let wait = match &result {
                            Ok(response) => attempts
                                .after_response(response.status().as_u16(), response.headers()),
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
        };
    };
}

#[cfg(feature = "reqwest-middleware-04")]
middleware_of!(reqwest_middleware_04, reqwest_012);
#[cfg(feature = "reqwest-middleware-05")]
middleware_of!(reqwest_middleware_05, reqwest_013);
