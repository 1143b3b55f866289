//! The page of a code, for the request that brought its reader there.

use askama::Template;
use bytes::{Bytes, BytesMut};

use super::fill;
use crate::book::Book;
use crate::wording::Wording;

/// Where the notice stands, in the template of the page.
const PLACE: &[u8] = b"<!-- request -->";

#[derive(Template)]
#[template(path = "request.html")]
struct Notice<'a> {
    words: Wording<'a>,
    id: &'a str,
    link: Option<String>,
}

/// Returns a page with a notice of the request of this id.
pub(crate) fn with_request(book: &Book, page: &Bytes, id: &str, words: Wording<'_>) -> Bytes {
    let link = book.settings.link_of_request(id);
    let notice = fill(&Notice { words, id, link });
    let mut windows = page.windows(PLACE.len());
    let Some(place) = windows.position(|window| window == PLACE) else {
        return page.clone();
    };
    let mut whole = BytesMut::with_capacity(page.len() + notice.len());
    whole.extend_from_slice(&page[..place]);
    whole.extend_from_slice(notice.as_bytes());
    whole.extend_from_slice(&page[place + PLACE.len()..]);
    whole.freeze()
}
