//! The answer for a caller that speaks gRPC: HTTP 200 with a status in the header and no body, a
//! trailers-only response (gRPC over HTTP/2, "Responses").
//!
//! The mapping of statuses follows `google.rpc.Code`, whose comments give the HTTP status of each;
//! for statuses without one the class decides.

use crate::fault::{Fault, Kind};

/// The `grpc-status` of a fault whose HTTP status is this one.
pub(crate) fn status(fault: &Fault, status: u16) -> &'static str {
    // A catalog may answer a timeout with 503; for gRPC it is DEADLINE_EXCEEDED all the same.
    grpc_code(match fault.kind {
        Kind::Condition(condition, _) => condition.status(),
        Kind::Code(..) | Kind::Foreign(_) => status,
    })
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
