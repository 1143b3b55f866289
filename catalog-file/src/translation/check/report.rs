//! Where rules write what they find.

use std::ops::Range;

use crate::diagnostic::{Mistake, locate};
use crate::translation::rule::TranslationRule as Rule;
use crate::translation::syntax::File;
use crate::{Diagnostic, printable};

/// What is found in a file.
pub(super) struct Report<'r, 'f, 't> {
    file: &'f File<'t>,
    mistakes: &'r mut Vec<Mistake>,
}

impl<'r, 'f, 't> Report<'r, 'f, 't> {
    pub(super) const fn new(file: &'f File<'t>, mistakes: &'r mut Vec<Mistake>) -> Self {
        Self { file, mistakes }
    }

    /// Notes what is wrong with a part of the file's text.
    pub(super) fn add(&mut self, rule: Rule, code: Option<&str>, part: &str, message: String) {
        self.add_with_help(rule, code, part, message, None);
    }

    pub(super) fn add_with_help(
        &mut self,
        rule: Rule,
        code: Option<&str>,
        part: &str,
        message: String,
        help: Option<String>,
    ) {
        let span = self.file.span(part);
        self.add_at(rule, code, span, message, help);
    }

    pub(super) fn add_at(
        &mut self,
        rule: Rule,
        code: Option<&str>,
        span: Range<usize>,
        message: String,
        help: Option<String>,
    ) {
        self.mistakes.push(mistake(rule, code, span, message, help));
    }
}

fn mistake(
    rule: Rule,
    code: Option<&str>,
    span: Range<usize>,
    message: String,
    help: Option<String>,
) -> Mistake {
    Mistake {
        rule: rule.as_str(),
        level: rule.level(),
        message,
        help,
        code: code.map(str::to_owned),
        span,
    }
}

impl Rule {
    /// Returns a finding of this rule in a text, where the finding is about files and not about what one says.
    ///
    /// ```
    /// use manila_catalog_file::TranslationRule;
    ///
    /// let found = TranslationRule::UnlistedLocale.in_text("a = b\n", 0..1, "`fr` is not listed");
    /// assert_eq!((found.rule, found.line, found.column), ("unlisted-locale", 1, 1));
    /// ```
    #[must_use]
    pub fn in_text(self, text: &str, span: Range<usize>, message: &str) -> Diagnostic {
        let level = self.level();
        let message: String = message.chars().flat_map(printable).collect();
        let mistake = mistake(self, None, span.clone(), message, None);
        let mut found = locate(text, vec![mistake]);
        found.pop().unwrap_or(Diagnostic {
            rule: self.as_str(),
            level,
            message: String::new(),
            help: None,
            code: None,
            span,
            line: 1,
            column: 1,
        })
    }
}
