//! Answers that are gRPC's.

use crate::wire::Response;

/// Whether the response is gRPC's, by its content type.
pub(crate) fn is_grpc_answer(response: &Response) -> bool {
    let media_type = response.only("content-type").unwrap_or_default();
    is_grpc(media_type.split(';').next().unwrap_or_default().trim())
}

/// gRPC's media types, and gRPC-Web's, alone or with a suffix such as `+proto`.
fn is_grpc(media_type: &str) -> bool {
    let essence = media_type.split('+').next().unwrap_or_default();
    ["application/grpc", "application/grpc-web"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(essence))
}
