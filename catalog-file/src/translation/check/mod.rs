//! What is wrong with a translation.

mod brands;
mod completeness;
mod context;
mod markup;
mod names;
mod placeholders;
mod plurals;
mod references;
mod report;
mod terms;
mod texts;

use self::context::Context;
use self::report::Report;
use super::source::messages_of;
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
///     "i18n/es/plans.ftl:1:31: `limite` is no detail of code `plan_limit` [unknown-detail]\n  \
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
    terms::judge(file, &mut report);
}
