//! Running futures to their end, on one thread.

use std::fmt::Display;

use bytes::Bytes;
use http::Response;
use http_body_util::BodyExt as _;
use tokio::runtime::Builder;

use crate::work::Answer;

/// Runs a future on a runtime of this thread.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    match Builder::new_current_thread().build() {
        Ok(runtime) => runtime.block_on(future),
        // Without I/O and timers, a runtime takes nothing from the system.
        Err(error) => unreachable!("{error}"),
    }
}

/// Reads a response to its end.
pub(crate) async fn read<B>(response: Response<B>) -> Answer
where
    B: http_body::Body<Data = Bytes, Error: Display>,
{
    let (head, body) = response.into_parts();
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let header = head
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), text(value.as_bytes())))
        .collect();
    // A body that breaks off is seen to be another one than expected.
    let body = body.collect().await.map_or_else(
        |error| error.to_string().into(),
        http_body_util::Collected::to_bytes,
    );
    Answer {
        status: head.status.as_u16(),
        header,
        body: body.into(),
    }
}
