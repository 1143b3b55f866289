//! Catalogs for tests, and sites as their readers see them.

use std::collections::BTreeMap;

use manila::__private::{CatalogFacts, CodeFacts, CodeNotes};
use manila::{Case, Catalog, Code, Operation, Wire};
use manila_catalog_file::hash_of;
use manila_reference::{Answer, Reply, Request, Site};

pub(crate) fn leaked<T: ?Sized>(value: impl Into<Box<T>>) -> &'static T {
    Box::leak(value.into())
}

/// The facts of a catalog of this name, without codes.
pub(crate) const fn facts(name: &'static str) -> CatalogFacts {
    CatalogFacts {
        name,
        title: "Planted",
        case: Case::ScreamingSnake,
        wire: Wire::Name,
        codes: &[],
        names: &[u16::MAX],
        numbers: &[],
        conditions: &[],
        rules: &[],
        exit_codes: &[],
        locales: &["en"],
        digits: false,
        http_case: Case::ScreamingSnake,
        documentation: None,
        brands: &[],
        fact_titles: &[],
        operations: &[],
    }
}

/// A catalog that no rule has judged, of one code with these notes.
pub(crate) fn planted(
    title: &'static str,
    code: impl FnOnce(&'static Catalog) -> CodeFacts,
    operations: &'static [Operation],
) -> &'static Catalog {
    let named = leaked(Catalog::new(facts("planted")));
    let code = code(named);
    let mut names = vec![u16::MAX; 2];
    names[hash_of(code.name) as usize & 1] = 0;
    leaked(Catalog::new(CatalogFacts {
        title,
        codes: leaked::<[Code]>(vec![Code::new(code)]),
        names: leaked::<[u16]>(names),
        operations,
        ..facts("planted")
    }))
}

/// Notes that a code has.
pub(crate) fn noted(
    catalog: &'static Catalog,
    message: &'static str,
    notes: CodeNotes,
) -> CodeFacts {
    CodeFacts {
        notes: leaked(notes),
        ..CodeFacts::of(catalog, "PLANTED", 422, "Planted", message, "")
    }
}

/// Every file by its path.
pub(crate) fn files(site: &Site) -> BTreeMap<String, String> {
    let files = site.files().map(|file| {
        let text = String::from_utf8(file.bytes().to_vec()).unwrap();
        (file.path().to_owned(), text)
    });
    files.collect()
}

pub(crate) fn get(site: &Site, path: &str) -> Reply {
    reply(site, &Request::new("GET", path))
}

pub(crate) fn reply(site: &Site, request: &Request<'_>) -> Reply {
    match site.answer(request) {
        Answer::Reply(reply) => reply,
        other => panic!("{request:?}: {other:?}"),
    }
}

pub(crate) fn field<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
    let mut fields = reply.header().filter(|(known, _)| *known == name);
    let found = fields.next().map(|(_, value)| value);
    assert!(fields.next().is_none(), "{name} is there twice");
    found
}

/// The tags of a document in HTML or XML, in order: `p`, `/p`, and so on.
pub(crate) fn tags(document: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    let mut rest = document;
    while let Some(start) = rest.find('<') {
        let tag = &rest[start + 1..];
        let end = end_of_tag(tag);
        let name = tag[..end].split([' ', '\n', '>']).next().unwrap();
        tags.push(name.trim_end_matches('/'));
        rest = &tag[end..];
    }
    tags
}

fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, character) in tag.char_indices() {
        match character {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    tag.len()
}

/// The values of an attribute, of all elements.
pub(crate) fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    let parts = html.split(&*opening).skip(1);
    parts.map(|part| part.split('"').next().unwrap()).collect()
}
