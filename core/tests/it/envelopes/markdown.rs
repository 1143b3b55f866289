//! An error as Markdown.

use std::time::{Duration, SystemTime};

use manila::adapter::{Renderer, RequestContext};
use manila::{Applied, Condition, Envelopes, Fault, Pointer, Rendered, Violation};

use super::{ID, styles};

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "readers", documentation = "https://docs.example/errors")]
enum Known {
    #[error("No.")]
    #[error_code(status = 402, message = "The plan includes { $limit } apps.", retry = "never",
        client = ["Read `x-limit`.", "Delete an app, or <b>pay</b>."], next = "POST /v1/plans")]
    PlanLimit {
        #[error_code(detail)]
        limit: u32,
    },
    #[error("It is no address.")]
    #[error_code(status = 422)]
    NoAddress,
    #[error("It is down.")]
    #[error_code(
        status = 503,
        message = "The region is down.",
        retry = "backoff",
        applied = "unknown"
    )]
    RegionDown {
        #[error_code(detail)]
        region: &'static str,
    },
}

fn limited() -> Fault {
    Known::PlanLimit { limit: 5 }.fault()
}

fn rendered(envelopes: Envelopes, fault: &Fault, id: &str) -> Rendered {
    let request = RequestContext::new(Some(id)).with_markdown(true);
    let once = Renderer::new(envelopes.markdown());
    let rendered = once.render(fault, &request);
    assert_eq!(once.render(fault, &request).body(), rendered.body());
    rendered
}

#[track_caller]
fn check(fault: &Fault, expected: &str) {
    for envelopes in [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::problem().remedies(),
    ] {
        let rendered = rendered(envelopes, fault, "abc-123");
        assert_eq!(rendered.content_type(), "text/markdown; charset=utf-8");
        let body = str::from_utf8(rendered.body()).unwrap();
        assert_eq!(body, expected, "{body}");
    }
}

#[test]
fn it_says_what_happened_and_what_to_do() {
    check(
        &limited().with_detail("apps", ["atlas", "a`b``c"]),
        r#"---
code: "plan_limit"
status: "402"
retryable: "false"
request_id: "abc-123"
documentation: "https://docs.example/errors/plan_limit"
---

## What happened

The plan includes 5 apps.

Details:

- `limit`: `5`
- `apps`: ```["atlas","a`b``c"]```

## What to do

1. Read `x-limit`.
2. Delete an app, or \<b\>pay\</b\>.

The request that mends it: `POST /v1/plans`

The same request fails again. Do not repeat it.
"#,
    );
}

