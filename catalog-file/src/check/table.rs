//! The rules, each with what it judges and what finds it.

use super::rule::Rule;
use super::{advice, mappings, names, pages, references, statuses, texts};
use crate::About::{Facts, Names};
use crate::RuleId as Id;

/// The rules of [`check`](crate::check()): a catalog that breaks one cannot be used.
pub const RULES: &[Rule] = &[
    Rule::new(
        Id::CatalogName,
        Facts,
        "A catalog's name consists of ASCII letters, digits, `-` and `_`.",
        names::catalog_name,
    ),
    Rule::new(
        Id::Locale,
        Facts,
        "A locale is a language tag (`en`, `es-MX`), listed once.",
        names::locale,
    ),
    Rule::new(
        Id::DuplicateExitCode,
        Facts,
        "A status has one exit code.",
        statuses::duplicate_exit_code,
    ),
    Rule::new(
        Id::ReservedExitCode,
        Facts,
        "An exit code is none of 0, 125, 126 and 127, which say that a command succeeded, failed itself, cannot be run, and does not exist.",
        statuses::reserved_exit_code,
    ),
    Rule::new(
        Id::DuplicateCondition,
        Facts,
        "A condition has one code.",
        references::duplicate_condition,
    ),
    Rule::new(
        Id::UnknownConditionCode,
        Names,
        "The code of a condition exists.",
        references::unknown_condition_code,
    ),
    Rule::new(
        Id::RetiredConditionCode,
        Names,
        "The code of a condition is not retired.",
        references::retired_condition_code,
    ),
    Rule::new(
        Id::RuleName,
        Facts,
        "The name of a validator's rule is in snake_case.",
        references::rule_name,
    ),
    Rule::new(
        Id::DuplicateRule,
        Facts,
        "A validator's rule has one code.",
        references::duplicate_rule,
    ),
    Rule::new(
        Id::UnknownRuleCode,
        Names,
        "The code of a validator's rule exists.",
        references::unknown_rule_code,
    ),
    Rule::new(
        Id::RetiredRuleCode,
        Names,
        "The code of a validator's rule is not retired.",
        references::retired_rule_code,
    ),
    Rule::new(
        Id::DuplicateCode,
        Names,
        "A code is defined once.",
        names::duplicate_code,
    ),
    Rule::new(
        Id::Spelling,
        Names,
        "A code is in the catalog's case.",
        names::spelling,
    ),
    Rule::new(
        Id::VariantName,
        Names,
        "Each code has a Rust variant of its own.",
        names::variant_name,
    ),
    Rule::new(
        Id::AmbiguousName,
        Names,
        "Each code has an address and an identifier of its own, whatever the case of their letters.",
        names::ambiguous_name,
    ),
    Rule::new(
        Id::ReservedAddress,
        Names,
        "No code has an address that the reference needs for itself.",
        names::reserved_address,
    ),
    Rule::new(
        Id::NoStatus,
        Facts,
        "A code has a status.",
        statuses::no_status,
    ),
    Rule::new(
        Id::StatusRange,
        Facts,
        "A status is an error status (400–599).",
        statuses::status_range,
    ),
    Rule::new(
        Id::RepeatedStatus,
        Facts,
        "A code lists a status once.",
        statuses::repeated_status,
    ),
    Rule::new(
        Id::NoNumber,
        Facts,
        "With `wire = \"number\"`, each code has a number.",
        statuses::no_number,
    ),
    Rule::new(
        Id::ZeroNumber,
        Facts,
        "A number is not 0, which the style `code-data` uses for success.",
        statuses::zero_number,
    ),
    Rule::new(
        Id::DuplicateNumber,
        Facts,
        "A number belongs to one code.",
        statuses::duplicate_number,
    ),
    Rule::new(
        Id::Digits,
        Facts,
        "With `digits = \"status\"`, a number begins with a status of its code.",
        statuses::digits,
    ),
    Rule::new(
        Id::UnknownRelated,
        Names,
        "A related code exists.",
        references::unknown_related,
    ),
    Rule::new(
        Id::UnknownReplacement,
        Names,
        "The replacement of a code exists.",
        references::unknown_replacement,
    ),
    Rule::new(
        Id::ReplacementCycle,
        Names,
        "Codes do not replace each other in a cycle.",
        references::replacement_cycle,
    ),
    Rule::new(
        Id::Text,
        Facts,
        "A text that is sent, or an item of a list, is one line and not empty; no text is shown in another order than it is written.",
        texts::text,
    ),
    Rule::new(
        Id::Placeholder,
        Facts,
        "A placeholder in a message names a detail.",
        texts::placeholder,
    ),
    Rule::new(
        Id::DuplicateDetail,
        Facts,
        "A code has one detail of a name.",
        texts::duplicate_detail,
    ),
    Rule::new(
        Id::ReservedDetail,
        Facts,
        "A detail does not have a name that Manila reserves.",
        texts::reserved_detail,
    ),
    Rule::new(
        Id::DetailValues,
        Facts,
        "`items` belong to an array; `values` to a text or an array of texts, and each is there once.",
        texts::detail_values,
    ),
];

