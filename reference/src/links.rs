//! Links from one resource of a site to another: relative, so that the site can be anywhere.

/// How the resources of a site are reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// As files, whose pages are `index.html` in a folder each.
    Files,
    /// At their addresses, from a program.
    Served,
}

/// The links of one resource.
#[derive(Debug, Clone)]
pub(crate) struct Links {
    form: Form,
    /// The way from the resource to the root of the site.
    up: String,
}

impl Links {
    /// The links of the resource at this address below the root: `PLAN_LIMIT`, `operations/` or `llms.txt`.
    pub(crate) fn from(address: &str, form: Form) -> Self {
        let path = match form {
            Form::Files => &*file_of(address),
            Form::Served => address,
        };
        let up = "../".repeat(path.matches('/').count());
        Self { form, up }
    }

    /// The link to an address.
    pub(crate) fn to(&self, address: impl AsRef<str>) -> String {
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
            assert_eq!(Links::from(from, Form::Files).to(to), file, "{from} → {to}");
            assert_eq!(
                Links::from(from, Form::Served).to(to),
                served,
                "{from} → {to}"
            );
        }
    }
}
