//! The languages that a site is written in.

mod autonym;
mod direction;

use std::sync::Arc;

use manila::translate::{Locale, Translate};

pub(crate) use self::autonym::autonym;
pub(crate) use self::direction::{Direction, direction};

/// The longest tag that is a folder's name. RFC 5646 §4.4.1 has 35 characters for any that is in use.
const LONGEST_TAG: usize = 63;

/// The languages of a site, the source's first. Without translations there is no list: the one language is the
/// catalog's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Languages {
    translations: Option<Arc<dyn Translate>>,
    list: Vec<Language>,
}

/// A language of a site.
#[derive(Debug, Clone)]
pub(crate) struct Language {
    pub(crate) locale: Locale,
    /// Its tag (RFC 5646).
    pub(crate) tag: String,
    /// The folder of its pages, below that of their catalog. No code and no operation has its sign.
    pub(crate) folder: String,
}

impl Languages {
    /// The languages of translations. One whose tag is none, or another's, is left out; the source's is called
    /// `source` then.
    pub(crate) fn new(translations: Option<Arc<dyn Translate>>, source: &str) -> Self {
        let mut languages = Self::default();
        let Some(translations) = translations else {
            return languages;
        };
        for locale in (0..=u16::MAX).map(Locale::new) {
            let Some(tag) = translations.tag(locale) else {
                break;
            };
            if languages.is_free(tag) {
                languages.add(locale, tag);
            } else if locale == Locale::SOURCE {
                languages.add(locale, source);
            }
        }
        if languages.list.is_empty() {
            languages.add(Locale::SOURCE, source);
        }
        languages.translations = Some(translations);
        languages
    }

    fn is_free(&self, tag: &str) -> bool {
        let is_tag = |tag: &str| {
            let mut subtags = tag.split('-');
            tag.len() <= LONGEST_TAG
                && subtags.all(|subtag| {
                    !subtag.is_empty() && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
                })
        };
        let mut known = self.list.iter();
        is_tag(tag) && !known.any(|known| known.tag.eq_ignore_ascii_case(tag))
    }

    fn add(&mut self, locale: Locale, tag: &str) {
        self.list.push(Language {
            locale,
            tag: tag.to_owned(),
            folder: format!("@{tag}/"),
        });
    }

    pub(crate) fn translations(&self) -> Option<&dyn Translate> {
        self.translations.as_deref()
    }

    /// The languages, where there are translations.
    pub(crate) fn list(&self) -> &[Language] {
        &self.list
    }

    /// The language at a place, where there are translations.
    pub(crate) fn get(&self, place: usize) -> Option<&Language> {
        self.list.get(place)
    }

    /// Whether a reader can choose.
    pub(crate) fn are_several(&self) -> bool {
        self.list.len() > 1
    }

    /// The place of the language that a request gets, by its value of `accept-language`: the source's, where
    /// nothing else fits.
    pub(crate) fn negotiate(&self, accept_language: Option<&str>) -> usize {
        let Some(translations) = &self.translations else {
            return 0;
        };
        let mut values = accept_language.map(str::as_bytes).into_iter();
        let locale = translations.negotiate(&mut values);
        let mut known = self.list.iter();
        known
            .position(|known| known.locale == locale)
            .unwrap_or_default()
    }
}

/// Whether a text of this language needs no mark on a page of that one: `en` stands in `en-GB`.
pub(crate) fn stands_in(text: &str, page: &str) -> bool {
    let start = page.get(..text.len());
    let is_start = start.is_some_and(|start| start.eq_ignore_ascii_case(text));
    is_start && matches!(page.as_bytes().get(text.len()), None | Some(b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_in_a_page_of_its_language() {
        for (text, page, expected) in [
            ("en", "en", true),
            ("EN", "en-GB", true),
            ("en", "enm", false),
            ("en-GB", "en", false),
            ("es", "en", false),
            ("en", "", false),
            ("en", "é", false),
        ] {
            assert_eq!(stands_in(text, page), expected, "{text} in {page}");
        }
    }
}
