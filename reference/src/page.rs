//! What every page has.

use crate::book::Book;
use crate::languages::{autonym, direction};
use crate::links::{Form, Links};
use crate::said::Said;
use crate::volume::{OTHERS, Section, Volume};
use crate::wording::{Argument, Wording};

/// The tag of the page for readers of all other languages (HTML Standard, `hreflang`; sitemaps.org).
const ANY_OTHER: &str = "x-default";

/// What the script says, and what its words are called in the attributes of the body.
const WORDS_OF_SCRIPT: [(&str, &str); 5] = [
    ("copy", "Copy"),
    ("copied", "Copied"),
    ("refused", "Not allowed"),
    ("request", "Your request"),
    ("look-up", "Look it up"),
];

/// The head of a page, and the way from it to others.
pub(crate) struct Page<'a> {
    pub(crate) book: &'a Book,
    pub(crate) links: Links<'a>,
    pub(crate) words: Wording<'a>,
    /// What the page is about, in front of the service's name.
    pub(crate) about: Option<String>,
    pub(crate) description: String,
    /// Its address below the root, in the catalog's own language.
    address: String,
    /// The public address of the page.
    pub(crate) canonical: Option<String>,
    /// The catalog that the page belongs to, unless it is about all.
    pub(crate) volume: Option<&'a Volume>,
    /// The same in other formats: media types and links.
    pub(crate) twins: Vec<(&'static str, String)>,
}

impl<'a> Page<'a> {
    /// A page about a catalog, or about all.
    pub(crate) fn new(
        book: &'a Book,
        volume: Option<&'a Volume>,
        links: Links<'a>,
        words: Wording<'a>,
    ) -> Self {
        let only = match &book.volumes[..] {
            [only] => Some(only),
            _ => None,
        };
        Self {
            book,
            links,
            words,
            about: None,
            description: String::new(),
            address: String::new(),
            canonical: None,
            volume: volume.or(only),
            twins: Vec::new(),
        }
    }

    /// Says what the page is about, and where it is: its address below the root, in the catalog's own language.
    pub(crate) fn about(
        mut self,
        about: Option<String>,
        description: String,
        address: &str,
    ) -> Self {
        self.about = about;
        self.description = description;
        address.clone_into(&mut self.address);
        self.canonical = self.public(self.words.place());
        self
    }

    /// The public address of the page in the language at a place.
    fn public(&self, language: usize) -> Option<String> {
        match self.volume {
            Some(volume) => self.book.public_page(volume, &self.address, language),
            None => {
                let shelf = self.book.shelf(self.book.folder(language));
                self.book.public(&shelf.address(&self.address))
            }
        }
    }

    /// The page in each language, for crawlers and readers of links: tags and addresses.
    pub(crate) fn alternates(&self) -> Vec<(&'a str, String)> {
        let languages = &self.book.languages;
        if !languages.are_several() {
            return Vec::new();
        }
        let address = |language| {
            let link = || {
                self.links
                    .to_folder(self.book.folder(language), &self.address)
            };
            self.public(language).unwrap_or_else(link)
        };
        let tags = languages.list().iter().map(|language| &*language.tag);
        let mut alternates: Vec<_> = tags
            .zip(0..)
            .map(|(tag, place)| (tag, address(place)))
            .collect();
        alternates.push((ANY_OTHER, address(0)));
        alternates
    }

    /// The page in each language, for people: tags, what the languages call themselves, links, and which one
    /// this is. A program answers the address of the catalog's own language in that of the reader, so that there
    /// is another one, for readers who choose the catalog's.
    pub(crate) fn choices(&self) -> Vec<(&'a str, String, String, bool)> {
        let languages = &self.book.languages;
        if !languages.are_several() {
            return Vec::new();
        }
        let choices = languages.list().iter().zip(0..);
        choices
            .map(|(language, place)| {
                let folder = match self.links.form() {
                    Form::Served => &language.folder,
                    Form::Files => self.book.folder(place),
                };
                let link = self.links.to_folder(folder, &self.address);
                let is_current = place == self.words.place();
                (&*language.tag, autonym(&language.tag), link, is_current)
            })
            .collect()
    }