/// The rules of [`lint`](crate::lint()): a catalog that breaks one could serve its readers better. A code can
/// silence one, with a reason: `allow = { no-message = "…" }`.
pub const LINTS: &[Rule] = &[
    Rule::new(
        Id::NoMessage,
        Facts,
        "A code has a message.",
        advice::no_message,
    ),
    Rule::new(
        Id::Markup,
        Facts,
        "A text that is sent is plain text.",
        advice::markup,
    ),
    Rule::new(
        Id::LongText,
        Facts,
        "A text that is sent has at most 300 characters.",
        advice::long_text,
    ),
    Rule::new(
        Id::FullStop,
        Facts,
        "A message ends as most others in its catalog do.",
        advice::full_stop,
    ),
    Rule::new(
        Id::NoClientAdvice,
        Facts,
        "A 401, 429 or 503 says what the caller should do.",
        advice::no_client_advice,
    ),
    Rule::new(
        Id::HopelessRetry,
        Facts,
        "A 429 or 503 can be repeated at some time.",
        advice::hopeless_retry,
    ),
    Rule::new(
        Id::OwnerDisagrees,
        Facts,
        "Whoever has to act is somebody who can.",
        advice::owner_disagrees,
    ),
    Rule::new(
        Id::Braces,
        Facts,
        "A placeholder is written `{ $name }`.",
        texts::braces,
    ),
    Rule::new(
        Id::UntoldMoment,
        Facts,
        "A code with `retry = \"after\"` says when: by a detail, or by `Retry-After`, which a 429 and a 503 have.",
        advice::untold_moment,
    ),
    Rule::new(
        Id::ConditionStatus,
        Names,
        "The code of a condition blames the side that the condition blames: the client (4xx) or the service (5xx).",
        mappings::condition_status,
    ),
    Rule::new(
        Id::UnmappedCondition,
        Names,
        "A condition has a code of the catalog, its own or that of a more general one.",
        mappings::unmapped_condition,
    ),
    Rule::new(
        Id::MistypedRule,
        Facts,
        "The name of a rule is one that Manila reports, or one of the service's own that is unlike them.",
        mappings::mistyped_rule,
    ),
    Rule::new(
        Id::EmptyPage,
        Facts,
        "A catalog with a reference says of each code what it means, when it occurs, or what the caller should do.",
        pages::empty_page,
    ),
    Rule::new(
        Id::DeadReference,
        Names,
        "An address of the reference in a text is that of a code or an operation.",
        pages::dead_reference,
    ),
    Rule::new(
        Id::UnknownAllow,
        Facts,
        "A rule that a code silences exists and gives advice.",
        advice::unknown_allow,
    ),
];
