//! Errors in the reader's language, over sockets: which language, what is in it, and what is not.

use std::collections::{BTreeSet, HashMap};

use manila_examples::workbench::{CatalogName, Framework, Style};
use manila_probe::wire::{Client, Protocol, Request, Response, send};

use crate::alike;
use crate::expected::file;
use crate::negotiated::{cells, head, remote, told, varies};
use crate::servers::{Cell, FRAMEWORKS, STYLES};

/// The fields that say the language.
const LANGUAGE: &[&str] = &["content-language", "vary"];

/// The requests that are sent on one connection.
const AT_ONCE: usize = 64;

/// The catalogs that are translated, the language, and their files.
const TRANSLATED: [(CatalogName, &str, &str); 2] = [
    (
        CatalogName::Mxcep,
        "es",
        include_str!("../../catalogs/i18n/es/mxcep.ftl"),
    ),
    (
        CatalogName::Vibehost,
        "de",
        include_str!("../../catalogs/i18n/de/vibehost.ftl"),
    ),
];

/// Paths whose responses come from every part of a service.
const PATHS: &[&str] = &[
    "/missing",
    "/raise/CONFLICT",
    "/raise/PLAN_LIMIT_EXCEEDED?details=%7B%22limit%22:12000%7D",
    "/panic/str",
    "/err",
    "/foreign/403",
    "/foreign/418",
    "/foreign/499",
    "/foreign/500",
    "/foreign-json/409",
    "/slow?ms=900",
    "/nested/missing",
    "/nested/raise/CONFLICT",
    "/retry?after_ms=1500",
];

fn multilingual(cell: Cell) -> Cell {
    let mut cell = cell;
    cell.settings.languages = true;
    cell
}

fn asking(path: &str, languages: &str) -> Request {
    Request::get(path).header("accept-language", languages)
}

/// What the file of a language says, of the messages that take one line and no argument.
fn sentences(file: &str) -> HashMap<&str, &str> {
    let lines = file.lines().filter(|line| !line.starts_with(['#', ' ']));
    let messages = lines.filter_map(|line| line.split_once(" = "));
    messages.filter(|(_, text)| !text.contains('{')).collect()
}

#[test]
fn every_code_is_told_in_each_language_that_its_catalog_has() {
    for (catalog, language, texts) in TRANSLATED {
        let translated = sentences(texts);
        let file = file(catalog);
        let codes: Vec<_> = file["codes"].as_table().unwrap().keys().collect();
        assert!(translated.len() * 10 > codes.len() * 7, "{language}");
        for (at, cell) in cells().enumerate() {
            let cell = multilingual(Cell { catalog, ..cell });
            let client = Client::new(cell.address());
            for part in codes.chunks(AT_ONCE) {
                let ask = |code: &&String| asking(&format!("/raise/{code}"), language);
                let requests: Vec<_> = part.iter().map(ask).collect();
                let responses = client.batch(Protocol::ALL[at % 2], &requests).unwrap();
                for (code, response) in part.iter().zip(&responses) {
                    let what = format!("{cell:?} {code} {}", response.text());
                    let remote = remote(response);
                    assert_eq!(response.only("x-error-code"), Some(code.as_str()), "{what}");
                    assert_eq!(response.only("content-language"), Some(language), "{what}");
                    assert!(varies(response, "accept-language"), "{what}");
                    let source = file["codes"][*code]["message"].as_str();
                    assert_ne!(remote.message(), source, "{what}");
                    let id = code.replace(['/', ':', '.'], "_");
                    if let Some(sentence) = translated.get(&*id) {
                        assert_eq!(remote.message(), Some(*sentence), "{what}");
                    }
                }
            }
        }
    }
}

