//! What every page has.

use crate::book::Book;
use crate::links::Links;
use crate::volume::Volume;

/// The languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

/// The head of a page, and the way from it to others.
pub(crate) struct Page<'a> {
    pub(crate) book: &'a Book,
    pub(crate) links: Links,
    /// What the page is about, in front of the service's name.
    pub(crate) about: Option<String>,
    pub(crate) description: String,
    /// The public address of the page.
    pub(crate) canonical: Option<String>,
    /// The catalog that the page belongs to, unless it is about all.
    pub(crate) volume: Option<&'a Volume>,
    /// The same in other formats: media types and links.
    pub(crate) twins: Vec<(&'static str, String)>,
}

impl<'a> Page<'a> {
    /// A page about a catalog, or about all.
    pub(crate) fn new(book: &'a Book, volume: Option<&'a Volume>, links: Links) -> Self {
        let only = match &book.volumes[..] {
            [only] => Some(only),
            _ => None,
        };
        Self {
            book,
            links,
            about: None,
            description: String::new(),
            canonical: None,
            volume: volume.or(only),
            twins: Vec::new(),
        }
    }

    /// Says what the page is about, and where it is: its address below the root.
    pub(crate) fn about(
        mut self,
        about: Option<String>,
        description: String,
        address: &str,
    ) -> Self {
        self.about = about;
        self.description = description;
        self.canonical = match self.volume {
            Some(volume) => volume.public(address),
            None => self.book.public(address),
        };
        self
    }

    pub(crate) fn service(&self) -> &str {
        self.book.settings.shown_title()
    }

    pub(crate) fn title(&self) -> String {
        let errors = errors_of(self.service());
        match &self.about {
            Some(about) => format!("{about} · {errors}"),
            None => errors,
        }
    }

    /// Whether the name of the reference needs a word of what it lists.
    pub(crate) fn says_errors(&self) -> bool {
        !speaks_of_errors(self.service())
    }

    pub(crate) fn language(&self) -> &'static str {
        self.volume.map_or("en", Volume::language)
    }

    pub(crate) fn direction(&self) -> &'static str {
        let language = self.language().split('-').next().unwrap_or_default();
        let is_known = RIGHT_TO_LEFT
            .iter()
            .any(|known| known.eq_ignore_ascii_case(language));
        if is_known { "rtl" } else { "ltr" }
    }

    pub(crate) fn is_hidden(&self) -> bool {
        self.book.settings.is_hidden
    }

    pub(crate) fn is_for_operators(&self) -> bool {
        self.book.settings.is_for_operators
    }

    pub(crate) fn version(&self) -> Option<&str> {
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
        self.links.to(logo.map_or("icon.svg", |logo| logo.file))
    }

    pub(crate) fn logo(&self) -> Option<String> {
        let logo = self.book.settings.logo.as_ref();
        logo.map(|logo| self.links.to(logo.file))
    }

    /// The parts of the reference that a reader can go to: titles and links.
    pub(crate) fn parts(&self) -> Vec<(&'static str, String)> {
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
        parts
    }
}

/// What a list is called: a name that speaks of errors already is enough.
pub(crate) fn errors_of(name: &str) -> String {
    match speaks_of_errors(name) {
        true => name.to_owned(),
        false => format!("{name} errors"),
    }
}

fn speaks_of_errors(name: &str) -> bool {
    let name = name.trim_end().to_lowercase();
    name.ends_with("errors") || name.ends_with("error codes")
}
