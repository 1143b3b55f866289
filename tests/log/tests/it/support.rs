//! What several tests need.

use std::io::Write;
use std::sync::{Arc, Mutex};

use tracing::Subscriber;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

#[derive(
    Debug,
    thiserror::Error,
    manila::ErrorCode,
    manila_axum::IntoResponse,
    manila_actix::ResponseError,
)]
#[error_code(catalog = "shards", case = "SCREAMING_SNAKE_CASE")]
pub(crate) enum ApiError {
    #[error("shard {0} is read-only")]
    #[error_code(status = 503, severity = "critical")]
    ReadOnly(u8),
    #[error("node {0} hung up")]
    #[error_code(status = 502)]
    HungUp(u8),
}

/// What a subscriber of `tracing_subscriber::fmt` has written.
#[derive(Clone, Default)]
pub(crate) struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    /// A subscriber with the filter of the documentation.
    pub(crate) fn subscriber(&self) -> impl Subscriber + Send + Sync + use<> {
        tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new("info"))
            .with_ansi(false)
            .with_writer(self.clone())
            .finish()
    }

    /// The lines of error responses.
    pub(crate) fn events(&self) -> Vec<String> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        let lines = text.lines().filter(|line| line.contains("manila::fault"));
        lines.map(str::to_owned).collect()
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Lines {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}
