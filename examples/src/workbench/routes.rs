//! What the routes do, whatever framework serves them.

use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use manila::{Catalog, Condition, Fault, Pointer, Status, Violation};
use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// How long `/slow` may take.
pub(super) const TIMEOUT: Duration = Duration::from_millis(300);

/// The longest that a request may keep a route busy.
const MAX_SLEEP: Duration = Duration::from_secs(10);

/// The origin that CORS allows.
pub(super) const ORIGIN: &str = "http://app.example";

/// The query of `/raise/{code}`.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Raise {
    details: Option<String>,
    message: Option<String>,
    status: Option<u16>,
    violation: Option<String>,
}

/// The query of `/retry`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct RetryAfter {
    after_ms: Option<u64>,
}

/// The query of `/slow` and `/busy`.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Sleep {
    ms: Option<u64>,
}

impl Sleep {
    pub(super) async fn run(self) {
        let sleep = Duration::from_millis(self.ms.unwrap_or(200)).min(MAX_SLEEP);
        tokio::time::sleep(sleep).await;
    }
}

/// `/raise/{code}`
pub(super) fn raise(catalog: &'static Catalog, code: &str, query: Raise) -> Fault {
    let Some(code) = catalog.find(code) else {
        return Fault::condition(Condition::ResourceNotFound);
    };
    let mut fault = Fault::new(code);
    if let Some(status) = query.status {
        match Status::new(status).filter(|status| code.statuses().contains(status)) {
            Some(status) => fault = fault.with_status(status),
            None => return Fault::condition(Condition::BadRequest),
        }
    }
    if let Some(details) = query.details {
        match serde_json::from_str::<Box<RawValue>>(&details) {
            Ok(details) if details.get().starts_with('{') => fault = fault.with_details(details),
            _ => return Fault::condition(Condition::BadRequest),
        }
    }
    if let Some(message) = query.violation {
        let pointer = Pointer::root().member("canary-member");
        let violation = Violation::new(message).with_pointer(pointer);
        fault = fault.with_violation(violation.with_detail("limit", "canary-limit"));
    }
    match query.message {
        Some(message) => fault.with_message(message),
        None => fault,
    }
}

/// What `/ok` and `/reply` answer with.
pub(super) fn hello() -> Value {
    json!({ "hello": "world" })
}

/// `/err`: an error whose chain holds what no client may read.
pub(super) fn broken() -> io::Error {
    #[derive(Debug, thiserror::Error)]
    #[error("the pool is empty")]
    struct Pool(#[source] Refused);

    #[derive(Debug, thiserror::Error)]
    #[error("canary-cause: postgres://app:hunter2@db.internal refused")]
    struct Refused;

    io::Error::other(Pool(Refused))
}

/// `/std-error`: as where a file is not there, which is no route that is not there.
pub(super) fn read_settings() -> io::Result<String> {
    Err(io::Error::new(io::ErrorKind::NotFound, "canary-io"))
}

/// A lock that `/panic/mutex` holds while it panics, and takes again for the next request.
static LOCK: Mutex<()> = Mutex::new(());

/// The payload of a panic that panics itself when it is dropped.
struct Payload;

impl Drop for Payload {
    fn drop(&mut self) {
        panic!("canary-payload-dropped");
    }
}

/// `/panic/{kind}`, at once or after an await; other kinds are no route.
pub(super) async fn panic(kind: &str) -> Fault {
    match kind {
        "str" => panic!("canary-panic-str"),
        "string" => panic!("canary-panic-string {}", 1),
        "any" => std::panic::panic_any(vec![42]),
        "late" => {
            tokio::time::sleep(Duration::from_millis(5)).await;
            panic!("canary-panic-late")
        }
        "payload-drop" => std::panic::panic_any(Payload),
        "mutex" => {
            let _held = LOCK.lock().unwrap_or_else(PoisonError::into_inner);
            panic!("canary-panic-mutex")
        }
        _ => Fault::condition(Condition::RouteNotFound),
    }
}

/// `/retry`
pub(super) fn retry(query: RetryAfter) -> Fault {
    let fault = Fault::condition(Condition::RateLimited);
    match query.after_ms {
        Some(ms) => fault.with_retry_after(Duration::from_millis(ms)),
        None => fault,
    }
}

/// The value of `/bad-json`, which does not serialize.
pub(super) struct Unserializable;

impl Serialize for Unserializable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("canary-serialize: password=hunter2"))
    }
}
