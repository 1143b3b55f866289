//! A code, as pages show it.

use manila::{Catalog, Code, Condition};
use manila_catalog_file::address_of;

/// A code of a volume, and where it is.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) code: &'static Code,
    /// The code as clients read it.
    pub(crate) wire: String,
    /// Its address below the root of the site.
    pub(crate) address: String,
    /// What else leads to it, as an address below the root of the site.
    pub(crate) alias: Option<String>,
    /// The section that it stands in, by its place in the volume.
    pub(crate) section: usize,
    /// The operations that the catalog names for it, by their places in the volume.
    pub(crate) operations: Vec<usize>,
    /// Every operation and group that it can come from.
    pub(crate) reached: Vec<usize>,
}

impl Entry {
    pub(crate) fn new(code: &'static Code, folder: &str, section: usize) -> Self {
        let wire = code.wire_code().to_text().into_owned();
        let number = code.number().map(|number| number.to_string());
        let mut others = [Some(code.name().to_owned()), number].into_iter().flatten();
        let alias = others.find(|other| *other != wire);
        Self {
            code,
            address: format!("{folder}{}", address_of(&wire)),
            alias: alias.map(|alias| format!("{folder}{}", address_of(&alias))),
            wire,
            section,
            operations: Vec::new(),
            reached: Vec::new(),
        }
    }

    pub(crate) fn file(&self, ending: &str) -> String {
        format!("{}.{ending}", self.address)
    }

    /// What the framework refuses by itself, and answers with this code.
    pub(crate) fn conditions(&self, catalog: &'static Catalog) -> Vec<&'static str> {
        let conditions = Condition::ALL.iter().copied();
        let own = conditions.filter(|condition| self.is(catalog.condition(*condition)));
        own.map(Condition::as_str).collect()
    }

    /// The rules of validators whose violations have this code.
    pub(crate) fn rules(&self, catalog: &'static Catalog) -> Vec<&'static str> {
        let own = catalog.rules().filter(|(_, code)| self.is(Some(code)));
        own.map(|(rule, _)| rule).collect()
    }

    fn is(&self, code: Option<&'static Code>) -> bool {
        code.is_some_and(|code| std::ptr::eq(code, self.code))
    }
}
