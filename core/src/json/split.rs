//! Taking an object apart into its members, without changing their values.
//!
//! For [`Fault::with_details`](crate::Fault::with_details), which attaches the members of a
//! serialized value one by one. Numbers are not parsed, so that none loses digits.

use crate::json::string_length;

/// The members of a JSON object in their order, each value as it is written; `None` for JSON that
/// is no object. The text has to be valid JSON.
///
/// Reading it into a map would sort the members and round the numbers.
pub(crate) fn members_of(json: &str) -> Option<Vec<(String, String)>> {
    let inside = json.trim().strip_prefix('{')?.strip_suffix('}')?;
    if inside.trim().is_empty() {
        return Some(Vec::new());
    }
    let members = split(inside, b',').into_iter().map(|member| {
        let parts = split(member, b':');
        let (name, value) = (parts.first()?, parts.get(1)?);
        Some((
            serde_json::from_str(name.trim()).ok()?,
            value.trim().to_owned(),
        ))
    });
    members.collect()
}

/// The parts of the text between separators, where one inside a string, array or object does not
/// count.
fn split(text: &str, separator: u8) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let (bytes, mut at) = (text.as_bytes(), 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += string_length(&bytes[at..]).unwrap_or(bytes.len() - at);
                continue;
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            byte if byte == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order_and_their_values() {
        let json = r#"{"b":{"z":1,"a":[1,{"c":2}]}, "a,\":" : 1e400,"":"}\\"}"#;
        let members = members_of(json).unwrap();
        let expected = [
            ("b", r#"{"z":1,"a":[1,{"c":2}]}"#),
            ("a,\":", "1e400"),
            ("", r#""}\\""#),
        ];
        let members: Vec<_> = members
            .iter()
            .map(|(name, json)| (&**name, &**json))
            .collect();
        assert_eq!(members, expected);
        assert_eq!(members_of(" {} "), Some(Vec::new()));
        assert_eq!(members_of("[1]"), None);
    }
}
