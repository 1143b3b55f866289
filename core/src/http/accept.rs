//! Reading `accept` for a media type that a request asks for by its name (RFC 9110 §12.5.1).
//!
//! What is no media range, or has no valid weight, counts for nothing: no mistake of a client's can be
//! taken for a wish.

use super::header::is_token;
use super::media_type::{essence, is_parameter, split};

/// Whether the fields of `accept` name a media type itself, with a weight above 0 that is not below that
/// of any range which fits another.
pub(crate) fn prefers(fields: &mut dyn Iterator<Item = &str>, wanted: &str, other: &str) -> bool {
    // The weight of the range that says most of the wanted type goes before those of others (§12.5.1).
    let (mut named, mut of_other) = ((0, 0), 0);
    for field in fields {
        for range in split(field, b',').filter_map(Range::of) {
            if range.names(wanted) {
                named = named.max((range.parameters().count() + 1, range.weight));
            }
            if range.fits(other) {
                of_other = of_other.max(range.weight);
            }
        }
    }
    let (_, weight) = named;
    weight > 0 && weight >= of_other
}

/// One element of the list, which is well-formed.
struct Range<'a> {
    text: &'a str,
    essence: &'a str,
    /// In thousandths.
    weight: u16,
}

impl<'a> Range<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let mut parts = split(text, b';').map(str::trim_ascii);
        let essence = parts.next()?;
        let (kind, subtype) = essence.split_once('/')?;
        if !is_token(kind) || !is_token(subtype) || kind == "*" && subtype != "*" {
            return None;
        }
        let mut weight = None;
        for part in parts.filter(|part| !part.is_empty()) {
            if !is_parameter(part) {
                return None;
            }
            if let Some(text) = weight_in(part)
                && weight.replace(weight_of(text)?).is_some()
            {
                return None;
            }
        }
        Some(Self {
            text,
            essence,
            weight: weight.unwrap_or(1000),
        })
    }

    /// The parameters of the media type, among which the weight is none.
    fn parameters(&self) -> impl Iterator<Item = &'a str> {
        parameters(self.text).filter(|part| weight_in(part).is_none())
    }

    /// Whether it is a media type itself, without a wildcard.
    fn names(&self, media_type: &str) -> bool {
        self.essence.eq_ignore_ascii_case(essence(media_type)) && self.has_parameters_of(media_type)
    }

    fn fits(&self, media_type: &str) -> bool {
        let is_of_kind = || {
            let kind = self.essence.strip_suffix("/*")?;
            let (of, _) = media_type.split_once('/')?;
            Some(kind == "*" || kind.eq_ignore_ascii_case(of))
        };
        is_of_kind().unwrap_or_else(|| self.essence.eq_ignore_ascii_case(essence(media_type)))
            && self.has_parameters_of(media_type)
    }

    /// Whether the media type has every parameter that the range asks for.
    fn has_parameters_of(&self, media_type: &str) -> bool {
        self.parameters()
            .all(|wanted| parameters(media_type).any(|known| is_same_parameter(wanted, known)))
    }
}

fn parameters(text: &str) -> impl Iterator<Item = &str> {
    let parts = split(text, b';').skip(1).map(str::trim_ascii);
    parts.filter(|part| !part.is_empty())
}

fn is_same_parameter(one: &str, other: &str) -> bool {
    let parts = |text: &str| {
        let (name, value) = text.split_once('=')?;
        Some((
            name.to_ascii_lowercase(),
            value.trim_matches('"').to_ascii_lowercase(),
        ))
    };
    parts(one) == parts(other)
}

/// The value of a parameter that is a weight.
fn weight_in(parameter: &str) -> Option<&str> {
    let (name, value) = parameter.split_once('=')?;
    name.eq_ignore_ascii_case("q").then_some(value)
}

