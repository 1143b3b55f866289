//! A fault on its way to Markdown. What is asserted of it beside is asserted with a parser, in the tests.

use manila::Rendered;
use manila::adapter::{Renderer, RequestContext};

use crate::body::holds;
use crate::render::Case;
use crate::text::CANARY;

/// What a case is as Markdown: `None` where not even the shortest fits, so that the envelope is sent.
///
/// # Panics
///
/// If what holds for any body does not hold.
#[must_use]
pub fn markdown_of(case: &Case) -> Option<Rendered> {
    let (settings, fault) = (case.settings(), case.build());
    let renderer = Renderer::new(settings.envelopes().markdown());
    let request = RequestContext::new(Some("abc-123"));
    let rendered = renderer.render(&fault, &request.with_markdown(true));
    let enveloped = renderer.render(&fault, &request);
    assert_eq!(rendered.status(), enveloped.status());
    assert_eq!(rendered.code(), enveloped.code());
    assert!(!holds(rendered.body(), CANARY), "a secret in the body");
    if rendered.content_type() != "text/markdown; charset=utf-8" {
        assert_eq!(rendered.body(), enveloped.body());
        return None;
    }
    let (length, limit) = (rendered.body().len(), settings.limit());
    assert!(length <= limit, "{length} bytes of at most {limit}");
    Some(rendered)
}
