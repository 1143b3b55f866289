//! The translations of the published catalogs.

use std::sync::{Arc, Mutex, PoisonError};

use manila::translate::Translate;
use manila::{Catalog, Envelopes};
use manila_catalogs::TRANSLATIONS;
use manila_fluent::Translations;

/// The name of the files with the library's own sentences.
const OWN: &str = "manila";

/// What was read already, as a program of tests starts many servers.
static READ: Mutex<Vec<(&str, Arc<dyn Translate>)>> = Mutex::new(Vec::new());

pub(super) fn set(envelopes: Envelopes) -> Envelopes {
    match envelopes.condition_catalog() {
        Some(catalog) => envelopes.shared_translations(of(catalog)),
        None => envelopes,
    }
}

/// The translations of a catalog, with those of the library's own sentences.
pub(super) fn of(catalog: &'static Catalog) -> Arc<dyn Translate> {
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, known)) = read.iter().find(|(name, _)| *name == catalog.name()) {
        return Arc::clone(known);
    }
    let made: Arc<dyn Translate> = Arc::new(build(catalog));
    read.push((catalog.name(), Arc::clone(&made)));
    made
}

fn build(catalog: &'static Catalog) -> Translations {
    let files = TRANSLATIONS.iter();
    let files = files.filter(|(name, ..)| *name == OWN || *name == catalog.name());
    let builder = files.fold(
        Translations::builder(catalog),
        |builder, (_, locale, text)| builder.locale(*locale, [*text]),
    );
    match builder.build() {
        Ok(translations) => translations,
        Err(error) => unreachable!("the tests of the catalogs read these files: {error}"),
    }
}
