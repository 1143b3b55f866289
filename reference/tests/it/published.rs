//! What the page of a code says.

use manila::{Envelopes, Retry, Scope};
use manila_reference::Reference;

use crate::kit::files;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(
    catalog = "pages",
    case = "snake_case",
    documentation = "https://docs.example/errors"
)]
enum Pages {
    /// It means this.
    ///
    /// And that.
    #[error("Wait until {0}.")]
    #[error_code(
        status = 429,
        message = "Wait, then ask again.",
        causes = ["Too `many` requests."],
        client = ["First.", "Then."],
        retry = "after",
        owner = "caller",
        applied = "no",
        section = "Limits",
        since = "1.2.0",
        related = ["old_code"],
        operations = ["POST /apps"],
        next = "POST /apps",
    )]
    Limited(#[error_code(detail, rename = "attempts")] u32),
    #[error("Old.")]
    #[error_code(status = 410, retired = "2.0.0", replaced_by = "limited")]
    OldCode,
    #[error("The name is taken.")]
    #[error_code(status = 422, scope = ["violation"])]
    Taken,
    #[error("The job failed.")]
    #[error_code(status = 500, scope = ["job"])]
    JobFailed,
}

#[test]
fn a_page_has_everything_that_the_catalog_says() {
    let reference = Reference::new(Pages::CATALOG)
        .envelopes(Envelopes::problem())
        .envelopes(Envelopes::json_api());
    let files = files(&reference.site());
    let html = &files["limited/index.html"];
    let markdown = &files["limited.md"];
    for text in [
        "It means this.",
        "And that.",
        "First.",
        "Then.",
        "HTTP/1.1",
        "retry-after",
        "application/problem+json",
        "application/vnd.api+json",
        "https://docs.example/errors/limited",
        "POST /apps",
        "old_code",
        "1.2.0",
        "the caller: its program has to change",
        "no, it had no effect",
    ] {
        assert!(html.contains(text), "the page lacks {text}");
        assert!(
            markdown.contains(text),
            "the Markdown lacks {text}: {markdown}"
        );
    }
    assert!(html.contains("Too <code>many</code> requests."));
    assert!(markdown.contains("Too `many` requests."));
    assert_eq!(Pages::Limited(1).code().retry(), Some(Retry::After));
}

#[test]
fn the_body_on_a_page_is_what_the_renderer_writes() {
    let envelopes = Envelopes::ok_error().catalog(Pages::CATALOG);
    let files = files(
        &Reference::new(Pages::CATALOG)
            .envelopes(envelopes.clone())
            .site(),
    );
    let markdown = &files["taken.md"];
    let body = markdown
        .split("\n\n{")
        .nth(1)
        .unwrap()
        .split("\n```")
        .next()
        .unwrap();
    let shown: serde_json::Value = serde_json::from_str(&format!("{{{body}")).unwrap();
    assert_eq!(Pages::Taken.code().scope(), [Scope::Violation]);
    assert_eq!(shown["error"]["details"]["errors"][0]["code"], "taken");
    assert_eq!(shown["ok"], false);
}

#[test]
fn a_retired_code_keeps_its_page_and_says_what_takes_its_place() {
    let files = files(&Reference::new(Pages::CATALOG).site());
    let html = &files["old_code/index.html"];
    assert!(
        html.contains("Retired: 2.0.0.")
            && html.contains(
                "<a href=\"../limited/index.html\"><code>limited</code></a> takes its place."
            ),
        "{html}"
    );
    assert!(!html.contains("HTTP/1.1"), "nobody gets a retired code");
    let markdown = &files["old_code.md"];
    assert!(
        markdown.contains("**Retired:** 2.0.0.")
            && markdown.contains("[limited](limited.md) takes its place.")
    );
    assert!(files["llms.txt"].contains("[old_code](old_code.md): 410, retired."));
    assert_eq!(Pages::OldCode.code().retired(), Some("2.0.0"));
    // A job's result is no response.
    assert_eq!(Pages::JobFailed.code().scope(), [Scope::Job]);
    assert!(!files["job_failed/index.html"].contains("HTTP/1.1"));
}
