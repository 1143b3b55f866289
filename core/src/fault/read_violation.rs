//! What a violation says.

use std::borrow::Cow;

use super::details::{Details, Member};
use super::violation::{CodeSource, Source, Violation};
use crate::Condition;
use crate::catalog::{Catalog, Code, Resolved};

impl Violation {
    /// Returns the sentence for the client: `message` or, in JSON:API and problems, `detail`.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns where in the request the violation is, if that is known.
    ///
    /// ```
    /// use manila::{Source, Violation};
    ///
    /// let violation = Violation::new("Must be between 1 and 100.").with_parameter("limit");
    /// assert_eq!(violation.source(), Some(&Source::Parameter("limit".into())));
    /// ```
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// Returns the code that was set with [`with_code`](Self::with_code); `None` where the
    /// service's catalog decides, by a condition or a rule, and where the code is the fault's.
    #[must_use]
    pub const fn code(&self) -> Option<&'static Code> {
        match self.code {
            CodeSource::Code(code) => Some(code),
            _ => None,
        }
    }

    /// Returns the condition whose code the violation has, if it was given one.
    ///
    /// ```
    /// use manila::{Condition, Violation};
    ///
    /// let violation = Violation::new("Must be a string.").with_condition(Condition::WrongType);
    /// assert_eq!(violation.condition(), Some(Condition::WrongType));
    /// ```
    #[must_use]
    pub const fn condition(&self) -> Option<Condition> {
        match self.code {
            CodeSource::Condition(condition) => Some(condition),
            _ => None,
        }
    }

    /// Returns the name of the validator's rule that is broken, if it was given.
    ///
    /// ```
    /// use manila::Violation;
    ///
    /// let violation = Violation::new("Must be at least 18.").with_rule("min");
    /// assert_eq!(violation.rule(), Some("min"));
    /// ```
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        match &self.code {
            CodeSource::Rule(rule) => Some(rule),
            _ => None,
        }
    }

    /// Returns the parameters of the broken rule: each name, and the value as JSON.
    ///
    /// ```
    /// use manila::Violation;
    ///
    /// let violation = Violation::new("Must be at most 5.").with_detail("max", 5);
    /// let details: Vec<_> = violation.details().collect();
    /// assert_eq!(details, [("max".into(), "5")]);
    /// ```
    pub fn details(&self) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        let attached = self.attached().into_iter();
        attached.flat_map(Details::members).map(Member::pair)
    }

    /// Whether its code is not that of the fault.
    #[cfg(feature = "json-all")]
    pub(crate) fn has_code(&self) -> bool {
        self.code != CodeSource::Fault
    }

    pub(crate) const fn code_source(&self) -> &CodeSource {
        &self.code
    }

    pub(crate) fn attached(&self) -> Option<&Details> {
        self.details.as_deref()
    }

    /// The code in a fault that was resolved like this, in a service of this catalog; `None` if it
    /// is the fault's.
    #[inline]
    pub(crate) fn resolve(
        &self,
        fault: &Resolved,
        catalog: Option<&'static Catalog>,
    ) -> Option<&'static Code> {
        let catalog = || fault.entry.map(Code::catalog).or(catalog);
        match &self.code {
            CodeSource::Code(code) => Some(code),
            CodeSource::Condition(condition) => catalog()?.code_for(*condition),
            CodeSource::Rule(rule) => catalog()?.code_for_rule(rule),
            CodeSource::Fault => None,
        }
    }
}
