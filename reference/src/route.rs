//! Which resources a site has, and where.

use std::collections::HashMap;

use crate::book::Book;
use crate::content::{Content, Edition};
use crate::links::Form;
use crate::volume::Volume;

/// A resource, and its address below the root.
#[derive(Debug)]
pub(crate) struct Route {
    pub(crate) address: String,
    pub(crate) content: Content,
    /// The same as Markdown and as JSON, by the places of their routes.
    pub(crate) twins: Option<Twins>,
    /// The place of its language.
    pub(crate) language: usize,
    reach: Reach,
    /// The places of what is answered at this address to readers of each language, where that is chosen by
    /// `accept-language`.
    pub(crate) in_languages: Vec<usize>,
}

/// How a resource is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// At its address, which is that of a file too.
    Address,
    /// At its address, from a program alone: as a file it is another one's copy.
    Served,
    /// At an address of the catalog's own language, by readers of this one.
    Negotiated,
}

/// What stands beside a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Twins {
    pub(crate) markdown: usize,
    pub(crate) json: usize,
}

/// Every resource of a site, in a fixed order.
#[derive(Debug, Default)]
pub(crate) struct Routes(pub(crate) Vec<Route>);

impl Route {
    /// Whether a file is written of it.
    pub(crate) fn is_file(&self) -> bool {
        self.reach == Reach::Address
    }

    /// Whether its address leads to it, whatever a request accepts.
    pub(crate) fn is_at_address(&self) -> bool {
        self.reach != Reach::Negotiated
    }

    /// How it is written: pages lead to others that are reached alike.
    pub(crate) fn edition<'a>(&'a self, book: &'a Book, form: Form) -> Edition<'a> {
        Edition {
            form,
            address: &self.address,
            language: self.language,
            folder: self.folder(book),
        }
    }

    /// The folder of the pages that are reached alike.
    pub(crate) fn folder<'a>(&self, book: &'a Book) -> &'a str {
        match self.reach {
            Reach::Negotiated => "",
            Reach::Address => book.folder(self.language),
            Reach::Served => {
                let language = book.languages.get(self.language);
                language.map_or("", |language| &language.folder)
            }
        }
    }
}

impl Routes {
    pub(crate) fn of(book: &Book) -> Self {
        let mut routes = Self::of_source(book);
        if book.languages.are_several() {
            routes.add_languages(book);
        }
        routes
    }

    /// The resources in the catalog's own language, and those that have none.
    fn of_source(book: &Book) -> Self {
        let mut routes = Self::default();
        routes.add("style.css", Content::Style);
        routes.add("script.js", Content::Script);
        routes.add("icon.svg", Content::Icon);
        if let Some(logo) = &book.settings.logo {
            routes.add(logo.file, Content::Logo);
        }
        if book.url().is_some() && !book.settings.is_hidden {
            routes.add("sitemap.xml", Content::Sitemap);
        }
        for (part, (address, _)) in book.settings.contract.iter().enumerate() {
            routes.add(address, Content::Contract(part));
        }
        match &book.volumes[..] {
            [only] => routes.add_volume(0, only, Content::Home, Content::Llms(None)),
            several => {
                routes.add("", Content::Home);
                routes.add("llms.txt", Content::Llms(None));
                for (at, volume) in several.iter().enumerate() {
                    let llms = Content::Llms(Some(at));
                    routes.add_volume(at, volume, Content::Volume(at), llms);
                }
            }
        }
        routes
    }

    fn add_volume(&mut self, at: usize, volume: &Volume, index: Content, llms: Content) {
        let folder = &volume.folder;
        let markdown = self.add(format!("{folder}llms.txt"), llms);
        let json = self.add(volume.data_address(), Content::CatalogData(at));
        let index = self.add(folder.clone(), index);
        self.0[index].twins = Some(Twins { markdown, json });
        if !volume.operations.is_empty() {
            self.add(volume.operations_address(), Content::Operations(at));
        }
        for (place, operation) in volume.operations.iter().enumerate() {
            self.add(&operation.address, Content::Operation(at, place));
        }
        if !volume.steps.is_empty() {
            self.add(volume.changes_address(), Content::Changes(at));
        }
        if volume.has_feed() {
            self.add(format!("{folder}changes.atom"), Content::Feed(at));
        }
        for (place, entry) in volume.entries.iter().enumerate() {
            let markdown = self.add(entry.file("md"), Content::CodeMarkdown(at, place));
            let json = self.add(entry.file("json"), Content::CodeData(at, place));
            let page = self.add(&entry.address, Content::Code(at, place));
            self.0[page].twins = Some(Twins { markdown, json });
            if let Some(alias) = &entry.alias {
                self.add(alias, Content::Moved(at, place));
            }
        }
    }

    fn add(&mut self, address: impl Into<String>, content: Content) -> usize {
        self.0.push(Route {
            address: address.into(),
            content,
            twins: None,
            language: 0,
            reach: Reach::Address,
            in_languages: Vec::new(),
        });
        self.0.len() - 1
    }

    /// Adds every page in the other languages: at addresses of their own, and at those of the catalog's own, for
    /// readers of them. The catalog's own gets other addresses too, for readers who choose it.
    fn add_languages(&mut self, book: &Book) {
        let is_page = |place: &usize| self.0[*place].content.has_languages();
        let pages: Vec<usize> = (0..self.0.len()).filter(is_page).collect();
        for page in &pages {
            self.0[*page].in_languages.push(*page);
        }
        for (language, known) in book.languages.list().iter().enumerate() {
            if language == 0 {
                self.add_copies(book, &pages, language, Reach::Served, &known.folder);
                continue;
            }
            self.add_copies(book, &pages, language, Reach::Address, &known.folder);
            let copies = self.add_copies(book, &pages, language, Reach::Negotiated, "");
            for (page, copy) in pages.iter().zip(copies) {
                self.0[*page].in_languages.push(copy);
            }
        }
    }

    /// Adds pages in a language, in its folder or in none, and returns their places.
    fn add_copies(
        &mut self,
        book: &Book,
        pages: &[usize],
        language: usize,
        reach: Reach,
        folder: &str,
    ) -> Vec<usize> {
        let shelf = book.shelf(folder);
        let first = self.0.len();
        let copies: HashMap<usize, usize> = pages.iter().copied().zip(first..).collect();
        // What is the same in each language is not copied.
        let copy_of = |place| copies.get(&place).copied().unwrap_or(place);
        for page in pages {
            let source = &self.0[*page];
            let route = Route {
                address: shelf.address(&source.address),
                content: source.content,
                twins: source.twins.map(|twins| Twins {
                    markdown: copy_of(twins.markdown),
                    json: copy_of(twins.json),
                }),
                language,
                reach,
                in_languages: Vec::new(),
            };
            self.0.push(route);
        }
        (first..self.0.len()).collect()
    }
}
