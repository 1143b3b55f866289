//! `docs/catalog.md`: the format, from the tables that the reader runs on.
//!
//! `UPDATE_GOLDEN=1 cargo test -p manila-catalog-file` writes the page anew.

mod keys;
mod lists;
mod markdown;
mod takes;

use manila_catalog_file::{examine, read};

use self::markdown::anchor;

/// What stands before what the tables say.
const HEAD: &str = include_str!("head.md");

fn page() -> String {
    let parts = [
        HEAD.to_owned(),
        keys::sections(),
        lists::spellings(),
        lists::findings(),
        lists::changes(),
    ];
    parts.join("\n")
}

#[test]
fn the_page_is_written_from_the_tables() {
    let path = format!("{}/../docs/catalog.md", env!("CARGO_MANIFEST_DIR"));
    let written = page();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == written,
        "docs/catalog.md is another; `UPDATE_GOLDEN=1 cargo test -p manila-catalog-file` writes it anew"
    );
}

#[test]
fn the_catalog_of_the_page_has_no_findings() {
    let (_, rest) = HEAD.split_once("```toml\n").unwrap();
    let (catalog, _) = rest.split_once("```\n").unwrap();
    let mut found = examine(catalog);
    // It shows two conditions of many.
    found.retain(|one| one.rule != "unmapped-condition");
    assert_eq!(found, [], "{catalog}");
    let catalog = read(catalog).unwrap().into_catalog();
    assert_eq!(catalog.codes.len(), 4);
}

#[test]
fn each_link_of_the_page_leads_somewhere() {
    let page = page();
    let headings = page.lines().filter(|line| line.starts_with('#'));
    let anchors: Vec<_> = headings.map(anchor).collect();
    for (at, _) in page.match_indices("](#") {
        let link = page[at + 3..].split(')').next().unwrap();
        assert!(anchors.iter().any(|anchor| anchor == link), "#{link}");
    }
}
