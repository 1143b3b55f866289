//! The translations of a catalog: files beside it, `i18n/LOCALE/NAME.ftl`.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use manila_catalog_file::{
    Catalog, CatalogPath, Diagnostic, OWN_SENTENCES, Source, TranslationRule, examine_translation,
};

use crate::input::{Format, Input};
use crate::outcome::Failure;
use crate::shown::shown;

/// The folder of translations beside a catalog.
const FOLDER: &str = "i18n";

/// A translation.
pub(crate) struct Translation {
    pub(crate) locale: String,
    /// What the file is called without its ending: the catalog's name, or [`OWN_SENTENCES`].
    pub(crate) name: String,
    pub(crate) input: Input,
}

/// The folder that the translations of a catalog are in: the one that is named, or the one beside the
/// catalog's file.
pub(crate) fn folder_of(catalog: &Input, named: Option<&Path>) -> Option<PathBuf> {
    let beside = || Some(catalog.folder.as_ref()?.join(FOLDER));
    named.map(Path::to_owned).or_else(beside)
}

/// Reads the translations in a folder, by language.
pub(crate) fn read(folder: &Path, catalog: &Catalog) -> Result<Vec<Translation>, Failure> {
    let mut translations = Vec::new();
    for locale in locales_in(folder)? {
        let mut names = vec![&*catalog.name];
        if catalog.name != OWN_SENTENCES {
            names.push(OWN_SENTENCES);
        }
        for name in names {
            let path = file_of(folder, &locale, name);
            if path.is_file() {
                translations.push(Translation {
                    locale: locale.clone(),
                    name: name.to_owned(),
                    input: Input::translation(&path.to_string_lossy())?,
                });
            }
        }
    }
    Ok(translations)
}

/// The file of a translation.
pub(crate) fn file_of(folder: &Path, locale: &str, name: &str) -> PathBuf {
    folder.join(locale).join(format!("{name}.ftl"))
}

/// The names of the folders in a folder, in order.
fn locales_in(folder: &Path) -> Result<Vec<String>, Failure> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => {
            let folder = shown(&folder.to_string_lossy());
            return Err(Failure(format!("cannot read {folder}: {error}")));
        }
    };
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let names = folders.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<_> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort_unstable();
    Ok(names)
}

/// Returns everything that is wrong with a translation of a catalog, and advice on it.
pub(crate) fn findings(translation: &Translation, catalog: &Catalog) -> Vec<Diagnostic> {
    let Translation {
        locale,
        name,
        input,
    } = translation;
    let mut found = examine_translation(catalog, locale, name, &input.text);
    let is_listed = catalog
        .locales
        .iter()
        .any(|it| it.eq_ignore_ascii_case(locale));
    if !is_listed && *name == catalog.name {
        let message = format!("`{locale}` is not one of the catalog's `locales`");
        found.insert(
            0,
            TranslationRule::UnlistedLocale.in_text(&input.text, 0..0, &message),
        );
    }
    found
}

/// Returns which languages of a catalog have no file. An export may be kept where no translations are.
pub(crate) fn missing(
    source: &Source,
    input: &Input,
    folder: &Path,
    translations: &[Translation],
) -> Vec<Diagnostic> {
    if input.format == Format::Json && !folder.is_dir() {
        return Vec::new();
    }
    let catalog = source.catalog();
    let there = translations.iter().filter(|it| it.name == catalog.name);
    let there: HashSet<_> = there.map(|it| it.locale.to_lowercase()).collect();
    let locales = catalog.locales.iter().enumerate().skip(1);
    let missing = locales.filter(|(_, locale)| !there.contains(&locale.to_lowercase()));
    let missing = missing.map(|(at, locale)| {
        let file = file_of(folder, locale, &catalog.name);
        let message = format!("there is no {}", file.to_string_lossy().replace('\\', "/"));
        let span = source.span(CatalogPath::Locale(at));
        TranslationRule::MissingFile.in_text(&input.text, span, &message)
    });
    missing.collect()
}