    pub(crate) fn service(&self) -> &'a str {
        self.book.settings.shown_title()
    }

    pub(crate) fn title(&self) -> String {
        let errors = errors_of(self.words, self.service()).text();
        match &self.about {
            Some(about) => format!("{about} · {errors}"),
            None => errors,
        }
    }

    /// Whether the name of the reference needs a word of what it lists.
    pub(crate) fn says_errors(&self) -> bool {
        !speaks_of_errors(self.service())
    }

    pub(crate) fn language(&self) -> &'a str {
        let of_catalog = || self.volume.map_or("en", Volume::language);
        self.words.tag().unwrap_or_else(of_catalog)
    }

    pub(crate) fn direction(&self) -> &'static str {
        direction(self.language()).as_str()
    }

    pub(crate) fn is_hidden(&self) -> bool {
        self.book.settings.is_hidden
    }

    pub(crate) fn is_for_operators(&self) -> bool {
        self.book.settings.is_for_operators
    }

    pub(crate) fn version(&self) -> Option<&'a str> {
        self.book.settings.version.as_deref()
    }

    pub(crate) fn request_link(&self) -> Option<&str> {
        self.book.settings.request_link.as_deref()
    }

    pub(crate) fn has_several_catalogs(&self) -> bool {
        self.book.volumes.len() > 1
    }

    pub(crate) fn icon(&self) -> String {
        let logo = self.book.settings.logo.as_ref();
        self.links.shared(logo.map_or("icon.svg", |logo| logo.file))
    }

    pub(crate) fn logo(&self) -> Option<String> {
        let logo = self.book.settings.logo.as_ref();
        logo.map(|logo| self.links.shared(logo.file))
    }

    /// The parts of the reference that a reader can go to: titles and links.
    pub(crate) fn parts(&self) -> Vec<(Said<'a>, String)> {
        let mut parts = vec![("All codes", self.links.to(""))];
        if let Some(volume) = self.volume {
            let folder = &volume.folder;
            if self.has_several_catalogs() {
                parts.push(("This catalog", self.links.to(folder)));
            }
            if !volume.operations.is_empty() {
                parts.push(("Operations", self.links.to(volume.operations_address())));
            }
            if !volume.steps.is_empty() {
                parts.push(("Changes", self.links.to(volume.changes_address())));
            }
        }
        let parts = parts.into_iter();
        parts.map(|(title, link)| (self.say(title), link)).collect()
    }

    /// A sentence of the pages themselves, by its English text.
    pub(crate) fn say(&self, english: &'static str) -> Said<'a> {
        self.words.own(english)
    }

    pub(crate) fn say_of_version(&self, version: &'a str) -> Said<'a> {
        let given = [
            ("service", Argument::Text(self.service())),
            ("version", Argument::Text(version)),
        ];
        self.words
            .with("{ $service }, version { $version }", &given)
    }

    /// What a sentence has before its argument and behind, which the template fills in.
    pub(crate) fn around(
        &self,
        english: &'static str,
        argument: &'static str,
    ) -> (Said<'a>, Said<'a>) {
        self.words
            .with(english, &[(argument, Argument::Slot)])
            .around()
    }

    /// A text that the catalog has in its own language alone.
    pub(crate) fn source(&self, volume: &Volume, text: &'a str) -> Said<'a> {
        self.words.untranslated(text, volume.language())
    }

    /// The name of a section. Where codes are in none, it is the pages' own.
    pub(crate) fn section(&self, volume: &Volume, section: &Section) -> Said<'a> {
        match section.name {
            OTHERS => self.say(OTHERS),
            name => self.source(volume, name),
        }
    }

    pub(crate) fn phrase(&self, status: &manila::Status) -> Said<'a> {
        self.words.phrase(status.get(), status.phrase())
    }

    pub(crate) fn codes(&self, count: usize) -> Said<'a> {
        codes(self.words, count)
    }

    /// The words that the script takes from the page, where they are not the ones that it has.
    pub(crate) fn words_of_script(&self) -> Vec<(&'static str, String)> {
        let words = WORDS_OF_SCRIPT
            .iter()
            .filter(|_| self.words.tag().is_some());
        words
            .map(|(name, english)| (*name, self.say(english).text()))
            .collect()
    }
}

/// A number of codes.
pub(crate) fn codes(words: Wording<'_>, count: usize) -> Said<'_> {
    words.count(count, ["{ $count } code", "{ $count } codes"], &[])
}

/// What a list is called: a name that speaks of errors already is enough.
pub(crate) fn errors_of<'a>(words: Wording<'a>, name: &'a str) -> Said<'a> {
    let given = [("name", Argument::Text(name))];
    match speaks_of_errors(name) {
        true => words.name(name),
        false => words.with("{ $name } errors", &given),
    }
}

fn speaks_of_errors(name: &str) -> bool {
    let name = name.trim_end().to_lowercase();
    name.ends_with("errors") || name.ends_with("error codes")
}
