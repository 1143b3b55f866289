//! What holds for every text that is read as a catalog.

use std::sync::LazyLock;

use manila_catalog_file::{
    Applied, Catalog, CatalogPath, Change, Diagnostic, FactValue, LINTS, Level, Owner, RULES,
    Retry, Scope, Severity, Source, Wire, compare, examine, lint, read, recover,
};
use manila_catalogs::SOURCES;

use super::change::SMALL;
use super::toml::write;

/// Asserts what holds for every text.
///
/// # Panics
///
/// If something does not hold.
pub fn check(text: &str) {
    let (source, mistakes) = recover(text);
    let found = examine(text);
    for diagnostics in [&mistakes, &found] {
        check_places(text, diagnostics);
    }
    assert!(
        mistakes.iter().all(|mistake| found.contains(mistake)),
        "{mistakes:?} in {found:?}"
    );
    check_spans(text, &source);
    match read(text) {
        Ok(read) => {
            assert!(mistakes.is_empty(), "read in spite of {mistakes:?}");
            assert_eq!(
                read.catalog(),
                source.catalog(),
                "what is recovered is what is read"
            );
            check_sound(&source, &found);
        }
        Err(refused) => assert_eq!(refused, mistakes, "what is refused is what is recovered"),
    }
    check_changes(known(source.catalog()), source.catalog());
}

/// Asserts that diagnostics point into the text, in its order, and speak in lines.
fn check_places(text: &str, diagnostics: &[Diagnostic]) {
    assert!(
        diagnostics.is_sorted_by_key(|found| found.span.start),
        "{diagnostics:?}"
    );
    for found in diagnostics {
        assert!(
            text.get(found.span.clone()).is_some(),
            "{found:?} points outside of the text"
        );
        // A byte order mark is no column.
        let before = &text[..found.span.start];
        let before = before.strip_prefix('\u{feff}').unwrap_or(before);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let place = (before.matches('\n').count() + 1, line.chars().count() + 1);
        assert_eq!((found.line, found.column), place, "{found:?}");
        check_line(&found.message);
        check_line(found.help.as_deref().unwrap_or_default());
        let shown = found.with_file("errors.toml").to_string();
        assert!(
            shown.starts_with(&format!("errors.toml:{}:{}: ", place.0, place.1)),
            "{shown}"
        );
    }
}

fn check_line(line: &str) {
    assert!(
        !line.contains(char::is_control),
        "more than one line: {line:?}"
    );
}

/// Asserts that whatever is in a catalog stands somewhere in its text.
fn check_spans(text: &str, source: &Source) {
    let catalog = source.catalog();
    let codes = catalog.codes.iter().enumerate();
    let codes = codes.flat_map(|(at, entry)| {
        let details = (0..entry.details.len()).map(move |detail| CatalogPath::Detail(at, detail));
        details.chain([
            CatalogPath::Code(at),
            CatalogPath::Field(at, "message"),
            CatalogPath::Item(at, "related", 9),
        ])
    });
    for path in codes.chain([
        CatalogPath::Catalog("name"),
        CatalogPath::Condition(usize::MAX),
        CatalogPath::Rule(0),
    ]) {
        assert!(
            text.get(source.span(path)).is_some(),
            "{path:?} stands outside of the text"
        );
    }
}

/// Asserts what holds for a catalog without mistakes.
fn check_sound(source: &Source, found: &[Diagnostic]) {
    let catalog = source.catalog();
    assert_eq!(
        manila_catalog_file::check(catalog),
        [],
        "a mistake that was not found"
    );
    assert!(
        found.iter().all(|found| found.level != Level::Error),
        "{found:?}"
    );
    let advice = source.diagnostics(lint(catalog));
    assert_eq!(advice, found, "advice by another way");
    let is_known = |id: &str| RULES.iter().chain(LINTS).any(|rule| rule.id.as_str() == id);
    assert!(found.iter().all(|found| is_known(found.rule)), "{found:?}");
    assert_eq!(
        compare(catalog, catalog),
        [],
        "a catalog differs from itself"
    );

    let written = write(catalog);
    match read(&written) {
        Ok(again) => assert_eq!(again.catalog(), catalog, "written and read: {written}"),
        Err(mistakes) => panic!("{mistakes:?} in {written}"),
    }
    let filled = filled(catalog);
    let written = write(&filled);
    assert_eq!(
        recover(&written).0.catalog(),
        &filled,
        "written and read: {written}"
    );
}

