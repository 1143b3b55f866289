//! What changed.

use manila_reference::{Reference, Release};
use serde_json::{Value, json};

use crate::kit::files;

manila::catalog! { enum ApiError = "../catalogs/vibehost.toml" }

/// An older export, with something else at a place.
fn older(place: &str, value: Value) -> String {
    let mut export: Value = serde_json::from_str(&ApiError::CATALOG.to_json()).unwrap();
    *export.pointer_mut(place).unwrap() = value;
    export.to_string()
}

fn dated(version: &str, date: &str, export: &str) -> Release {
    Release::new(version, export).unwrap().date(date).unwrap()
}

fn reference() -> Reference {
    let first = dated(
        "1.0.0",
        "2025-01-31",
        &older("/codes/0/statuses/0", json!(403)),
    );
    let second = dated(
        "1.1.0",
        "2025-06-30",
        &older("/codes/1/message", json!("Old.")),
    );
    let reference = Reference::new(ApiError::CATALOG).older(first).unwrap();
    let reference = reference.older(second).unwrap().version("2.0.0");
    reference.url("https://docs.example/errors").unwrap()
}

#[test]
fn each_version_is_compared_with_the_one_before() {
    let files = files(&reference().site());
    let page = &files["changes/index.html"];
    let order = [
        "id=\"version-2\">2.0.0",
        "Since 1.1.0",
        "id=\"version-1\">1.1.0",
        "Since 1.0.0",
    ];
    let places: Vec<_> = order.iter().map(|text| page.find(text).unwrap()).collect();
    assert!(places.is_sorted(), "{page}");
    assert!(
        page[places[2]..].contains("changed from 403 to 401"),
        "{page}"
    );
    assert!(
        page[..places[2]].contains("Breaks nothing")
            && !page[..places[2]].contains("Breaks clients")
    );
}

#[test]
fn a_feed_needs_a_day_for_each_version_and_an_address() {
    let has_feed = |reference: Reference| files(&reference.site()).contains_key("changes.atom");
    assert!(!has_feed(reference()));
    assert!(has_feed(reference().date("2026-01-31").unwrap()));
    // It came between the last one and this.
    let undated = Release::new("1.2.0", &ApiError::CATALOG.to_json()).unwrap();
    let undated = reference().date("2026-01-31").unwrap().older(undated);
    assert!(!has_feed(undated.unwrap()));

    let exported = ApiError::CATALOG.to_json();
    let nowhere = Reference::new(ApiError::CATALOG).older(dated("1", "2025-01-31", &exported));
    let nowhere = nowhere.unwrap().version("2").date("2026-01-31").unwrap();
    assert!(!has_feed(nowhere.clone()));
    let feed = &files(&nowhere.url("https://docs.example").unwrap().site())["changes.atom"];
    assert!(feed.contains("Nothing changed since 1."), "{feed}");
    assert!(feed.contains("<updated>2026-01-31T00:00:00Z</updated>"));
}

#[test]
fn without_older_versions_there_is_no_page_of_changes() {
    let files = files(&Reference::new(ApiError::CATALOG).site());
    assert!(!files.keys().any(|path| path.starts_with("changes")));
    assert!(!files["index.html"].contains("Changes"));
}
