//! The words of the pages themselves, in each language.

use std::collections::BTreeSet;
use std::sync::Arc;

use manila::__private::{CodeFacts, CodeNotes};
use manila::{
    Applied, Catalog, Detail, DetailType, Envelopes, Operation, Owner, Retry, Scope, Severity,
};
use manila_catalog_file::own_messages;
use manila_catalogs::{Codelibra, Cpi, Credicorp, Mxcep, Vibehost};
use manila_reference::{Reference, Release, Request};

use crate::kit::{attributes, files, leaked, noted, planted, reply};
use crate::translated::{Say, Translated};

/// A catalog that has everything, in texts of letters that no word of the pages has.
fn complete(notes: &CodeNotes) -> &'static Catalog {
    const DETAILS: &[Detail] = &[
        Detail::new("ж", DetailType::Array, Some("ж"))
            .items(DetailType::String)
            .values(&["ж"]),
        Detail::new("я", DetailType::Integer, None).required(true),
    ];
    const OPERATIONS: &[Operation] = &[
        Operation::new("/ж", Some("ж"), &["я"]),
        Operation::new("/я", None, &["я"]),
    ];
    planted(
        "Ж",
        |catalog| CodeFacts {
            title: "Ж",
            number: Some(7),
            meaning: Some("Ж."),
            details: DETAILS,
            ..noted(
                catalog,
                "Ж.",
                CodeNotes {
                    derived: true,
                    causes: &["Ж."],
                    client: &["Ж.", "Я."],
                    server: &["Ж."],
                    source: &["ж"],
                    operations: &["/ж", "я"],
                    next: Some("/ж"),
                    category: Some("ж"),
                    auto_fix: Some("Ж."),
                    user_actionable: Some(true),
                    related: &["ж"],
                    since: Some("1"),
                    ..*notes
                },
            )
        },
        OPERATIONS,
    )
}

/// References that have every word of the pages between them.
fn references() -> Vec<Reference> {
    let kinds = [
        (Retry::Never, Owner::Caller, Applied::No, Severity::Info),
        (Retry::After, Owner::User, Applied::Yes, Severity::Warning),
        (
            Retry::Backoff,
            Owner::Operator,
            Applied::Unknown,
            Severity::Error,
        ),
        (
            Retry::AfterChange,
            Owner::Nobody,
            Applied::No,
            Severity::Critical,
        ),
    ];
    let complete = kinds.map(|(retry, owner, applied, severity)| {
        complete(&CodeNotes {
            retry: Some(retry),
            owner: Some(owner),
            applied: Some(applied),
            severity: Some(severity),
            scope: Scope::ALL,
            deprecated: Some("1"),
            section: Some("ж"),
            ..CodeNotes::NONE
        })
    });
    let retired = self::complete(&CodeNotes {
        retired: Some("1"),
        replaced_by: Some("ж"),
        user_actionable: Some(false),
        ..CodeNotes::NONE
    });
    let simple = |message| planted("Ж", |catalog| noted(catalog, message, CodeNotes::NONE), &[]);
    let old = |message| {
        let release = Release::new("1", &simple(message).to_json()).unwrap();
        release.date("2026-01-01").unwrap()
    };
    let changed = Reference::new(simple("Ж.")).older(old("Я.")).unwrap();
    let dated = changed.clone().date("2026-01-02").unwrap().version("2");
    let mut references: Vec<_> = complete.map(Reference::new).into();
    references.extend([
        Reference::new(retired).version("2"),
        Reference::new(simple("Ж.")).older(old("Ж.")).unwrap(),
        dated.url("https://docs.example").unwrap(),
        changed,
    ]);
    let operators = references.clone().into_iter().map(Reference::for_operators);
    operators.chain(references.clone()).collect()
}

fn published() -> Reference {
    Reference::of([
        Vibehost::CATALOG,
        Mxcep::CATALOG,
        Credicorp::CATALOG,
        Codelibra::CATALOG,
        Cpi::CATALOG,
    ])
    .unwrap()
}

/// What a reader sees or hears of a page, but for code.
fn seen(html: &str) -> String {
    let mut rest = html.to_owned();
    for element in ["pre", "code", "kbd"] {
        rest = without(&rest, element);
    }
    let mut text: Vec<String> = rest
        .split('<')
        .map(|part| part.split_once('>').map_or("", |(_, text)| text).to_owned())
        .collect();
    for name in ["aria-label", "placeholder", "title", "content", "alt"] {
        let texts = attributes(&rest, name).into_iter();
        // Where a page leads at once is no text.
        let texts = texts.filter(|text| !text.starts_with("0; url="));
        text.extend(texts.map(str::to_owned));
    }
    for name in ["some", "copy", "copied", "refused", "request", "look-up"] {
        let texts = attributes(&rest, &format!("data-{name}"));
        text.extend(texts.into_iter().map(str::to_owned));
    }
    // What follows a link belongs to the sentence around it.
    text.concat()
}

fn without(html: &str, element: &str) -> String {
    let start = format!("<{element}");
    let mut parts = html.split(&*start);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    let name = element.split(' ').next().unwrap_or_default();
    let end = format!("</{name}>");
    for part in parts {
        match part.starts_with([' ', '>']) {
            true => rest += part.split_once(&*end).map_or("", |(_, after)| after),
            // Another element, whose name begins alike.
            false => rest += &format!("<{element}{part}"),
        }
    }
    rest
}

/// The text outside of what translations have enclosed.
fn outside(text: &str) -> String {
    let mut depth = 0usize;
    let outside = text.chars().filter(|character| {
        match character {
            '⟦' => depth += 1,
            '⟧' => depth = depth.checked_sub(1).unwrap(),
            _ => return depth == 0,
        }
        false
    });
    outside.collect()
}

