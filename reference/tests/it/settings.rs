//! What a reference can be told, and what is refused.

use manila_reference::{Error, Logo, Reference, Release};

use crate::kit::{field, files, get};

manila::catalog! { enum ApiError = "../catalogs/vibehost.toml" }
manila::catalog! { enum Other = "../catalogs/cpi.toml" }

fn new() -> Reference {
    Reference::new(ApiError::CATALOG)
}

fn refused(result: Result<impl Sized, Error>, expected: &str) {
    let Err(error) = result else {
        panic!("is taken: {expected}");
    };
    assert_eq!(error.to_string(), expected);
}

#[test]
fn what_cannot_be_used_says_what_to_do() {
    for colour in ["red", "#12", "#12345g", "", "#1234567", "123456"] {
        let expected = format!(
            "the accent `{colour}` is no colour; write it as `#rrggbb` or `#rgb`: `#1f5fd6`, say"
        );
        refused(new().accent(colour), &expected);
    }
    for address in [
        "docs.example",
        "ftp://docs.example",
        "https://",
        "https:///x",
        "https://a b",
        "https://a/?q",
        "https://a/#f",
        "javascript://a",
    ] {
        let expected = format!(
            "`{address}` is no address of a site; give one such as `https://docs.example/errors`"
        );
        refused(new().url(address), &expected);
    }
    for template in [
        "javascript:alert('{request_id}')",
        "logs {request_id}",
        "https://x/\"{request_id}",
    ] {
        let expected = format!(
            "the link to a request `{template}` is no address; begin it with `https://`, `mailto:` or `/`"
        );
        refused(new().request_link(template), &expected);
    }
    refused(
        new().request_link("https://logs.example"),
        "the link to a request `https://logs.example` has no place for the id; write {request_id} there",
    );
    for date in [
        "2026-02-30",
        "2026-13-01",
        "2026-1-1",
        "yesterday",
        "+026-01-01",
        "",
    ] {
        refused(
            new().date(date),
            &format!("`{date}` is no date; write it as `2026-01-31`"),
        );
    }
    assert!(new().date("2024-02-29").is_ok() && new().date("2100-02-29").is_err());
    refused(
        new().and_catalog(ApiError::CATALOG),
        "two catalogs are called `vibehost`, which is the folder of their pages; name each once, or rename one",
    );
    refused(Reference::of([]), "a reference needs a catalog; name one");
    let release = Release::new("1", &Other::CATALOG.to_json()).unwrap();
    refused(
        new().older(release),
        "the older version is of `cpi`, which the reference has no catalog of; give an export of `vibehost`",
    );
    let garbage = Release::new("1\u{202e}", "{").unwrap_err().to_string();
    assert!(
        garbage.starts_with("the export of version `1\\u{202e}` cannot be read: "),
        "{garbage}"
    );
    refused(
        Logo::new("png", Vec::new()),
        "the logo has 0 bytes; give a picture of 1 byte to 1 MiB",
    );
}

#[test]
fn a_logo_is_a_file_of_the_site() {
    let logo = Logo::new("SVG", &b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..]).unwrap();
    let site = new().logo(logo).site();
    let reply = get(&site, "/logo.svg");
    assert_eq!(field(&reply, "content-type"), Some("image/svg+xml"));
    assert!(files(&site)["CONFLICT/index.html"].contains("<img src=\"../logo.svg\" alt=\"\""));
}

#[test]
fn an_address_is_where_canonical_links_and_the_sitemap_lead() {
    let site = |reference: Reference| files(&reference.site());
    let plain = site(new());
    assert!(
        !plain.contains_key("sitemap.xml") && !plain["CONFLICT/index.html"].contains("canonical")
    );
    let public = site(new().url("https://docs.example/errors/").unwrap());
    let canonical = "<link rel=\"canonical\" href=\"https://docs.example/errors/CONFLICT\">";
    assert!(public["CONFLICT/index.html"].contains(canonical));
    assert!(public["sitemap.xml"].contains("<loc>https://docs.example/errors/CONFLICT</loc>"));
    let both = new().and_catalog(Other::CATALOG).unwrap();
    let both = site(both.url("https://docs.example").unwrap());
    assert!(both["cpi/-403/index.html"].contains("href=\"https://docs.example/cpi/-403\""));
    assert!(both["sitemap.xml"].contains("<loc>https://docs.example/</loc>"));
    // A name beside the number leads to it, on hosts that know no redirects.
    let moved = &both["cpi/Forbidden/index.html"];
    assert!(
        moved
            .contains("<meta http-equiv=\"refresh\" content=\"0; url=../../cpi/-403/index.html\">"),
        "{moved}"
    );
}

#[test]
fn robots_are_asked_to_leave() {
    let site = new()
        .url("https://docs.example")
        .unwrap()
        .hide_from_robots()
        .site();
    assert_eq!(field(&get(&site, "/"), "x-robots-tag"), Some("noindex"));
    let files = files(&site);
    assert!(files["CONFLICT/index.html"].contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!files.contains_key("sitemap.xml"));
}

#[test]
fn the_same_settings_give_the_same_bytes() {
    let site = || files(&new().accent("#0a0").unwrap().site());
    assert_eq!(site(), site());
    assert_ne!(site()["style.css"], files(&new().site())["style.css"]);
}

/// A name that says what is listed is not given the word twice.
#[test]
fn the_heading_says_errors_once() {
    let catalog = manila_catalogs::Vibehost::CATALOG;
    for (title, heading) in [
        ("VibeHost", "VibeHost errors"),
        ("VibeHost errors", "VibeHost errors"),
        ("Error codes", "Error codes"),
    ] {
        let site = Reference::new(catalog).title(title).site();
        let index = site
            .files()
            .find(|file| file.path() == "index.html")
            .unwrap();
        let html = String::from_utf8_lossy(index.bytes()).into_owned();
        assert!(html.contains(&format!("<h1>{heading}</h1>")), "{title}");
        assert!(
            html.contains(&format!("<title>{heading}</title>")),
            "{title}"
        );
    }
}

#[test]
fn the_contract_stands_beside_the_pages() {
    let catalog = manila_catalogs::Vibehost::CATALOG;
    let reference = Reference::new(catalog)
        .openapi("{}")
        .json_schema("JSON-API", "[]")
        .unwrap();
    let site = reference.site();
    let text = |path: &str| {
        let file = site.files().find(|file| file.path() == path).unwrap();
        String::from_utf8_lossy(file.bytes()).into_owned()
    };
    assert_eq!(
        (text("openapi.json"), text("schema/json-api.json")),
        ("{}".to_owned(), "[]".to_owned())
    );
    for name in ["", "../x", "a b", "a/b"] {
        assert!(
            Reference::new(catalog).json_schema(name, "{}").is_err(),
            "{name}"
        );
    }
}
