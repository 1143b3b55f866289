//! The operations of an API, and the codes of each.

use askama::Template;

use super::fill;
use crate::book::Book;
use crate::links::Links;
use crate::operations::Operation;
use crate::page::Page;
use crate::said::Said;
use crate::volume::Volume;
use crate::wording::{Argument, Wording};

#[derive(Template)]
#[template(path = "operations.html")]
struct Operations<'a> {
    page: Page<'a>,
    volume: &'a Volume,
    lead: Said<'a>,
    lists: Vec<(&'static str, Said<'a>, Vec<&'a Operation>)>,
}

#[derive(Template)]
#[template(path = "operation.html")]
struct OperationPage<'a> {
    page: Page<'a>,
    volume: &'a Volume,
    operation: &'a Operation,
    lead: Said<'a>,
}

/// The list of all.
pub(crate) fn operations<'a>(
    book: &'a Book,
    volume: &'a Volume,
    links: Links<'a>,
    words: Wording<'a>,
) -> String {
    let given = [("catalog", Argument::Text(volume.catalog.title()))];
    let description = "Which errors can come from each operation of { $catalog }.";
    let description = words.with(description, &given).text();
    let address = volume.operations_address();
    let of_kind = |is_group| {
        let operations = volume.operations.iter();
        operations
            .filter(move |operation| operation.is_group == is_group)
            .collect::<Vec<_>>()
    };
    let lists = [
        ("operations", "Single operations", of_kind(false)),
        ("groups", "Groups", of_kind(true)),
    ];
    let page = Page::new(book, Some(volume), links, words);
    let title = page.say("Operations").text();
    fill(&Operations {
        page: page.about(Some(title), description, &address),
        volume,
        lead: words.with("Which errors can come from where in { $catalog }.", &given),
        lists: lists
            .into_iter()
            .filter(|(_, _, list)| !list.is_empty())
            .map(|(id, title, list)| (id, words.own(title), list))
            .collect(),
    })
}

/// The page of one, by its place in the volume.
pub(crate) fn operation<'a>(
    book: &'a Book,
    volume: &'a Volume,
    at: usize,
    links: Links<'a>,
    words: Wording<'a>,
) -> String {
    let operation = &volume.operations[at];
    let count = |english, given: &[_]| words.count(operation.codes.len(), english, given);
    let description = [
        "{ $count } code that can come from { $operation }.",
        "{ $count } codes that can come from { $operation }.",
    ];
    let given = [("operation", Argument::Text(operation.name))];
    let description = count(description, &given).text();
    let lead = match operation.is_group {
        true => [
            "{ $count } code can come from this group.",
            "{ $count } codes can come from this group.",
        ],
        false => [
            "{ $count } code can come from this operation.",
            "{ $count } codes can come from this operation.",
        ],
    };
    let page = Page::new(book, Some(volume), links, words);
    fill(&OperationPage {
        page: page.about(
            Some(operation.name.to_owned()),
            description,
            &operation.address,
        ),
        volume,
        operation,
        lead: count(lead, &[]),
    })
}
