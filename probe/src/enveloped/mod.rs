//! A check for tests: no error of an app leaves it without its envelope.

#[cfg(feature = "actix")]
mod actix;
#[cfg(feature = "tower")]
mod tower;
mod uncovered;

use std::fmt;
use std::io;
use std::net::SocketAddr;

#[cfg(feature = "actix")]
pub use self::actix::Actix;
#[cfg(feature = "tower")]
pub use self::tower::Tower;
use self::uncovered::Uncovered;
use crate::Probe;

/// An app that can be served: any tower service over `http` 1.x, with an axum `Router` among
/// them, or a closure that makes an actix-web `App`.
///
/// `Kind` tells the two apart and is inferred.
pub trait Subject<Kind> {
    /// Serves the app on a port of this machine that the system chooses.
    ///
    /// # Errors
    ///
    /// If there is no port to be had.
    fn serve(self) -> io::Result<Running>;
}

/// An app that is being served. It stops when this is dropped.
pub struct Running {
    address: SocketAddr,
    stop: Option<Box<dyn FnOnce() + Send>>,
}

impl Running {
    fn new(address: SocketAddr, stop: impl FnOnce() + Send + 'static) -> Self {
        Self {
            address,
            stop: Some(Box::new(stop)),
        }
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop();
        }
    }
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// Serves the app, provokes every error at `/` and around it, and stops it.
///
/// Call it from a test that runs on tokio, of any flavor. The app is the finished one, with
/// everything that is around it in production. [`assert_enveloped_with`] names its paths.
///
/// ```
/// use axum::Router;
/// use manila_axum::{Envelopes, RouterExt as _};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let app = Router::new().with_envelope(Envelopes::problem());
/// manila_probe::assert_enveloped(app).await;
/// # }
/// ```
///
/// # Panics
///
/// If an error leaves without its envelope, naming the routes and positions that the layer does
/// not cover, or if the app cannot be served.
pub async fn assert_enveloped<Kind>(app: impl Subject<Kind>) {
    assert_enveloped_with(app, |probe| probe).await;
}

/// The same with a probe that knows more: the paths of the app, its style, what is exempt.
///
/// # Panics
///
/// As [`assert_enveloped`], and if the probe cannot do what it is told.
pub async fn assert_enveloped_with<Kind>(
    app: impl Subject<Kind>,
    configure: impl FnOnce(Probe) -> Probe,
) {
    let running = match app.serve() {
        Ok(running) => running,
        Err(error) => panic!("the app cannot be served: {error}"),
    };
    let probe = configure(Probe::new(running.address()));
    // The probe blocks; the app may need this thread.
    let report = tokio::task::spawn_blocking(move || probe.run()).await;
    drop(running);
    match report {
        Ok(Ok(report)) => assert!(report.is_clean(), "{}", Uncovered(&report)),
        Ok(Err(error)) => panic!("the app cannot be probed: {error}"),
        Err(error) => panic!("the probe ended before its time: {error}"),
    }
}
