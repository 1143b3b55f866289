//! The check itself.

use super::subject::Subject;
use super::uncovered::Uncovered;
use crate::Probe;

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
/// If an error is sent without its envelope, naming the routes and positions that the layer does
/// not cover, or if the app cannot be served.
pub async fn assert_enveloped<Kind>(app: impl Subject<Kind>) {
    assert_enveloped_with(app, |probe| probe).await;
}

/// Like [`assert_enveloped`], with a probe that knows more: the paths of the app, its style, what is
/// exempt.
///
/// # Panics
///
/// As [`assert_enveloped`], and if the probe is misconfigured.
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
        Err(error) => panic!("the probe was aborted: {error}"),
    }
}
