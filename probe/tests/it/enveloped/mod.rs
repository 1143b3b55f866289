//! Which positions of a layer cover an app, and which do not.

mod actix;
mod axum;
mod routes;
mod tower;

use manila_probe::{Subject, assert_enveloped_with};

use crate::panics::catch;

/// Checks that an app is refused, at these positions and no others.
async fn check<Kind>(app: impl Subject<Kind>, paths: &[&str], uncovered: &[&str]) {
    let panic = catch(assert_enveloped_with(app, |probe| {
        probe.paths(paths.to_vec())
    }))
    .await;
    let told: Vec<_> = panic
        .lines()
        .filter(|line| line.ends_with("does not pass through the layer"))
        .collect();
    assert_eq!(told, uncovered, "{panic}");
}
