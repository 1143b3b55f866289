//! The keys of a code.

use super::{
    Bounds, Names, Part, Pointed, Set, Shape, Text, Word, Words, detail::DETAILS, field::table_of,
};
use crate::{Allowed, Applied, Entry, LINTS, Owner, Retry, Scope, Severity};

/// The tables of a code that are not read key by key.
#[derive(Debug, Clone, Copy)]
pub(crate) enum EntryPart {
    Details,
}

impl Part for Entry {
    type Tables = EntryPart;

    fn shape(table: EntryPart) -> Shape {
        match table {
            EntryPart::Details => Shape::Named(
                Names::Texts(Text::Detail),
                Box::new(Shape::Table(table_of(
                    "[codes.CODE.details.DETAIL]",
                    DETAILS,
                ))),
            ),
        }
    }
}

type Field = super::Field<Entry>;

/// The keys of a code.
pub(crate) const CODES: &[Field] = &[
    Field::new(
        "number",
        Set::Integer(Bounds::NUMBER, |entry, number| {
            entry.number = i32::try_from(number).ok();
        }),
        "The code's number, which is sent with `wire = \"number\"`. No two codes share one, and 0 stands \
         for success.",
        "4021",
    ),
    Field::new(
        "status",
        Set::Status(|entry, status| entry.statuses.push(status)),
        "The HTTP status, for a code that has one; several are `statuses`.",
        "402",
    ),
    Field::new(
        "statuses",
        Set::Statuses(|entry, statuses| entry.statuses = statuses),
        "The HTTP statuses of a code that has several; the first is the default.",
        "[402, 403]",
    ),
    Field::new(
        "derived",
        Set::Flag(|entry, is| entry.derived = is),
        "Whether the statuses are this catalog's own, because the list that it was taken from gives none.",
        "true",
    )
    .default("false"),
    Field::new(
        "title",
        Set::Text(Text::Line, |entry, title| entry.title = Some(title)),
        "A short name for the error, the same each time it occurs.",
        "\"Plan limit exceeded\"",
    )
    .otherwise("the code in words"),
    Field::new(
        "message",
        Set::Text(Text::Line, |entry, message| entry.message = Some(message)),
        "The sentence that clients get. `{ $name }` stands for a detail of the code.",
        "\"The plan includes { $limit } apps.\"",
    ),
    Field::new(
        "meaning",
        Set::Text(Text::Any, |entry, meaning| entry.meaning = Some(meaning)),
        "What the code means, for the error reference.",
        "\"Every app that the workspace's plan includes is in use.\"",
    ),
    Field::new(
        "causes",
        Set::Texts(Text::Line, |entry, causes| entry.causes = causes),
        "When the code occurs, one cause an item.",
        "[\"Every app of the plan is in use.\", \"The plan has lapsed.\"]",
    )
    .default("[]"),
    Field::new(
        "client",
        Set::Steps(|entry, steps| entry.client = steps),
        "What whoever calls the API should do: steps in order, or one string.",
        "[\"Delete an app.\", \"Or switch to a larger plan.\"]",
    )
    .default("[]"),
    Field::new(
        "server",
        Set::Steps(|entry, steps| entry.server = steps),
        "What whoever operates the API should do: steps in order, or one string.",
        "\"Nothing, unless the limit is wrong.\"",
    )
    .default("[]"),
    Field::new(
        "operations",
        Set::Texts(Text::Line, |entry, operations| entry.operations = operations),
        "Where the code can come from: `METHOD /path`, `/path` for any method, or the name of an \
         operation or of a group.",
        "[\"POST /apps\", \"mutations\"]",
    )
    .default("[]"),
    Field::new(
        "next",
        Set::Text(Text::Line, |entry, next| entry.next = Some(next)),
        "The operation to call next, which resolves the error.",
        "\"POST /plan\"",
    ),
    Field::new(
        "source",
        Set::Texts(Text::Line, |entry, source| entry.source = source),
        "Where in the service the code is made: files or modules.",
        "[\"apps/create.rs\"]",
    )
    .default("[]"),
    Field::new(
        "section",
        Set::Text(Text::Any, |entry, section| entry.section = Some(section)),
        "The heading of the error reference under which the code is listed.",
        "\"Plans\"",
    ),
    Field::new(
        "category",
        Set::Text(Text::Any, |entry, category| entry.category = Some(category)),
        "A group of codes that a client may treat alike.",
        "\"billing\"",
    ),
    Field::new(
        "retry",
        Set::Word(Retry::WORDS, |entry, word| entry.retry = Retry::from_word(word)),
        "Whether and when a client may repeat the request.",
        "\"after_change\"",
    ),
    Field::new(
        "severity",
        Set::Word(Severity::WORDS, |entry, word| {
            entry.severity = Severity::from_word(word);
        }),
        "How serious the error is for whoever operates the API.",
        "\"warning\"",
    ),
    Field::new(
        "user_actionable",
        Set::Flag(|entry, is| entry.user_actionable = Some(is)),
        "Whether the user of the client can do something about the error.",
        "true",
    ),
    Field::new(
        "owner",
        Set::Word(Owner::WORDS, |entry, word| entry.owner = Owner::from_word(word)),
        "Who has to act for the request to succeed.",
        "\"user\"",
    ),
    Field::new(
        "applied",
        Set::Word(Applied::WORDS, |entry, word| {
            entry.applied = Applied::from_word(word);
        }),
        "Whether the failed request had its effect all the same.",
        "\"no\"",
    ),
    Field::new(
        "auto_fix",
        Set::Text(Text::Any, |entry, fix| entry.auto_fix = Some(fix)),
        "What repairs the cause without a person.",
        "\"The next billing run lifts the limit.\"",
    ),
    Field::new(
        "related",
        Set::Texts(Text::Code, |entry, related| entry.related = related),
        "Codes of this catalog that a reader should know as well.",
        "[\"NOT_FOUND\"]",
    )
    .default("[]"),
    Field::new(
        "mentions",
        Set::Texts(Text::Any, |entry, mentions| entry.mentions = mentions),
        "Related names that the catalog does not define. Nothing checks them.",
        "[\"LEGACY_LIMIT\"]",
    )
    .default("[]"),
    Field::new(
        "facts",
        Set::Fact(|entry, name, value| entry.facts.push((name, value))),
        "Anything else there is to say of the code: strings, numbers and booleans by name. \
         `[catalog.facts]` gives them titles.",
        "{ webhook = true, page = 16 }",
    ),
    Field::new(
        "scope",
        Set::Words(Scope::WORDS, |entry, word| {
            entry.scope.extend(Scope::from_word(word));
        }),
        "Where the code may appear.",
        "[\"response\", \"job\"]",
    )
    .default("[\"response\"]"),
    Field::new(
        "exit_code",
        Set::Integer(Bounds::EXIT_CODE, |entry, exit_code| {
            entry.exit_code = u8::try_from(exit_code).ok();
        }),
        "The exit code of a command-line client, where it differs from that of the status: 1 to 124, as in `[catalog] exit_codes`.",
        "3",
    )
    .otherwise("that of the status in `[catalog] exit_codes`"),
    Field::new(
        "since",
        Set::Text(Text::Any, |entry, since| entry.since = Some(since)),
        "The version of the API that introduced the code.",
        "\"1.4.0\"",
    ),
    Field::new(
        "deprecated",
        Set::Text(Text::Any, |entry, since| entry.deprecated = Some(since)),
        "The version that deprecated the code, and why.",
        "\"2.0.0: plans have limits of their own\"",
    ),
    Field::new(
        "retired",
        Set::Text(Text::Any, |entry, since| entry.retired = Some(since)),
        "The version that stopped sending the code, and why. A code is never deleted, so that its name \
         is not used again.",
        "\"3.0.0\"",
    ),
    Field::new(
        "replaced_by",
        Set::Text(Text::Code, |entry, code| entry.replaced_by = Some(code)),
        "The code that replaces this one.",
        "\"NOT_FOUND\"",
    ),
    Field::new(
        "details",
        Set::Table(EntryPart::Details),
        "The data that travel with the code, by name.",
        "{ limit = { type = \"integer\", meaning = \"how many apps the plan includes\" } }",
    ),
    Field::new(
        "allow",
        Set::Named {
            names: lint_names,
            text: Text::Line,
            pointed: Pointed::Name,
            set: |entry, rule, reason| entry.allow.push(Allowed::new(rule, reason)),
        },
        "Advice of `manila check` that is silenced for this code, with the reason.",
        "{ no-message = \"clients show a page of their own for it\" }",
    ),
];

fn lint_names() -> Names {
    let known = LINTS
        .iter()
        .map(|lint| Word::new(lint.id.as_str(), lint.summary));
    Names::Known(Text::Any, known.collect())
}
