//! The findings of validators, as a fault.
//!
//! The functions `garde` and `validator`, each behind a feature, check a value. They return one
//! fault of the condition `validation`, with a violation for each broken rule:
//!
//! - its code is the one that the catalog names for the rule; see
//!   [`Violation::with_rule`](crate::Violation::with_rule);
//! - its place is in the client's names, which [`FieldNames`](trait@crate::FieldNames) knows;
//!   for a missing member it is the object that lacks it, with the name in the detail
//!   `member`; inside keys of more than 1 KiB together, the place is the whole value. Behind the
//!   extractors of the adapters the body is at hand: a place has the name that was sent (`alias`),
//!   and of a member that was not sent it is the object, with the name in the detail `member`;
//! - its details are the parameters that the rule was declared with, as `min` or `pattern`;
//! - its message is the one that the rule was given, else a sentence of Manila's.
//!
//! The violations are in the order in which the fields are declared. Nothing repeats the input,
//! unless a rule's own message or parameter does. They are the first 1,000 that the validator has
//! found; of more, the response tells that there are (`more`).
//!
//! What a validator makes of a value, before it is asked for anything, is its own: it is bounded by
//! the number of values that are read ([`expect_nodes`](crate::extract::expect_nodes)).
//!
//! | rule | details | garde | validator |
//! |---|---|---|---|
//! | `required` | `member` | `required` | `required` |
//! | `email`, `url`, `ip`, `credit_card` | | the same | the same |
//! | `ipv4`, `ipv6`, `phone_number`, `ascii`, `alphanumeric` | | the same | |
//! | `non_control_character` | | | the same |
//! | `min_length`, `max_length` | `min`, `max` | `length` | `length` |
//! | `length` | `equal` | | `length(equal = …)` |
//! | `min`, `max` | `min`, `max`, `exclusive_min`, `exclusive_max` | `range` | `range` |
//! | `pattern` | `pattern` | `pattern` | `regex`, without the detail |
//! | `contains` | `text` | the same | the same |
//! | `does_not_contain` | `text` | | the same |
//! | `prefix`, `suffix` | `text` | the same | |
//! | `matches` | `other` | the same | `must_match`, without the detail |
//! | `custom`, or a name of its own | those of its own | `custom` | its `code` |

mod broken;
#[cfg(feature = "garde-023")]
mod garde;
mod input;
mod message;
mod sent_names;
#[cfg(feature = "validator-021")]
mod validator;

#[cfg(feature = "garde-023")]
pub use self::garde::garde;
pub use self::input::{Extracted, Input};
#[cfg(feature = "validator-021")]
pub use self::validator::{validator, validator_errors};
