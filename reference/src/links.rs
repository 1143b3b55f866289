//! Links from one resource of a site to another: relative, so that the site can be anywhere.

/// How the resources of a site are reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// As files, whose pages are `index.html` in a folder each.
    Files,
    /// At their addresses, from a program.
    Served,
}

/// Which of the pages in several languages others lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shelf<'a> {
    /// The folder of a language, `@es/`; empty for the pages at the addresses of the catalog's own language.
    pub(crate) folder: &'a str,
    /// Whether pages are in folders of their catalogs, which that of the language is in.
    pub(crate) has_volumes: bool,
}

impl Shelf<'_> {
    /// Where the page of an address is: `@es/PLAN_LIMIT`, or `vibehost/@es/PLAN_LIMIT`.
    pub(crate) fn address(self, address: &str) -> String {
        let volume = address.find('/').filter(|_| self.has_volumes);
        let (volume, rest) = address.split_at(volume.map_or(0, |slash| slash + 1));
        format!("{volume}{}{rest}", self.folder)
    }
}

/// The links of one resource.
#[derive(Debug, Clone)]
pub(crate) struct Links<'a> {
    form: Form,
    /// The way from the resource to the root of the site.
    up: String,
    shelf: Shelf<'a>,
}

impl<'a> Links<'a> {
    /// The links of the resource at this address below the root (`PLAN_LIMIT`, `operations/`, `llms.txt`), to
    /// the pages of a shelf.
    pub(crate) fn from(address: &str, form: Form, shelf: Shelf<'a>) -> Self {
        let path = match form {
            Form::Files => &*file_of(address),
            Form::Served => address,
        };
        let up = "../".repeat(path.matches('/').count());
        Self { form, up, shelf }
    }

    pub(crate) const fn form(&self) -> Form {
        self.form
    }

    /// The link to the page of an address.
    pub(crate) fn to(&self, address: impl AsRef<str>) -> String {
        self.shared(self.shelf.address(address.as_ref()))
    }

    /// The link to the page of an address in another language, by the folder of that.
    pub(crate) fn to_folder(&self, folder: &str, address: &str) -> String {
        let shelf = Shelf {
            folder,
            ..self.shelf
        };
        self.shared(shelf.address(address))
    }

    /// The link to what is at an address, and the same in each language.
    pub(crate) fn shared(&self, address: impl AsRef<str>) -> String {
        let address = address.as_ref();
        let path = match self.form {
            Form::Files => &*file_of(address),
            Form::Served => address,
        };
        match format!("{}{path}", self.up) {
            // The folder that the resource is in.
            empty if empty.is_empty() => "./".to_owned(),
            link => link,
        }
    }
}

/// The path of the file for an address: pages are folders, whose names have no ending.
pub(crate) fn file_of(address: &str) -> String {
    let folder = address.strip_suffix('/');
    match folder.unwrap_or(address) {
        "" => "index.html".to_owned(),
        page if folder.is_some() || !is_file(page) => format!("{page}/index.html"),
        file => file.to_owned(),
    }
}

/// Whether an address is that of a file: its last segment has an ending.
fn is_file(address: &str) -> bool {
    let segment = address.rsplit('/').next();
    segment.is_some_and(|segment| segment.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_to_where_the_page_is() {
        for (from, to, file, served) in [
            ("", "A", "A/index.html", "A"),
            ("", "", "index.html", "./"),
            ("A", "B", "../B/index.html", "B"),
            ("A", "", "../index.html", "./"),
            ("A", "style.css", "../style.css", "style.css"),
            ("operations/", "A", "../A/index.html", "../A"),
            (
                "operations/get-a",
                "operations/",
                "../../operations/index.html",
                "../operations/",
            ),
            ("v1.2/", "v1.2/A", "../v1.2/A/index.html", "../v1.2/A"),
            ("A.md", "B.md", "B.md", "B.md"),
        ] {
            let shelf = Shelf {
                folder: "",
                has_volumes: false,
            };
            let link = |form| Links::from(from, form, shelf).to(to);
            assert_eq!(link(Form::Files), file, "{from} → {to}");
            assert_eq!(link(Form::Served), served, "{from} → {to}");
        }
    }

    #[test]
    fn the_folder_of_a_language_is_in_that_of_its_catalog() {
        for (has_volumes, address, expected) in [
            (false, "", "@es/"),
            (false, "A", "@es/A"),
            (false, "operations/get-a", "@es/operations/get-a"),
            (true, "", "@es/"),
            (true, "llms.txt", "@es/llms.txt"),
            (true, "shop/", "shop/@es/"),
            (true, "shop/A.md", "shop/@es/A.md"),
            (true, "shop/operations/", "shop/@es/operations/"),
        ] {
            let shelf = Shelf {
                folder: "@es/",
                has_volumes,
            };
            assert_eq!(shelf.address(address), expected);
        }
    }
}
