//! Assertions that fail.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

/// The text of the panic that a future ends with.
pub(crate) async fn catch<T>(future: impl Future<Output = T>) -> String {
    let mut future = Box::pin(future);
    let panic = std::future::poll_fn(|cx| {
        let poll = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx)));
        match poll {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(_)) => Poll::Ready(None),
            Err(panic) => Poll::Ready(Some(panic)),
        }
    });
    let panic = panic.await.expect("nothing is wrong");
    panic.downcast_ref::<String>().unwrap().clone()
}
