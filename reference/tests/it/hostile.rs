//! Texts that try to be more than texts.

use std::collections::BTreeMap;
use std::sync::Arc;

use manila::__private::{CodeFacts, CodeNotes};
use manila::{Catalog, Detail, DetailType, Operation};
use manila_reference::{Reference, Release};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use crate::kit::{attributes, files, leaked, noted, planted, tags};
use crate::translated::{Say, Translated};

const PAYLOADS: [&str; 30] = [
    "---",
    "---\ncode: \"forged\"\n---\n",
    "\n---\n\n# Forged",
    "# Forged",
    "\n\n## Forged\n\n",
    "Forged\n===",
    "Forged\n---",
    "[forged](javascript:alert(1))",
    "](javascript:alert(1))",
    "a](https://evil.example) [b",
    "![forged](https://evil.example/p.png)",
    "<https://evil.example>",
    "[forged]: https://evil.example\n[forged]",
    "<script>alert(1)</script>",
    "</code></pre><script src=//evil.example></script>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)",
    "<!-- request --><b>",
    "-->",
    "]]><x/>",
    "<img src=x onerror=alert(1)>",
    "&lt;script&gt; &#60;b&#62; &amp;",
    "`code` and `[`](javascript:x) `",
    "```\nforged\n```",
    "~~~\nforged",
    "- item\n- item\n1. one\n> quote\n    code",
    "*strong* __strong__ ~~gone~~ | a | b |",
    "a\u{202e}gpj.exe\u{2066}b\u{2069}\u{200f}",
    "null\0bell\u{7}escape\u{1b}[31m\u{85}\u{2028}\u{feff}",
    "{{ 7 * 7 }} {% include \"x\" %} ${7*7} {request_id}",
];

/// A catalog that has the text in every place.
fn catalog(text: &'static str) -> &'static Catalog {
    let texts: &'static [&'static str] = leaked::<[&str]>(vec![text, text]);
    let details: &'static [Detail] = leaked::<[Detail]>(vec![
        Detail::new("place", DetailType::String, Some(text)).values(texts),
    ]);
    let operations = leaked::<[Operation]>(vec![Operation::new(
        "POST /apps",
        Some(text),
        leaked::<[&str]>(vec![text]),
    )]);
    planted(
        text,
        |catalog| {
            let notes = CodeNotes {
                causes: texts,
                client: texts,
                operations: leaked::<[&str]>(vec!["POST /apps", text]),
                section: Some(text),
                category: Some(text),
                auto_fix: Some(text),
                next: Some(text),
                since: Some(text),
                deprecated: Some(text),
                replaced_by: Some(text),
                related: texts,
                mentions: texts,
                ..CodeNotes::NONE
            };
            CodeFacts {
                title: text,
                meaning: Some(text),
                details,
                ..noted(catalog, text, notes)
            }
        },
        operations,
    )
}

fn site(text: &'static str) -> BTreeMap<String, String> {
    let reference = Reference::new(catalog(text)).title(text).version(text);
    files(&reference.url("https://docs.example/errors").unwrap().site())
}

/// A site with changes. Only what a catalog may have can be compared, so that the text is in what has no rules, and
/// in the title of the older version, which is told as it was.
fn changed(text: &'static str) -> BTreeMap<String, String> {
    let of_title = |title| planted(title, |catalog| noted(catalog, "A.", CodeNotes::NONE), &[]);
    let older = Release::new(text, &of_title(text).to_json());
    let older = older.or_else(|_| Release::new(text, &of_title("Old").to_json()));
    let reference = Reference::new(of_title("New")).title(text).version(text);
    let reference = reference.url("https://docs.example/errors").unwrap();
    let reference = reference.date("2026-01-31").unwrap();
    let older = older.unwrap().date("2025-01-31").unwrap();
    files(&reference.older(older).unwrap().site())
}

/// A site whose Spanish pages say nothing but this text.
fn translated(text: &'static str) -> BTreeMap<String, String> {
    let translations = Translated::new(&["en", "es"], Say::Always(text));
    let reference = Reference::new(catalog("Harmless.")).version("1");
    files(&reference.translations(Arc::new(translations)).site())
}

/// The same text with a letter for everything that is not a space.
fn harmless(text: &str) -> &'static str {
    leaked(text.replace(|c: char| !c.is_whitespace() && c != '\u{2028}', "x"))
}

/// The tags but for those that backticks make.
fn skeleton(document: &str) -> Vec<&str> {
    let mut tags = tags(document);
    tags.retain(|tag| !matches!(*tag, "code" | "/code"));
    tags
}

/// What a reader of Markdown finds: everything but words and code in a line.
fn outline(markdown: &str) -> Vec<String> {
    let mut outline = Vec::new();
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Text(_) | Event::Code(_) | Event::SoftBreak => {}
            // Where a link leads is compared as such.
            Event::Start(Tag::Link { dest_url, .. }) => outline.push(format!("link {dest_url}")),
            Event::Start(Tag::Image { dest_url, .. }) => outline.push(format!("image {dest_url}")),
            Event::Start(Tag::CodeBlock(kind)) => outline.push(format!("{kind:?}")),
            other => outline.push(format!("{other:?}")),
        }
    }
    outline
}

