//! The sentences about broken rules.
//!
//! They never repeat the value, and are the same for whatever finds a rule broken. `{ $name }` is a
//! parameter of the rule.

/// The sentences for each rule. The first counts whose parameters are all there.
#[rustfmt::skip]
pub(crate) const OF_RULES: &[(&str, &str)] = &[
    ("required", "A value is required."),
    ("email", "Must be a valid email address."),
    ("url", "Must be a valid URL."),
    ("ip", "Must be a valid IP address."),
    ("ipv4", "Must be a valid IPv4 address."),
    ("ipv6", "Must be a valid IPv6 address."),
    ("phone_number", "Must be a valid phone number."),
    ("credit_card", "Must be a valid credit card number."),
    ("ascii", "Must contain only ASCII characters."),
    ("alphanumeric", "Must contain only letters and digits."),
    ("non_control_character", "Must not contain control characters."),
    ("pattern", "Does not match the required format."),
    ("contains", "Must contain the required text."),
    ("does_not_contain", "Must not contain the forbidden text."),
    ("prefix", "Does not start with the required text."),
    ("suffix", "Does not end with the required text."),
    ("matches", "Must be the same as `{ $other }`."),
    ("matches", "Must be the same as the other value."),
    ("min_length", "Must have a length of at least { $min }."),
    ("max_length", "Must have a length of at most { $max }."),
    ("length", "Must have a length of { $equal }."),
    ("length", OUT_OF_RANGE),
    ("min", "Must be at least { $min }."),
    ("min", "Must be more than { $exclusive_min }."),
    ("max", "Must be at most { $max }."),
    ("max", "Must be less than { $exclusive_max }."),
    ("range", OUT_OF_RANGE),
];

/// The sentence about a number outside of a range of which nothing is known.
pub(crate) const OUT_OF_RANGE: &str = "Is out of range.";

/// The sentence about a number that a type cannot hold.
pub(crate) const OUT_OF_LIMITS: &str = "Must be between { $min } and { $max }.";

/// The sentences that repeat parameters.
pub(crate) fn with_parameters() -> impl Iterator<Item = &'static str> {
    let of_rules = OF_RULES.iter().map(|(_, sentence)| *sentence);
    let repeating = of_rules.filter(|sentence| sentence.contains('{'));
    repeating.chain([OUT_OF_LIMITS])
}
