//! The operations of an API, and the codes of each.

use askama::Template;

use super::{count, fill};
use crate::book::Book;
use crate::links::Links;
use crate::operations::Operation;
use crate::page::Page;
use crate::prose;
use crate::volume::Volume;

#[derive(Template)]
#[template(path = "operations.html")]
struct Operations<'a> {
    page: Page<'a>,
    volume: &'a Volume,
    lists: Vec<(&'static str, &'static str, Vec<&'a Operation>)>,
}

#[derive(Template)]
#[template(path = "operation.html")]
struct OperationPage<'a> {
    page: Page<'a>,
    volume: &'a Volume,
    operation: &'a Operation,
    total: String,
}

/// The list of all.
pub(crate) fn operations(book: &Book, volume: &Volume, links: Links) -> String {
    let title = volume.catalog.title();
    let description = format!("Which errors can come from each operation of {title}.");
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
    fill(&Operations {
        page: Page::new(book, Some(volume), links).about(
            Some("Operations".to_owned()),
            description,
            &address,
        ),
        volume,
        lists: lists
            .into_iter()
            .filter(|(_, _, list)| !list.is_empty())
            .collect(),
    })
}

/// The page of one, by its place in the volume.
pub(crate) fn operation(book: &Book, volume: &Volume, at: usize, links: Links) -> String {
    let operation = &volume.operations[at];
    let total = count(operation.codes.len(), "code");
    let description = format!("{total} that can come from {}.", operation.name);
    fill(&OperationPage {
        page: Page::new(book, Some(volume), links).about(
            Some(operation.name.to_owned()),
            description,
            &operation.address,
        ),
        volume,
        operation,
        total,
    })
}
