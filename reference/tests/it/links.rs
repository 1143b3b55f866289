//! Where the links of a site lead.

use std::collections::{BTreeMap, HashSet};

use manila::Catalog;
use manila_catalogs::{Codelibra, Cpi, Credicorp, Mxcep, Vibehost};
use manila_reference::{Answer, Reference, Request, Site};

use crate::kit::{attributes, files, get, tags};

fn published() -> Vec<&'static Catalog> {
    vec![
        Vibehost::CATALOG,
        Mxcep::CATALOG,
        Credicorp::CATALOG,
        Codelibra::CATALOG,
        Cpi::CATALOG,
    ]
}

/// The path that a relative link leads to from another.
pub(crate) fn resolved(from: &str, link: &str) -> String {
    let link = link.split(['?', '#']).next().unwrap();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{link} on {from} leads out"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

pub(crate) fn links(html: &str) -> impl Iterator<Item = &str> {
    let all = attributes(html, "href")
        .into_iter()
        .chain(attributes(html, "src"));
    all.filter(|link| !link.starts_with("https://") && !link.starts_with('#'))
}

fn sites() -> [Site; 2] {
    let all = published();
    [
        Reference::new(all[1]).site(),
        Reference::of(all).unwrap().site(),
    ]
}

/// Each link of a page leads to a file, and to a place in it.
pub(crate) fn assert_links_lead_to_files(files: &BTreeMap<String, String>) {
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for link in links(html) {
            let target = resolved(path, link);
            let found = files.get(&target);
            assert!(found.is_some(), "{link} on {path} leads to {target}");
            if let Some((_, anchor)) = link.split_once('#') {
                let ids = attributes(found.unwrap(), "id");
                assert!(ids.contains(&anchor), "{link} on {path}");
            }
        }
    }
}

/// Each link of Markdown leads to a file.
pub(crate) fn assert_links_of_markdown_lead_to_files(files: &BTreeMap<String, String>) {
    let is_markdown = |path: &str| path.ends_with(".md") || path.ends_with("llms.txt");
    for (path, text) in files.iter().filter(|(path, _)| is_markdown(path)) {
        for part in text.split("](").skip(1) {
            let link = part.split(')').next().unwrap();
            assert!(
                files.contains_key(&resolved(path, link)),
                "{link} in {path}"
            );
        }
    }
}

#[test]
fn every_link_of_a_file_leads_to_a_file_and_to_a_place_in_it() {
    for site in sites() {
        assert_links_lead_to_files(&files(&site));
    }
}

#[test]
fn every_link_of_a_served_page_is_answered_with_a_page() {
    for site in sites() {
        let (mut seen, mut open) = (HashSet::new(), vec![String::new()]);
        while let Some(path) = open.pop() {
            if !seen.insert(path.clone()) {
                continue;
            }
            let reply = get(&site, &format!("/{path}"));
            assert_eq!(reply.status(), 200, "{path}");
            let text = String::from_utf8_lossy(reply.body()).into_owned();
            if text.starts_with("<!doctype html>") {
                open.extend(links(&text).map(|link| resolved(&path, link)));
            }
        }
        // Names that lead elsewhere are the only files without a link.
        let moved = site.files().filter(|file| {
            std::str::from_utf8(file.bytes())
                .unwrap()
                .contains("http-equiv=\"refresh\"")
        });
        assert_eq!(seen.len() + moved.count(), site.files().count());
    }
}

#[test]
fn the_links_of_markdown_lead_to_files() {
    for site in sites() {
        assert_links_of_markdown_lead_to_files(&files(&site));
    }
}

#[test]
fn pages_have_what_the_checkers_ask_for_and_nothing_of_other_hosts() {
    for site in sites() {
        for (path, html) in files(&site)
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
        {
            let tags = tags(html);
            let count = |name: &str| tags.iter().filter(|tag| **tag == name).count();
            assert_eq!(
                (count("h1"), count("main"), count("title")),
                (1, 1, 1),
                "{path}"
            );
            assert_eq!(count("style"), 0, "{path}");
            // One script, which is a file.
            assert_eq!(
                (count("script"), attributes(html, "src").len()),
                (1, 1),
                "{path}"
            );
            for forbidden in [
                " style=\"",
                " onclick=\"",
                "javascript:",
                "http://",
                "@import",
            ] {
                assert!(!html.contains(forbidden), "{path} has {forbidden}");
            }
            let ids = attributes(html, "id");
            let unique: HashSet<_> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{path}");
            let lang = attributes(html, "lang");
            assert_eq!(
                (lang.len(), attributes(html, "dir").len()),
                (1, 1),
                "{path}"
            );
        }
    }
}

#[test]
fn the_address_of_every_code_is_a_page_of_the_site() {
    for catalog in published() {
        let site = Reference::new(catalog).site();
        for code in catalog.codes() {
            let wire = code.wire_code().to_text().into_owned();
            let address = manila_catalog_file::address_of(&wire).into_owned();
            let Answer::Reply(reply) = site.answer(&Request::new("GET", &format!("/{address}")))
            else {
                panic!("{address} is no page");
            };
            let page = String::from_utf8_lossy(reply.body());
            assert!(
                page.contains(&format!("<h1><code>{wire}</code>")),
                "{address}"
            );
        }
    }
}
