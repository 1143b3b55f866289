//! The four shapes of one error, as they are rendered.

use manila::adapter::{Renderer, RequestContext};
use manila::{Condition, Envelopes, Fault};

use super::row::Advised;
use super::rows::in_spanish;

#[expect(unreachable_pub, reason = "examples in the documentation use it too")]
mod header {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../core/tests/doc/header.rs"
    ));
}

/// The name of each style, its media type, and the body of one error in it.
pub(super) fn shapes() -> Vec<(&'static str, String, String)> {
    let styles = [
        ("ok_error", Envelopes::ok_error()),
        ("json_api", Envelopes::json_api()),
        ("code_data", Envelopes::code_data()),
        ("problem", Envelopes::problem()),
    ];
    let fault = Fault::condition(Condition::Conflict).with_detail("limit", 5);
    let shape = |(name, envelopes): (_, Envelopes)| {
        let rendered = envelopes.render(&fault, Some("abc-123"));
        let body = String::from_utf8(rendered.body().to_vec()).unwrap();
        let mut header = header::Header::default();
        rendered.apply(&mut header);
        let media_type = header.get("content-type").unwrap_or_default().to_owned();
        (name, media_type, body)
    };
    styles.into_iter().map(shape).collect()
}

/// The body of an error with its way out, and the same as Markdown.
pub(super) fn for_readers() -> [String; 2] {
    let renderer = Renderer::new(Envelopes::ok_error().remedies().markdown());
    let request = RequestContext::new(Some("abc-123"));
    [request, request.with_markdown(true)].map(|request| {
        let rendered = renderer.render(&Advised::ReauthRequired.fault(), &request);
        String::from_utf8(rendered.body().to_vec()).unwrap()
    })
}

/// The body of a problem in Spanish, beside the source's sentence.
pub(super) fn in_another_language() -> String {
    let renderer = Renderer::new(in_spanish(Envelopes::problem()).source_message());
    let locale = renderer.choose_language([&b"es-MX, en;q=0.5"[..]]);
    let request = RequestContext::new(Some("abc-123")).with_locale(locale);
    let fault = Fault::condition(Condition::Conflict).with_detail("limit", 5);
    let rendered = renderer.render(&fault, &request);
    String::from_utf8(rendered.body().to_vec()).unwrap()
}
