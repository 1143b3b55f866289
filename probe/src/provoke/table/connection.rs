//! What is hard on the connection, rather than on the service.

use super::body::OVERSIZED;
use crate::provoke::provocation::{Act, Answer, Position, Provocation, Scope};
use crate::wire::Request;

/// The provocation in which HEAD stands among other requests on one connection.
pub(crate) const PIPELINED_HEAD: &str = "pipelined-head";

pub(super) static TABLE: &[Provocation] = &[
    Provocation::new(
        "pipelined-batch",
        Scope::Service,
        Position::Fallback,
        // A length that is not the body's would shift what follows it.
        Act::Batch(|to| {
            let post = Request::new("POST", to.missing()).body("application/json", "{}");
            vec![to.get_missing(), post, to.get_missing(), to.get_missing()]
        }),
    )
    .answer(Answer::Error),
    Provocation::new(
        PIPELINED_HEAD,
        Scope::Service,
        Position::Fallback,
        // So would a body in answer to HEAD.
        Act::Batch(|to| {
            let head = Request::new("HEAD", to.missing());
            vec![to.get_missing(), head, to.get_missing(), to.get_missing()]
        }),
    )
    .answer(Answer::Error),
    Provocation::missing("early-error-under-upload", |to| {
        let body = vec![b'm'; OVERSIZED];
        Request::new("POST", to.missing()).body("application/octet-stream", body)
    }),
    Provocation::new(
        "cancelled-request",
        Scope::Service,
        Position::Fallback,
        Act::Cancel(|to| {
            let body = vec![b'm'; 1024];
            Request::new("POST", to.missing()).body("application/octet-stream", body)
        }),
    )
    .answer(Answer::Error),
    Provocation {
        scope: Scope::Afterwards,
        ..Provocation::missing("afterwards", |to| to.get_missing())
    },
];
