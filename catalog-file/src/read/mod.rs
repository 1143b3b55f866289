//! From the text of a file to a catalog.

mod catalog;
mod code;
mod damage;
mod depth;
mod fields;
mod json;
mod log;
mod value;

use std::mem;

use toml::de::DeTable;

use self::{
    damage::Damage,
    log::{Log, Rules},
};
use crate::{
    Catalog, Diagnostic, Source, check,
    diagnostic::{MOST, Mistake, boundary, locate},
    lint,
};

/// Reads the text of a catalog file.
///
/// ```
/// let source = manila_catalog_file::read(
///     r#"
///     [catalog]
///     name = "plans"
///     case = "SCREAMING_SNAKE_CASE"
///
///     [codes.PLAN_LIMIT_EXCEEDED]
///     status = 402
///     "#,
/// )
/// .unwrap();
/// assert_eq!(source.catalog().codes[0].statuses, [402]);
/// ```
///
/// # Errors
///
/// Every mistake of the file, in its order: of the syntax, of the format, and what
/// [`check`](crate::check()) finds. Where the syntax is broken, the rest of that table is not judged,
/// nor is what takes the whole file to judge.
pub fn read(text: &str) -> Result<Source, Vec<Diagnostic>> {
    let (source, mistakes) = recover(text);
    if mistakes.is_empty() {
        Ok(source)
    } else {
        Err(mistakes)
    }
}

/// Reads what can be read of a catalog file, and returns it with every mistake in the file.
///
/// If there is a mistake, the catalog must not be used. It is for macros, which have to expand to
/// something so that their users see the mistake and not a hundred consequences of it.
///
/// ```
/// use manila_catalog_file::recover;
///
/// let (source, mistakes) = recover("[catalog]\nname = 'plans'\ncase = 'snake'\n[codes.a]\nstatus = 400");
/// assert_eq!(mistakes[0].message, "unknown value `snake` for `case`");
/// assert_eq!(source.catalog().codes[0].name, "a");
/// ```
#[must_use]
pub fn recover(text: &str) -> (Source, Vec<Diagnostic>) {
    read_with(text, &[check])
}

/// Returns everything there is to say about a catalog file, in its order: every mistake, as
/// [`read`] finds them, and the advice of [`lint`] about the rest.
///
/// ```
/// use manila_catalog_file::examine;
///
/// let found = examine(
///     "[catalog]\nname = 'plans'\ncase = 'snake_case'\n[codes.plan_limit]\nstatus = 200",
/// );
/// let rules: Vec<_> = found.iter().map(|found| found.rule).collect();
/// assert_eq!(rules, ["no-message", "status-range"]);
/// ```
#[must_use]
pub fn examine(text: &str) -> Vec<Diagnostic> {
    read_with(text, &[check, lint]).1
}

fn read_with(text: &str, rules: &[Rules]) -> (Source, Vec<Diagnostic>) {
    for part in first_parts(text) {
        let read = read_part(part, None);
        if read.1.len() > MOST {
            return read;
        }
    }
    read_part(text, Some(rules))
}

/// Longer and longer beginnings of a long text. What has more mistakes than are told is read no
/// further, as a million of them take minutes and gigabytes to find. A beginning without mistakes is
/// read again with what follows it, which is why each is so much longer than the one before.
fn first_parts(text: &str) -> impl Iterator<Item = &str> {
    const FIRST: usize = 256 * 1024;
    let ends = std::iter::successors(Some(FIRST), |end| end.checked_mul(16));
    ends.map_while(|end| {
        let part = text
            .get(..boundary(text, end))
            .filter(|part| part.len() < text.len())?;
        part.rfind('\n').map(|newline| &part[..=newline])
    })
}

/// Reads a text, or the beginning of one, which the rules are not for.
fn read_part(text: &str, rules: Option<&[Rules]>) -> (Source, Vec<Diagnostic>) {
    let mut log = Log::default();
    let unread = json::begins_as_json(text).or_else(|| depth::too_deep(text));
    let (catalog, mistakes) = match unread {
        Some(mistake) => (catalog::empty(), vec![mistake]),
        None => parse(text, rules, &mut log),
    };
    let source = Source::new(text, catalog, log.spans);
    (source, locate(text, mistakes))
}

fn parse(text: &str, rules: Option<&[Rules]>, log: &mut Log) -> (Catalog, Vec<Mistake>) {
    let (tree, errors) = DeTable::parse_recoverable(text);
    let damage = Damage::of(text, tree.get_ref(), &errors);
    let catalog = catalog::read(log, tree.get_ref());
    if let Some(rules) = rules
        && damage.spares_everything()
    {
        catalog::require(log, &catalog);
        for rules in rules {
            log.judge(&catalog, *rules);
        }
    }
    let mut mistakes = mem::take(&mut log.mistakes);
    mistakes.retain(|mistake| damage.spares(mistake.span.start));
    mistakes.extend(damage.mistakes);
    (catalog, mistakes)
}
