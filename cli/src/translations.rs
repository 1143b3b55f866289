//! The translations of a catalog: files beside it, `i18n/LOCALE/NAME.ftl`.

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use manila_catalog_file::{
    Catalog, CatalogPath, Diagnostic, OWN_SENTENCES, Source, TranslationRule, examine_translation,
    nearest,
};
use manila_catalogs::TRANSLATIONS;

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

/// Reads the translations in a folder, by language, and tells what cannot be read of it.
pub(crate) fn read(folder: &Path, catalog: &Catalog) -> (Vec<Translation>, Vec<Failure>) {
    let (mut translations, mut failures) = (Vec::new(), Vec::new());
    let locales = match locales_in(folder) {
        Ok(locales) => locales,
        Err(failure) => return (translations, vec![failure]),
    };
    for locale in locales {
        let mut names = vec![&*catalog.name];
        if catalog.name != OWN_SENTENCES {
            names.push(OWN_SENTENCES);
        }
        for name in names {
            match read_file(&file_of(folder, &locale, name)) {
                Ok(Some(input)) => translations.push(Translation {
                    locale: locale.clone(),
                    name: name.to_owned(),
                    input,
                }),
                Ok(None) => {}
                Err(failure) => failures.push(failure),
            }
        }
    }
    (translations, failures)
}

/// Reads a file, if there is one of this name. A folder, a pipe or a link to nothing is no file.
fn read_file(path: &Path) -> Result<Option<Input>, Failure> {
    let Ok(found) = path.symlink_metadata() else {
        return Ok(None);
    };
    let named = path.to_string_lossy();
    let cannot =
        |why: &dyn std::fmt::Display| Failure(format!("cannot read {}: {why}", shown(&named)));
    let found = match found.is_symlink() {
        true => path.metadata().map_err(|error| cannot(&error))?,
        false => found,
    };
    if !found.is_file() {
        return Err(cannot(&"it is not a file"));
    }
    Input::translation(&named).map(Some)
}

/// Reads the translations of a catalog: those in a folder that is named, those beside its file, or those that the
/// command contains with a published catalog.
pub(crate) fn of_catalog(
    input: &Input,
    catalog: &Catalog,
    named: Option<&Path>,
) -> Result<Vec<Translation>, Failure> {
    match folder_of(input, named) {
        Some(folder) => {
            let (translations, failures) = read(&folder, catalog);
            failures.into_iter().next().map_or(Ok(translations), Err)
        }
        None if input.is_published => Ok(published(&catalog.name)),
        None => Ok(Vec::new()),
    }
}

/// The translations of a published catalog.
fn published(catalog: &str) -> Vec<Translation> {
    let known = TRANSLATIONS.iter();
    let own = known.filter(|(name, ..)| *name == catalog || *name == OWN_SENTENCES);
    own.map(|(name, locale, text)| Translation {
        locale: (*locale).to_owned(),
        name: (*name).to_owned(),
        input: Input::contained(format!("{FOLDER}/{locale}/{name}.ftl"), text),
    })
    .collect()
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

/// The names of the Fluent files in a folder, without their endings.
fn files_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let names = names.filter_map(|name| Some(name.strip_suffix(".ftl")?.to_owned()));
    names.filter(|name| name != OWN_SENTENCES).collect()
}

/// Returns everything that is wrong with a translation of a catalog, and advice on it.
pub(crate) fn findings(translation: &Translation, catalog: &Catalog) -> Vec<Diagnostic> {
    let Translation {
        locale,
        name,
        input,
    } = translation;
    let mut found = examine_translation(catalog, locale, name, &input.text);
    if *name == catalog.name {
        found.splice(0..0, unlisted(locale, catalog, &input.text));
    }
    found
}

/// What is wrong with the folder that a translation is in.
fn unlisted(locale: &str, catalog: &Catalog, text: &str) -> Option<Diagnostic> {
    let listed = &catalog.locales;
    if listed.iter().any(|it| it.eq_ignore_ascii_case(locale)) {
        return None;
    }
    let message = format!("`{locale}` is not one of the catalog's `locales`");
    let mut found = TranslationRule::UnlistedLocale.in_text(text, 0..0, &message);
    let as_tag = locale.replace('_', "-");
    let help = if as_tag == locale {
        let near = nearest(locale, listed.iter().map(|it| &**it));
        near.map(|near| format!("did you mean `{near}`?"))
    } else {
        Some(format!("a language tag has hyphens: `{as_tag}`"))
    };
    found.help = help.map(|help| shown(&help));
    Some(found)
}

/// Tells languages that have two folders, which differ in case alone: on some disks these are one, and a
/// service may read either.
pub(crate) fn doubled(translations: &[Translation]) -> Vec<(usize, Diagnostic)> {
    let mut first: HashMap<_, &str> = HashMap::new();
    let mut doubled = Vec::new();
    for (at, translation) in translations.iter().enumerate() {
        let Translation {
            locale,
            name,
            input,
        } = translation;
        let other = *first
            .entry((locale.to_ascii_lowercase(), name))
            .or_insert(locale);
        if other != locale {
            let message = format!("the folders `{other}` and `{locale}` are of one language");
            let found = TranslationRule::UnlistedLocale.in_text(&input.text, 0..0, &message);
            doubled.push((at, found));
        }
    }
    doubled
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
        let mut found = TranslationRule::MissingFile.in_text(&input.text, span, &message);
        let others = files_in(&folder.join(locale));
        let near = nearest(&catalog.name, others.iter().map(|it| &**it));
        found.help = near.map(|near| {
            shown(&format!(
                "there is {near}.ftl; a file is called as its catalog"
            ))
        });
        found
    });
    missing.collect()
}
