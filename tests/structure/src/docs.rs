//! How much of the sources is documented.

use std::path::Path;

use syn::{Attribute, Expr, Lit, Meta};

use crate::tree::{Error, Result};

/// How many lines are documentation, comments and code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lines {
    /// Lines that begin with `///` or `//!`.
    pub doc: usize,
    /// Other lines that begin with `//`.
    pub plain: usize,
    /// All others that are not blank.
    pub code: usize,
}

impl Lines {
    /// Lines of documentation for one of code.
    #[must_use]
    pub fn ratio(self) -> f64 {
        let count = |lines: usize| f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
        count(self.doc) / count(self.code)
    }
}

/// Counts the lines of every file below a folder, without items for tests.
///
/// # Errors
///
/// A file or a folder cannot be read.
pub fn lines(folder: &Path) -> Result<Lines> {
    let mut all = Lines::default();
    let entries = std::fs::read_dir(folder).map_err(|why| Error::new(folder, why))?;
    for entry in entries {
        let path = entry.map_err(|why| Error::new(folder, why))?.path();
        let found = if path.is_dir() {
            lines(&path)?
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).map_err(|why| Error::new(&path, why))?;
            count(&text)
        } else {
            continue;
        };
        all.doc += found.doc;
        all.plain += found.plain;
        all.code += found.code;
    }
    Ok(all)
}

/// Counts the lines of a file that `rustfmt` has formatted: an item ends at a line that is indented
/// like its first, and is a closing brace or ends in a semicolon.
fn count(text: &str) -> Lines {
    let mut counted = Lines::default();
    let mut left_out: Option<&str> = None;
    for line in text.lines() {
        let inner = line.trim_start();
        let indent = &line[..line.len() - inner.len()];
        if let Some(of) = left_out {
            let is_end = indent == of && (inner == "}" || inner.ends_with(';'));
            left_out = (!is_end).then_some(of);
        } else if inner == "#[cfg(test)]" {
            left_out = Some(indent);
        } else if inner.starts_with("///") || inner.starts_with("//!") {
            counted.doc += 1;
        } else if inner.starts_with("//") {
            counted.plain += 1;
        } else if !inner.is_empty() {
            counted.code += 1;
        }
    }
    counted
}

/// Whether documentation has an example: a block of Rust, or a file of its own.
pub(crate) fn has_example(attributes: &[Attribute]) -> bool {
    // A block ends where one without a language would begin.
    let mut is_inside = false;
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(line) => {
                let Some(language) = fence(&line.lit) else {
                    return false;
                };
                is_inside = !is_inside;
                is_inside && !OTHERS.contains(&&*language)
            }
            // `include_str!`
            Expr::Macro(_) => true,
            _ => false,
        },
        _ => false,
    })
}

/// The languages of blocks that are no Rust.
const OTHERS: [&str; 5] = ["http", "json", "sh", "text", "toml"];

/// What stands behind the mark that opens or closes a block.
fn fence(line: &Lit) -> Option<String> {
    let Lit::Str(line) = line else {
        return None;
    };
    let line = line.value();
    let language = line.trim_start().strip_prefix("```")?;
    Some(language.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart_and_tests_left_out() {
        let text = "//! What.\n\n/// Doc.\nfn f() {\n    // Why.\n    g();\n}\n\n#[cfg(test)]\nmod tests {\n    fn h() {\n    }\n}\n#[cfg(test)]\nuse a::b;\nfn i() {}\n";
        assert_eq!(
            count(text),
            Lines {
                doc: 2,
                plain: 1,
                code: 4
            }
        );
    }
}
