//! `manila export` of texts in a language: a catalog's, or Manila's own sentences.

mod fluent;
mod icu;
mod known;
mod texts;
mod xliff;

use manila_catalog_file::{OWN_SENTENCES, read_translation};

use self::known::Known;
use self::texts::Texts;
use crate::args::{Export, ExportFormat};
use crate::catalogs::faultless;
use crate::input::Input;
use crate::outcome::Failure;
use crate::report;
use crate::translations::{file_of, folder_of};

pub(super) fn text(args: &Export) -> Result<String, Failure> {
    let input = Input::open(&args.catalog)?;
    let catalog = faultless(&input)?.into_catalog();
    let locale = args.locale.as_deref().unwrap_or_default();
    let folder = folder_of(&input, args.translations.as_deref());
    let name = match args.own_sentences {
        true => OWN_SENTENCES,
        false => &catalog.name,
    };
    let file = folder.map(|folder| file_of(&folder, locale, name));
    let known = match file.filter(|file| file.exists()) {
        Some(file) => faultless_translation(&file.to_string_lossy())?,
        None => String::new(),
    };
    let known = Known::read(&known);
    let texts = match args.own_sentences {
        true => Texts::own(locale, known),
        false => Texts::of_catalog(&catalog, locale, known),
    };
    match args.format {
        ExportFormat::Xliff => xliff::text(&texts),
        ExportFormat::MessagesJson => icu::text(&texts),
        _ => Ok(fluent::text(&texts)),
    }
}

/// The text of a translation whose messages can be taken over.
fn faultless_translation(path: &str) -> Result<String, Failure> {
    let input = Input::translation(path)?;
    let mistakes = read_translation(&input.text);
    if mistakes.is_empty() {
        return Ok(input.text);
    }
    let shown = report::text(&input, &mistakes);
    let name = input.shown_name();
    Err(Failure(format!(
        "{name} cannot be used\n\n{}",
        shown.trim_end()
    )))
}
