//! Who is told what.

use manila::__private::CodeNotes;
use manila::{FactValue, Operation};
use manila_reference::{Reference, Release, Request};

use crate::kit::{files, noted, planted, reply};

/// A text in each place that is for operators, and one in each that is for all.
const FOR_OPERATORS: [&str; 5] = [
    "canary-server",
    "canary-source",
    "canary-fact",
    "canary-flag",
    "canary-allow",
];

fn reference() -> Reference {
    let catalog = planted(
        "Planted",
        |catalog| {
            let notes = CodeNotes {
                causes: &["shown-cause"],
                client: &["shown-client"],
                server: &["canary-server"],
                source: &["canary-source"],
                facts: &[
                    ("canary-flag", FactValue::Boolean(true)),
                    ("f", FactValue::Text("canary-fact")),
                ],
                operations: &["POST /shown-operation"],
                allow: &[("no-message", "canary-allow")],
                ..CodeNotes::NONE
            };
            noted(catalog, "shown-message", notes)
        },
        &[const {
            Operation::new(
                "POST /shown-operation",
                Some("shown-title"),
                &["shown-group"],
            )
        }],
    );
    let old = planted(
        "Planted",
        |catalog| {
            let notes = CodeNotes {
                server: &["canary-server-of-old"],
                source: &["canary-source-of-old"],
                facts: &[("f", FactValue::Text("canary-fact-of-old"))],
                causes: &["shown-cause"],
                ..CodeNotes::NONE
            };
            noted(catalog, "another message", notes)
        },
        &[],
    );
    let release = Release::new("1.0.0", &old.to_json()).unwrap();
    let release = release.date("2025-01-31").unwrap();
    let reference = Reference::new(catalog).version("2.0.0");
    let reference = reference.url("https://docs.example/errors").unwrap();
    reference
        .date("2026-01-31")
        .unwrap()
        .older(release)
        .unwrap()
}

#[test]
fn the_public_is_told_nothing_that_is_for_operators() {
    let site = reference().site();
    for (path, text) in files(&site) {
        assert!(!text.contains("canary"), "{path}: {text}");
    }
    for accept in ["text/html", "text/markdown", "application/json"] {
        for path in [
            "/",
            "/PLANTED",
            "/operations/",
            "/changes",
            "/catalog.json",
            "/llms.txt",
        ] {
            let reply = reply(&site, &Request::new("GET", path).accept(accept));
            let text = String::from_utf8_lossy(reply.body());
            assert!(!text.contains("canary"), "{path} as {accept}: {text}");
        }
    }
}

#[test]
fn operators_are_told_everything() {
    let files = files(&reference().for_operators().site());
    for file in ["PLANTED/index.html", "PLANTED.md"] {
        for canary in [
            "canary-server",
            "canary-source",
            "canary-fact",
            "canary-flag",
        ] {
            assert!(files[file].contains(canary), "{file} lacks {canary}");
        }
    }
    for file in ["PLANTED.json", "catalog.json"] {
        for canary in FOR_OPERATORS {
            assert!(files[file].contains(canary), "{file} lacks {canary}");
        }
    }
    assert!(files["index.html"].contains("do not publish it"));
}

#[test]
fn everybody_is_told_the_rest() {
    let files = files(&reference().site());
    for (file, texts) in [
        (
            "PLANTED/index.html",
            &[
                "shown-message",
                "shown-cause",
                "shown-client",
                "POST /shown-operation",
                "shown-title",
            ][..],
        ),
        (
            "PLANTED.md",
            &[
                "shown-message",
                "shown-cause",
                "shown-client",
                "/shown-operation",
            ][..],
        ),
        (
            "PLANTED.json",
            &[
                "shown-message",
                "shown-cause",
                "shown-client",
                "POST /shown-operation",
            ][..],
        ),
        (
            "catalog.json",
            &["shown-cause", "\"version\": \"2.0.0\"", "\"counts\""][..],
        ),
        ("index.html", &["shown-message"][..]),
        ("llms.txt", &["shown-message", "PLANTED.md"][..]),
        (
            "operations/index.html",
            &["POST /shown-operation", "shown-group", "shown-title"][..],
        ),
        ("operations/shown-group/index.html", &["PLANTED"][..]),
        ("changes/index.html", &["message", "1.0.0", "2.0.0"][..]),
    ] {
        for text in texts {
            assert!(
                files[file].contains(text),
                "{file} lacks {text}: {}",
                files[file]
            );
        }
    }
}

#[test]
fn that_a_text_for_operators_changed_is_for_operators() {
    let told = |reference: Reference| files(&reference.site())["changes/index.html"].clone();
    let names_a_text =
        |page: &str| [" server", " source", " facts"].map(|text| page.contains(text));
    assert_eq!(names_a_text(&told(reference())), [false; 3]);
    assert_eq!(names_a_text(&told(reference().for_operators())), [true; 3]);
}
