//! What changed between the versions of an API.

use askama::Template;

use super::fill;
use crate::book::Book;
use crate::links::Links;
use crate::page::Page;
use crate::prose;
use crate::releases::{Step, Told};
use crate::said::Said;
use crate::volume::Volume;
use crate::wording::{Argument, Wording};

#[derive(Template)]
#[template(path = "changes.html")]
struct Changes<'a> {
    page: Page<'a>,
    volume: &'a Volume,
    lead: Said<'a>,
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

pub(crate) fn changes<'a>(
    book: &'a Book,
    volume: &'a Volume,
    links: Links<'a>,
    words: Wording<'a>,
) -> String {
    let given = [("catalog", Argument::Text(volume.catalog.title()))];
    let lead = "What changed in the errors of { $catalog }, and for whom it breaks.";
    let lead = words.with(lead, &given);
    let address = volume.changes_address();
    let feed = volume
        .has_feed()
        .then(|| links.shared(format!("{address}.atom")));
    let page = Page::new(book, Some(volume), links, words);
    let title = page.say("Changes").text();
    let mut page = page.about(Some(title), lead.text(), &address);
    page.twins = feed
        .iter()
        .map(|feed| ("application/atom+xml", feed.clone()))
        .collect();
    fill(&Changes {
        page,
        volume,
        lead,
        feed,
    })
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

/// How many of both kinds, for the feed, which is in English as the changes are.
fn summary(step: &Step) -> String {
    let (breaking, others) = counts(step);
    let noun = if breaking == 1 { "change" } else { "changes" };
    format!("{breaking} {noun} that break clients, {others} that do not")
}

/// How many changes break clients, and how many do not.
fn counts(step: &Step) -> (usize, usize) {
    let breaking = of_kind(step, true).len();
    (breaking, step.changes.len() - breaking)
}

impl<'a> Changes<'a> {
    /// Both kinds, with what they are called.
    fn kinds<'s>(&self, step: &'s Step) -> [(Said<'a>, Vec<&'s Told>); 2] {
        [
            (self.page.say("Breaks clients"), of_kind(step, true)),
            (self.page.say("Breaks nothing"), of_kind(step, false)),
        ]
    }

    /// What changed with a version, in numbers.
    fn summary(&self, step: &'a Step) -> Said<'a> {
        let version = ("version", Argument::Text(&step.since));
        let words = self.page.words;
        if step.changes.is_empty() {
            return words.with("Since { $version }: nothing changed.", &[version]);
        }
        let (breaking, others) = counts(step);
        let english = [
            "Since { $version }: { $count } change that break clients, { $others } that do not.",
            "Since { $version }: { $count } changes that break clients, { $others } that do not.",
        ];
        let given = [version, ("others", Argument::Number(others))];
        words.count(breaking, english, &given)
    }

    fn link_to(&self, code: Option<&str>) -> Option<(&str, String)> {
        let entry = self.volume.entry(code?)?;
        Some((&entry.wire, self.page.links.to(&entry.address)))
    }
}