#[test]
fn violations_have_their_places() {
    check(
        &Fault::condition(Condition::Validation).with_violations([
            Violation::new("This is no address.")
                .with_code(Known::NoAddress.code())
                .with_pointer(Pointer::root().member("e`mail").index(0))
                .with_detail("at", 3),
            Violation::new("Must be between 1 and 100.")
                .with_parameter("limit")
                .with_detail("min", 1)
                .with_detail("max", 100),
            Violation::new("Must be a tenant.").with_header("x-tenant"),
            Violation::new("Must be an object.").with_pointer(Pointer::root()),
            Violation::new("Both or none."),
        ]),
        r#"---
code: "unprocessable_content"
status: "422"
request_id: "abc-123"
---

## What happened

The content of the request cannot be processed.

- ``/e`mail/0``: This is no address. (`no_address`, `at`: `3`)
- Parameter `limit`: Must be between 1 and 100. (`min`: `1`, `max`: `100`)
- Header `x-tenant`: Must be a tenant.
- The body: Must be an object.
- Both or none.

## What to do

The service gives no advice about this error.
"#,
    );
}

#[test]
fn a_5xx_says_what_its_catalog_says() {
    check(
        &Known::RegionDown { region: "eu" }
            .because_text("canary")
            .with_message("canary")
            .with_detail("secret", "canary")
            .with_violation(Violation::new("canary")),
        r#"---
code: "region_down"
status: "503"
retryable: "true"
request_id: "abc-123"
documentation: "https://docs.example/errors/region_down"
---

## What happened

The region is down.

Details:

- `region`: `"eu"`

## What to do

The same request can succeed later. Wait longer after each attempt.

Whether the request had its effect is not known. Find out before you repeat it.
"#,
    );
}

#[test]
fn it_says_when_to_come_back() {
    let busy = || Fault::condition(Condition::RateLimited);
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let cases: [(Fault, &[&str], &str); 6] = [
        (
            busy().with_retry_after(Duration::from_secs(7)),
            &["retryable: \"true\"", "retry_after: \"7\""],
            "The same request can succeed after 7 seconds.",
        ),
        (
            busy().with_retry_after(Duration::ZERO),
            &["retryable: \"true\"", "retry_after: \"1\""],
            "The same request can succeed after 1 second.",
        ),
        (
            busy().with_retry_after(moment),
            &["retryable: \"true\""],
            "The same request can succeed at the time that `retry-after` says.",
        ),
        (
            busy().with_header("retry-after", "9"),
            &["retryable: \"true\"", "retry_after: \"9\""],
            "The same request can succeed after 9 seconds.",
        ),
        (
            busy().with_applied(Applied::No),
            &[],
            "The request had no effect.",
        ),
        (busy(), &[], "The service gives no advice about this error."),
    ];
    for (fault, front, advice) in cases {
        let rendered = rendered(Envelopes::ok_error(), &fault, ID);
        let body = str::from_utf8(rendered.body()).unwrap();
        let said: Vec<_> = body
            .lines()
            .filter(|line| line.starts_with("retry"))
            .collect();
        assert_eq!(said, front, "{body}");
        assert!(
            body.ends_with(&format!("## What to do\n\n{advice}\n")),
            "{body}"
        );
    }
}

#[test]
fn what_replaces_a_response_says_its_reason() {
    let fault = Fault::foreign(403).with_reason("Ask\nan `owner`.\n\n# Now");
    let rendered = rendered(Envelopes::ok_error(), &fault, ID);
    let body = str::from_utf8(rendered.body()).unwrap();
    assert!(
        body.contains("\n- `reason`: ``Ask an `owner`.  # Now``\n"),
        "{body}"
    );
}

#[test]
fn it_is_bounded_and_says_so() {
    let violation = |n: usize| {
        Violation::new(format!("Item {n} is wrong.")).with_detail("*", "`".repeat(n % 5))
    };
    let fault = limited().with_violations((0..60).map(violation));
    let whole = rendered(Envelopes::ok_error(), &fault, ID).into_body();
    let (mut cut, mut enveloped) = (0, 0);
    for limit in (100..whole.len()).step_by(11) {
        for envelopes in styles() {
            let rendered = rendered(envelopes.body_limit(limit), &fault, ID);
            let body = str::from_utf8(rendered.body()).unwrap();
            if rendered.content_type().starts_with("text/markdown") {
                assert!(body.len() <= limit, "{limit}: {body}");
                assert_eq!(body.matches("\n## ").count(), 2, "{limit}: {body}");
                let is_wrong = body.matches(" is wrong.").count();
                let lacks = |text| usize::from(!body.contains(text));
                let steps = lacks("\n1. ");
                let left_out = format!(
                    "\nLeft out for want of room: {}.\n",
                    60 - is_wrong + steps + lacks("`limit`")
                );
                assert!(body.contains(&left_out), "{limit}: {body}");
                assert!(is_wrong > 0 || steps > 0, "{limit}: {body}");
                cut += 1;
            } else {
                // Nothing of the kind fits: the envelope has a constant for that.
                assert!(limit < 400 && body.starts_with('{'), "{limit}: {body}");
                enveloped += 1;
            }
        }
    }
    assert!(cut > 500 && enveloped > 20, "{cut} {enveloped}");
    let more = manila::Violations::from_iter((0..1_500).map(|_| Violation::new("No.")));
    let rendered = rendered(Envelopes::ok_error(), &more.into_result().unwrap_err(), ID);
    let body = str::from_utf8(rendered.body()).unwrap();
    assert!(
        body.contains("\nThere are more mistakes than were looked for.\n"),
        "{body}"
    );
}

#[test]
fn a_style_of_ones_own_has_it_too() {
    let broken = |_: &manila::PublicFault<'_>, _: &mut manila::Object<'_>| panic!("a bug");
    let envelopes = Envelopes::custom("application/vnd.acme+json", broken).unwrap();
    for _ in 0..2 {
        let rendered = rendered(envelopes.clone(), &limited(), ID);
        assert!(rendered.body().starts_with(b"---\ncode: \"plan_limit\"\n"));
    }
}

#[test]
fn where_no_response_is_made_nobody_has_asked_for_it() {
    let renderer = Renderer::new(Envelopes::ok_error().markdown());
    let request = RequestContext::new(Some(ID)).with_markdown(true);
    let fault = limited();
    assert!(renderer.render_text(&fault, &request).starts_with('{'));
    assert!(
        renderer
            .render_close_reason(&fault, &request)
            .starts_with("plan_limit: ")
    );
    let call = request.with_grpc(true);
    let renderer = Renderer::new(Envelopes::ok_error().grpc().markdown());
    assert_eq!(
        renderer.render(&fault, &call).content_type(),
        "application/grpc"
    );
}
