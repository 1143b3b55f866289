//! The layer around services whose errors panic.

use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use manila_tower::EnvelopeLayer;
use tower::{BoxError, Layer as _, Service, ServiceExt as _};

/// Where an error panics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Site {
    Conversion,
    Display,
    Source,
    Drop,
}

/// What a service fails with, before it is any error.
#[derive(Debug)]
struct Failure(Site);

impl From<Failure> for BoxError {
    fn from(Failure(site): Failure) -> Self {
        assert_ne!(site, Site::Conversion, "canary");
        Box::new(Hostile(site))
    }
}

#[derive(Debug)]
struct Hostile(Site);

impl fmt::Display for Hostile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        assert_ne!(self.0, Site::Display, "canary");
        f.write_str("canary")
    }
}

impl Error for Hostile {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        assert_ne!(self.0, Site::Source, "canary");
        None
    }
}

impl Drop for Hostile {
    fn drop(&mut self) {
        assert_ne!(self.0, Site::Drop, "canary");
    }
}

/// A service that fails when it is asked whether it is ready, or when it is called.
struct Failing {
    site: Site,
    is_ready: bool,
}

impl Service<Request<()>> for Failing {
    type Response = Response<Full<Bytes>>;
    type Error = Failure;
    type Future = Ready<Result<Self::Response, Failure>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        Poll::Ready(if self.is_ready {
            Ok(())
        } else {
            Err(Failure(self.site))
        })
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        ready(Err(Failure(self.site)))
    }
}

#[tokio::test]
async fn an_error_that_panics_is_answered() {
    for site in [Site::Conversion, Site::Display, Site::Source, Site::Drop] {
        for is_ready in [true, false] {
            let service = EnvelopeLayer::default().layer(Failing { site, is_ready });
            let answer: Result<_, Infallible> = service.oneshot(Request::new(())).await;
            let response = answer.unwrap();
            assert_eq!(response.status(), 500, "{site:?}");
            let body = response.into_body().collect().await.unwrap().to_bytes();
            let body = str::from_utf8(&body).unwrap();
            assert!(body.starts_with(r#"{"ok":false"#), "{site:?}: {body}");
            assert!(!body.contains("canary"), "{site:?}: {body}");
        }
    }
}
