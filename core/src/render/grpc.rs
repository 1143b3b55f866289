//! The answer for a caller that speaks gRPC: HTTP 200 with a status in the header and no body, a
//! trailers-only response (gRPC over HTTP/2, "Responses").
//!
//! The mapping of statuses follows `google.rpc.Code`, whose comments give the HTTP status of each;
//! for statuses without one the class decides.

use crate::fault::{Fault, Kind, RetryMoment};

/// The `grpc-status` of a fault whose HTTP status is this one.
pub(crate) fn status(fault: &Fault, status: u16) -> &'static str {
    // A catalog may answer a timeout with 503; for gRPC it is DEADLINE_EXCEEDED all the same.
    grpc_code(match fault.kind {
        Kind::Condition(condition, _) => condition.status(),
        Kind::Code(..) | Kind::Foreign(_) => status,
    })
}

impl Fault {
    /// Returns the gRPC status that says the same, as `google.rpc.Code` numbers them: for a handler that
    /// answers with a status of its own gRPC library. The catalog of a service has no say in it.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// assert_eq!(Fault::condition(Condition::ResourceNotFound).grpc_status(), 5); // NOT_FOUND
    /// assert_eq!(Fault::condition(Condition::Timeout).grpc_status(), 4); // DEADLINE_EXCEEDED
    /// assert_eq!(Fault::condition(Condition::Internal).grpc_status(), 13); // INTERNAL
    /// ```
    #[must_use]
    pub fn grpc_status(&self) -> i32 {
        // Each of them is a number; another would be UNKNOWN.
        status(self, self.http_status()).parse().unwrap_or(2)
    }
}

/// The longest time to wait that a gRPC client reads: a number of 32 bits, with a sign.
const LATEST: u64 = i32::MAX as u64;

/// The value of `grpc-retry-pushback-ms` (gRFC A6), of a fault that knows how long to wait. A moment is
/// not told: it would have to be counted from now on, and the answer may be on its way for longer.
pub(crate) fn pushback(fault: &Fault) -> Option<u64> {
    match fault.attached()?.retry? {
        RetryMoment::After(after) => {
            let millis = u64::try_from(after.as_millis()).unwrap_or(LATEST);
            Some(millis.min(LATEST))
        }
        RetryMoment::At(_) => None,
    }
}

/// The gRPC status with the meaning of an HTTP status.
const fn grpc_code(status: u16) -> &'static str {
    const INVALID_ARGUMENT: &str = "3";
    const DEADLINE_EXCEEDED: &str = "4";
    const NOT_FOUND: &str = "5";
    const PERMISSION_DENIED: &str = "7";
    const RESOURCE_EXHAUSTED: &str = "8";
    const ABORTED: &str = "10";
    const UNIMPLEMENTED: &str = "12";
    const INTERNAL: &str = "13";
    const UNAVAILABLE: &str = "14";
    const UNAUTHENTICATED: &str = "16";
    match status {
        401 => UNAUTHENTICATED,
        403 => PERMISSION_DENIED,
        404 => NOT_FOUND,
        405 | 501 => UNIMPLEMENTED,
        408 | 504 => DEADLINE_EXCEEDED,
        409 => ABORTED,
        413 | 429 => RESOURCE_EXHAUSTED,
        400..=499 => INVALID_ARGUMENT,
        502 | 503 => UNAVAILABLE,
        _ => INTERNAL,
    }
}

/// The longest `grpc-message`, in bytes. Clients take 8 KiB of header by default, and one that is
/// larger costs them the status as well.
const LONGEST_MESSAGE: usize = 4096;

/// The `grpc-message` of a text, as far as it fits: printable ASCII but for `%`, the rest
/// percent-encoded (gRPC over HTTP/2, "Responses"). It is cut between characters.
pub(crate) fn message(text: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(text.len().min(LONGEST_MESSAGE));
    for character in text.chars() {
        let end = encoded.len();
        for byte in character.encode_utf8(&mut [0; 4]).bytes() {
            if (b' '..=b'~').contains(&byte) && byte != b'%' {
                encoded.push(char::from(byte));
            } else {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
        if encoded.len() > LONGEST_MESSAGE {
            encoded.truncate(end);
            break;
        }
    }
    encoded.trim().to_owned()
}
