//! How a workbench is told to stop.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// How long requests that are being served may take when the workbench stops.
pub(super) const GRACE: Duration = Duration::from_secs(5);

/// Resolves when the workbench is to stop.
pub(super) type Stop = Pin<Box<dyn Future<Output = ()> + Send>>;