#[test]
fn another_language_changes_the_sentences_and_nothing_else() {
    for plain in cells() {
        let mut beside = multilingual(plain);
        beside.settings.source_message = true;
        for protocol in Protocol::ALL {
            for path in PATHS {
                let what = format!("{plain:?} {protocol:?} {path}");
                let get = |cell: Cell| {
                    send(cell.address(), protocol, &asking(path, "de-AT, en;q=0.5")).unwrap()
                };
                let (source, german, both) = (get(plain), get(multilingual(plain)), get(beside));
                assert_eq!(source.only("content-language"), None, "{what}");
                assert!(!varies(&source, "accept-language"), "{what}");
                let english = remote(&source);
                let english = english.message().unwrap();
                for translated in [&german, &both] {
                    let what = format!("{what} {}", translated.text());
                    assert_eq!(translated.only("content-language"), Some("de"), "{what}");
                    assert!(varies(translated, "accept-language"), "{what}");
                    assert_eq!(translated.status, source.status, "{what}");
                    assert_eq!(
                        head(translated, LANGUAGE),
                        head(&source, LANGUAGE),
                        "{what}"
                    );
                    assert_eq!(told(translated), told(&source), "{what}");
                    assert_eq!(told(translated).len(), 1, "{what}");
                    assert_ne!(remote(translated).message(), Some(english), "{what}");
                }
                let name = match (plain.style, path.starts_with("/nested")) {
                    (Style::Problem, false) => "source_detail",
                    _ => "source_message",
                };
                let beside = format!("\"{name}\":{}", serde_json::json!(english));
                assert!(both.text().contains(&beside), "{what} {}", both.text());
                assert!(!german.text().contains(english), "{what}");
                assert_eq!(
                    remote(&german).details_json(),
                    remote(&source).details_json(),
                    "{what}"
                );
            }
        }
    }
}

#[test]
fn what_names_no_language_gets_the_catalogs() {
    let long = "xx-Latn-XX, ".repeat(700);
    assert!(long.len() > 8 * 1024);
    let headers: &[&[&str]] = &[
        &[],
        &["*"],
        &["en"],
        &["fr, pt;q=0.3"],
        &["de;q=0"],
        &["de;q=0, *"],
        &["de;q=0.000"],
        &["en, de;q=0.9"],
        &["de;q=2"],
        &["de;;q=1"],
        &["d\u{e9}"],
        &["-de", ",,,", ";q=1", "=", "de-", "\"de\""],
        &[&long],
    ];
    for framework in FRAMEWORKS {
        for style in STYLES {
            let plain = Cell::new(framework, style);
            let body = |response: &Response| {
                let id = response.only("x-request-id").unwrap_or_default();
                response.text().replace(id, "ID")
            };
            for path in ["/raise/CONFLICT", "/missing", "/foreign/418"] {
                for fields in headers {
                    let mut request = Request::get(path);
                    for field in *fields {
                        request = request.header("accept-language", *field);
                    }
                    let [source, asked] = [plain, multilingual(plain)]
                        .map(|cell| send(cell.address(), Protocol::Http1, &request).unwrap());
                    let shown = fields
                        .first()
                        .map_or("", |field| &field[..field.len().min(40)]);
                    let what = format!("{plain:?} {path} {shown:?}");
                    assert_eq!(body(&asked), body(&source), "{what}");
                    assert_eq!(head(&asked, LANGUAGE), head(&source, LANGUAGE), "{what}");
                    assert_eq!(asked.only("content-language"), Some("en"), "{what}");
                    assert!(varies(&asked, "accept-language"), "{what}");
                }
            }
        }
    }
}

#[test]
fn what_a_handler_says_itself_stands_as_it_is() {
    for cell in cells().map(multilingual) {
        for path in [
            "/raise/CONFLICT?message=Row%207%20is%20locked.",
            "/raise/CONFLICT?message=Row%207%20is%20locked.&violation=Row%208.",
        ] {
            let response = send(cell.address(), Protocol::Http1, &asking(path, "de")).unwrap();
            let what = format!("{cell:?} {path} {}", response.text());
            assert_eq!(response.only("content-language"), Some("en"), "{what}");
            let remote = remote(&response);
            if let Some(violation) = remote.violations().first() {
                assert_eq!(violation.message(), Some("Row 8."), "{what}");
            } else {
                assert_eq!(remote.message(), Some("Row 7 is locked."), "{what}");
            }
        }
    }
}

