//! What changed between the versions of an API.

use askama::Template;

use super::fill;
use crate::book::Book;
use crate::links::Links;
use crate::page::Page;
use crate::prose;
use crate::releases::{Step, Told};
use crate::volume::Volume;

#[derive(Template)]
#[template(path = "changes.html")]
struct Changes<'a> {
    page: Page<'a>,
    volume: &'a Volume,
    feed: Option<String>,
}

#[derive(Template)]
#[template(path = "changes.atom")]
struct Feed<'a> {
    service: &'a str,
    volume: &'a Volume,
    feed: String,
    page: String,
}

pub(crate) fn changes(book: &Book, volume: &Volume, links: Links) -> String {
    let title = volume.catalog.title();
    let description = format!("What changed in the errors of {title}, and for whom it breaks.");
    let address = volume.changes_address();
    let feed = volume
        .has_feed()
        .then(|| links.to(format!("{address}.atom")));
    let mut page = Page::new(book, Some(volume), links).about(
        Some("Changes".to_owned()),
        description,
        &address,
    );
    page.twins = feed
        .iter()
        .map(|feed| ("application/atom+xml", feed.clone()))
        .collect();
    fill(&Changes { page, volume, feed })
}

/// The feed (RFC 4287).
pub(crate) fn feed(book: &Book, volume: &Volume) -> String {
    let public = |address: &str| {
        let address = format!("{}{address}", volume.folder);
        volume.public(&address).unwrap_or_default()
    };
    fill(&Feed {
        service: book.settings.shown_title(),
        volume,
        feed: public("changes.atom"),
        page: public("changes"),
    })
}

/// What a version is called.
fn name_of(step: &Step) -> &str {
    step.version.as_deref().unwrap_or("This version")
}

/// The anchor of a version.
fn id_of(steps: &[Step], step: &Step) -> String {
    let later = steps.iter().position(|known| std::ptr::eq(known, step));
    // The oldest keeps its number when a new one comes.
    format!("version-{}", steps.len() - later.unwrap_or_default())
}

/// The changes of one kind.
fn of_kind(step: &Step, is_breaking: bool) -> Vec<&Told> {
    let changes = step.changes.iter();
    changes
        .filter(|change| change.is_breaking == is_breaking)
        .collect()
}

/// Both kinds, with what they are called.
fn kinds(step: &Step) -> [(&'static str, Vec<&Told>); 2] {
    [
        ("Breaks clients", of_kind(step, true)),
        ("Breaks nothing", of_kind(step, false)),
    ]
}

/// How many of both kinds.
fn summary(step: &Step) -> String {
    let breaking = of_kind(step, true).len();
    let others = step.changes.len() - breaking;
    format!(
        "{} that break clients, {others} that do not",
        super::count(breaking, "change")
    )
}

impl Changes<'_> {
    fn link_to(&self, code: Option<&str>) -> Option<(&str, String)> {
        let entry = self.volume.entry(code?)?;
        Some((&entry.wire, self.page.links.to(&entry.address)))
    }
}
