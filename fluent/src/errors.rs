//! What is wrong with translations.

use std::fmt;

use manila_catalog_file::Diagnostic;

/// Why translations cannot be used: all that is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationErrors(Vec<TranslationError>);

/// One thing that is wrong with translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationError {
    message: String,
    file: Option<InFile>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct InFile {
    catalog: &'static str,
    tag: String,
    number: usize,
    line: usize,
    column: usize,
}

impl TranslationErrors {
    pub(crate) const fn new(errors: Vec<TranslationError>) -> Self {
        Self(errors)
    }

    /// Returns each of the errors.
    pub fn iter(&self) -> impl Iterator<Item = &TranslationError> {
        self.0.iter()
    }
}

impl TranslationError {
    pub(crate) const fn of(message: String) -> Self {
        Self {
            message,
            file: None,
        }
    }

    /// What is found in a file: that of this number, counted from 1, of a catalog in a language.
    pub(crate) fn found(
        catalog: &'static str,
        tag: &str,
        number: usize,
        found: &Diagnostic,
    ) -> Self {
        Self {
            message: format!("{} [{}]", found.message, found.rule),
            file: Some(InFile {
                catalog,
                tag: tag.to_owned(),
                number,
                line: found.line,
                column: found.column,
            }),
        }
    }

    /// Returns the name of the catalog whose file is wrong, if one is.
    #[must_use]
    pub fn catalog(&self) -> Option<&str> {
        self.file.as_ref().map(|file| file.catalog)
    }

    /// Returns the language of the file that is wrong, if one is.
    #[must_use]
    pub fn locale(&self) -> Option<&str> {
        self.file.as_ref().map(|file| &*file.tag)
    }

    /// Returns the line and the column of the file, counted from 1, if a file is wrong.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        self.file.as_ref().map(|file| (file.line, file.column))
    }
}

impl fmt::Display for TranslationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(InFile {
            catalog,
            tag,
            number,
            line,
            column,
        }) = &self.file
        {
            write!(
                f,
                "file {number} of `{catalog}` in `{tag}`, {line}:{column}: "
            )?;
        }
        f.write_str(&self.message)
    }
}

impl fmt::Display for TranslationErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("translations cannot be used")?;
        self.0.iter().try_for_each(|error| write!(f, "\n{error}"))
    }
}

impl std::error::Error for TranslationError {}

impl std::error::Error for TranslationErrors {}
