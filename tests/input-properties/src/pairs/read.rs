//! The ways to read pairs.

use std::fmt::Write as _;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

use actix_web::FromRequest as _;
use actix_web::test::TestRequest;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use manila::{Condition, Fault};
use serde::de::DeserializeOwned;
use tower::ServiceExt as _;

use super::fit::Pair;

/// Where pairs stand in a request, and what reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// [`manila::extract::query`].
    Query,
    /// [`manila::extract::form`].
    Form,
    /// The `Path` of `manila-axum`.
    AxumPath,
    /// The `Path` of `manila-actix`.
    ActixPath,
}

/// Reads the parameters of a path by axum's router.
pub(super) fn axum_path<T>(pairs: &[Pair]) -> Result<(), Fault>
where
    T: DeserializeOwned + Send + 'static,
{
    let (mut route, mut path) = (String::new(), String::new());
    for (name, text) in pairs {
        let _ = write!(route, "/{{{name}}}");
        path.push('/');
        encode(text, 1, &mut path);
    }
    let read = Arc::new(Mutex::new(None));
    let noted = Arc::clone(&read);
    let handler = move |read: Result<manila_axum::Path<T>, manila_axum::Error>| async move {
        let read = read.map(|_| ()).map_err(manila_axum::Error::into_fault);
        *noted.lock().unwrap_or_else(PoisonError::into_inner) = Some(read);
    };
    let request = Request::get(path).body(Body::empty());
    if let Ok(request) = request {
        let _ = at_once(pin!(
            Router::new().route(&route, get(handler)).oneshot(request)
        ));
    }
    let mut read = read.lock().unwrap_or_else(PoisonError::into_inner);
    read.take().unwrap_or_else(unasked)
}

/// Reads the parameters of a path by actix-web.
pub(super) fn actix_path<T: DeserializeOwned>(pairs: &[Pair]) -> Result<(), Fault> {
    let request = pairs
        .iter()
        .fold(TestRequest::default(), |request, (name, text)| {
            request.param(name.clone(), text.clone())
        });
    let request = request.to_http_request();
    let read = at_once(pin!(manila_actix::Path::<T>::extract(&request)));
    match read {
        Some(read) => read.map(|_| ()).map_err(manila_actix::Error::into_fault),
        None => unasked(),
    }
}

fn unasked() -> Result<(), Fault> {
    Err(Fault::condition(Condition::RouteNotFound))
}

/// The outcome of a future that waits for nothing.
fn at_once<F: Future>(future: Pin<&mut F>) -> Option<F::Output> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}

/// Writes pairs as `application/x-www-form-urlencoded`; what could stay as it is is encoded too, by
/// the spelling.
pub(super) fn spell(pairs: &[Pair], spelling: u64) -> String {
    let mut spelled = String::new();
    for (at, (name, text)) in pairs.iter().enumerate() {
        if at > 0 {
            spelled.push('&');
        }
        encode(name, spelling.rotate_left(7), &mut spelled);
        spelled.push('=');
        encode(text, spelling, &mut spelled);
    }
    spelled
}

/// Percent-encodes a text (RFC 3986 §2.1).
fn encode(text: &str, spelling: u64, into: &mut String) {
    for (at, byte) in text.bytes().enumerate() {
        let shift = u32::try_from(at % 64).unwrap_or_default();
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if is_plain && spelling.rotate_right(shift) % 4 != 0 {
            into.push(char::from(byte));
        } else {
            let _ = write!(into, "%{byte:02X}");
        }
    }
}
