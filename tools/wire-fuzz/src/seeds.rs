//! The valid requests that everything starts from.

/// A valid request.
#[derive(Debug)]
pub(crate) struct Seed {
    pub(crate) method: &'static str,
    pub(crate) target: &'static str,
    pub(crate) fields: &'static [(&'static str, &'static str)],
    pub(crate) body: &'static str,
    /// A text that the client is not told, so that the log has to be.
    untold: &'static str,
}

impl Seed {
    /// A request without anything that stays untold.
    pub(crate) const fn new(
        method: &'static str,
        target: &'static str,
        fields: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self {
            method,
            target,
            fields,
            body: "",
            untold: "",
        }
    }

    const fn untold(self, untold: &'static str) -> Self {
        Self { untold, ..self }
    }
}

/// The texts that the log has to hold of an error in response to a request that still is a seed's.
pub(crate) fn untold(method: &str, target: &str) -> Vec<&'static str> {
    let is_seed = |seed: &&Seed| seed.method == method && seed.target == target;
    let mut texts: Vec<_> = SEEDS
        .iter()
        .filter(is_seed)
        .map(|seed| seed.untold)
        .collect();
    texts.retain(|text| !text.is_empty());
    texts.dedup();
    texts
}

const fn get(target: &'static str) -> Seed {
    Seed::new("GET", target, &[])
}

const fn head(target: &'static str) -> Seed {
    Seed::new("HEAD", target, &[])
}

const fn json(target: &'static str, body: &'static str) -> Seed {
    Seed {
        body,
        ..Seed::new("POST", target, &[("content-type", "application/json")])
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
    get("/raise/INTERNAL?message=canary-message").untold("canary-message"),
    head("/raise/CONFLICT"),
    get("/retry?after_ms=1500"),
    get("/err").untold("canary-cause"),
    get("/bad-json").untold("canary-serialize"),
    get("/missing"),
    head("/missing"),
    get("/panic/str").untold("canary-panic-str"),
    get("/panic/late").untold("canary-panic-late"),
    head("/panic/str").untold("canary-panic-str"),
    get("/foreign/403"),
    get("/foreign/503").untold("canary-foreign"),
    get("/foreign-json/502").untold("canary-json"),
    get("/headers").untold("canary-headers"),
    head("/headers"),
    get("/upstream").untold("canary-upstream"),
    get("/std-error").untold("canary-io"),
    get("/gzip"),
    get("/stalled"),
    get("/body-panics"),
    get("/status/499"),
    get("/middleware-err").untold("canary-middleware"),
    get("/status-fault/200").untold("canary-status-fault"),
    head("/status-fault/204").untold("canary-status-fault"),
    get("/status-fault/201?kind=json").untold("canary-serialize"),
    get("/meddle/body").untold("canary-meddled"),
    get("/meddle/status?of=reply"),
    get("/meddle/empty?of=foreign"),
    get("/variant").untold("canary-variant"),
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
    Seed::new("GET", "/err", &[("content-type", "application/grpc")]).untold("canary-cause"),
    Seed::new(
        "POST",
        "/missing",
        &[("content-type", "application/grpc"), ("te", "trailers")],
    ),
    Seed::new(
        "GET",
        "/err",
        &[
            ("accept", "text/event-stream"),
            ("origin", "http://a.example"),
        ],
    )
    .untold("canary-cause"),
];
