//! The error reference in the language of its reader, as each adapter serves it.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{App, test as actix};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use manila::Envelopes;
use manila_catalogs::{Mxcep, TRANSLATIONS};
use manila_examples::workbench::Framework;
use manila_fluent::Translations;
use manila_reference::{Reference, Site};
use manila_tower::reference_response;
use tower::ServiceExt as _;

use crate::servers::FRAMEWORKS;

/// A part of a request's header.
type Fields<'a> = &'a [(&'a str, &'a [u8])];

/// A response: its status, the header fields that a reference sets, and its body.
#[derive(Debug, PartialEq, Eq)]
struct Page {
    status: u16,
    header: Vec<(String, String)>,
    body: String,
}

impl Page {
    fn of<'h>(status: u16, fields: impl Iterator<Item = (&'h str, &'h [u8])>, body: &[u8]) -> Self {
        const NAMES: [&str; 5] = [
            "content-type",
            "content-language",
            "vary",
            "etag",
            "location",
        ];
        let header = fields.filter(|(name, _)| NAMES.contains(name));
        let header = header
            .map(|(name, value)| (name.to_owned(), String::from_utf8_lossy(value).into_owned()));
        let mut header: Vec<_> = header.collect();
        header.sort();
        Self {
            status,
            header,
            body: String::from_utf8_lossy(body).into_owned(),
        }
    }

    fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.header.iter();
        let (_, value) = fields.find(|(known, _)| known == name)?;
        Some(value)
    }
}

fn site() -> Site {
    let spanish = TRANSLATIONS.iter().filter(|(_, locale, _)| *locale == "es");
    let translations = Translations::builder(Mxcep::CATALOG)
        .locale("es", spanish.map(|(_, _, text)| *text))
        .build()
        .unwrap();
    let reference = Reference::new(Mxcep::CATALOG).envelopes(Envelopes::problem());
    reference.translations(Arc::new(translations)).site()
}

fn ask(framework: Framework, site: Site, method: &str, path: &str, fields: Fields<'_>) -> Page {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in fields {
        request = request.header(*name, *value);
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    match framework {
        Framework::Axum => {
            let app: Router = manila_axum::reference("/errors", site);
            runtime.block_on(async {
                let response = app
                    .oneshot(request.body(Body::empty()).unwrap())
                    .await
                    .unwrap();
                let (head, body) = response.into_parts();
                let body = body.collect().await.unwrap().to_bytes();
                let fields = head.headers.iter();
                let fields = fields.map(|(name, value)| (name.as_str(), value.as_bytes()));
                Page::of(head.status.as_u16(), fields, &body)
            })
        }
        Framework::Actix => {
            let mut request = actix::TestRequest::with_uri(path).method(method.parse().unwrap());
            for (name, value) in fields {
                let value = actix_web::http::header::HeaderValue::from_bytes(value).unwrap();
                request = request.append_header((*name, value));
            }
            actix_web::rt::System::new().block_on(async {
                let app = App::new().service(manila_actix::reference("/errors", Data::new(site)));
                let app = actix::init_service(app).await;
                let response = actix::call_service(&app, request.to_request()).await;
                let (status, header) = (response.status().as_u16(), response.headers().clone());
                let body = actix::read_body(response).await;
                let fields = header.iter();
                let fields = fields.map(|(name, value)| (name.as_str(), value.as_bytes()));
                Page::of(status, fields, &body)
            })
        }
        Framework::Tower => {
            let request = request.body(()).unwrap();
            let below = path.strip_prefix("/errors").unwrap();
            let response = reference_response(&site, &request, "/errors", below).unwrap();
            let (head, body) = response.into_parts();
            let fields = head.headers.iter();
            let fields = fields.map(|(name, value)| (name.as_str(), value.as_bytes()));
            Page::of(head.status.as_u16(), fields, &body)
        }
    }
}

/// The same page, whichever framework serves it.
fn page(method: &str, path: &str, fields: Fields<'_>) -> Page {
    let [first, others @ ..] = FRAMEWORKS;
    let page = ask(first, site(), method, path, fields);
    for framework in others {
        let mut other = ask(framework, site(), method, path, fields);
        if method == "HEAD" {
            // The server of axum leaves a body out, and the others' here are asked without one.
            other.body.clone_from(&page.body);
        }
        assert_eq!(other, page, "{framework:?} {method} {path}");
    }
    page
}

#[test]
fn a_page_is_in_the_language_of_its_reader_on_every_framework() {
    let garbage = [&b"\xff\xfe;q=,"[..], &b"x-".repeat(2048), &[b'*'; 4096]].concat();
    for (path, fields, language, vary, sentence) in [
        (
            "/errors/unauthorized",
            &[("accept-language", &b"es-MX,es;q=0.9,en;q=0.1"[..])][..],
            "es",
            Some("accept, accept-language"),
            "Necesitas iniciar sesión para hacer esto.",
        ),
        (
            "/errors/unauthorized",
            &[("accept-language", b"fr"), ("accept-language", b"es;q=0.5")],
            "es",
            Some("accept, accept-language"),
            "<h2 id=\"client\">Qué hacer</h2>",
        ),
        (
            "/errors/unauthorized",
            &[("accept-language", b"es"), ("accept", b"text/markdown")],
            "es",
            Some("accept, accept-language"),
            "## Qué hacer",
        ),
        (
            "/errors/unauthorized",
            &[("accept-language", b"es;q=0, *")],
            "en",
            Some("accept, accept-language"),
            "<h2 id=\"client\">What to do</h2>",
        ),
        (
            "/errors/unauthorized",
            &[("accept-language", &garbage)],
            "en",
            Some("accept, accept-language"),
            "<h2 id=\"client\">What to do</h2>",
        ),
        (
            "/errors/",
            &[("accept-language", b"es")],
            "es",
            Some("accept, accept-language"),
            "<h1>Errores de mxcep API</h1>",
        ),
        (
            "/errors/@en/unauthorized",
            &[("accept-language", b"es")],
            "en",
            Some("accept"),
            "<h2 id=\"client\">What to do</h2>",
        ),
        (
            "/errors/@es/unauthorized",
            &[],
            "es",
            Some("accept"),
            "<h2 id=\"client\">Qué hacer</h2>",
        ),
        (
            "/errors/@es/unauthorized.md",
            &[("accept-language", b"en")],
            "es",
            None,
            "language: \"es\"",
        ),
    ] {
        let first = page("GET", path, fields);
        assert_eq!(first.status, 200, "{path}");
        assert_eq!(first.field("content-language"), Some(language), "{path}");
        assert_eq!(first.field("vary"), vary, "{path}");
        assert!(first.body.contains(sentence), "{path}: {}", first.body);

        let head = page("HEAD", path, fields);
        assert_eq!((head.status, &head.header), (200, &first.header), "{path}");
        let tag = first.field("etag").unwrap().as_bytes();
        let known = [fields, &[("if-none-match", tag)]].concat();
        let again = page("GET", path, &known);
        assert_eq!((again.status, &*again.body), (304, ""), "{path}");
        assert_eq!(again.field("vary"), vary, "{path}");
    }
}

#[test]
fn a_wrong_spelling_leads_to_the_same_language() {
    for (path, location) in [
        ("/errors/@ES/Unauthorized", "../@es/unauthorized"),
        ("/errors/@es", "@es/"),
    ] {
        let page = page("GET", path, &[("accept-language", b"en")]);
        assert_eq!(
            (page.status, page.field("location")),
            (308, Some(location)),
            "{path}"
        );
    }
}
