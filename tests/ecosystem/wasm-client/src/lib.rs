//! What `call.mjs` calls in node: a request by `reqwest`, which asks JavaScript's `fetch`, and what is read of its
//! answer. `tools/check-ecosystem` builds and runs both.

use manila_catalogs::Vibehost;
use manila_client::{CallError, Decoder, ErrorForEnvelope as _, Retrier, RetryPolicy};
use wasm_bindgen::prelude::wasm_bindgen;

/// The text of a success, else a line of what the error says.
#[wasm_bindgen]
pub async fn call(url: String) -> String {
    answered(&url).await.unwrap_or_else(|error| match error {
        CallError::Remote(remote) => format!(
            "{:?} {} {:?} {:?} {}",
            remote.as_enum::<Vibehost>(),
            remote.status(),
            remote.detail::<u32>("limit"),
            remote.request_id(),
            remote.exit_code(),
        ),
        other => format!("no answer: {other}"),
    })
}

async fn answered(url: &str) -> Result<String, CallError> {
    let decoder = Decoder::new().catalog(Vibehost::CATALOG);
    let response = reqwest::get(url).await?;
    let response = response.error_for_envelope_with(&decoder).await?;
    Ok(response.text().await?)
}

/// How many milliseconds to wait before the second attempt of a GET, and before a third. The clock and the jitter
/// are JavaScript's.
#[wasm_bindgen]
pub fn waits(retry_after: String) -> Vec<f64> {
    let retrier = Retrier::new(RetryPolicy::new());
    let mut attempts = retrier.start("GET", [("accept", "application/json")]);
    let header = [("retry-after", &*retry_after)];
    let waits = std::iter::from_fn(|| attempts.after_response(503, header));
    waits.map(|wait| wait.as_secs_f64() * 1_000.0).collect()
}
