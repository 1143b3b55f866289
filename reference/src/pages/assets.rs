//! What pages load, and what crawlers read.

use askama::Template;

use super::fill;
use crate::accent::Accent;
use crate::book::Book;

#[derive(Template)]
#[template(path = "style.css")]
struct Style<'a> {
    accent: &'a Accent,
}

#[derive(Template)]
#[template(path = "icon.xml")]
struct Icon<'a> {
    accent: &'a Accent,
}

#[derive(Template)]
#[template(path = "sitemap.xml")]
struct Sitemap {
    pages: Vec<String>,
}

pub(crate) fn style(book: &Book) -> String {
    fill(&Style {
        accent: &book.settings.accent,
    })
}

pub(crate) fn icon(book: &Book) -> String {
    fill(&Icon {
        accent: &book.settings.accent,
    })
}

/// Every page with a public address, in each language.
pub(crate) fn sitemap(book: &Book) -> String {
    let languages = book.languages.list().len().max(1);
    let pages = (0..languages).flat_map(|language| pages(book, language));
    fill(&Sitemap {
        pages: pages.collect(),
    })
}

/// The public addresses of the pages in the language at a place.
fn pages(book: &Book, language: usize) -> Vec<String> {
    let mut pages = Vec::new();
    if book.volumes.len() > 1 {
        let shelf = book.shelf(book.folder(language));
        pages.extend(book.public(&shelf.address("")));
    }
    for volume in &book.volumes {
        let mut add = |address: &str| pages.extend(book.public_page(volume, address, language));
        add(&volume.folder);
        if !volume.operations.is_empty() {
            add(&volume.operations_address());
        }
        volume
            .operations
            .iter()
            .for_each(|operation| add(&operation.address));
        if !volume.steps.is_empty() {
            add(&volume.changes_address());
        }
        volume.entries.iter().for_each(|entry| add(&entry.address));
    }
    pages
}
