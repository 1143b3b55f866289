//! A content coding that is not undone (RFC 9110 §8.4).

use super::{Fault, Violation};

/// The fault of a body in a content coding, by the codings that are taken instead, as `accept-encoding`
/// has them; the coding that is none if there is no other. The status is that of a media type too
/// (RFC 9110 §15.5.16), and so is the message of its code, which is not what is wrong here.
pub(crate) fn of_content_coding(fault: Fault, taken: &str) -> Fault {
    let taken = match taken.trim_ascii() {
        "" => IDENTITY,
        taken => taken,
    };
    let violation = Violation::new("The body has a content coding.")
        .with_header("content-encoding")
        .with_detail("expected", taken);
    fault
        .with_message("The content coding of the request is not supported.")
        .with_violation(violation)
}

/// The coding that is none.
pub(crate) const IDENTITY: &str = "identity";
