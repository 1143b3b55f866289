//! Every client, behind one function.

use bytes::Bytes;
use http_body_util::Full;
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use manila_client::tower::{Repeat, RetryLayer};
use manila_client::{
    BlockingErrorForEnvelope as _, CallError, Decoder, ErrorForEnvelope as _, RelayIds as _,
    RelayTo, RequestIds, Retrier, TransportError, TransportErrorKind, awc_3,
};
use tokio::task::LocalSet;
use tower::{Layer as _, ServiceBuilder, ServiceExt as _};
use tower_http::follow_redirect::FollowRedirectLayer;

/// What is called.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) method: &'static str,
    pub(crate) url: String,
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    pub(crate) body: &'static str,
    pub(crate) ids: Option<RequestIds>,
    pub(crate) relay_to: RelayTo,
    pub(crate) retrier: Retrier,
    pub(crate) decoder: Decoder,
}

impl Call {
    pub(crate) fn get(url: String) -> Self {
        Self {
            method: "GET",
            url,
            headers: Vec::new(),
            body: "",
            ids: None,
            relay_to: RelayTo::hosts(["nowhere.example"]).unwrap(),
            retrier: Retrier::default(),
            decoder: Decoder::new(),
        }
    }
}

/// The status of a response that is no error.
pub(crate) type Ended = Result<u16, CallError>;

pub(crate) type Caller = fn(&Call) -> Ended;

/// The clients that read errors alone.
pub(crate) const PLAIN: [(&str, Caller); 5] = [
    ("reqwest 0.12", reqwest_012),
    ("reqwest 0.12, blocking", reqwest_012_blocking),
    ("reqwest 0.13", reqwest_013),
    ("reqwest 0.13, blocking", reqwest_013_blocking),
    ("hyper", hyper),
];

/// The clients that repeat requests and relay ids too.
pub(crate) const FULL: [(&str, Caller); 4] = [
    ("reqwest-middleware 0.4", reqwest_middleware_04),
    ("reqwest-middleware 0.5", reqwest_middleware_05),
    ("tower", tower),
    ("awc", awc),
];

pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().unwrap();
    // `awc` spawns on its own thread.
    LocalSet::new().block_on(&runtime, future)
}

macro_rules! reqwest {
    ($name:ident, $blocking:ident, $reqwest:ident) => {
        fn $name(call: &Call) -> Ended {
            block_on(async {
                let method = call.method.parse().unwrap();
                let request = $reqwest::Client::new().request(method, &call.url);
                let response = request.body(call.body).send().await?;
                let response = response.error_for_envelope_with(&call.decoder).await?;
                Ok(response.status().as_u16())
            })
        }

        fn $blocking(call: &Call) -> Ended {
            let method = call.method.parse().unwrap();
            let request = $reqwest::blocking::Client::new().request(method, &call.url);
            let response = request.body(call.body).send()?;
            let response = response.error_for_envelope_with(&call.decoder)?;
            Ok(response.status().as_u16())
        }
    };
}

reqwest!(reqwest_012, reqwest_012_blocking, reqwest_012);
reqwest!(reqwest_013, reqwest_013_blocking, reqwest_013);

macro_rules! reqwest_middleware {
    ($name:ident, $middleware:ident, $reqwest:ident) => {
        fn $name(call: &Call) -> Ended {
            let client = $reqwest::Client::builder().redirect(call.relay_to.redirects());
            let client = $middleware::ClientBuilder::new(client.build().unwrap())
                .with(call.retrier.clone())
                .with(call.relay_to.clone())
                .build();
            block_on(async {
                let mut request = client.request(call.method.parse().unwrap(), &call.url);
                for (name, value) in &call.headers {
                    request = request.header(*name, *value);
                }
                if let Some(ids) = call.ids.clone() {
                    request = request.relay(ids);
                }
                let response = request.body(call.body).send().await?;
                let response = response.error_for_envelope_with(&call.decoder).await?;
                Ok(response.status().as_u16())
            })
        }
    };
}

reqwest_middleware!(reqwest_middleware_04, reqwest_middleware_04, reqwest_012);
reqwest_middleware!(reqwest_middleware_05, reqwest_middleware_05, reqwest_013);

type Hyper = legacy::Client<HttpConnector, Full<Bytes>>;

fn hyper_client() -> Hyper {
    legacy::Client::builder(TokioExecutor::new()).build_http()
}

fn hyper(call: &Call) -> Ended {
    block_on(async { ended(hyper_client().request(http_request(call)).await, call).await })
}

#[derive(Clone)]
struct OfHyper;

impl Repeat<Full<Bytes>, legacy::Error> for OfHyper {
    fn copy(&self, body: &Full<Bytes>) -> Option<Full<Bytes>> {
        Some(body.clone())
    }

    fn is_unsent(&self, error: &legacy::Error) -> bool {
        error.is_connect()
    }
}

fn tower(call: &Call) -> Ended {
    block_on(async {
        let client = ServiceBuilder::new()
            .layer(FollowRedirectLayer::new())
            .layer(RetryLayer::new(call.retrier.clone()).repeat_by(OfHyper))
            .service(call.relay_to.layer(hyper_client()));
        ended(client.oneshot(http_request(call)).await, call).await
    })
}

fn http_request(call: &Call) -> http::Request<Full<Bytes>> {
    let mut request = http::Request::builder().method(call.method).uri(&call.url);
    for (name, value) in &call.headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Full::from(call.body)).unwrap();
    match call.ids.clone() {
        Some(ids) => request.relay(ids),
        None => request,
    }
}

async fn ended<B: http_body::Body>(
    result: Result<http::Response<B>, legacy::Error>,
    call: &Call,
) -> Ended {
    let response = result.map_err(|error| {
        let kind = match error.is_connect() {
            true => TransportErrorKind::Connect,
            false => TransportErrorKind::Other,
        };
        TransportError::new(kind, error)
    })?;
    let response = response.error_for_envelope_with(&call.decoder).await?;
    Ok(response.status().as_u16())
}

pub(crate) fn awc(call: &Call) -> Ended {
    use awc_3::{RelayIds as _, SendWithRetries as _};

    block_on(async {
        let client = awc::Client::builder().wrap(call.relay_to.clone()).finish();
        let mut request = client.request(call.method.parse().unwrap(), &call.url);
        for header in &call.headers {
            request = request.insert_header(*header);
        }
        if let Some(ids) = call.ids.clone() {
            request = request.relay(&call.relay_to, ids);
        }
        let response = request.send_with_retries(&call.retrier, call.body).await?;
        let response = response.error_for_envelope_with(&call.decoder).await?;
        Ok(response.status().as_u16())
    })
}
