//! The keys of a detail.

use std::convert::Infallible;

use super::{Part, Set, Shape, Text, Words};
use crate::{Detail, DetailType};

impl Part for Detail {
    type Tables = Infallible;

    fn shape(table: Infallible) -> Shape {
        match table {}
    }
}

type Field = super::Field<Detail>;

/// The keys of a detail.
pub(crate) const DETAILS: &[Field] = &[
    Field::new(
        "type",
        Set::Word(DetailType::WORDS, |detail, word| {
            detail.kind = DetailType::from_word(word).unwrap_or(detail.kind);
        }),
        "The JSON type of the value.",
        "\"integer\"",
    )
    .required(),
    Field::new(
        "meaning",
        Set::Text(Text::Any, |detail, meaning| detail.meaning = Some(meaning)),
        "What the value means, for the error reference.",
        "\"how many apps the plan includes\"",
    ),
    Field::new(
        "required",
        Set::Flag(|detail, is| detail.required = Some(is)),
        "Whether every occurrence of the code has the detail. Where it is missing, nothing is promised.",
        "true",
    ),
    Field::new(
        "items",
        Set::Word(DetailType::WORDS, |detail, word| {
            detail.items = DetailType::from_word(word);
        }),
        "The JSON type of the items, for a detail of `type = \"array\"`.",
        "\"string\"",
    ),
    Field::new(
        "values",
        Set::Distinct(Text::Any, |detail, values| detail.values = values),
        "The strings that the value is one of, for a detail of `type = \"string\"` or an array of them; \
         any, if there are none.",
        "[\"app\", \"site\"]",
    )
    .default("[]"),
];
