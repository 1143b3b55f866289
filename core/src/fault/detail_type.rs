//! Whether a value is of the type that a catalog declares for it.

use manila_catalog_file::DetailType;

use crate::catalog::Detail;
use crate::json::text_of;

impl Detail {
    /// Returns whether a value, as JSON without blanks, is of the declared type, and each item of an array of
    /// that of its items. A text beside the [allowed](Self::allowed_values) ones is: a catalog may get further
    /// ones at any time.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The names are taken.")]
    ///     #[error_code(status = 409)]
    ///     NamesTaken { #[error_code(detail, items = "string")] names: Vec<String> },
    /// }
    ///
    /// let error = ApiError::NamesTaken { names: vec!["atlas".to_owned()] };
    /// let names = &error.code().details()[0];
    /// assert!(names.accepts(r#"["atlas","hydra"]"#));
    /// assert!(!names.accepts(r#""atlas""#) && !names.accepts(r#"["atlas",7]"#));
    /// ```
    #[must_use]
    pub fn accepts(&self, json: &str) -> bool {
        let json = json.as_bytes();
        let are_items = |of| items_of(json).iter().all(|item| is_of_type(of, item));
        is_of_type(self.kind(), json) && self.item_kind().is_none_or(are_items)
    }
}

/// Whether a value, as compact JSON, is of the type.
pub(crate) fn is_of_type(kind: DetailType, json: &[u8]) -> bool {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    match (kind, json) {
        (DetailType::String, [b'"', ..])
        | (DetailType::Number, [b'-' | b'0'..=b'9', ..])
        | (DetailType::Boolean, b"true" | b"false")
        | (DetailType::Array, [b'[', ..])
        | (DetailType::Object, [b'{', ..])
        | (DetailType::Any, _) => true,
        (DetailType::Integer, [b'-', digits @ ..] | digits) => digits.iter().all(is_digit),
        (DetailType::DateTime, _) => is_text(json, is_date_time),
        (DetailType::Date, _) => is_text(json, is_date),
        (DetailType::Uri, _) => is_text(json, is_uri),
        (DetailType::Uuid, _) => is_text(json, is_uuid),
        _ => false,
    }
}

/// The items of an array, as compact JSON has them.
pub(crate) fn items_of(json: &[u8]) -> Vec<&[u8]> {
    let inside = json.get(1..json.len().saturating_sub(1));
    let inside = inside.unwrap_or_default();
    if inside.is_empty() {
        return Vec::new();
    }
    let (mut depth, mut in_text, mut is_escaped) = (0_u32, false, false);
    let mut ends_item = |byte: &u8| {
        if in_text {
            in_text = is_escaped || *byte != b'"';
            is_escaped = !is_escaped && *byte == b'\\';
            return false;
        }
        match byte {
            b'"' => in_text = true,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => return depth == 0,
            _ => {}
        }
        false
    };
    inside.split(&mut ends_item).collect()
}

/// A value of the type, in words.
pub(crate) const fn in_words(kind: DetailType) -> &'static str {
    match kind {
        DetailType::String => "a string",
        DetailType::Integer => "an integer",
        DetailType::Number => "a number",
        DetailType::Boolean => "a boolean",
        DetailType::DateTime => "a date and time as in RFC 3339",
        DetailType::Date => "a date as in RFC 3339",
        DetailType::Uri => "a URI",
        DetailType::Uuid => "a UUID",
        DetailType::Array => "an array",
        DetailType::Object => "an object",
        _ => "a value",
    }
}

fn is_text(json: &[u8], is_fit: fn(&[u8]) -> bool) -> bool {
    json.starts_with(b"\"") && text_of(json).is_some_and(|text| is_fit(text.as_bytes()))
}

/// RFC 3339 §5.6, `date-time`.
fn is_date_time(text: &[u8]) -> bool {
    let Some((date, [b'T' | b't', time @ ..])) = text.split_at_checked(10) else {
        return false;
    };
    let Some((time, rest)) = time.split_at_checked(8) else {
        return false;
    };
    let fraction = rest.strip_prefix(b".");
    let digits = fraction.map_or(0, |digits| {
        digits
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    });
    let zone = match fraction {
        Some(_) if digits == 0 => return false,
        Some(fraction) => &fraction[digits..],
        None => rest,
    };
    let is_zone = match zone {
        b"Z" | b"z" => true,
        [b'+' | b'-', offset @ ..] => fits(offset, b"00:00", &[(0, 23), (3, 59)]),
        _ => false,
    };
    // The last minute of a month may have a leap second.
    is_date(date) && fits(time, b"00:00:00", &[(0, 23), (3, 59), (6, 60)]) && is_zone
}

/// RFC 3339 §5.6, `full-date`.
fn is_date(text: &[u8]) -> bool {
    if !fits(text, b"0000-00-00", &[(5, 12), (8, 31)]) {
        return false;
    }
    let (year, month, day) = (
        two_digits(text, 0) * 100 + two_digits(text, 2),
        two_digits(text, 5),
        two_digits(text, 8),
    );
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    month >= 1 && (1..=days).contains(&day)
}