#[test]
fn a_page_has_no_word_that_is_not_translated() {
    // Names of formats and of languages, of the code and its types, and the parts of the head.
    let known = [
        "JSON", "Markdown", "English", "Español", "PLANTED", "integer", "width", "device",
        "initial", "scale", "light", "dark", "Atom",
    ];
    for reference in references() {
        let translations = Arc::new(Translated::new(&["en", "es"], Say::Enclosed));
        for (path, page) in files(&reference.translations(translations).site()) {
            if !path.starts_with("@es/") || !path.ends_with(".html") {
                continue;
            }
            // What changed is told in English, and marked so.
            let page = without(&page, "span lang=\"en\"");
            let text = outside(&seen(&page)).replace("https://docs.example/@es", "");
            let words = text.split(|c: char| !c.is_alphabetic());
            let unknown: Vec<_> = words
                .filter(|word| {
                    word.contains(|c: char| c.is_ascii_alphabetic()) && !known.contains(word)
                })
                .collect();
            assert_eq!(unknown, [""; 0], "{path}: {text}");
        }
    }
}

/// The sentences of the pages, as the file of the library's own has them.
fn own() -> BTreeSet<String> {
    let messages = own_messages().into_iter();
    let own = messages.filter(|message| message.id.starts_with("manila-page-"));
    own.map(|message| message.value.unwrap().text.into_owned())
        .collect()
}

#[test]
fn what_pages_say_is_what_translators_are_given() {
    let translations = Arc::new(Translated::new(&["en", "es"], Say::Enclosed));
    let mut all = references();
    all.push(published().version("2"));
    all.push(published());
    for reference in all {
        let reference = reference.envelopes(Envelopes::problem());
        let site = reference.translations(translations.clone()).site();
        assert!(site.files().count() > 0);
        // The notice of a request is on no file.
        let request = Request::new("GET", "/@es/PLANTED").query("request_id=a");
        let _ = site.answer(&request);
    }
    let asked = translations.asked.lock().unwrap().clone();
    let own = own();
    let lost: Vec<_> = asked.difference(&own).collect();
    assert_eq!(lost, [""; 0], "no file has these");
    let idle: Vec<_> = own.difference(&asked).collect();
    assert_eq!(idle, [""; 0], "no page says these");
}

#[test]
fn no_two_sentences_of_the_library_are_the_same() {
    let messages = own_messages();
    let named = messages
        .iter()
        .filter(|message| !message.id.starts_with("http-"));
    let texts: Vec<_> = named
        .map(|message| &*message.value.as_ref().unwrap().text)
        .collect();
    let unique: BTreeSet<_> = texts.iter().collect();
    assert_eq!(unique.len(), texts.len());
}

/// The script has its words in English, for pages without translations; those with them tell it theirs.
#[test]
fn the_script_says_what_pages_say() {
    let translations = Arc::new(Translated::new(&["en", "es"], Say::Enclosed));
    let site = published().translations(translations).site();
    let script = site
        .files()
        .find(|file| file.path() == "script.js")
        .unwrap();
    let script = std::str::from_utf8(script.bytes()).unwrap();
    let index = reply(&site, &Request::new("GET", "/@es/"));
    let index = std::str::from_utf8(index.body()).unwrap();
    let said: Vec<_> = script.split("said(\"").skip(1).collect();
    assert!(said.len() > 5);
    for call in said {
        let (name, rest) = call.split_once("\", \"").unwrap();
        let english = rest.split('"').next().unwrap();
        assert!(own().contains(english), "{english}");
        let name = name.replace("lookUp", "look-up");
        let expected = format!(" data-{name}=\"⟦{english}⟧\"");
        assert!(index.contains(&expected), "{expected}");
    }
    assert!(
        index.contains(" data-some=\"⟦{shown} of 567 codes⟧\""),
        "{}",
        attributes(index, "data-some")[0]
    );
    let plain = published().site();
    let index = reply(&plain, &Request::new("GET", "/"));
    assert!(
        !std::str::from_utf8(index.body())
            .unwrap()
            .contains("data-some")
    );
}

#[test]
fn what_is_not_translated_is_marked_with_its_language() {
    for (tag, start, english) in [
        ("es", "<html lang=\"es\" dir=\"ltr\">", "<span lang=\"en\">"),
        (
            "ar",
            "<html lang=\"ar\" dir=\"rtl\">",
            "<span lang=\"en\" dir=\"ltr\">",
        ),
        ("en-GB", "<html lang=\"en-GB\" dir=\"ltr\">", ""),
    ] {
        let tag = leaked::<str>(tag);
        let translations = Arc::new(Translated::new(&["en", tag], Say::Nothing));
        let site = Reference::new(Vibehost::CATALOG)
            .translations(translations)
            .site();
        let files = files(&site);
        let end = if english.is_empty() { "" } else { "</span>" };
        let page = &files[&format!("@{tag}/CONFLICT/index.html")];
        assert!(page.contains(start), "{tag}");
        let code = manila_catalogs::Vibehost::Conflict.code();
        let steps = code.client()[0];
        for text in [
            format!("<h2 id=\"client\">{english}What to do{end}</h2>"),
            format!(
                "<p class=\"lead\">{english}{}{end}</p>",
                code.message().unwrap()
            ),
            format!(
                "{english}{}",
                steps.split('`').next().unwrap().replace('\'', "&#39;")
            ),
        ] {
            assert!(page.contains(&text), "{tag}: {text} in {page}");
        }
        let index = &files[&format!("@{tag}/index.html")];
        let mark = if english.is_empty() {
            ""
        } else {
            " lang=\"en\""
        };
        assert!(
            index.contains(&format!("<option value=\"\"{mark}>Any</option>")),
            "{tag}"
        );
    }
}