#[test]
fn everything_that_the_library_says_of_input_is_told_in_the_readers_language() {
    let mut left = Vec::new();
    for framework in [Framework::Axum, Framework::Actix] {
        let cell = multilingual(Cell::new(framework, Style::OkError));
        for row in alike::rows() {
            let ask = |request: Request| {
                let response = send(cell.address(), Protocol::Http1, &request).unwrap();
                remote(&response)
            };
            let english = ask(row.request.clone());
            let german = ask(row.request.clone().header("accept-language", "de"));
            let pairs = english.violations().iter().zip(german.violations());
            let pairs = pairs.map(|(english, german)| (english.message(), german.message()));
            for (english, german) in pairs.chain([(english.message(), german.message())]) {
                if english == german && english.is_some() {
                    left.push(format!("{row}: {english:?}"));
                }
            }
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[test]
fn every_status_that_http_names_is_told_in_each_language() {
    const ENGLISH: &str = include_str!("../../catalog-file/src/translation/manila.ftl");
    const GERMAN: &str = include_str!("../../catalogs/i18n/de/manila.ftl");
    let of = |file: &str, status: u16| {
        let mut lines = file.lines();
        let phrase = lines.find_map(|line| line.strip_prefix(&*format!("http-{status} = ")))?;
        let message = lines.next()?.strip_prefix("    .message = ")?;
        Some((phrase.to_owned(), message.to_owned()))
    };
    let cell = multilingual(Cell::new(Framework::Axum, Style::Problem));
    let mut named = BTreeSet::new();
    for status in 400..600 {
        let [english, german] = ["en", "de"].map(|language| {
            let request = asking(&format!("/foreign/{status}"), language);
            let response = send(cell.address(), Protocol::Http1, &request).unwrap();
            let body: serde_json::Value = serde_json::from_slice(&response.body).unwrap();
            let member = |name: &str| body[name].as_str().unwrap().to_owned();
            (member("title"), member("detail"), response.status)
        });
        let is_catalogs = of_code(CatalogName::Vibehost, &english.1);
        // A timeout is answered with another.
        let status = english.2;
        match of(ENGLISH, status) {
            Some((phrase, message)) => {
                named.insert(status);
                assert_eq!(english.0, phrase, "{status}");
                let (phrase, translated) = of(GERMAN, status).unwrap();
                assert_eq!(german.0, phrase, "{status}");
                if !is_catalogs {
                    assert_eq!((english.1, german.1), (message, translated), "{status}");
                }
            }
            None => {
                assert_eq!(english.0, format!("HTTP {status}"));
                assert_eq!(german.0, english.0);
                assert_ne!(german.1, english.1, "{status}");
            }
        }
    }
    assert!(named.len() >= 36, "{named:?}");
}

/// Whether a sentence is that of a code.
fn of_code(catalog: CatalogName, sentence: &str) -> bool {
    let file = file(catalog);
    let mut codes = file["codes"].as_table().unwrap().values();
    codes.any(|entry| entry["message"].as_str() == Some(sentence))
}

#[test]
fn markdown_is_in_the_readers_language_too() {
    for framework in FRAMEWORKS {
        let mut cell = multilingual(Cell::new(framework, Style::Problem));
        cell.settings.markdown = true;
        let request = asking("/retry?after_ms=1500", "de").header("accept", "text/markdown");
        let response = send(cell.address(), Protocol::Http1, &request).unwrap();
        let text = response.text();
        assert!(
            text.contains("\n\nDieselbe Anfrage kann nach 2 Sekunden gelingen.\n"),
            "{framework:?} {text}"
        );
        assert_eq!(response.only("content-language"), Some("de"));
        assert!(
            varies(&response, "accept-language"),
            "{framework:?} {response:?}"
        );
        let members = response.values("vary").flat_map(|value| value.split(','));
        assert!(members.into_iter().any(|it| it.trim() == "accept"));
    }
}

#[test]
fn a_grpc_status_is_in_the_catalogs_language() {
    for framework in FRAMEWORKS {
        let mut cell = multilingual(Cell::new(framework, Style::OkError));
        cell.settings.grpc = true;
        let call = Request::new("POST", "/raise/CONFLICT")
            .header("te", "trailers")
            .header("content-type", "application/grpc")
            .header("accept-language", "de");
        let response = send(cell.address(), Protocol::Http2, &call).unwrap();
        assert_eq!(response.only("content-language"), None, "{framework:?}");
        let message = response.only("grpc-message").unwrap();
        let source = file(CatalogName::Vibehost)["codes"]["CONFLICT"]["message"].clone();
        assert_eq!(Some(message), source.as_str(), "{framework:?}");
    }
}
