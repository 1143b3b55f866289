//! O13: the codes of a service.

use super::rule::{Finding, Rule};

/// The codes that errors may have, as texts.
#[derive(Debug, Clone, Default)]
pub(super) struct Codes(Vec<String>);

impl Codes {
    pub(super) fn extend(&mut self, codes: impl IntoIterator<Item = String>) {
        self.0.extend(codes);
    }

    /// Checks the code of a response: the header's, else the body's.
    pub(super) fn check(&self, in_header: Option<&str>, in_body: Option<&str>) -> Option<Finding> {
        let code = in_header.or(in_body)?;
        let is_known = match in_header {
            Some(code) => self.0.iter().any(|known| known == code),
            None => self.has_in_body(code),
        };
        (!is_known).then(|| {
            // Not quoted: each code is a cause of its own.
            let code = code.escape_debug();
            let message = format!("the code {code} is not in the service's catalog");
            Finding::new(Rule::Code, message)
        })
    }

    /// The style `code-data` has numbers alone, negated if they are positive: a list of names says
    /// nothing of them.
    fn has_in_body(&self, code: &str) -> bool {
        let number = |text: &str| text.parse::<i64>().ok().map(i64::abs);
        let Some(code) = number(code) else {
            return self.0.iter().any(|known| known == code);
        };
        let mut numbers = self.0.iter().filter_map(|known| number(known)).peekable();
        numbers.peek().is_none() || numbers.any(|known| known == code)
    }
}
