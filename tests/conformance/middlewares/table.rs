//! The middlewares by their names, which are those of their paths on either framework.

use super::sources::PAGE;

/// Those that hand the response on.
pub(super) const HARMLESS: [&str; 13] = [
    "compression",
    "trace",
    "timeout",
    "body-timeout",
    "collector",
    "two-collectors",
    "boxed-body",
    "two-wrappers",
    "header",
    "cors",
    "metrics",
    "catch",
    "limit",
];

/// What a middleware leaves of what the handlers make.
pub(super) struct Row {
    pub(super) middleware: &'static str,
    /// Of the fault, the success and the foreign error.
    pub(super) left: [Left; 3],
}

/// What leaves the layer.
#[derive(Debug, Clone, Copy)]
pub(super) enum Left {
    /// The fault that the handler raised.
    Fault,
    /// An envelope of this status and code, with nothing of the handler's in it.
    Error(u16, &'static str),
    /// A response that is no error, as the middleware leaves it.
    Passed(u16, &'static str),
}

const fn row(middleware: &'static str, left: [Left; 3]) -> Row {
    Row { middleware, left }
}

const CONFLICT: Left = Left::Error(409, "CONFLICT");
const INTERNAL: Left = Left::Error(500, "INTERNAL_SERVER_ERROR");
const NOT_FOUND: Left = Left::Error(404, "NOT_FOUND");
const UNAVAILABLE: Left = Left::Error(503, "SERVICE_UNAVAILABLE");

/// Those that change something.
pub(super) const CHANGING: [Row; 12] = [
    // the status alone does not unmake a fault: who hides one answers with a body of its own
    row("status", [Left::Fault, UNAVAILABLE, UNAVAILABLE]),
    row("empty-404", [NOT_FOUND, NOT_FOUND, NOT_FOUND]),
    row(
        "redirect",
        [
            Left::Passed(303, ""),
            Left::Passed(303, ""),
            Left::Passed(303, ""),
        ],
    ),
    row(
        "page",
        [
            Left::Passed(200, PAGE),
            Left::Passed(200, PAGE),
            Left::Passed(200, PAGE),
        ],
    ),
    row("error-page", [UNAVAILABLE, UNAVAILABLE, UNAVAILABLE]),
    row("redaction", [CONFLICT, Left::Passed(200, "***"), INTERNAL]),
    row("beside", [CONFLICT, Left::Passed(200, PAGE), INTERNAL]),
    row("emptied", [CONFLICT, Left::Passed(200, ""), INTERNAL]),
    row(
        "appended",
        [
            CONFLICT,
            Left::Passed(200, "{\"ok\":true,\"data\":{\"number\":\"canary-4111\"}} "),
            INTERNAL,
        ],
    ),
    row(
        "truncated",
        [
            CONFLICT,
            Left::Passed(200, "{\"ok\":true,\"data\":{\"number\":\"canary-4111\"}"),
            INTERNAL,
        ],
    ),
    row(
        "extensions",
        [
            // its body is enough to know a fault by
            Left::Fault,
            Left::Passed(200, "{\"ok\":true,\"data\":{\"number\":\"canary-4111\"}}"),
            INTERNAL,
        ],
    ),
    row("another-response", [NOT_FOUND, NOT_FOUND, NOT_FOUND]),
];
