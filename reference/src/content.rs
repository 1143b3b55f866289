//! What each resource of a site holds.

use bytes::Bytes;

use crate::book::Book;
use crate::format::Format;
use crate::links::{Form, Links};
use crate::pages;

/// What a resource holds. Numbers are the places of a volume in the book, and of things in the volume.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Content {
    /// The index of every code.
    Home,
    /// The index of one catalog of several.
    Volume(usize),
    Code(usize, usize),
    CodeMarkdown(usize, usize),
    CodeData(usize, usize),
    /// The page that leads from another name of a code to its own.
    Moved(usize, usize),
    Operations(usize),
    Operation(usize, usize),
    Changes(usize),
    Feed(usize),
    CatalogData(usize),
    /// The index for language models, of all catalogs or of one.
    Llms(Option<usize>),
    Style,
    Script,
    Icon,
    Logo,
    Sitemap,
    /// A part of the contract.
    Contract(usize),
}

/// How a resource is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edition<'a> {
    pub(crate) form: Form,
    /// Its address below the root.
    pub(crate) address: &'a str,
    /// Its language, by the place of that.
    pub(crate) language: usize,
    /// The folder of the pages that it leads to.
    pub(crate) folder: &'a str,
}

impl Content {
    pub(crate) fn format(self, book: &Book) -> Format {
        match self {
            Self::Home
            | Self::Volume(_)
            | Self::Code(..)
            | Self::Moved(..)
            | Self::Operations(_)
            | Self::Operation(..)
            | Self::Changes(_) => Format::Html,
            Self::CodeMarkdown(..) => Format::Markdown,
            Self::CodeData(..) | Self::CatalogData(_) | Self::Contract(_) => Format::Json,
            Self::Llms(_) => Format::Text,
            Self::Feed(_) => Format::Atom,
            Self::Style => Format::Css,
            Self::Script => Format::Script,
            Self::Sitemap => Format::Xml,
            Self::Icon => Format::Picture("image/svg+xml"),
            Self::Logo => {
                let logo = book.settings.logo.as_ref();
                Format::Picture(logo.map_or("image/png", |logo| logo.media_type))
            }
        }
    }

    /// Whether it is written in each language.
    pub(crate) const fn has_languages(self) -> bool {
        matches!(
            self,
            Self::Home
                | Self::Volume(_)
                | Self::Code(..)
                | Self::CodeMarkdown(..)
                | Self::Moved(..)
                | Self::Operations(_)
                | Self::Operation(..)
                | Self::Changes(_)
                | Self::Llms(_)
        )
    }

    /// The language of texts that are the same whatever the page's.
    pub(crate) fn own_language(self, book: &Book) -> Option<&'static str> {
        match self {
            Self::CodeData(volume, _) | Self::CatalogData(volume) => {
                Some(book.volumes[volume].language())
            }
            _ => None,
        }
    }

    /// Writes the resource, as it is in this edition.
    pub(crate) fn write(self, book: &Book, edition: Edition<'_>) -> Bytes {
        let shelf = book.shelf(edition.folder);
        let links = Links::from(edition.address, edition.form, shelf);
        let words = book.wording(edition.language);
        let text = match self {
            Self::Home => pages::home(book, links, words),
            Self::Volume(volume) => pages::volume(book, &book.volumes[volume], links, words),
            Self::Code(volume, entry) => {
                pages::code(book, &book.volumes[volume], entry, links, words)
            }
            Self::CodeMarkdown(volume, entry) => {
                pages::code_markdown(book, &book.volumes[volume], entry, &links, words)
            }
            Self::CodeData(volume, entry) => {
                let code = book.volumes[volume].entries[entry].code;
                match book.settings.is_for_operators {
                    true => code.to_json(),
                    false => code.to_public_json(),
                }
            }
            Self::Moved(volume, entry) => {
                pages::moved(book, &book.volumes[volume], entry, links, words)
            }
            Self::Operations(volume) => {
                pages::operations(book, &book.volumes[volume], links, words)
            }
            Self::Operation(volume, operation) => {
                pages::operation(book, &book.volumes[volume], operation, links, words)
            }
            Self::Changes(volume) => pages::changes(book, &book.volumes[volume], links, words),
            Self::Feed(volume) => pages::feed(book, &book.volumes[volume]),
            Self::CatalogData(volume) => catalog_data(book, volume),
            Self::Llms(volume) => pages::llms(book, volume, &links, words),
            Self::Style => pages::style(book),
            Self::Script => include_str!("../assets/script.js").to_owned(),
            Self::Icon => pages::icon(book),
            Self::Logo => {
                let logo = book.settings.logo.as_ref();
                return logo.map(|logo| logo.bytes.clone()).unwrap_or_default();
            }
            Self::Sitemap => pages::sitemap(book),
            Self::Contract(part) => return book.settings.contract[part].1.clone(),
        };
        text.into()
    }
}

fn catalog_data(book: &Book, volume: usize) -> String {
    let mut export = book.volumes[volume].catalog.export().counts();
    if !book.settings.is_for_operators {
        export = export.public();
    }
    if let Some(version) = &book.settings.version {
        export = export.version(version);
    }
    export.to_json()
}
