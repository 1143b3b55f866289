//! The rules by name, for whoever has to know one of them.

use crate::words::words;

words! {
    /// What a finding means for the catalog.
    Level {
        /// The catalog cannot be used.
        Error = "error",
        /// The catalog can be used, but should be improved.
        Warning = "warning",
        /// Worth knowing, and may be meant so.
        Note = "note",
    }
}

/// What a rule judges, as somebody who shows its findings has to know it.
///
/// It is closed on purpose: see [`RuleId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// The names of codes, or references to them: it can only be judged where every name is known.
    Names,
    /// Anything else: each part can be judged by itself.
    Facts,
}

words! {
    /// A rule by its id.
    ///
    /// It is closed on purpose. Code that shows findings elsewhere than in a file, as the derive of
    /// `manila` does on attributes, says of each rule how to mend it there, and the compiler reminds
    /// its authors of a new rule.
    ///
    /// ```
    /// use manila_catalog_file::{Level, RuleId};
    ///
    /// assert_eq!(RuleId::from_word("no-message"), Some(RuleId::NoMessage));
    /// assert_eq!(RuleId::NoMessage.level(), Level::Warning);
    /// assert_eq!(RuleId::DuplicateCode.as_str(), "duplicate-code");
    /// ```
    closed RuleId {
        /// A catalog's name cannot be that of a file.
        CatalogName = "catalog-name",
        /// A locale is not a language tag, or is listed twice.
        Locale = "locale",
        /// A status has two exit codes.
        DuplicateExitCode = "duplicate-exit-code",
        /// An exit code says something else to a script already.
        ReservedExitCode = "reserved-exit-code",
        /// A condition has two codes.
        DuplicateCondition = "duplicate-condition",
        /// The code of a condition does not exist.
        UnknownConditionCode = "unknown-condition-code",
        /// The code of a condition is retired.
        RetiredConditionCode = "retired-condition-code",
        /// The name of a validator's rule is not in `snake_case`.
        RuleName = "rule-name",
        /// A validator's rule has two codes.
        DuplicateRule = "duplicate-rule",
        /// The code of a validator's rule does not exist.
        UnknownRuleCode = "unknown-rule-code",
        /// The code of a validator's rule is retired.
        RetiredRuleCode = "retired-rule-code",
        /// Two codes have one name.
        DuplicateCode = "duplicate-code",
        /// A code is not spelled in the catalog's case.
        Spelling = "spelling",
        /// Two codes would become one Rust variant, or one would become a keyword.
        VariantName = "variant-name",
        /// Two codes become one address or one identifier.
        AmbiguousName = "ambiguous-name",
        /// A code becomes an address that the reference needs for itself.
        ReservedAddress = "reserved-address",
        /// A code has no status.
        NoStatus = "no-status",
        /// A status is not that of an error.
        StatusRange = "status-range",
        /// A code lists a status twice.
        RepeatedStatus = "repeated-status",
        /// A code has no number although numbers are sent.
        NoNumber = "no-number",
        /// A number is 0.
        ZeroNumber = "zero-number",
        /// Two codes have one number.
        DuplicateNumber = "duplicate-number",
        /// A number does not begin with a status of its code.
        Digits = "digits",
        /// A related code does not exist.
        UnknownRelated = "unknown-related",
        /// The replacement of a code does not exist.
        UnknownReplacement = "unknown-replacement",
        /// Codes replace each other in a cycle.
        ReplacementCycle = "replacement-cycle",
        /// A text is empty or has more than one line.
        Text = "text",
        /// A placeholder does not name a detail.
        Placeholder = "placeholder",
        /// A code has two details of one name.
        DuplicateDetail = "duplicate-detail",
        /// The name of a detail is reserved.
        ReservedDetail = "reserved-detail",
        /// A detail has `items` or `values` that its type has no place for.
        DetailValues = "detail-values",
        /// A code has no message.
        NoMessage = "no-message",
        /// A text contains markup.
        Markup = "markup",
        /// A text is long.
        LongText = "long-text",
        /// A message does not end as the others do.
        FullStop = "full-stop",
        /// A 401, 429 or 503 does not say what the caller should do.
        NoClientAdvice = "no-client-advice",
        /// A 429 or 503 is never to be repeated.
        HopelessRetry = "hopeless-retry",
        /// `owner` and `user_actionable` say different things.
        OwnerDisagrees = "owner-disagrees",
        /// A message has braces that are no placeholder.
        Braces = "braces",
        /// A code is to be retried at a moment that nothing tells.
        UntoldMoment = "untold-moment",
        /// The code of a condition blames another side.
        ConditionStatus = "condition-status",
        /// A condition has no code of the catalog.
        UnmappedCondition = "unmapped-condition",
        /// The name of a rule is almost that of one that Manila reports.
        MistypedRule = "mistyped-rule",
        /// The page of a code would say nothing.
        EmptyPage = "empty-page",
        /// An address of the reference leads nowhere.
        DeadReference = "dead-reference",
        /// A rule that a code allows to be broken does not exist, or cannot be allowed.
        UnknownAllow = "unknown-allow",
    }
}

impl RuleId {
    /// Returns what it means for a catalog to break the rule.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::NoMessage
            | Self::Markup
            | Self::LongText
            | Self::FullStop
            | Self::NoClientAdvice
            | Self::HopelessRetry
            | Self::OwnerDisagrees
            | Self::Braces
            | Self::UntoldMoment
            | Self::ConditionStatus
            | Self::EmptyPage
            | Self::DeadReference
            | Self::UnknownAllow => Level::Warning,
            Self::UnmappedCondition | Self::MistypedRule => Level::Note,
            _ => Level::Error,
        }
    }
}
