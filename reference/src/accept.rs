//! Which format a client asks for (RFC 9110 §12.5.1).

use crate::format::Format;

/// The weight of a member of `accept`, in thousandths.
type Weight = u16;

/// Returns the format that a value of `accept` asks for, of a resource that has three: HTML, Markdown, JSON.
///
/// Markdown and JSON have to be named; a range such as `*/*` or `text/*` means HTML, which is sent as well where
/// nothing fits, as a reader is better off with a page than with 406. Of equal weights a named format wins over
/// HTML by a range, and the one that stands first over the others.
pub(crate) fn format_for(accept: Option<&str>) -> Format {
    let mut named = [None::<(Weight, usize)>; 3];
    let mut range = None::<(u8, Weight)>;
    for (at, member) in split(accept.unwrap_or_default(), b',').enumerate() {
        let mut parts = split(member, b';').map(str::trim_ascii);
        let media_type = parts.next().unwrap_or_default().to_ascii_lowercase();
        let Some(weight) = parts.find_map(weight_of).unwrap_or(Some(1000)) else {
            continue;
        };
        let place = match &*media_type {
            "text/html" | "application/xhtml+xml" => 0,
            "text/markdown" | "text/x-markdown" => 1,
            "application/json" => 2,
            "text/*" => {
                range = range.max(Some((2, weight)));
                continue;
            }
            "*/*" => {
                range = range.max(Some((1, weight)));
                continue;
            }
            _ => continue,
        };
        if named[place].is_none_or(|(known, _)| known < weight) {
            named[place] = Some((weight, at));
        }
    }
    let [html, markdown, json] = named;
    let by_range = || range.map(|(_, weight)| (weight, usize::MAX));
    let candidates = [
        (html.or_else(by_range), Format::Html),
        (markdown, Format::Markdown),
        (json, Format::Json),
    ];
    let wanted = candidates
        .into_iter()
        .filter_map(|(found, format)| found.map(|(weight, at)| (weight, at, format)))
        .filter(|(weight, _, _)| *weight > 0)
        .max_by(|(one, one_at, _), (other, other_at, _)| {
            one.cmp(other).then_with(|| other_at.cmp(one_at))
        });
    wanted.map_or(Format::Html, |(_, _, format)| format)
}

/// The weight that a parameter is, if it is one: none inside for one that is malformed.
fn weight_of(parameter: &str) -> Option<Option<Weight>> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim_ascii().eq_ignore_ascii_case("q") {
        return None;
    }
    let value = value.trim_ascii();
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let is_short = part.len() <= 3 && part.bytes().all(|digit| digit.is_ascii_digit());
    let thousandths: Option<Weight> = format!("{part:0<3}").parse().ok();
    Some(match (whole, is_short, thousandths) {
        ("0", true, thousandths) => thousandths,
        ("1", true, Some(0)) => Some(1000),
        _ => None,
    })
}

/// The parts between separators, of which those inside of a quoted string are none (RFC 9110 §5.6.4).
fn split(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    text.split(move |c: char| {
        let was_escaped = is_escaped;
        is_escaped = is_quoted && c == '\\' && !was_escaped;
        if c == '"' && !was_escaped {
            is_quoted = !is_quoted;
        }
        !is_quoted && c == char::from(separator)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_sent_unless_another_format_is_named() {
        use Format::{Html, Json, Markdown};
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
        for (accept, expected) in [
            (None, Html),
            (Some(""), Html),
            (Some("*/*"), Html),
            (Some("text/*"), Html),
            (Some("text/*;q=0.1"), Html),
            (Some("application/*"), Html),
            (Some("image/png"), Html),
            (Some("garbage, \"unclosed, text/markdown"), Html),
            (Some(";;;,,,q=1"), Html),
            (Some(browser), Html),
            (Some("text/markdown"), Markdown),
            (Some("TEXT/Markdown ; Q=0.3"), Markdown),
            (Some("text/markdown; variant=GFM; q=1.0"), Markdown),
            (Some("text/markdown;note=\"a,b;q=0\""), Markdown),
            (Some("text/markdown, text/html;q=0.9, */*;q=0.8"), Markdown),
            (Some("text/markdown, */*"), Markdown),
            (Some("*/*, text/markdown"), Markdown),
            (Some("text/markdown, text/html"), Markdown),
            (Some("text/html, text/markdown"), Html),
            (Some("text/markdown;q=0.5, text/html"), Html),
            (Some("text/markdown;q=0.5, */*"), Html),
            (Some("text/markdown;q=0"), Html),
            (Some("text/markdown;q=0.000, */*;q=0"), Html),
            (Some("text/markdown;q=2"), Html),
            (Some("text/markdown;q=x"), Html),
            (Some("text/html;q=0, text/markdown;q=0.001"), Markdown),
            (Some("application/json"), Json),
            (Some("application/json, text/plain, */*"), Json),
            (
                Some("application/json;q=0.2, text/markdown;q=0.3"),
                Markdown,
            ),
            (Some("application/vnd.api+json"), Html),
        ] {
            assert_eq!(format_for(accept), expected, "{accept:?}");
        }
    }
}
