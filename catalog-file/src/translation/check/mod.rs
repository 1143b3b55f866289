//! What is wrong with a translation.

mod brands;
mod completeness;
mod markup;
mod names;
mod placeholders;
mod plurals;
mod references;
mod report;
mod texts;

use std::collections::HashMap;

use fluent_syntax::ast::{Message, Pattern};

use self::report::Report;
use super::source::{SourceMessage, SourceText, messages_of};
use super::syntax::File;
use crate::diagnostic::{Mistake, locate};
use crate::{Catalog, Diagnostic};

/// Returns what keeps messages of a Fluent file from being formatted, in the order of the file.
///
/// ```
/// use manila_catalog_file::read_translation;
///
/// assert_eq!(read_translation("plan_limit = El plan llegó a su límite.\n"), []);
///
/// let found = read_translation("plan_limit = Hasta { $limit\n");
/// assert_eq!((found[0].rule, found[0].line), ("malformed-fluent", 2));
/// ```
#[must_use]
pub fn read_translation(text: &str) -> Vec<Diagnostic> {
    let (file, mut mistakes) = File::read(text);
    judge_alone(&file, &mut mistakes);
    locate(text, mistakes)
}

/// Returns everything that is wrong with a translation of a catalog, and advice on it, in the order of the
/// file. `name` is the file's without its ending: the catalog's, or [`OWN_SENTENCES`](crate::OWN_SENTENCES).
///
/// ```
/// use manila_catalog_file::{examine_translation, read};
///
/// let source = read(
///     "[catalog]\nname = 'plans'\ncase = 'snake_case'\nlocales = ['en', 'es']\n\
///      [codes.plan_limit]\nstatus = 402\nmessage = 'The plan has { $limit } apps.'\n\
///      details = { limit = { type = 'integer' } }",
/// )
/// .unwrap();
/// let text = "plan_limit = El plan tiene { $limite } aplicaciones.\n";
/// let found = examine_translation(source.catalog(), "es", "plans", text);
/// assert_eq!(
///     found[0].with_file("i18n/es/plans.ftl").to_string(),
///     "i18n/es/plans.ftl:1:33: `limite` is no detail of code `plan_limit` [unknown-detail]\n  \
///      help: did you mean `limit`?",
/// );
/// ```
#[must_use]
pub fn examine_translation(
    catalog: &Catalog,
    locale: &str,
    name: &str,
    text: &str,
) -> Vec<Diagnostic> {
    let (file, mut mistakes) = File::read(text);
    judge_alone(&file, &mut mistakes);
    let sources = messages_of(catalog, name);
    let context = Context::new(catalog, locale, &file, &sources);
    let mut report = Report::new(&file, &mut mistakes);
    names::judge(&context, &mut report);
    placeholders::judge(&context, &mut report);
    texts::judge(&context, &mut report);
    markup::judge(&context, &mut report);
    plurals::judge(&context, &mut report);
    brands::judge(&context, &mut report);
    completeness::judge(&context, &mut report);
    locate(text, mistakes)
}

/// Judges what can be judged without knowing what is translated.
fn judge_alone(file: &File<'_>, mistakes: &mut Vec<Mistake>) {
    let mut report = Report::new(file, mistakes);
    names::judge_duplicates(file, &mut report);
    references::judge(file, &mut report);
}

/// A translation beside its source.
struct Context<'c, 'f, 't> {
    catalog: &'c Catalog,
    locale: &'c str,
    file: &'f File<'t>,
    sources: &'f [SourceMessage<'c>],
    by_id: HashMap<&'f str, &'f SourceMessage<'c>>,
}

/// A text of the translation, and what it translates.
struct Pair<'f, 'c, 't> {
    source: &'f SourceText<'c>,
    pattern: &'f Pattern<&'t str>,
    message: &'f Message<&'t str>,
    /// Whether it is a sentence that is sent.
    is_sentence: bool,
    code: Option<&'c str>,
}

impl<'c, 'f, 't> Context<'c, 'f, 't> {
    fn new(
        catalog: &'c Catalog,
        locale: &'c str,
        file: &'f File<'t>,
        sources: &'f [SourceMessage<'c>],
    ) -> Self {
        let by_id = sources.iter().map(|source| (&*source.id, source));
        Self {
            catalog,
            locale,
            file,
            sources,
            by_id: by_id.collect(),
        }
    }

    /// Every message that has a source.
    fn messages(
        &self,
    ) -> impl Iterator<Item = (&'f SourceMessage<'c>, &'f Message<&'t str>)> + use<'_, 'c, 'f, 't>
    {
        let messages = self.file.messages();
        messages.filter_map(|message| Some((*self.by_id.get(message.id.name)?, message)))
    }

    /// Every text that has a source.
    fn pairs(&self) -> impl Iterator<Item = Pair<'f, 'c, 't>> + use<'_, 'c, 'f, 't> {
        self.messages().flat_map(|(source, message)| {
            let value = source.value.as_ref().zip(message.value.as_ref());
            let value = value.map(|(text, pattern)| (text, pattern, true));
            let attributes = message.attributes.iter().filter_map(|attribute| {
                let text = source.attribute(attribute.id.name)?;
                // The sentence about a status of HTTP is an attribute, as its name is the value.
                Some((text, &attribute.value, attribute.id.name == "message"))
            });
            value
                .into_iter()
                .chain(attributes)
                .map(|(text, pattern, is_sentence)| Pair {
                    source: text,
                    pattern,
                    message,
                    is_sentence,
                    code: source.code,
                })
        })
    }
}
