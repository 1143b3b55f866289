//! The error reference that the service serves, and the errors that refer to it, over sockets.

use manila::Catalog;
use manila_examples::workbench::{CatalogName, Framework, Options, Server, Style, start};
use manila_probe::wire::{Client, Protocol, Request, Response};
use serde_json::Value;

use crate::servers::FRAMEWORKS;

/// The requests that are sent on one connection.
const AT_ONCE: usize = 64;

fn serve(framework: Framework, style: Style, catalog: CatalogName) -> Server {
    let options = Options {
        catalog,
        reference: true,
        ..Options::new(framework, style)
    };
    start(&options).unwrap()
}

/// The responses to requests, in their order.
fn all(server: &Server, requests: &[Request]) -> Vec<Response> {
    let client = Client::new(server.address());
    let parts = requests.chunks(AT_ONCE);
    let responses = parts.map(|part| client.batch(Protocol::Http1, part).unwrap());
    responses.flatten().collect()
}

/// Where the body of an error says that its page is.
fn page_of(style: Style, response: &Response) -> Option<String> {
    let body: Value = serde_json::from_slice(&response.body).unwrap();
    let address = match style {
        Style::Problem => &body["type"],
        _ => &body["errors"][0]["links"]["type"],
    };
    address.as_str().map(str::to_owned)
}

fn check_pages(framework: Framework, style: Style, name: CatalogName) {
    let server = serve(framework, style, name);
    let top = format!("http://{}", server.address());
    let catalog: &Catalog = name.catalog();
    let raised = catalog
        .codes()
        .iter()
        .map(|code| Request::get(format!("/raise/{}", code.name())));
    let raised = all(&server, &raised.collect::<Vec<_>>());
    let pages = raised.iter().map(|response| {
        let address = page_of(style, response).unwrap();
        Request::get(
            address
                .strip_prefix(&top)
                .unwrap_or_else(|| panic!("{address}")),
        )
    });
    let pages = all(&server, &pages.collect::<Vec<_>>());
    assert_eq!(pages.len(), catalog.codes().len());
    for (code, page) in catalog.codes().iter().zip(pages) {
        let wire = code.wire_code().to_text();
        let named = format!("{framework:?} {style:?} {wire}");
        assert_eq!(page.status, 200, "{named}");
        assert_eq!(
            page.only("content-type"),
            Some("text/html; charset=utf-8"),
            "{named}"
        );
        assert!(
            page.text().contains(&format!("<h1><code>{wire}</code>")),
            "{named}: {}",
            page.text()
        );
    }
}

#[test]
fn every_error_refers_to_the_page_of_its_code() {
    for framework in FRAMEWORKS {
        for catalog in [
            CatalogName::Vibehost,
            CatalogName::Codelibra,
            CatalogName::Cpi,
            CatalogName::Credicorp,
        ] {
            check_pages(framework, Style::Problem, catalog);
        }
        check_pages(framework, Style::JsonApi, CatalogName::Vibehost);
    }
    check_pages(Framework::Axum, Style::JsonApi, CatalogName::Mxcep);
}

#[test]
fn an_error_without_an_entry_refers_to_no_page() {
    for framework in FRAMEWORKS {
        let server = serve(framework, Style::Problem, CatalogName::Cpi);
        let response = &all(&server, &[Request::new("DELETE", "/ok")])[0];
        assert_eq!(
            (response.status, page_of(Style::Problem, response)),
            (405, Some("about:blank".to_owned()))
        );
    }
}

#[test]
fn what_is_no_page_is_an_error_in_the_envelope() {
    for framework in FRAMEWORKS {
        let server = serve(framework, Style::OkError, CatalogName::Vibehost);
        for (request, status, allow) in [
            (Request::get("/errors/NO_CODE"), 404, None),
            (
                Request::get("/errors/NO_CODE.md").header("accept", "text/markdown"),
                404,
                None,
            ),
            (
                Request::new("POST", "/errors/FORBIDDEN"),
                405,
                Some("GET, HEAD"),
            ),
            (Request::new("DELETE", "/errors/"), 405, Some("GET, HEAD")),
        ] {
            let response = &all(&server, std::slice::from_ref(&request))[0];
            let named = format!("{framework:?} {request:?}");
            assert_eq!(response.status, status, "{named}");
            assert_eq!(
                response.only("content-type"),
                Some("application/json"),
                "{named}"
            );
            assert!(response.only("x-request-id").is_some(), "{named}");
            assert_eq!(response.only("allow"), allow, "{named}");
        }
    }
}

#[test]
fn an_address_that_is_nearly_right_leads_to_the_right_one() {
    for framework in FRAMEWORKS {
        let server = serve(framework, Style::OkError, CatalogName::Vibehost);
        for (path, to) in [
            ("/errors", "errors/"),
            ("/errors?status=402", "errors/"),
            ("/errors/forbidden", "FORBIDDEN"),
            ("/errors/Forbidden.MD", "FORBIDDEN.md"),
            ("/errors/FORBIDDEN/", "../FORBIDDEN"),
        ] {
            let response = &all(&server, &[Request::get(path)])[0];
            assert_eq!(response.status, 308, "{framework:?} {path}");
            let location = response.only("location").unwrap();
            assert!(location.starts_with(to), "{framework:?} {path}: {location}");
        }
    }
}

/// What a program asks for by name it gets; a browser gets a page, and HEAD the header of GET.
#[test]
fn a_page_is_what_the_request_asks_for() {
    for framework in FRAMEWORKS {
        let server = serve(framework, Style::OkError, CatalogName::Vibehost);
        let get = |accept: &str| Request::get("/errors/FORBIDDEN").header("accept", accept);
        for (accept, media_type) in [
            ("*/*", "text/html; charset=utf-8"),
            (
                "text/html,application/xhtml+xml,*/*;q=0.8",
                "text/html; charset=utf-8",
            ),
            ("image/png", "text/html; charset=utf-8"),
            ("text/markdown", "text/markdown; charset=utf-8"),
            ("application/json", "application/json"),
        ] {
            let response = &all(&server, &[get(accept)])[0];
            assert_eq!(
                response.only("content-type"),
                Some(media_type),
                "{framework:?} {accept}"
            );
            let etag = response.only("etag").unwrap().to_owned();
            let again = get(accept).header("if-none-match", &*etag);
            let head = Request::new("HEAD", "/errors/FORBIDDEN").header("accept", accept);
            let [again, head] = &all(&server, &[again, head])[..] else {
                unreachable!()
            };
            assert_eq!(
                (again.status, again.body.len()),
                (304, 0),
                "{framework:?} {accept}"
            );
            assert_eq!(
                (head.status, head.body.len()),
                (200, 0),
                "{framework:?} {accept}"
            );
            assert_eq!(head.only("etag"), Some(&*etag), "{framework:?} {accept}");
        }
    }
}
