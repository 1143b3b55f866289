//! Texts in YAML, in bounds.

use serde::de::DeserializeOwned;

/// How many aliases a text may have: a handful of them can stand for millions of values.
const MOST_ALIASES: usize = 100;

/// How many values the aliases may stand for together.
const MOST_REPEATED: usize = 100_000;

/// How many values a text may have: each of the rows of a list may have a good dozen of them.
const MOST_VALUES: usize = 4_000_000;

/// Reads a text; what is wrong with it is told with its line.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_aliases: MOST_ALIASES,
            max_anchors: MOST_VALUES,
            max_nodes: MOST_VALUES,
            max_events: 2 * MOST_VALUES,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: MOST_REPEATED,
        },
        // As YAML 1.2 has it: `no` is a text.
        strict_booleans: true,
        ignore_binary_tag_for_string: true,
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let line = error.location().map_or(1, |location| location.line());
        // What an alias stands for has a place of its own, behind that.
        let text = error.to_string();
        let message = text.split(" at line ").next().unwrap_or_default();
        let message = if message.contains("Aliases") {
            format!("more than {MOST_ALIASES} aliases")
        } else if message.contains("alias replay limit") {
            format!("its aliases stand for more than {MOST_REPEATED} values")
        } else {
            message.to_owned()
        };
        format!("{message} at line {}", line.max(1))
    })
}
