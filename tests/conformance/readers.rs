//! What is for callers that act by what they read: the way out in every style, and Markdown, over sockets.

use std::collections::BTreeMap;

use http_body_util::BodyExt as _;
use manila_examples::workbench::{CatalogName, Style};
use manila_probe::wire::{Client, Protocol, Request, Response, send};
use tower::ServiceExt as _;

use crate::expected::file;
use crate::negotiated::{cells, head, remote, told, varies};
use crate::servers::{Cell, FRAMEWORKS, STYLES};

const MARKDOWN: &str = "text/markdown; charset=utf-8";

/// The field that says the form.
const FORM: &[&str] = &["content-type"];

/// The requests that are sent on one connection.
const AT_ONCE: usize = 64;

/// Paths whose responses come from every part of a service.
const PATHS: &[&str] = &[
    "/missing",
    "/raise/CONFLICT?message=%23%20no&details=%7B%22a%22:1%7D",
    "/raise/CONFLICT?violation=%0A%0A---",
    "/panic/str",
    "/err",
    "/foreign/404",
    "/foreign/500",
    "/nested/missing",
    "/nested/raise/CONFLICT",
    "/retry?after_ms=1500",
];

fn markdown(cell: Cell) -> Cell {
    let mut cell = cell;
    cell.settings.markdown = true;
    cell
}

/// The steps and the next request that the file of a catalog gives each code.
fn ways_out(catalog: CatalogName) -> BTreeMap<String, (Vec<String>, Option<String>)> {
    let file = file(catalog);
    let text = |value: &toml::Value| value.as_str().map(str::to_owned);
    let codes = file["codes"].as_table().unwrap().iter();
    codes
        .map(|(code, entry)| {
            let steps = match entry.get("client") {
                Some(toml::Value::Array(steps)) => steps.iter().filter_map(text).collect(),
                Some(step) => text(step).into_iter().collect(),
                None => Vec::new(),
            };
            (code.clone(), (steps, entry.get("next").and_then(text)))
        })
        .collect()
}

#[test]
fn every_code_says_the_way_out_that_its_catalog_has() {
    for catalog in [CatalogName::Vibehost, CatalogName::Mxcep] {
        let ways_out: Vec<_> = ways_out(catalog).into_iter().collect();
        for (at, cell) in cells().enumerate() {
            let mut cell = Cell { catalog, ..cell };
            cell.settings.remedies = true;
            let protocol = Protocol::ALL[at % 2];
            let client = Client::new(cell.address());
            for part in ways_out.chunks(AT_ONCE) {
                let requests: Vec<_> = part
                    .iter()
                    .map(|(code, _)| Request::get(format!("/raise/{code}?violation=no")))
                    .collect();
                let responses = client.batch(protocol, &requests).unwrap();
                for ((code, (steps, next)), response) in part.iter().zip(&responses) {
                    let remote = remote(response);
                    let what = format!("{cell:?} {code} {}", response.text());
                    assert_eq!(remote.code(), Some(code.as_str()), "{what}");
                    let said = remote.remedy().map(|it| (it.steps(), it.next()));
                    let known = (!steps.is_empty() || next.is_some())
                        .then_some((&steps[..], next.as_deref()));
                    assert_eq!(said, known, "{what}");
                }
            }
        }
    }
}

#[test]
fn whoever_makes_an_error_the_way_out_is_said_where_the_service_asks_for_it() {
    for plain in cells() {
        let mut asked = plain;
        asked.settings.remedies = true;
        for protocol in Protocol::ALL {
            for path in PATHS {
                let request = Request::get(*path);
                let [silent, told] = [plain, asked]
                    .map(|cell| remote(&send(cell.address(), protocol, &request).unwrap()));
                let what = format!("{plain:?} {protocol:?} {path}");
                assert!(silent.remedy().is_none(), "{what}");
                let steps = told.remedy().map_or(0, |remedy| remedy.steps().len());
                assert!(steps > 0, "{what}");
                assert_eq!(silent.details_json(), told.details_json(), "{what}");
                assert_eq!(silent.violations().len(), told.violations().len(), "{what}");
            }
        }
    }
}

