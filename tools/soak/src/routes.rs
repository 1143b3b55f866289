//! What the workbench is asked.

use manila_examples::workbench::Framework;

/// One kind of request, and what it may be answered with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Route {
    pub(crate) method: &'static str,
    /// The target; the answer repeats a mark with `{number}`, the request's number.
    pub(crate) target: &'static str,
    pub(crate) fields: &'static [(&'static str, &'static str)],
    /// A body of JSON.
    pub(crate) body: &'static str,
    pub(crate) statuses: &'static [u16],
    pub(crate) told: Told,
    /// A text that the client is not told, and the log is.
    pub(crate) untold: &'static str,
    /// Whether the response breaks off in its body.
    pub(crate) breaks_off: bool,
    /// How often it is taken, among the others of its list.
    pub(crate) weight: u32,
    /// Whether the tower workbench lacks it.
    needs_router: bool,
}

/// Whether the log is told of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// If it is an error, which then is in an envelope.
    Errors,
    /// Never: it is exempt (wire.md §6).
    Never,
}

impl Route {
    const fn new(method: &'static str, target: &'static str, statuses: &'static [u16]) -> Self {
        Self {
            method,
            target,
            fields: &[],
            body: "",
            statuses,
            told: Told::Errors,
            untold: "",
            breaks_off: false,
            weight: 40,
            needs_router: false,
        }
    }

    const fn get(target: &'static str, statuses: &'static [u16]) -> Self {
        Self::new("GET", target, statuses)
    }

    const fn head(target: &'static str, statuses: &'static [u16]) -> Self {
        Self::new("HEAD", target, statuses)
    }

    const fn post(target: &'static str, body: &'static str, statuses: &'static [u16]) -> Self {
        Self {
            fields: &[("content-type", "application/json")],
            body,
            ..Self::new("POST", target, statuses)
        }
    }

    /// A request that claims to be gRPC's, to a service that does not speak it.
    const fn grpc(target: &'static str) -> Self {
        Self {
            fields: &[("content-type", "application/grpc"), ("te", "trailers")],
            ..Self::get(target, &[500])
        }
    }

    /// A route on which the server sleeps is taken less often.
    const fn weight(self, weight: u32) -> Self {
        Self { weight, ..self }
    }

    const fn untold(self, untold: &'static str) -> Self {
        Self { untold, ..self }
    }

    const fn exempt(self) -> Self {
        Self {
            told: Told::Never,
            ..self
        }
    }

    const fn breaking_off(self) -> Self {
        Self {
            breaks_off: true,
            ..self
        }
    }

    /// A request for a WebSocket; only HTTP/1.1 has the fields for it.
    const fn upgrade(target: &'static str) -> Self {
        Self {
            fields: &[
                ("connection", "upgrade"),
                ("upgrade", "websocket"),
                ("sec-websocket-version", "13"),
                ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
            ],
            needs_router: true,
            ..Self::get(target, &[101, 400, 405, 426])
        }
    }

    /// Whether the framework's workbench has it.
    pub(crate) fn is_on(&self, framework: Framework) -> bool {
        !(self.needs_router && framework == Framework::Tower)
    }
}

const SIGNUP: &str = r#"{"email":"a@example.com","age":30,"tags":["a"],"address":{"city":"Lima"}}"#;

/// Requests that succeed.
pub(crate) static FINE: &[Route] = &[
    Route::get("/ok", &[200]),
    Route::get("/id", &[200]),
    Route::get("/nested/id", &[200]),
    Route::head("/ok", &[200]),
    Route::post("/json", SIGNUP, &[200]),
    // A busy machine may be late all the same.
    Route::get("/slow?ms=1", &[200, 503]).weight(5),
    Route::get("/stream", &[200]).weight(5),
    Route::get("/status/204", &[204]),
    Route::get("/status/304", &[304]),
    Route::get("/grpc", &[200]),
    Route::upgrade("/ws").weight(5),
];

