//! Templates of paths, whichever router or document they are written for.

use std::fmt;

/// The template of a path, as axum, actix-web and OpenAPI write it.
///
/// Two are equal when their literals are: how a parameter is called, and what it accepts, is the
/// router's. A parameter of one segment is `{id}`, `{id:\d+}` or `:id`; one that takes the rest of the
/// path, slashes and all, is `{*rest}`, `*rest`, `{tail:.*}`, `{tail:.+}` or `{tail}*`. A doubled brace
/// is a brace, as in axum.
///
/// ```
/// use manila_catalog_file::Template;
///
/// let id = Template::of("/a/{id}");
/// assert_eq!(id, Template::of(r"/a/{x:\d+}"));
/// assert_eq!(id, Template::of("/a/:id"));
/// assert_ne!(id, Template::of("/a/id"));
/// assert_ne!(id, Template::of("/a/{*rest}"));
/// assert_eq!(Template::of("/a/{*rest}"), Template::of("/a/{tail:.*}"));
/// ```
#[derive(Clone)]
pub struct Template {
    parts: Vec<Part>,
}

/// A part of a template.
#[derive(Clone)]
enum Part {
    Literal(String),
    /// A parameter of one segment or of a part of one, and its name.
    Segment(String),
    /// A parameter that takes the rest of the path, and its name.
    Rest(String),
}

/// What of a part counts.
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Counted<'t> {
    Literal(&'t str),
    Segment,
    Rest,
}

impl Template {
    /// Reads a template. Every text is one: a brace that nothing closes is a literal.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut parts = Parts::default();
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let (part, length) = match next {
                '{' if rest.starts_with("{{") => (None, 2),
                '}' if rest.starts_with("}}") => (None, 2),
                '{' => parameter(rest),
                ':' if parts.is_at_start() => named(rest, Part::Segment),
                '*' if parts.is_at_start() => named(rest, Part::Rest),
                _ => (None, next.len_utf8()),
            };
            match part {
                Some(part) => parts.list.push(part),
                None => parts.literal(next),
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        Self { parts: parts.list }
    }

    /// Returns whether a path template begins with the segments of this one, and has more of them.
    ///
    /// ```
    /// use manila_catalog_file::Template;
    ///
    /// let start = Template::of("/v1/{tenant}");
    /// assert!(start.is_above(&Template::of("/v1/:id/apps")));
    /// assert!(!start.is_above(&Template::of("/v1/{id}")));
    /// assert!(!Template::of("/v1/app").is_above(&Template::of("/v1/apps/7")));
    /// ```
    #[must_use]
    pub fn is_above(&self, other: &Self) -> bool {
        let (above, below) = (self.segments(), other.segments());
        above.len() < below.len() && below.starts_with(&above)
    }

    /// What counts of each segment. A slash at the end begins none.
    fn segments(&self) -> Vec<Vec<Counted<'_>>> {
        let mut segments: Vec<Vec<Counted<'_>>> = vec![Vec::new()];
        for part in self.counted() {
            match part {
                Counted::Literal(text) => {
                    for (at, text) in text.split('/').enumerate() {
                        if at > 0 {
                            segments.push(Vec::new());
                        }
                        if !text.is_empty() {
                            push_to_last(&mut segments, Counted::Literal(text));
                        }
                    }
                }
                parameter => push_to_last(&mut segments, parameter),
            }
        }
        segments.retain(|segment| !segment.is_empty());
        segments
    }

    fn counted(&self) -> impl Iterator<Item = Counted<'_>> {
        self.parts.iter().map(|part| match part {
            Part::Literal(text) => Counted::Literal(text),
            Part::Segment(_) => Counted::Segment,
            Part::Rest(_) => Counted::Rest,
        })
    }
}

fn push_to_last<T>(lists: &mut [Vec<T>], item: T) {
    if let Some(last) = lists.last_mut() {
        last.push(item);
    }
}

/// The parts that are read, with literals joined.
#[derive(Default)]
struct Parts {
    list: Vec<Part>,
}

impl Parts {
    fn literal(&mut self, character: char) {
        match self.list.last_mut() {
            Some(Part::Literal(text)) => text.push(character),
            _ => self.list.push(Part::Literal(character.into())),
        }
    }

    /// Whether a segment begins here.
    fn is_at_start(&self) -> bool {
        matches!(self.list.last(), Some(Part::Literal(text)) if text.ends_with('/'))
    }
}

/// `:id`, or `*rest`: what the name makes of it, and its length.
fn named(text: &str, part: fn(String) -> Part) -> (Option<Part>, usize) {
    let length = text.find('/').unwrap_or(text.len());
    match &text[1..length] {
        "" => (None, 1),
        name => (Some(part(name.to_owned())), length),
    }
}

/// A parameter in braces, and the length of its text.
fn parameter(text: &str) -> (Option<Part>, usize) {
    let Some(end) = end_of(text) else {
        return (None, 1);
    };
    let (inside, behind) = (&text[1..end], &text[end + 1..]);
    let (name, expression) = match inside.split_once(':') {
        Some((name, expression)) => (name, Some(expression)),
        None => (inside, None),
    };
    if let Some(name) = name.strip_prefix('*') {
        return (Some(Part::Rest(name.to_owned())), end + 1);
    }
    // actix-web's tail: nothing stands behind it.
    if behind == "*" {
        return (Some(Part::Rest(name.to_owned())), end + 2);
    }
    let name = name.to_owned();
    let part = match expression {
        Some(".*" | ".+") => Part::Rest(name),
        _ => Part::Segment(name),
    };
    (Some(part), end + 1)
}

/// The brace that closes the one at the beginning. An expression has braces of its own, `\d{2}`, in
/// pairs but for those behind a backslash.
fn end_of(text: &str) -> Option<usize> {
    let (mut depth, mut is_escaped) = (0_usize, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.counted().eq(other.counted())
    }
}

impl Eq for Template {}

impl std::hash::Hash for Template {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.counted().for_each(|part| part.hash(state));
    }
}

impl PartialOrd for Template {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Template {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.counted().cmp(other.counted())
    }
}

/// As axum and OpenAPI write it: `{id}` and `{*rest}`, without what a parameter accepts.
impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Literal(text) => f.write_str(&text.replace('{', "{{").replace('}', "}}")),
            Part::Segment(name) => write!(f, "{{{name}}}"),
            Part::Rest(name) => write!(f, "{{*{name}}}"),
        })
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}
