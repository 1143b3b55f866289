//! Faults under statuses that are not theirs, and what middleware inside of the layer changes.

use manila_probe::wire::Request;
use manila_properties::expected::ExpectedFault;

use super::case::{Case, catalog, reason};
use crate::expected::{of_http, of_own};

fn conflict() -> ExpectedFault {
    catalog("CONFLICT")
}

/// The fault that `/meddle` changes, as it is told where it is believed.
fn believed() -> ExpectedFault {
    conflict().details(r#""project":"canary-project""#)
}

fn meddled(name: &'static str, path: &str, error: ExpectedFault) -> Case {
    Case::get(name, &format!("/meddle/{path}"), error)
}

pub(super) fn cases() -> Vec<Case> {
    let internal = || catalog("INTERNAL");
    let unavailable = || catalog("SERVICE_UNAVAILABLE");
    vec![
        Case::get("a fault under 200", "/status-fault/200", conflict()),
        Case::get("a fault under 201", "/status-fault/201", conflict()),
        Case::get("a fault under 204", "/status-fault/204", conflict()),
        Case::get(
            "a fault under a redirection",
            "/status-fault/302",
            conflict(),
        )
        .kept(&[("location", "/ok")]),
        Case::get("a fault under 304", "/status-fault/304", conflict())
            .kept(&[("location", "/ok")]),
        Case::get("a fault under 404", "/status-fault/404", conflict()),
        Case::get("a fault under 500", "/status-fault/500", conflict()),
        Case::get(
            "a success that does not serialize, under 201",
            "/status-fault/201?kind=json",
            internal(),
        ),
        Case::get(
            "a variant with values in its text",
            "/variant",
            of_own(502, 502_901, "UPSTREAM_BROKEN", "Upstream broken"),
        )
        .told("canary-variant"),
        Case::get(
            "a moment without advice",
            "/moment?advice=none",
            of_own(503, 503_903, "ADVICE_NONE", "Advice none")
                .details(r#""retry":{"after_seconds":2}"#),
        )
        .kept(&[("retry-after", "2")]),
        Case::get(
            "a 500 with JSON in it",
            "/foreign-body/500?type=json",
            internal(),
        )
        .told(r#"body: {"secret":"canary-body"}"#),
        Case::get(
            "a 503 of no stated type",
            "/foreign-body/503?type=none",
            unavailable(),
        )
        .told("body: canary-body"),
        Case::get(
            "a 500 of a megabyte",
            "/foreign-body/500?type=long",
            internal(),
        )
        .told("body: canary-body"),
        Case::get(
            "a 404 of a megabyte",
            "/foreign-body/404?type=long",
            catalog("NOT_FOUND"),
        )
        .told("body: canary-body"),
        Case::get(
            "a 404 that is compressed",
            "/foreign-body/404?type=gzip",
            catalog("NOT_FOUND"),
        ),
        Case::get(
            "a 404 with a short text",
            "/foreign-body/404?type=text",
            catalog("NOT_FOUND").details(&reason("canary-body")),
        ),
        Case::get(
            "an upstream's 500 with a phrase of its own",
            "/relay?status=500&phrase=ORA-00942:%20no%20table%20SECRETS",
            internal(),
        )
        .told("body: canary-relay"),
        Case::get(
            "an upstream's 404",
            "/relay?status=404&phrase=canary",
            catalog("NOT_FOUND"),
        )
        .told("body: canary-relay"),
        meddled("a fault whose status is changed", "status", believed()),
        meddled("a fault whose phrase is changed", "phrase", believed()),
        meddled("a fault whose body is replaced", "body", conflict()).told("body: canary-meddled"),
        meddled("a fault whose body is emptied", "empty", conflict()).told("canary-meddle"),
        meddled(
            "a fault whose extensions are cleared",
            "extensions",
            believed(),
        ),
        meddled(
            "a success whose status is changed",
            "status?of=reply",
            unavailable(),
        ),
        meddled(
            "a foreign error whose status is changed",
            "status?of=foreign",
            unavailable(),
        )
        .told("body: canary-foreign"),
        meddled(
            "a foreign error whose body is replaced",
            "body?of=foreign",
            internal(),
        )
        .told("body: canary-meddled"),
        meddled(
            "a foreign error whose phrase is changed",
            "phrase?of=foreign",
            internal(),
        )
        .told("body: canary-foreign"),
        Case::new(
            "HEAD of a fault under 200",
            Request::new("HEAD", "/status-fault/200"),
            conflict(),
        ),
        Case::get(
            "a 402 with JSON of its own",
            "/foreign-body/402?type=json",
            of_http(402, "Payment is required."),
        )
        .told(r#"body: {"secret":"canary-body"}"#),
    ]
}
