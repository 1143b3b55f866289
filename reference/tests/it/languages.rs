//! The language that a site answers in.

use std::collections::{BTreeMap, HashSet};

use manila_catalogs::Vibehost;
use manila_reference::{Answer, Reference, Request, Site};

use crate::kit::{field, files, reply};
use crate::translated::translated;

fn site() -> Site {
    translated(Reference::new(Vibehost::CATALOG))
}

#[test]
fn an_address_is_answered_in_the_language_of_its_reader() {
    let site = site();
    let garbage = format!("{};q=x,,;", "\u{7f}é-".repeat(2048));
    let long = "xx-XX;q=0.1,".repeat(700);
    for (path, accept, accept_language, language, vary) in [
        ("/CONFLICT", "", "", "en", "accept, accept-language"),
        (
            "/CONFLICT",
            "",
            "es-MX,es;q=0.9",
            "es",
            "accept, accept-language",
        ),
        (
            "/CONFLICT",
            "text/markdown",
            "es",
            "es",
            "accept, accept-language",
        ),
        (
            "/CONFLICT",
            "application/json",
            "es",
            "en",
            "accept, accept-language",
        ),
        ("/CONFLICT", "", "fr", "en", "accept, accept-language"),
        ("/CONFLICT", "", &garbage, "en", "accept, accept-language"),
        ("/CONFLICT", "", &long, "en", "accept, accept-language"),
        ("/CONFLICT.md", "", "es", "es", "accept-language"),
        ("/CONFLICT.json", "", "es", "en", ""),
        ("/", "", "ar", "ar", "accept, accept-language"),
        ("/llms.txt", "", "es", "es", "accept-language"),
        ("/@es/CONFLICT", "", "ar", "es", "accept"),
        ("/@es/CONFLICT", "text/markdown", "ar", "es", "accept"),
        ("/@es/CONFLICT.md", "", "en", "es", ""),
        ("/@es/", "", "en", "es", "accept"),
        ("/@en/CONFLICT", "", "es", "en", "accept"),
        ("/@en/", "", "es", "en", "accept"),
        ("/catalog.json", "", "es", "en", ""),
        ("/style.css", "", "es", "", ""),
        ("/script.js", "", "es", "", ""),
    ] {
        for method in ["GET", "HEAD"] {
            let mut request = Request::new(method, path).accept(accept);
            if !accept_language.is_empty() {
                request = request.accept_language(accept_language);
            }
            let first = reply(&site, &request);
            let what = format!("{method} {path} {accept} {accept_language:.20}");
            assert_eq!(first.status(), 200, "{what}");
            let of = |name| field(&first, name).unwrap_or_default();
            assert_eq!(
                (of("content-language"), of("vary")),
                (language, vary),
                "{what}"
            );
            let again = reply(&site, &request.if_none_match(of("etag")));
            assert_eq!(again.status(), 304, "{what}");
            assert_eq!(field(&again, "vary").unwrap_or_default(), vary, "{what}");
            assert_eq!(field(&again, "content-language"), None, "{what}");
        }
    }
}

#[test]
fn each_language_has_an_entity_tag_of_its_own() {
    let site = site();
    for (path, accept) in [
        ("/CONFLICT", ""),
        ("/CONFLICT", "text/markdown"),
        ("/", ""),
        ("/llms.txt", ""),
    ] {
        let tag = |language: &str| {
            let request = Request::new("GET", path)
                .accept(accept)
                .accept_language(language);
            field(&reply(&site, &request), "etag").unwrap().to_owned()
        };
        let tags: HashSet<_> = ["en", "es", "ar"].map(tag).into();
        assert_eq!(tags.len(), 3, "{path} {accept}");
        let request = Request::new("GET", path)
            .accept(accept)
            .accept_language("es");
        let known = tag("en");
        assert_eq!(
            reply(&site, &request.if_none_match(&known)).status(),
            200,
            "{path}"
        );
    }
}

#[test]
fn without_translations_nothing_tells_languages_apart() {
    let site = Reference::new(Vibehost::CATALOG).site();
    for path in ["/CONFLICT", "/", "/CONFLICT.md", "/catalog.json"] {
        let reply = reply(&site, &Request::new("GET", path).accept_language("es"));
        assert_eq!(field(&reply, "content-language"), None, "{path}");
        assert_ne!(field(&reply, "vary"), Some("accept-language"), "{path}");
        assert!(
            !String::from_utf8_lossy(reply.body()).contains("hreflang"),
            "{path}"
        );
    }
    let Answer::Refuse(_) = site.answer(&Request::new("GET", "/@en/CONFLICT")) else {
        panic!("there is a language");
    };
}

#[test]
fn a_request_is_told_in_the_language_of_the_page() {
    let request = Request::new("GET", "/CONFLICT").query("request_id=abc");
    for (language, notice) in [
        ("en", "<strong>Your request</strong>"),
        ("es", "<strong>⟦Your request⟧</strong>"),
    ] {
        let reply = reply(&site(), &request.accept_language(language));
        assert!(
            String::from_utf8_lossy(reply.body()).contains(notice),
            "{language}"
        );
    }
}

#[test]
fn data_is_the_same_in_each_language() {
    let alone = files(&Reference::new(Vibehost::CATALOG).site());
    let translated = files(&site());
    let data = |files: &BTreeMap<String, String>| {
        let data = files.iter().filter(|(path, _)| path.ends_with(".json"));
        data.map(|(path, text)| (path.clone(), text.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(data(&alone), data(&translated));
}
