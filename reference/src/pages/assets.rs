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

/// Every page with a public address.
pub(crate) fn sitemap(book: &Book) -> String {
    let mut pages = Vec::new();
    if book.volumes.len() > 1 {
        pages.extend(book.public(""));
    }
    for volume in &book.volumes {
        let mut add = |address: &str| pages.extend(volume.public(address));
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
    fill(&Sitemap { pages })
}
