//! The tables of a file, and the keys of `[catalog]`.

use super::{
    Names, Part, Pointed, Set, Shape, Text, Word, Words, code::CODES, field::table_of,
    operation::OPERATIONS,
};
use crate::{Case, Catalog, Condition, VALIDATION_RULES, Wire};

/// The tables of a file that are not read key by key.
#[derive(Debug, Clone, Copy)]
pub(crate) enum CatalogPart {
    Head,
    Operations,
    Codes,
}

impl Part for Catalog {
    type Tables = CatalogPart;

    fn shape(table: CatalogPart) -> Shape {
        match table {
            CatalogPart::Head => Shape::Table(table_of("[catalog]", HEAD)),
            CatalogPart::Operations => Shape::Named(
                Names::Texts(Text::Line),
                Box::new(Shape::Table(table_of("[operations.OPERATION]", OPERATIONS))),
            ),
            CatalogPart::Codes => Shape::Named(
                Names::Codes,
                Box::new(Shape::Table(table_of("[codes.CODE]", CODES))),
            ),
        }
    }
}

type Field = super::Field<Catalog>;

/// What a file consists of.
pub(crate) const TABLES: &[Field] = &[
    Field::new(
        "catalog",
        Set::Table(CatalogPart::Head),
        "What holds for the catalog as a whole.",
        "{ name = \"plans\", case = \"SCREAMING_SNAKE_CASE\" }",
    )
    .required(),
    Field::new(
        "conditions",
        Set::Named {
            names: || Names::Words(Condition::WORDS),
            text: Text::Code,
            pointed: Pointed::Value,
            set: |catalog, condition, code| {
                if let Some(condition) = Condition::from_word(condition) {
                    catalog.conditions.push((condition, code));
                }
            },
        },
        "The code for each error that the framework detects by itself, such as an unknown route. A \
         condition without a code falls back to a more general one, and in the end to a general code \
         for its HTTP status.",
        "{ route_not_found = \"NOT_FOUND\", internal = \"INTERNAL\" }",
    ),
    Field::new(
        "rules",
        Set::Named {
            names: rule_names,
            text: Text::Code,
            pointed: Pointed::Value,
            set: |catalog, rule, code| catalog.rules.push((rule.to_owned(), code)),
        },
        "The code for each validation rule that a field can break. A rule of your own validators is \
         named in `snake_case`.",
        "{ required = \"MISSING\", max_length = \"TOO_LONG\" }",
    ),
    Field::new(
        "operations",
        Set::Table(CatalogPart::Operations),
        "Titles and groups of the operations that codes refer to. Operations need not be listed here.",
        "{ \"POST /apps\" = { title = \"Create an app\", groups = [\"Apps\"] } }",
    ),
    Field::new(
        "codes",
        Set::Table(CatalogPart::Codes),
        "The codes, in the order of the error reference.",
        "{ NOT_FOUND = { status = 404, message = \"Nothing was found at this address.\" } }",
    ),
];

/// The keys of `[catalog]`.
pub(crate) const HEAD: &[Field] = &[
    Field::new(
        "name",
        Set::Text(Text::CatalogName, |catalog, name| catalog.name = name),
        "The catalog's name. Files that are made of the catalog are named after it.",
        "\"plans\"",
    )
    .required(),
    Field::new(
        "title",
        Set::Text(Text::Line, |catalog, title| catalog.title = Some(title)),
        "The name for people, such as the heading of the error reference.",
        "\"Plans API\"",
    )
    .otherwise("the catalog's name"),
    Field::new(
        "case",
        Set::Word(Case::WORDS, |catalog, word| {
            catalog.case = Case::from_word(word).unwrap_or(catalog.case);
        }),
        "How every code is spelled.",
        "\"SCREAMING_SNAKE_CASE\"",
    )
    .required(),
    Field::new(
        "wire",
        Set::Word(Wire::WORDS, |catalog, word| {
            catalog.wire = Wire::from_word(word).unwrap_or(catalog.wire);
        }),
        "What is sent as the code. With `\"number\"`, every code needs a `number`.",
        "\"number\"",
    )
    .default("\"name\""),
    Field::new(
        "digits",
        Set::Word(DIGITS, |catalog, _| catalog.digits = true),
        "Says that numbers carry meaning in their first digits, and has `manila check` hold them to it.",
        "\"status\"",
    ),
    Field::new(
        "locales",
        Set::Distinct(Text::Locale, |catalog, locales| catalog.locales = locales),
        "The languages of the texts, as language tags. The first is the language of this file; the \
         others are translated in files of their own.",
        "[\"en\", \"es-MX\"]",
    )
    .default("[]"),
    Field::new(
        "documentation",
        Set::Text(Text::Line, |catalog, address| {
            catalog.documentation = Some(address);
        }),
        "The address of the error reference. Responses link to the page of their code below it.",
        "\"https://docs.example/errors\"",
    ),
    Field::new(
        "http_case",
        Set::Word(SPELLINGS, |catalog, word| {
            catalog.http_case = Case::from_word(word);
        }),
        "How the general codes for HTTP statuses are spelled, which clients get where the catalog has \
         no code for an error.",
        "\"kebab-case\"",
    )
    .otherwise("`case`, or `\"snake_case\"` where that is `\"any\"`"),
    Field::new(
        "brands",
        Set::Texts(Text::Line, |catalog, brands| catalog.brands = brands),
        "Names that are never translated.",
        "[\"VibeHost\"]",
    )
    .default("[]"),
    Field::new(
        "facts",
        Set::Named {
            names: || Names::Texts(Text::Line),
            text: Text::Line,
            pointed: Pointed::Name,
            set: |catalog, fact, title| catalog.facts.push((fact.to_owned(), title)),
        },
        "Titles for the `facts` of codes, by the name of the fact.",
        "{ webhook = \"Triggers a webhook\" }",
    )
    .otherwise("the name of the fact"),
    Field::new(
        "exit_codes",
        Set::ExitCode(|catalog, status, exit_code| catalog.exit_codes.push((status, exit_code))),
        "The exit code of a command-line client, by HTTP status: 1 to 124, as 0 is that of a success, and 125 to 127 are of `manila decode` and of shells. Shells also report a signal by its number and 128.",
        "{ 402 = 3, 404 = 4, 500 = 1 }",
    )
    .otherwise("the codes of `sysexits.h`"),
];

/// What the first digits of a number can say.
const DIGITS: &[Word] = &[Word::new(
    "status",
    "A number begins with one of the statuses of its code.",
)];

/// The words of [`Case::SPELLINGS`].
const SPELLINGS: &[Word] = Case::WORDS.split_at(Case::SPELLINGS.len()).0;

fn rule_names() -> Names {
    let known = VALIDATION_RULES.iter().map(|(rule, _)| Word::new(rule, ""));
    Names::Known(Text::Rule, known.collect())
}