/// The catalog with something in every field of its codes, so that none is overlooked.
fn filled(catalog: &Catalog) -> Catalog {
    let mut filled = catalog.clone();
    for (at, entry) in filled.codes.iter_mut().enumerate() {
        let text = |field: &str| Some(format!("the {field} of {at}"));
        entry.title = text("title");
        entry.message = text("message");
        entry.meaning = text("meaning");
        entry.causes = ["first cause", "second cause"]
            .into_iter()
            .filter_map(text)
            .collect();
        entry.client = ["first step", "second step"]
            .into_iter()
            .filter_map(text)
            .collect();
        entry.server = text("server").into_iter().collect();
        entry.operations = ["operation", "group"]
            .into_iter()
            .filter_map(text)
            .collect();
        entry.next = text("remedy");
        entry.facts = ["text", "number", "flag"]
            .into_iter()
            .zip([
                FactValue::Text(format!("the fact of {at}")),
                FactValue::Number(at.to_string()),
                FactValue::Boolean(at % 2 == 0),
            ])
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        entry.source = text("source").into_iter().collect();
        entry.owner = Owner::ALL.get(at % 5).copied();
        entry.applied = Applied::ALL.get(at % 4).copied();
        entry.section = text("section");
        entry.category = text("category");
        entry.retry = Retry::ALL.get(at % 5).copied();
        entry.severity = Severity::ALL.get(at % 5).copied();
        entry.user_actionable = Some(at % 2 == 0);
        entry.auto_fix = text("repair");
        entry.related = text("relation").into_iter().collect();
        entry.mentions = text("mention").into_iter().collect();
        entry.scope = Scope::ALL.to_vec();
        entry.exit_code = u8::try_from(at % 256).ok();
        entry.since = text("beginning");
        entry.deprecated = text("warning");
        entry.retired = text("end");
        entry.replaced_by = text("heir");
        entry.derived = true;
    }
    filled
}

/// The known catalog of the same name, else the first.
fn known(catalog: &Catalog) -> &'static Catalog {
    static KNOWN: LazyLock<Vec<Catalog>> = LazyLock::new(|| {
        let texts = SOURCES.iter().map(|(_, text)| *text).chain(SMALL);
        let catalogs = texts.map(|text| match read(text) {
            Ok(source) => source.into_catalog(),
            Err(mistakes) => panic!("a known catalog has mistakes: {mistakes:?}"),
        });
        catalogs.collect()
    });
    let mut same = KNOWN.iter().filter(|known| known.name == catalog.name);
    same.next().unwrap_or(&KNOWN[0])
}

/// Asserts that a comparison finds the same whichever way it looks.
fn check_changes(old: &Catalog, new: &Catalog) {
    let (there, back) = (compare(old, new), compare(new, old));
    for change in there.iter().chain(&back) {
        check_line(&change.message);
        check_line(change.why);
    }
    if manila_catalog_file::check(new).is_empty() {
        let code = |change| code(change).filter(|_| !are_renamed(old, new));
        let forward = sorted(
            there
                .iter()
                .map(|change| (code(change), &change.old, &change.new)),
        );
        let backward = sorted(
            back.iter()
                .map(|change| (code(change), &change.new, &change.old)),
        );
        assert_eq!(forward, backward, "the changes there and back");
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<_> = items.collect();
    items.sort();
    items
}

/// Whether a code may have another name in the other catalog.
fn are_renamed(old: &Catalog, new: &Catalog) -> bool {
    [old, new]
        .iter()
        .all(|catalog| catalog.wire == Wire::Number)
}

/// The code that has changed. A condition or a rule changes from one code to another, and belongs to
/// neither.
fn code(change: &Change) -> Option<&str> {
    let stands_in = matches!(
        change.kind,
        "condition" | "new-condition" | "rule" | "new-rule"
    );
    change.code.as_deref().filter(|_| !stands_in)
}
