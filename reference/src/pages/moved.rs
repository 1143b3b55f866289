//! The page at another name of a code, for hosts that know no redirects.

use askama::Template;

use super::fill;
use crate::book::Book;
use crate::links::Links;
use crate::page::Page;
use crate::said::Said;
use crate::volume::Volume;
use crate::wording::{Argument, Wording};

#[derive(Template)]
#[template(path = "moved.html")]
struct Moved<'a> {
    page: Page<'a>,
    wire: &'a str,
    link: String,
    before: Said<'a>,
    after: Said<'a>,
}

pub(crate) fn moved<'a>(
    book: &'a Book,
    volume: &'a Volume,
    at: usize,
    links: Links<'a>,
    words: Wording<'a>,
) -> String {
    let entry = &volume.entries[at];
    let given = [("code", Argument::Text(&entry.wire))];
    let description = words.with("The page of { $code }.", &given).text();
    let link = links.to(&entry.address);
    let page = Page::new(book, Some(volume), links, words);
    let (before, after) = page.around("Go to the page of { $code }", "code");
    fill(&Moved {
        page: page.about(Some(entry.wire.clone()), description, &entry.address),
        wire: &entry.wire,
        link,
        before,
        after,
    })
}
