//! Templates of paths, by what they match rather than by how they are written.

/// Returns a template with its parameters unnamed, so that `/a/{id}`, `/a/{x:\d+}` and `/a/:id` are one, and
/// so are `/a/{*rest}` and `/a/{tail:.*}`.
pub(crate) fn normalized(template: &str) -> String {
    let mut known = String::with_capacity(template.len());
    let template = template.trim().trim_end_matches('/');
    for segment in template.split('/').skip_while(|segment| segment.is_empty()) {
        known.push('/');
        match segment.strip_prefix(':') {
            Some(name) if !name.is_empty() => known.push_str("{}"),
            _ => unname(segment, &mut known),
        }
    }
    known
}

/// Writes a segment with each parameter in braces unnamed. A pattern may have braces of its own.
fn unname(segment: &str, known: &mut String) {
    let (mut depth, mut start) = (0_u32, 0);
    for (at, character) in segment.char_indices() {
        match character {
            '{' if depth == 0 => (depth, start) = (1, at + 1),
            '{' => depth += 1,
            '}' if depth == 1 => {
                depth = 0;
                let inside = segment.get(start..at).unwrap_or_default();
                let is_tail =
                    inside.starts_with('*') || inside.ends_with(":.*") || inside.ends_with(":.+");
                known.push_str(if is_tail { "{*}" } else { "{}" });
            }
            '}' if depth > 1 => depth -= 1,
            _ if depth == 0 => known.extend(character.to_lowercase()),
            _ => {}
        }
    }
}

/// Returns whether a template has parameters.
pub(crate) fn has_parameters(template: &str) -> bool {
    template.contains('{')
}

/// Returns the method and the template that a name is made of, if it is: `POST /apps/{id}`, or `/apps/{id}`.
pub(crate) fn parts(name: &str) -> Option<(Option<&str>, &str)> {
    let name = name.trim();
    if name.starts_with('/') {
        return Some((None, name));
    }
    let (method, template) = name.split_once(' ')?;
    let template = template.trim_start();
    template
        .starts_with('/')
        .then_some((Some(method), template))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_equal_when_their_literals_are() {
        for same in [
            "/a/{id}",
            "/a/{x:\\d+}",
            "/a/:id",
            "/A/{id}/",
            "/a/{x:[0-9]{2,3}}",
        ] {
            assert_eq!(normalized(same), "/a/{}", "{same}");
        }
        for tail in ["/a/{*rest}", "/a/{tail:.*}"] {
            assert_eq!(normalized(tail), "/a/{*}", "{tail}");
        }
        assert_eq!(normalized("/files/{name}.{kind}"), "/files/{}.{}");
        assert_eq!(normalized("/"), "");
        assert_ne!(normalized("/a/b"), normalized("/a/{b}"));
    }

    #[test]
    fn a_name_is_a_method_and_a_path_or_neither() {
        assert_eq!(parts("POST /apps"), Some((Some("POST"), "/apps")));
        assert_eq!(parts(" /apps"), Some((None, "/apps")));
        assert_eq!(parts("All protected"), None);
        assert_eq!(parts("mutations"), None);
    }
}
