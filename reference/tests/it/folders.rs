//! Where the pages of a site in several languages are.

use std::collections::HashSet;
use std::sync::Arc;

use manila::Catalog;
use manila_catalogs::{Cpi, Vibehost};
use manila_reference::{Reference, Request, Site};

use crate::kit::{attributes, field, files, get, reply};
use crate::links::{
    assert_links_lead_to_files, assert_links_of_markdown_lead_to_files, links, resolved,
};
use crate::translated::{Say, Translated, translated};

fn site() -> Site {
    translated(Reference::new(Vibehost::CATALOG))
}

fn sites() -> [Site; 2] {
    let both: [&'static Catalog; 2] = [Vibehost::CATALOG, Cpi::CATALOG];
    [site(), translated(Reference::of(both).unwrap())]
}

fn text(site: &Site, path: &str) -> String {
    String::from_utf8(get(site, path).body().to_vec()).unwrap()
}

#[test]
fn a_page_leads_to_itself_in_each_language() {
    let reference = Reference::new(Vibehost::CATALOG);
    let site = translated(
        reference
            .clone()
            .url("https://docs.example/errors")
            .unwrap(),
    );
    let files = files(&site);
    for (path, canonical) in [
        (
            "CONFLICT/index.html",
            "https://docs.example/errors/CONFLICT",
        ),
        (
            "@es/CONFLICT/index.html",
            "https://docs.example/errors/@es/CONFLICT",
        ),
        ("@ar/index.html", "https://docs.example/errors/@ar/"),
    ] {
        let page = &files[path];
        assert!(
            page.contains(&format!("<link rel=\"canonical\" href=\"{canonical}\">")),
            "{path}"
        );
        let below = path
            .trim_start_matches("@es/")
            .trim_start_matches("@ar/")
            .trim_end_matches("index.html")
            .trim_end_matches('/');
        for (language, folder) in [
            ("en", ""),
            ("es", "@es/"),
            ("ar", "@ar/"),
            ("x-default", ""),
        ] {
            let expected = format!(
                "<link rel=\"alternate\" hreflang=\"{language}\" href=\"https://docs.example/errors/{folder}{below}\">"
            );
            assert!(page.contains(&expected), "{path}: {expected}");
        }
        let switch = page
            .split("<nav class=\"languages\"")
            .nth(1)
            .unwrap()
            .split("</nav>")
            .next()
            .unwrap();
        let names: Vec<_> = switch
            .split("</a>")
            .filter_map(|part| part.rsplit_once('>'))
            .map(|(_, name)| name.trim())
            .collect();
        assert_eq!(names[..3], ["English", "Español", "العربية"]);
        let tags: Vec<_> = attributes(switch, "hreflang");
        assert_eq!(
            (&tags, attributes(switch, "lang")),
            (&vec!["en", "es", "ar"], vec!["en", "es", "ar"])
        );
        assert_eq!(attributes(switch, "aria-current"), ["true"], "{path}");
        for (link, folder) in attributes(switch, "href")
            .into_iter()
            .zip(["", "@es/", "@ar/"])
        {
            let below = if below.is_empty() {
                "index.html".to_owned()
            } else {
                format!("{below}/index.html")
            };
            assert_eq!(resolved(path, link), format!("{folder}{below}"), "{path}");
        }
    }
    // Where the address is not known, crawlers are led as readers are.
    let page = text(&translated(reference), "/@es/CONFLICT");
    assert!(page.contains("<link rel=\"alternate\" hreflang=\"ar\" href=\"../@ar/CONFLICT\">"));
}

/// A reader who chose the catalog's own language would be answered in theirs again.
#[test]
fn a_served_page_leads_to_an_address_that_is_in_one_language() {
    let site = site();
    let negotiated = reply(
        &site,
        &Request::new("GET", "/CONFLICT").accept_language("es"),
    );
    let negotiated = String::from_utf8(negotiated.into_body().to_vec()).unwrap();
    assert!(
        negotiated.contains("<a href=\"@en/CONFLICT\" lang=\"en\" hreflang=\"en\">English</a>")
    );
    assert!(
        negotiated.contains(
            "<a href=\"@es/CONFLICT\" lang=\"es\" hreflang=\"es\" aria-current=\"true\">"
        )
    );
    // The other pages are where the reader's language is chosen, as this one.
    assert!(negotiated.contains("<a class=\"brand\" href=\"./\">"));
    let chosen = text(&site, "/@en/CONFLICT");
    assert!(chosen.contains("<a class=\"brand\" href=\"../@en/\">"));
    assert!(!site.files().any(|file| file.path().starts_with("@en/")));
}

#[test]
fn every_link_of_a_file_leads_to_a_file_and_to_a_place_in_it() {
    for site in sites() {
        let files = files(&site);
        assert!(files.len() > 600);
        assert_links_lead_to_files(&files);
        assert_links_of_markdown_lead_to_files(&files);
    }
}

#[test]
fn every_link_of_a_served_page_is_answered_with_a_page() {
    for site in sites() {
        for language in ["en", "es"] {
            let (mut seen, mut open) = (HashSet::new(), vec![String::new()]);
            while let Some(path) = open.pop() {
                if !seen.insert(path.clone()) {
                    continue;
                }
                let address = format!("/{path}");
                let request = Request::new("GET", &address).accept_language(language);
                let reply = reply(&site, &request);
                assert_eq!(reply.status(), 200, "{path}");
                let text = String::from_utf8_lossy(reply.body()).into_owned();
                if text.starts_with("<!doctype html>") {
                    open.extend(links(&text).map(|link| resolved(&path, link)));
                }
            }
            let in_folders = |tag: &str| seen.iter().filter(|path| path.contains(tag)).count();
            assert_eq!(in_folders("@en/"), in_folders("@es/"));
            assert!(in_folders("@en/") > 170);
        }
    }
}

#[test]
fn each_spelling_of_an_address_leads_to_the_right_one() {
    let [single, several] = sites();
    for (site, path, location) in [
        (&single, "/@ES/conflict", "../@es/CONFLICT"),
        (&single, "/@es", "@es/"),
        (&single, "/@es/CONFLICT/index.html", "../../@es/CONFLICT"),
        (&several, "/cpi/@es/Forbidden", "../../cpi/@es/-403"),
        (&several, "/cpi/@en/forbidden", "../../cpi/@en/-403"),
        (&several, "/cpi/@es", "../cpi/@es/"),
        (&several, "/cpi/forbidden", "../cpi/-403"),
    ] {
        let reply = get(site, path);
        assert_eq!(
            (reply.status(), field(&reply, "location")),
            (308, Some(location)),
            "{path}"
        );
    }
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "named", case = "any")]
enum Named {
    #[error("A.")]
    #[error_code(code = "es", status = 400)]
    Es,
    #[error("B.")]
    #[error_code(code = "ar", status = 400)]
    Ar,
    #[error("C.")]
    #[error_code(code = "en/llms", status = 400)]
    En,
}

