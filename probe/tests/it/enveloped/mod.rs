//! Which positions of a layer cover an app, and which do not.

mod actix;
mod axum;
mod tower;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

use manila_probe::{Subject, assert_enveloped_with};

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

/// The text of the panic that a future ends with.
async fn catch(future: impl Future<Output = ()>) -> String {
    let mut future = Box::pin(future);
    let panic = std::future::poll_fn(|cx| {
        let poll = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx)));
        match poll {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(())) => Poll::Ready(None),
            Err(panic) => Poll::Ready(Some(panic)),
        }
    });
    let panic = panic.await.expect("the app passes");
    panic.downcast_ref::<String>().unwrap().clone()
}
