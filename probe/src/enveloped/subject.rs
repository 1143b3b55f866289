//! Apps that can be served.

use std::fmt;
use std::io;
use std::net::SocketAddr;

/// An app that can be served: any tower service over `http` 1.x, such as an axum `Router`, or a
/// closure that makes an actix-web `App`.
///
/// `Kind` distinguishes the two and is inferred. The trait is sealed: it is implemented for these
/// and for nothing else.
pub trait Subject<Kind>: Serve<Kind> {}

impl<Kind, T: Serve<Kind>> Subject<Kind> for T {}

/// What seals [`Subject`]: nobody else can name it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be served by `manila_probe`",
    note = "a tower service needs `Clone + Send + 'static` and the feature `tower`; a closure that \
            makes an actix-web `App` needs the same and the feature `actix`"
)]
pub trait Serve<Kind> {
    /// Serves the app on a port of this machine that the system chooses.
    ///
    /// # Errors
    ///
    /// If no port is free.
    fn serve(self) -> io::Result<Running>;
}

/// An app that is being served. It stops when this is dropped.
pub struct Running {
    address: SocketAddr,
    stop: Option<Box<dyn FnOnce() + Send>>,
}

impl Running {
    pub(super) fn new(address: SocketAddr, stop: impl FnOnce() + Send + 'static) -> Self {
        Self {
            address,
            stop: Some(Box::new(stop)),
        }
    }

    /// Where it listens.
    pub(super) const fn address(&self) -> SocketAddr {
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
