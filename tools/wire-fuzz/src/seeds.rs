//! The valid requests that everything starts from.

/// A valid request.
#[derive(Debug)]
pub(crate) struct Seed {
    pub(crate) method: &'static str,
    pub(crate) target: &'static str,
    pub(crate) fields: &'static [(&'static str, &'static str)],
    pub(crate) body: &'static str,
}

const fn get(target: &'static str) -> Seed {
    Seed {
        method: "GET",
        target,
        fields: &[],
        body: "",
    }
}

const fn head(target: &'static str) -> Seed {
    Seed {
        method: "HEAD",
        ..get(target)
    }
}

const fn json(target: &'static str, body: &'static str) -> Seed {
    Seed {
        method: "POST",
        target,
        fields: &[("content-type", "application/json")],
        body,
    }
}

/// One of every kind of answer, but for those that are exempt by a mark.
pub(crate) static SEEDS: &[Seed] = &[
    get("/ok"),
    get("/id"),
    head("/ok"),
    get("/stream"),
    get("/status/204"),
    get("/status/304"),
    get("/raise/PLAN_LIMIT_EXCEEDED?message=no%20more&details=%7B%22limit%22:5%7D"),
    get("/raise/UNAUTHENTICATED"),
    get("/raise/INTERNAL?message=canary-message"),
    head("/raise/CONFLICT"),
    get("/retry?after_ms=1500"),
    get("/err"),
    get("/bad-json"),
    get("/missing"),
    head("/missing"),
    get("/panic/str"),
    get("/panic/late"),
    head("/panic/str"),
    get("/foreign/403"),
    get("/foreign/503"),
    get("/foreign-json/502"),
    get("/headers"),
    head("/headers"),
    get("/upstream"),
    get("/std-err"),
    get("/gzip"),
    get("/stalled"),
    get("/body-panics"),
    get("/status/499"),
    get("/middleware-err"),
    get("/status-fault/200"),
    head("/status-fault/204"),
    get("/status-fault/201?kind=json"),
    get("/meddle/body"),
    get("/meddle/status?of=reply"),
    get("/meddle/empty?of=foreign"),
    get("/variant"),
    get("/moment?advice=backoff"),
    get("/nested/missing"),
    get("/nested/raise/CONFLICT"),
    json(
        "/json",
        r#"{"email":"a@example.com","age":30,"tags":["a"],"address":{"city":"Lima"}}"#,
    ),
    json("/json", r#"{"email":1}"#),
    json("/json", r#"{"email""#),
    json("/nested/json", r#"{"email":"a@example.com"}"#),
    json("/ok", "{}"),
    Seed {
        method: "GET",
        target: "/err",
        fields: &[("content-type", "application/grpc")],
        body: "",
    },
    Seed {
        method: "POST",
        target: "/missing",
        fields: &[("content-type", "application/grpc"), ("te", "trailers")],
        body: "",
    },
    Seed {
        method: "GET",
        target: "/err",
        fields: &[
            ("accept", "text/event-stream"),
            ("origin", "http://a.example"),
        ],
        body: "",
    },
];
