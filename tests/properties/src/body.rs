//! What holds for the bytes of every body.

use crate::expected::{Public, Sentence, Shown, body};
use crate::json::{Json, parse};
use crate::settings::{Settings, Style};
use crate::text::CANARY;

/// What leaves if nothing else can (wire.md §6).
pub(crate) const CONSTANT: &[u8] = br#"{"ok":false,"error":{"code":"internal_server_error","message":"Something went wrong on the server."}}"#;

/// Whether the bytes hold the text, as it is.
pub(crate) fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

/// Asserts that the bytes are strict JSON, harmless in HTML and JavaScript, and hold no secret.
pub(crate) fn check_bytes(bytes: &[u8]) -> Json {
    let shown = String::from_utf8_lossy(bytes);
    assert!(!holds(bytes, CANARY), "a secret in {shown}");
    for mark in ["<", ">", "&", "\u{2028}", "\u{2029}"] {
        assert!(!holds(bytes, mark), "{mark:?} is not escaped in {shown}");
    }
    parse(bytes).unwrap_or_else(|error| panic!("{error} in {shown}"))
}

/// Asserts that the body is that of the fault in the service's style, or in `ok-error` where
/// the service's own cannot be had, or what leaves if nothing else can. Gives whether it is the
/// fault's.
pub(crate) fn check_body(
    bytes: &[u8],
    content_type: &[u8],
    public: &Public,
    settings: &Settings,
    id: Option<&str>,
) -> bool {
    let json = check_bytes(bytes);
    let style = style_of(content_type, settings);
    let is_faults = candidates(style, &json, public)
        .into_iter()
        .any(|shown| body(style, public, settings, id, shown) == json);
    assert!(
        is_faults || bytes == CONSTANT,
        "{style:?}\n   found {json:?}\nexpected {:?}, or less of it",
        body(style, public, settings, id, Shown::all(public)),
    );
    is_faults
}

/// The style that a body of this media type is written in.
fn style_of(content_type: &[u8], settings: &Settings) -> Style {
    let is_broken = matches!(settings.style, Style::Panicking | Style::Repeating);
    if !is_broken && content_type == settings.media_type().as_bytes() {
        return settings.style;
    }
    assert_eq!(
        content_type, b"application/json",
        "the media type of what stands in"
    );
    Style::OkError
}

/// What may be in a body that leaves out as much as this one says.
fn candidates(style: Style, json: &Json, public: &Public) -> Vec<Shown> {
    let all = Shown::all(public);
    let items = all.violations + all.details;
    let truncated = truncated(style, json);
    let mut candidates = vec![all];
    if (1..=items).contains(&truncated) {
        // Violations go first, from the end, and then details.
        candidates.push(Shown {
            violations: all.violations.saturating_sub(truncated),
            details: all.details - truncated.saturating_sub(all.violations),
            truncated,
            ..all
        });
    }
    // Then goes the text of a foreign response, and at last the sentence.
    let has_reason = public.own_details.iter().any(|(name, _)| name == "reason");
    let sentences = [Sentence::Faults, Sentence::Catalogs, Sentence::Shortest];
    candidates.extend(sentences.map(|sentence| Shown {
        violations: 0,
        details: 0,
        reason: false,
        truncated: items + usize::from(has_reason),
        sentence,
    }));
    candidates
}

/// How much the body says that it leaves out.
fn truncated(style: Style, json: &Json) -> usize {
    let path: &[&str] = match style {
        Style::OkError => &["error", "details", "truncated"],
        Style::JsonApi => &["meta", "truncated"],
        Style::CodeData => &["data", "details", "truncated"],
        Style::Problem => &["details", "truncated"],
        Style::Custom | Style::Panicking | Style::Repeating => &["missing"],
    };
    let count = path.iter().try_fold(json, |json, name| json.get(name));
    match count {
        Some(Json::Number(count)) => count.parse().unwrap_or(0),
        _ => 0,
    }
}
