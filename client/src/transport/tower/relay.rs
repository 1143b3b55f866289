//! The layer that relays ids.

use std::task::{Context, Poll};

use http::header::HOST;
use http::uri::Authority;
use http::{HeaderMap, Request, Uri};
use tower_layer::Layer;
use tower_service::Service;

use crate::relaying::{RelayTo, RequestIds, default_port};
use crate::transport::relayed::relay;

/// Puts on a request to a named host the ids that it relays.
///
/// The host is that of the URI, else the field `host`. A channel of `tonic` is one to one service, whose
/// requests name no host where a layer sees them: [`RelayTo::everywhere`] is for it.
impl<S> Layer<S> for RelayTo {
    type Service = RelayService<S>;

    fn layer(&self, inner: S) -> RelayService<S> {
        RelayService {
            inner,
            relay_to: self.clone(),
        }
    }
}

/// The service of [`RelayTo`], around a client's.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// use http::{HeaderMap, Request, Response};
/// use manila_client::{RelayIds as _, RelayTo};
/// use tower::{Layer as _, ServiceExt as _, service_fn};
///
/// let client = service_fn(async |request: Request<()>| Ok::<_, http::Error>(Response::new(request)));
/// let client = RelayTo::hosts(["ledger.internal"]).unwrap().layer(client);
///
/// // In a handler, whose request has this header:
/// let headers = HeaderMap::from_iter([("x-request-id".parse().unwrap(), "a1b2c3".parse().unwrap())]);
/// let get = |url: &str| Request::get(url).body(()).unwrap().relay(&headers);
/// let sent = client.clone().oneshot(get("https://ledger.internal/entries")).await.unwrap().into_body();
/// assert_eq!(sent.headers()["x-request-id"], "a1b2c3");
/// let sent = client.oneshot(get("https://pictures.example/")).await.unwrap().into_body();
/// assert!(sent.headers().is_empty());
/// # });
/// ```
#[derive(Debug, Clone)]
pub struct RelayService<S> {
    inner: S,
    relay_to: RelayTo,
}

impl<S: Service<Request<B>>, B> Service<Request<B>> for RelayService<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<B>) -> S::Future {
        if let Some(ids) = request.extensions_mut().remove::<RequestIds>() {
            let authority = authority(request.uri(), request.headers());
            let host = authority.as_ref().map_or("", Authority::host);
            let port = authority.as_ref().and_then(Authority::port_u16);
            let port = port.or_else(|| default_port(request.uri().scheme_str()?));
            relay(request.headers_mut(), &self.relay_to, &ids, host, port);
        }
        self.inner.call(request)
    }
}

fn authority(uri: &Uri, headers: &HeaderMap) -> Option<Authority> {
    let of_field = || Authority::try_from(headers.get(HOST)?.as_bytes()).ok();
    uri.authority().cloned().or_else(of_field)
}