#[test]
fn a_request_that_names_markdown_gets_it_under_the_same_head() {
    for framework in FRAMEWORKS {
        for style in STYLES {
            let cell = markdown(Cell::new(framework, style));
            for protocol in Protocol::ALL {
                let get = |request: Request| send(cell.address(), protocol, &request).unwrap();
                for path in PATHS {
                    let what = format!("{cell:?} {protocol:?} {path}");
                    let request =
                        || Request::get(*path).header("accept", "text/markdown, */*;q=0.5");
                    let (plain, asked) = (get(Request::get(*path)), get(request()));
                    assert_eq!(asked.only("content-type"), Some(MARKDOWN), "{what}");
                    assert_eq!(asked.status, plain.status, "{what}");
                    assert_eq!(head(&asked, FORM), head(&plain, FORM), "{what}");
                    assert_eq!(told(&asked), told(&plain), "{what}");
                    assert_eq!(told(&asked).len(), 1, "{what}");
                    assert!(
                        varies(&asked, "accept") && varies(&plain, "accept"),
                        "{what}: {asked:?}"
                    );
                    assert_is_markdown(&asked, &what);

                    let mut head_of = request();
                    head_of.method = "HEAD".into();
                    let headed = get(head_of);
                    assert_eq!(headed.text(), "", "{what}");
                    assert_eq!(headed.only("content-type"), Some(MARKDOWN), "{what}");
                    assert_eq!(head(&headed, FORM), head(&asked, FORM), "{what}");
                }
            }
        }
    }
}

#[track_caller]
fn assert_is_markdown(response: &Response, what: &str) {
    let body = response.text();
    let begin = format!(
        "---\ncode: \"{}\"\nstatus: \"{}\"\n",
        response.only("x-error-code").unwrap(),
        response.status,
    );
    assert!(body.starts_with(&begin), "{what}: {body}");
    let id = response.only("x-request-id").unwrap();
    assert!(
        body.contains(&format!("\nrequest_id: \"{id}\"\n")),
        "{what}: {body}"
    );
    let headings: Vec<_> = body.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(
        headings,
        ["## What happened", "## What to do"],
        "{what}: {body}"
    );
    let is_secret = response.status >= 500 && body.contains("canary");
    assert!(!is_secret, "{what}: {body}");
}

#[test]
fn markdown_is_for_those_who_name_it() {
    let cases: &[(&[&str], bool)] = &[
        (&["text/markdown"], true),
        (&["text/html", "text/markdown;q=0.9"], true),
        (&["text/markdown;q=0.5, application/*;q=0.5"], true),
        (&[], false),
        (&["*/*"], false),
        (&["text/*"], false),
        (&["text/html", "application/json"], false),
        (&["text/markdown;q=0"], false),
        (&["text/markdown;q=0.5", "*/*"], false),
        (&["text/markdown;q=much"], false),
        (&["text/markdown;q=1, "], true),
    ];
    for framework in FRAMEWORKS {
        for style in STYLES {
            let silent = Cell::new(framework, style);
            for (cell, is_offered) in [(silent, false), (markdown(silent), true)] {
                for (accept, is_asked) in cases {
                    let mut request = Request::get("/raise/CONFLICT");
                    for field in *accept {
                        request = request.header("accept", *field);
                    }
                    let response = send(cell.address(), Protocol::Http1, &request).unwrap();
                    let is_markdown = response.only("content-type") == Some(MARKDOWN);
                    let what = format!("{cell:?} {accept:?}");
                    assert_eq!(is_markdown, is_offered && *is_asked, "{what}");
                    assert_eq!(
                        varies(&response, "accept"),
                        is_offered,
                        "{what} {response:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_is_no_envelope_is_no_markdown() {
    for framework in FRAMEWORKS {
        let cell = markdown(Cell::new(framework, Style::Problem));
        for path in ["/ok", "/reply"] {
            let request = Request::get(path).header("accept", "text/markdown");
            let response = send(cell.address(), Protocol::Http1, &request).unwrap();
            assert_eq!(response.status, 200, "{framework:?} {path}");
            assert_eq!(
                response.only("content-type"),
                Some("application/json"),
                "{framework:?} {path}"
            );
            assert!(!varies(&response, "accept"), "{framework:?} {path}");
        }
        let mut cell = cell;
        cell.settings.grpc = true;
        let call = Request::new("POST", "/raise/CONFLICT")
            .header("te", "trailers")
            .header("content-type", "application/grpc")
            .header("accept", "text/markdown");
        let response = send(cell.address(), Protocol::Http2, &call).unwrap();
        assert_eq!(
            response.only("content-type"),
            Some("application/grpc"),
            "{framework:?}"
        );
        assert_eq!(
            (response.status, response.text()),
            (200, String::new()),
            "{framework:?}"
        );
    }
}

#[tokio::test]
async fn a_body_that_no_layer_sees_stays_in_the_default_style() {
    async fn gone() -> manila_axum::Result<()> {
        Err(manila::Condition::Gone.into())
    }
    let router = axum::Router::new().route("/", axum::routing::get(gone));
    let request = axum::http::Request::get("/").header("accept", "text/markdown");
    let response = router
        .oneshot(request.body(axum::body::Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(response.headers()["content-type"], "application/json");
    assert!(!response.headers().contains_key("vary"));
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert!(
        body.starts_with(br#"{"ok":false,"error":{"code":"gone""#),
        "{body:?}"
    );
}
