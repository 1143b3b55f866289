//! The page at another name of a code, for hosts that know no redirects.

use askama::Template;

use super::fill;
use crate::book::Book;
use crate::links::Links;
use crate::page::Page;
use crate::volume::Volume;

#[derive(Template)]
#[template(path = "moved.html")]
struct Moved<'a> {
    page: Page<'a>,
    wire: &'a str,
    link: String,
}

pub(crate) fn moved(book: &Book, volume: &Volume, at: usize, links: Links) -> String {
    let entry = &volume.entries[at];
    let description = format!("The page of {}.", entry.wire);
    let link = links.to(&entry.address);
    fill(&Moved {
        page: Page::new(book, Some(volume), links).about(
            Some(entry.wire.clone()),
            description,
            &entry.address,
        ),
        wire: &entry.wire,
        link,
    })
}
