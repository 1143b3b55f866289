//! What holds for the bytes of every body.

use crate::expected::{ExpectedExtent, ExpectedFault, ExpectedSentence, ExpectedStyle};
use crate::json::{Json, parse};
use crate::settings::{Settings, Style};
use crate::text::CANARY;

/// What leaves if nothing else can (wire.md §6).
pub(crate) const LAST_RESORT: &[u8] = br#"{"ok":false,"error":{"code":"internal_server_error","message":"Something went wrong on the server."}}"#;

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
    fault: &ExpectedFault,
    settings: &Settings,
    id: Option<&str>,
) -> bool {
    let json = check_bytes(bytes);
    let style = style_of(content_type, settings);
    let is_faults = candidates(style, &json, fault)
        .into_iter()
        .any(|extent| fault.part_of_body(style, settings.service(), id, extent) == json);
    assert!(
        is_faults || bytes == LAST_RESORT,
        "{style:?}\n   found {json:?}\nexpected {:?}, or less of it",
        fault.body(style, settings.service(), id),
    );
    is_faults
}

/// The style that a body of this media type is written in.
fn style_of(content_type: &[u8], settings: &Settings) -> ExpectedStyle {
    let is_broken = matches!(settings.style, Style::Panicking | Style::Repeating);
    let style = settings.expected_style();
    if !is_broken && content_type == style.media_type().as_bytes() {
        return style;
    }
    assert_eq!(
        content_type, b"application/json",
        "the media type of what stands in"
    );
    ExpectedStyle::OkError
}

/// What may be in a body that leaves out as much as this one says.
fn candidates(style: ExpectedStyle, json: &Json, fault: &ExpectedFault) -> Vec<ExpectedExtent> {
    let all = ExpectedExtent::all(fault);
    let items = all.violations + all.details;
    let truncated = truncated(style, json);
    let mut candidates = vec![all];
    if (1..=items).contains(&truncated) {
        // Violations go first, from the end, and then details.
        candidates.push(ExpectedExtent {
            violations: all.violations.saturating_sub(truncated),
            details: all.details - truncated.saturating_sub(all.violations),
            truncated,
            ..all
        });
    }
    // Then goes the text of a foreign response, and at last the sentence.
    let has_reason = fault.own_details.iter().any(|(name, _)| name == "reason");
    let sentences = [
        ExpectedSentence::Faults,
        ExpectedSentence::Catalogs,
        ExpectedSentence::Shortest,
    ];
    candidates.extend(sentences.map(|sentence| ExpectedExtent {
        violations: 0,
        details: 0,
        reason: false,
        truncated: items + usize::from(has_reason),
        sentence,
    }));
    candidates
}

/// How much the body says that it leaves out.
fn truncated(style: ExpectedStyle, json: &Json) -> usize {
    let path: &[&str] = match style {
        ExpectedStyle::OkError => &["error", "details", "truncated"],
        ExpectedStyle::JsonApi => &["meta", "truncated"],
        ExpectedStyle::CodeData => &["data", "details", "truncated"],
        ExpectedStyle::Problem => &["details", "truncated"],
        ExpectedStyle::Custom => &["missing"],
    };
    let count = path.iter().try_fold(json, |json, name| json.get(name));
    match count {
        Some(Json::Number(count)) => count.parse().unwrap_or(0),
        _ => 0,
    }
}
