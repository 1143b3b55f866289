//! One operation.

/// The longest path, in bytes.
const LONGEST: usize = 2_048;

/// The longest text of a mistake that is repeated, in characters.
const SHOWN: usize = 80;

/// What a parameter of unknown type is filled with. Numbers and texts both take it.
const VALUE: &str = "0";

/// What no number, no boolean and no UUID is.
pub(crate) const WRONG: &str = "manila-probe";

/// A method and a path, and what is known of the input.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    pub(crate) method: String,
    path: Vec<Part>,
    /// The parameters of the query that are no texts.
    pub(crate) typed_query: Vec<String>,
    /// The members of the JSON body.
    pub(crate) members: Vec<String>,
}

/// A piece of a path.
#[derive(Debug, Clone)]
enum Part {
    Text(String),
    Parameter { name: String, value: String },
}

impl Operation {
    /// Reads `METHOD /path/{parameter}`, whose method may be left out where it is GET.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let (method, path) = match text.split_once([' ', '\t']) {
            Some((method, path)) => (method, path.trim_start()),
            None => ("GET", text),
        };
        Self::new(method, path)
    }

    pub(crate) fn new(method: &str, path: &str) -> Result<Self, String> {
        if path.len() > LONGEST {
            return Err(format!("a path of more than {LONGEST} bytes"));
        }
        let is_method = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_method || matches!(method, "CONNECT" | "TRACE") {
            let method = shown(method);
            return Err(format!(
                "invalid method {method}; write `METHOD /path`, the method in capitals"
            ));
        }
        if !is_path(path) {
            let path = shown(path);
            return Err(format!(
                "invalid path {path}; write `METHOD /path`, the path from the root, without a query"
            ));
        }
        Ok(Self {
            method: method.to_owned(),
            path: parts(path).ok_or_else(|| {
                let path = shown(path);
                format!("invalid path {path}: a parameter is a name in braces")
            })?,
            typed_query: Vec::new(),
            members: Vec::new(),
        })
    }

    /// Sets the value of a parameter of the path.
    pub(super) fn fill(&mut self, parameter: &str, with: &str) {
        for part in &mut self.path {
            if let Part::Parameter { name, value } = part
                && name == parameter
            {
                with.clone_into(value);
            }
        }
    }

    /// The operation below a path that stands before its own.
    pub(super) fn below(mut self, prefix: &str) -> Self {
        if !prefix.is_empty() {
            self.path.insert(0, Part::Text(prefix.to_owned()));
        }
        self
    }

    /// The path, with each parameter's value.
    pub(crate) fn filled(&self) -> String {
        self.filled_but(usize::MAX, "")
    }

    /// The same path once for each parameter, with another value for that one.
    pub(crate) fn each_replaced(&self, by: &str) -> Vec<String> {
        let is_parameter = |part: &Part| matches!(part, Part::Parameter { .. });
        let at = (0..self.path.len()).filter(|at| is_parameter(&self.path[*at]));
        at.map(|at| self.filled_but(at, by)).collect()
    }

    fn filled_but(&self, replaced: usize, by: &str) -> String {
        let parts = self.path.iter().enumerate();
        let parts = parts.map(|(at, part)| match part {
            Part::Text(text) => text,
            Part::Parameter { .. } if at == replaced => by,
            Part::Parameter { value, .. } => value,
        });
        parts.collect()
    }

    /// Whether the method asks for nothing but an answer (RFC 9110 §9.2.1).
    pub(crate) fn is_safe(&self) -> bool {
        matches!(&*self.method, "GET" | "HEAD" | "OPTIONS")
    }
}

/// Whether a text is an absolute path and nothing more.
pub(crate) fn is_path(text: &str) -> bool {
    let is_graphic = text.bytes().all(|byte| byte.is_ascii_graphic());
    text.starts_with('/') && is_graphic && !text.contains(['?', '#'])
}

/// The pieces of a path; none if braces do not match or a name is missing.
fn parts(path: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = path;
    while let Some((text, behind)) = rest.split_once('{') {
        let end = closing(behind)?;
        // `{*rest}` is axum's, `{id:\d+}` is actix-web's.
        let name = behind[..end].split(':').next().unwrap_or_default();
        let name = name.trim_start_matches('*');
        if name.is_empty() || text.contains('}') {
            return None;
        }
        parts.push(Part::Text(text.to_owned()));
        parts.push(Part::Parameter {
            name: name.to_owned(),
            value: VALUE.to_owned(),
        });
        rest = &behind[end + 1..];
    }
    if rest.contains('}') {
        return None;
    }
    parts.push(Part::Text(rest.to_owned()));
    Some(parts)
}

/// Where the brace closes that was opened before the text: a pattern may have braces of its own.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 1_usize;
    text.bytes().position(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}

/// A text of a user's, quoted and without control characters.
pub(super) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    format!("{shown:?}")
}