#[test]
fn no_code_has_the_address_of_a_language() {
    assert_eq!(
        Named::CATALOG.codes().len(),
        [Named::Es, Named::Ar, Named::En].len()
    );
    let site = translated(Reference::new(Named::CATALOG));
    let mut seen = HashSet::new();
    for file in site.files() {
        assert!(
            seen.insert(file.path().to_lowercase()),
            "{} is there twice",
            file.path()
        );
    }
    for (path, heading) in [
        ("/es", "<h1><code>es</code>"),
        ("/@es/es", "<h1><code>es</code>"),
        ("/@es/ar", "<h1><code>ar</code>"),
        ("/@es/", "<h1>⟦named errors⟧</h1>"),
        ("/en-llms", "<h1><code>en/llms</code>"),
    ] {
        assert!(
            text(&site, path).contains(heading),
            "{path}: {}",
            text(&site, path)
        );
    }
}

#[test]
fn a_tag_that_is_none_is_no_folder() {
    let tags = [
        "en",
        "../../etc",
        "",
        "es",
        "ES",
        "a b",
        "é",
        "x\r\n",
        "pt-BR",
        "-",
        "en",
    ];
    let translations = Arc::new(Translated::new(&tags, Say::Enclosed));
    let site = Reference::new(Vibehost::CATALOG)
        .translations(translations)
        .site();
    let folders = site.files().filter_map(|file| {
        let (folder, _) = file.path().split_once('/')?;
        folder.starts_with('@').then(|| folder.to_owned())
    });
    let folders: HashSet<_> = folders.collect();
    assert_eq!(folders, ["@es", "@pt-BR"].map(str::to_owned).into());
    // Whoever is given one of the others gets the catalog's own.
    let reply = reply(
        &site,
        &Request::new("GET", "/CONFLICT").accept_language("a b"),
    );
    assert_eq!(field(&reply, "content-language"), Some("en"));
    let translations = Arc::new(Translated::new(&["\n", "es"], Say::Enclosed));
    let site = Reference::new(Vibehost::CATALOG)
        .translations(translations)
        .site();
    assert_eq!(field(&get(&site, "/"), "content-language"), Some("en"));
}

#[test]
fn the_sitemap_has_every_page_in_each_language() {
    let reference = Reference::new(Vibehost::CATALOG)
        .url("https://docs.example/errors")
        .unwrap();
    let alone = reference.clone().site();
    let count = |site: &Site| files(site)["sitemap.xml"].matches("<loc>").count();
    let translated = translated(reference);
    assert_eq!(count(&translated), count(&alone) * 3);
    let sitemap = &files(&translated)["sitemap.xml"];
    for address in ["@es/", "@ar/CONFLICT", "CONFLICT"] {
        assert!(
            sitemap.contains(&format!("<loc>https://docs.example/errors/{address}</loc>")),
            "{address}"
        );
    }
}