/// A weight in thousandths: 0 to 1 with at most three decimals (RFC 9110 §12.4.2).
fn weight_of(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let thousandths = format!("{decimals:0<3}").parse().ok()?;
    match (whole, thousandths) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKDOWN: &str = "text/markdown; charset=utf-8";

    #[track_caller]
    fn check(fields: &[&str], other: &str, is_preferred: bool) {
        let found = prefers(&mut fields.iter().copied(), MARKDOWN, other);
        assert_eq!(found, is_preferred, "{fields:?} {other}");
    }

    #[test]
    fn a_type_is_preferred_that_is_named_and_not_below_any_other() {
        for (accept, is_preferred) in [
            ("text/markdown", true),
            ("Text/MARKDOWN", true),
            ("text/markdown;charset=UTF-8", true),
            ("text/markdown; charset=\"utf-8\" ; q=0.001", true),
            ("text/markdown, */*", true),
            ("text/markdown, application/json", true),
            ("text/markdown;q=0.5, text/html", true),
            ("text/markdown;q=0.5, */*;q=0.5", true),
            ("text/markdown;q=0.5, image/*, application/xml", true),
            ("text/markdown;q=0.5, application/json;v=1", true),
            ("text/markdown;Q=1.000,application/json;q=0.999", true),
            (", ,text/markdown,", true),
            ("text/markdown;;", true),
            ("text/markdown;variant=GFM, text/markdown", true),
            ("text/html;a=\"text/markdown, \", text/markdown", true),
            ("", false),
            ("*/*", false),
            ("text/*", false),
            ("text/plain", false),
            ("text/markdownish", false),
            ("text/markdown;q=0", false),
            ("text/markdown;q=0.000", false),
            ("text/markdown;q=0.9, application/json", false),
            ("text/markdown;q=0.9, */*", false),
            ("text/markdown;q=0.9, application/*", false),
            (
                "application/json;q=0.1, text/markdown;q=0.5, */*;q=0.8",
                false,
            ),
            ("text/markdown;variant=GFM", false),
            ("text/markdown;charset=latin1", false),
            ("text/markdown;charset=utf-8;q=0, text/markdown", false),
            ("text/html;a=\", text/markdown,\"", false),
        ] {
            check(&[accept], "application/json", is_preferred);
        }
    }

    #[test]
    fn what_is_malformed_is_no_wish() {
        for accept in [
            "text/markdown;q=2",
            "text/markdown;q=1.001",
            "text/markdown;q=0.0001",
            "text/markdown;q=-1",
            "text/markdown;q=",
            "text/markdown;q",
            "text/markdown;q=.5",
            "text/markdown;q=\"1\"",
            "text/markdown;q=1;q=1",
            "text/markdown;q=1e0",
            "text/markdown/x",
            "text /markdown",
            "text/markdown x",
            "/markdown",
            "*/markdown",
            "text/markdown;=",
            "text/markdown;a=\"",
            ";;;,,",
            "\u{7f}",
        ] {
            check(&[accept], "application/json", false);
        }
        // Nor is it one for another.
        check(
            &["text/markdown;q=0.1, application/json;q=7"],
            "application/json",
            true,
        );
    }

    #[test]
    fn several_fields_are_one_list() {
        check(&["text/html", "text/markdown"], "application/json", true);
        check(
            &["text/markdown;q=0.3", "application/json"],
            "application/json",
            false,
        );
        check(&[], "application/json", false);
    }

    #[test]
    fn a_parameter_has_to_be_the_types_own() {
        let acme = "application/vnd.acme+json; profile=\"a;b\"";
        check(
            &["text/markdown;q=0.5, application/vnd.acme+json"],
            acme,
            false,
        );
        check(
            &["text/markdown;q=0.5, application/vnd.acme+json;profile=\"a;b\""],
            acme,
            false,
        );
        check(
            &["text/markdown;q=0.5, application/vnd.acme+json;profile=\"a\""],
            acme,
            true,
        );
        check(&["text/markdown;q=0.5, application/json"], acme, true);
    }
}
