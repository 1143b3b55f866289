//! Which resources a site has, and where.

use crate::book::Book;
use crate::content::Content;
use crate::volume::Volume;

/// A resource, and its address below the root.
#[derive(Debug)]
pub(crate) struct Route {
    pub(crate) address: String,
    pub(crate) content: Content,
    /// The same as Markdown and as JSON, by the places of their routes.
    pub(crate) twins: Option<Twins>,
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

impl Routes {
    pub(crate) fn of(book: &Book) -> Self {
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
        });
        self.0.len() - 1
    }
}