#[test]
fn a_text_adds_nothing_to_the_structure_of_a_page() {
    for payload in PAYLOADS {
        let (found, expected) = (site(payload), site(harmless(payload)));
        for file in ["index.html", "PLANTED/index.html", "operations/index.html"] {
            assert_eq!(
                skeleton(&found[file]),
                skeleton(&expected[file]),
                "{payload:?} in {file}"
            );
        }
        let pages = |files: &BTreeMap<String, String>| {
            files.keys().filter(|path| path.ends_with(".html")).count()
        };
        assert_eq!(pages(&found), pages(&expected), "{payload:?}");
        let (found, expected) = (changed(payload), changed(harmless(payload)));
        let file = "changes/index.html";
        assert_eq!(
            skeleton(&found[file]),
            skeleton(&expected[file]),
            "{payload:?} in {file}"
        );
    }
}

#[test]
fn a_text_adds_nothing_to_the_structure_of_markdown() {
    for payload in PAYLOADS {
        let (found, expected) = (site(payload), site(harmless(payload)));
        for file in ["PLANTED.md", "llms.txt"] {
            assert_eq!(
                outline(&found[file]),
                outline(&expected[file]),
                "{payload:?} in {file}:\n{}",
                found[file]
            );
        }
    }
}

#[test]
fn a_translation_adds_nothing_to_the_structure_of_a_page() {
    for payload in PAYLOADS {
        let (found, expected) = (translated(payload), translated(harmless(payload)));
        for file in [
            "@es/index.html",
            "@es/PLANTED/index.html",
            "@es/operations/index.html",
            "@es/operations/post-apps/index.html",
        ] {
            let (found, expected) = (&found[file], &expected[file]);
            assert_eq!(skeleton(found), skeleton(expected), "{payload:?} in {file}");
            assert_eq!(
                attributes(found, "href"),
                attributes(expected, "href"),
                "{payload:?} in {file}"
            );
        }
        for file in ["@es/PLANTED.md", "@es/llms.txt"] {
            let (found, expected) = (&found[file], &expected[file]);
            assert_eq!(
                outline(found),
                outline(expected),
                "{payload:?} in {file}:\n{found}"
            );
            let unseen = ['\u{202e}', '\0', '\u{2066}', '\u{1b}'];
            assert!(!found.contains(unseen), "{payload:?} in {file}");
        }
    }
}

#[test]
fn a_text_stays_in_its_line_of_the_front_matter() {
    for payload in PAYLOADS {
        let page = &site(payload)["PLANTED.md"];
        let mut lines = page.lines();
        assert_eq!(lines.next(), Some("---"), "{payload:?}");
        let front: Vec<_> = lines.by_ref().take_while(|line| *line != "---").collect();
        let keys: Vec<_> = front
            .iter()
            .map(|line| line.split(':').next().unwrap())
            .collect();
        assert_eq!(
            keys,
            ["code", "title", "status", "documentation"],
            "{payload:?}"
        );
        assert_eq!(lines.next(), Some(""), "{payload:?}");
        assert!(
            lines.next().unwrap().starts_with("# PLANTED: "),
            "{payload:?}"
        );
    }
}

#[test]
fn a_text_adds_nothing_to_the_feed_and_the_sitemap() {
    for payload in PAYLOADS {
        let (found, expected) = (changed(payload), changed(harmless(payload)));
        for file in ["changes.atom", "sitemap.xml", "icon.svg"] {
            assert_eq!(
                skeleton(&found[file]),
                skeleton(&expected[file]),
                "{payload:?} in {file}"
            );
            let mut reader = quick_xml::Reader::from_str(&found[file]);
            reader.config_mut().check_end_names = true;
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{payload:?} in {file}: {error}"),
                }
            }
            let is_xml = |c: char| matches!(c, '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
            assert!(found[file].chars().all(is_xml), "{payload:?} in {file}");
        }
    }
}

#[test]
fn data_has_a_text_as_it_is() {
    for payload in PAYLOADS {
        let files = site(payload);
        let entry: Value = serde_json::from_str(&files["PLANTED.json"]).unwrap();
        for place in [
            "/message",
            "/meaning",
            "/causes/1",
            "/client/0",
            "/section",
            "/details/0/meaning",
        ] {
            assert_eq!(entry.pointer(place).unwrap(), payload, "{place}");
        }
        let catalog: Value = serde_json::from_str(&files["catalog.json"]).unwrap();
        assert_eq!(catalog["codes"][0], entry);
        assert_eq!(catalog["version"], payload);
    }
}

#[test]
fn what_is_not_seen_is_shown_escaped() {
    for (path, text) in site("a\u{202e}b\0c\u{2066}d\u{1b}e") {
        if path.ends_with(".json") {
            continue;
        }
        let unseen = ['\u{202e}', '\0', '\u{2066}', '\u{1b}'];
        assert!(!text.contains(unseen), "{path}");
    }
}
