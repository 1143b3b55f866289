//! What becomes of a response that no fault made.

use crate::Condition;
use crate::catalog::resolve;
use crate::envelopes::Envelopes;
use crate::fault::Fault;
use crate::http::header::{CACHING, DESCRIBES_OLD_BODY, ResponseHeader};

/// The longest foreign text that is kept as a reason, in bytes.
const MAX_REASON: u64 = 1024;

/// The parts of a foreign response's head that decide what becomes of it.
#[derive(Debug, Clone, Copy)]
pub struct ForeignHead<'a> {
    /// The status.
    pub status: u16,
    /// `content-type`, if it is text.
    pub content_type: Option<&'a str>,
}

/// What becomes of a foreign response.
#[derive(Debug, Clone)]
pub enum Treatment {
    /// It leaves as it is.
    Pass,
    /// An envelope with this fault takes its place.
    Replace {
        /// The fault.
        fault: Fault,
        /// The most bytes that its body may have to be kept as the fault's
        /// [reason](Fault::reason); 0 if it cannot be.
        reason_limit: u64,
    },
}

impl Envelopes {
    /// What becomes of a response that carries no fault: success, redirection, upgrades and gRPC's
    /// own responses pass, and so does what [`leave_alone`](Self::leave_alone) names; everything else from 400
    /// up is replaced. `has` says whether the response has a header field of this name; it is asked
    /// about those that decide.
    #[must_use]
    pub fn treat(&self, head: ForeignHead<'_>, has: impl Fn(&'static str) -> bool) -> Treatment {
        match head.status {
            200..400 => return Treatment::Pass,
            101 if has("upgrade") => return Treatment::Pass,
            // Any other interim status is no answer (RFC 9110 §15.2): HTTP/2 servers kill the
            // whole connection over it.
            100..200 => {
                let fault = Fault::detected(Condition::Internal);
                return Treatment::Replace {
                    fault,
                    reason_limit: 0,
                };
            }
            _ => {}
        }
        if head.content_type.is_some_and(is_grpc) || self.leaves_alone(head) {
            return Treatment::Pass;
        }
        let fault = Fault::foreign(head.status);
        let is_clients = |status: u16| (400..500).contains(&status);
        let keeps_reason = is_clients(head.status)
            && head.content_type.is_some_and(is_plain_text)
            && !has("content-encoding")
            && is_clients(resolve(&fault, self.catalog).status);
        Treatment::Replace {
            fault,
            reason_limit: if keeps_reason { MAX_REASON } else { 0 },
        }
    }

    fn leaves_alone(&self, head: ForeignHead<'_>) -> bool {
        let media_type = head.content_type.unwrap_or_default();
        self.left_alone.iter().any(|(statuses, prefix)| {
            statuses.contains(&head.status)
                && media_type
                    .get(..prefix.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
        })
    }

    /// Takes away the header fields of a response, whose status was `status`, that go with the body
    /// that is being replaced. `origin` says who made the response.
    pub fn strip(&self, header: &mut impl ResponseHeader, status: u16, origin: Origin) {
        // Behind a reference, so that `retain` is compiled once for an adapter's map.
        let keep: &dyn Fn(&str) -> bool = &|name| {
            let describes_old = DESCRIBES_OLD_BODY.contains(&name)
                // A 416 says how long the content is that the range does not fit (RFC 9110
                // §15.5.17).
                && !(name == "content-range" && status == 416);
            let is_caching = origin == Origin::Foreign && CACHING.contains(&name);
            let is_kept = || self.kept.iter().any(|kept| kept == name);
            (!(describes_old || is_caching) || is_kept())
                && !self.dropped.iter().any(|dropped| dropped == name)
        };
        header.retain(keep);
    }
}

/// Who made a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// It carries a fault, so that what its header says is about the error.
    Fault,
    /// Code that knows nothing of Manila.
    Foreign,
}

/// Whether a response's content type is gRPC's or gRPC-Web's (gRPC over HTTP/2, "Content-Type").
fn is_grpc(content_type: &str) -> bool {
    is_of(content_type, "application/grpc") || is_of(content_type, "application/grpc-web")
}

/// Whether a request's fields are those of a gRPC call (gRPC over HTTP/2, "Requests").
pub(crate) fn is_grpc_request<'a>(field: impl Fn(&'static str) -> Option<&'a str>) -> bool {
    let is_trailers = |coding: &str| coding.trim_ascii().eq_ignore_ascii_case("trailers");
    field("content-type").is_some_and(|it| is_of(it, "application/grpc"))
        && field("te").is_some_and(|codings| codings.split(',').any(is_trailers))
}

/// Whether a content type is this media type, alone, with a suffix (`+proto`) or with parameters.
fn is_of(content_type: &str, media_type: &str) -> bool {
    let Some((start, rest)) = content_type.split_at_checked(media_type.len()) else {
        return false;
    };
    start.eq_ignore_ascii_case(media_type)
        && matches!(
            rest.trim_ascii_start().bytes().next(),
            None | Some(b'+' | b';')
        )
}

/// `text/plain`, in UTF-8 or without a charset.
fn is_plain_text(content_type: &str) -> bool {
    // As frameworks spell it.
    if matches!(content_type, "text/plain; charset=utf-8" | "text/plain") {
        return true;
    }
    let mut parts = content_type.split(';').map(str::trim_ascii);
    parts
        .next()
        .is_some_and(|media_type| media_type.eq_ignore_ascii_case("text/plain"))
        && parts.all(|parameter| match parameter.split_once('=') {
            Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
                value.trim_matches('"').eq_ignore_ascii_case("utf-8")
            }
            _ => true,
        })
}