/// Requests that fail.
pub(crate) static FAULTS: &[Route] = &[
    // a handler's own errors
    Route::get("/raise/PLAN_LIMIT_EXCEEDED?message=n{number}.", &[402]),
    Route::get(
        "/raise/CONFLICT?details=%7B%22a%22:%22n{number}.%22%7D",
        &[409],
    ),
    Route::get("/nested/raise/CONFLICT?message=n{number}.", &[409]),
    Route::get("/raise/UNAUTHENTICATED", &[401]),
    Route::get(
        "/raise/INTERNAL?message=canary&details=%7B%22a%22:1%7D",
        &[500],
    ),
    Route::get("/raise/NO_SUCH_CODE", &[404]),
    Route::head("/raise/CONFLICT", &[409]),
    Route::get("/retry?after_ms=1500", &[429]),
    Route::get("/err", &[500]).untold("canary-cause"),
    Route::get("/nested/err", &[500]).untold("canary-cause"),
    Route::get("/bad-json", &[500]),
    // the router and the extractors
    Route::get("/missing", &[404]),
    Route::get("/nested/missing", &[404]),
    Route::head("/missing", &[404]),
    Route::new("DELETE", "/ok", &[405]),
    Route::post("/ok", "{}", &[405]),
    Route::post("/json", r#"{"email""#, &[400]),
    Route::post("/json", r#"{"email":1}"#, &[400, 422]),
    Route::new("POST", "/json", &[400, 415]),
    Route {
        needs_router: true,
        ..Route::get("/ws", &[400, 405, 426])
    },
    // panics
    Route::get("/panic/str", &[500]).untold("canary-panic-str"),
    Route::get("/panic/string", &[500]).untold("canary-panic-string"),
    Route::get("/panic/any", &[500]),
    Route::get("/panic/late", &[500]).untold("canary-panic-late"),
    Route::get("/panic/payload-drop", &[500]),
    Route::get("/panic/mutex", &[500]).untold("canary-panic-mutex"),
    Route::get("/nested/panic/str", &[500]).untold("canary-panic-str"),
    // statuses that are not the fault's, and middleware that changes one thing
    Route::get("/status-fault/200", &[409]).untold("canary-status-fault"),
    Route::get("/status-fault/204", &[409]).untold("canary-status-fault"),
    Route::get("/status-fault/201?kind=json", &[500]).untold("canary-serialize"),
    Route::get("/meddle/status", &[409]).untold("canary-meddle"),
    Route::get("/meddle/body", &[409]),
    Route::get("/meddle/status?of=reply", &[503]),
    Route::get("/meddle/empty?of=foreign", &[500]),
    Route::get("/variant", &[502]).untold("canary-variant"),
    Route::get("/foreign-body/500?type=json", &[500]).untold("canary-body"),
    Route::get("/foreign-body/502?type=none", &[502]).untold("canary-body"),
    Route::get("/foreign-body/500?type=gzip", &[500]),
    Route::get("/foreign-body/500?type=long", &[500]).untold("canary-body"),
    Route::get("/relay?status=500&phrase=canary", &[500]).weight(5),
    // what something else made
    Route::get("/foreign/403", &[403]),
    Route::get("/foreign/503", &[503]).untold("canary-foreign"),
    Route::head("/foreign/404", &[404]),
    Route::get("/foreign-json/502", &[502]).untold("canary-json"),
    Route::get("/status/103", &[500]),
    Route::get("/status/499", &[499]),
    Route::get("/headers", &[401]),
    Route::get("/upstream", &[502]).untold("canary-upstream"),
    Route::get("/gzip", &[500]),
    Route::get("/stalled", &[500]),
    Route::get("/body-panics", &[500]),
    Route::get("/body-drop-panics", &[500]),
    Route::get("/middleware-err", &[500]).untold("canary-middleware"),
    Route::get("/nested/middleware-err", &[500]).untold("canary-middleware"),
    // time and turns
    Route::get("/slow?ms=1000", &[503]).weight(1),
    Route::get("/busy?ms=1", &[200, 503]),
    Route::get("/nested/busy?ms=1", &[200, 503]),
    // gRPC's, as the client says
    Route::grpc("/err").untold("canary-cause"),
    Route::grpc("/panic/late").untold("canary-panic-late"),
    // exempt
    Route::get("/marked/404", &[404]).exempt(),
    Route::get("/marked/503", &[503]).exempt(),
    Route::get("/stream-fails", &[200]).breaking_off().weight(5),
];