/// Whether a text has digits where the form has zeros, else the form's own characters, and each pair
/// of digits at one of these places is at most so many.
fn fits(text: &[u8], form: &[u8], most: &[(usize, u32)]) -> bool {
    let is_alike = |(byte, form): (&u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        form => byte == form,
    };
    text.len() == form.len()
        && text.iter().zip(form).all(is_alike)
        && most.iter().all(|(at, most)| two_digits(text, *at) <= *most)
}

fn two_digits(text: &[u8], at: usize) -> u32 {
    let digits = text.get(at..at + 2).unwrap_or_default();
    let value = |value, digit: &u8| value * 10 + u32::from(digit.saturating_sub(b'0'));
    digits.iter().fold(0, value)
}

/// RFC 3986 §3: a scheme, and behind it nothing but the characters that a URI is made of.
fn is_uri(text: &[u8]) -> bool {
    let Some(colon) = text.iter().position(|byte| *byte == b':') else {
        return false;
    };
    let (scheme, rest) = (&text[..colon], &text[colon + 1..]);
    let of_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
    let of_uri =
        |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(byte);
    scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(of_scheme)
        && rest.iter().all(of_uri)
}

/// RFC 9562 §4.
fn is_uuid(text: &[u8]) -> bool {
    let is_alike = |(at, byte): (usize, &u8)| match at {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == 36 && text.iter().enumerate().all(is_alike)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_items_of_an_array_are_found_whatever_is_in_them() {
        let check = |json: &str, items: &[&str]| {
            let found: Vec<_> = items_of(json.as_bytes())
                .into_iter()
                .map(str::from_utf8)
                .collect();
            let items: Vec<_> = items.iter().copied().map(Ok).collect();
            assert_eq!(found, items, "{json}");
        };
        check("[]", &[]);
        check("[5]", &["5"]);
        check(
            r#"["a,b","\",\\\\",[1,[2,3]],{"c":"]","d":[4]},null]"#,
            &[
                r#""a,b""#,
                r#""\",\\\\""#,
                "[1,[2,3]]",
                r#"{"c":"]","d":[4]}"#,
                "null",
            ],
        );
    }

    #[test]
    fn a_value_is_of_its_type_and_of_those_that_hold_it() {
        use DetailType::*;
        let check = |json: &str, types: &[DetailType]| {
            let of = DetailType::ALL.iter().copied();
            let of: Vec<_> = of
                .filter(|kind| is_of_type(*kind, json.as_bytes()))
                .collect();
            assert_eq!(of, types, "{json}");
        };
        check("5", &[Integer, Number, Any]);
        check("-5", &[Integer, Number, Any]);
        check("5.0", &[Number, Any]);
        check("1e9", &[Number, Any]);
        check("true", &[Boolean, Any]);
        check("false", &[Boolean, Any]);
        check("null", &[Any]);
        check("[5]", &[Array, Any]);
        check(r#"{"a":5}"#, &[Object, Any]);
        check(r#""5""#, &[String, Any]);
        check(r#""""#, &[String, Any]);
        for date in ["2026-01-31", "2000-02-29", "2024-02-29", "2026-12-01"] {
            check(&format!("\"{date}\""), &[String, Date, Any]);
            for time in ["T12:00:00Z", "t23:59:60.123z", "T00:00:00.1-05:30"] {
                check(&format!("\"{date}{time}\""), &[String, DateTime, Any]);
            }
        }
        for no_date in [
            "2026-02-29",
            "1900-02-29",
            "2026-00-01",
            "2026-13-01",
            "2026-04-31",
            "2026-01-00",
            "2026-1-31",
            "20260131",
            "2026-01-31T12:00:00",
            "2026-01-31 12:00:00Z",
            "2026-01-31T24:00:00Z",
            "2026-01-31T12:60:00Z",
            "2026-01-31T12:00:00.Z",
            "2026-01-31T12:00:00+0100",
            "2026-01-31T12:00:00+24:00",
            "2026-01-31T12:00Z",
            "2026-01-31T",
            "2026-02-30T12:00:00Z",
            "2026-01-31T12:00:00ZZ",
            "é026-01-31",
        ] {
            check(&format!("\"{no_date}\""), &[String, Any]);
        }
        for uri in [
            "https://a.example/b?c=d\\u0026e#f",
            "urn:isbn:1",
            "mailto:ada@example.com",
        ] {
            check(&format!("\"{uri}\""), &[String, Uri, Any]);
        }
        for no_uri in [
            "/plans",
            "plans",
            "1a:b",
            "https://a b",
            ":a",
            "https://é.example",
        ] {
            check(&format!("\"{no_uri}\""), &[String, Any]);
        }
        check(
            r#""01a2B3c4-0000-7000-8000-000000000000""#,
            &[String, Uuid, Any],
        );
        for no_uuid in [
            "01a2b3c4000070008000000000000000",
            "01a2b3c4-0000-7000-8000-00000000000g",
        ] {
            check(&format!("\"{no_uuid}\""), &[String, Any]);
        }
    }
}
