//! `manila docs` in several languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::run::manila;

const CATALOG: &str = "[catalog]\nname = 'plans'\ntitle = 'Plans'\ncase = 'snake_case'\n\
    locales = ['en', 'es']\n[codes.sold_out]\nstatus = 409\nmessage = 'It is sold out.'\n\
    client = 'Take another.'\n";

const SPANISH: &str = "sold_out = No queda nada.\n    .client-1 = Pide otra cosa.\n";

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::write(path.join("errors.toml"), CATALOG).unwrap();
    write(path, "i18n/es/plans.ftl", SPANISH);
    folder
}

fn write(folder: &Path, file: &str, text: &str) {
    let file = folder.join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn docs(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let start = ["docs", "--out", "site"].iter();
    let all: Vec<_> = start.chain(arguments).copied().collect();
    manila(folder, &all)
}

fn written(folder: &Path, arguments: &[&str], expected: &str) {
    let (code, out, err) = docs(folder, arguments);
    assert_eq!((code, &*out, &*err), (0, expected, ""), "{arguments:?}");
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join("site").join(file)).unwrap()
}

#[test]
fn the_languages_beside_a_catalog_are_written() {
    let folder = folder();
    let path = folder.path();
    written(path, &[], "site: 15 files in en and es, 15 written\n");
    let page = read(path, "@es/sold_out/index.html");
    assert!(
        page.contains("<p class=\"lead\">No queda nada.</p>"),
        "{page}"
    );
    // The service answers with the same translations.
    assert!(
        page.contains("&quot;message&quot;: &quot;No queda nada.&quot;"),
        "{page}"
    );
    assert!(
        page.contains("<span class=\"key\">content-language</span>: es\n"),
        "{page}"
    );
    // Words of the pages are in `manila.ftl`.
    assert!(page.contains("<h2 id=\"client\"><span lang=\"en\">What to do</span></h2>"));
    write(
        path,
        "i18n/es/manila.ftl",
        "manila-page-steps = Qué hacer\n",
    );
    written(path, &[], "site: 15 files in en and es, 2 written\n");
    assert!(read(path, "@es/sold_out/index.html").contains("<h2 id=\"client\">Qué hacer</h2>"));
    assert_eq!(docs(path, &["--check"]).0, 0);
    let list = read(path, ".manila-docs");
    assert!(list.contains("\n@es/sold_out.md\n"), "{list}");

    // Without them the site is that of the catalog alone.
    let (code, out, _) = docs(path, &["--no-translations"]);
    assert!(
        code == 0 && out.starts_with("site: 11 files, 3 written, 4 removed"),
        "{out}"
    );
    assert!(!path.join("site/@es").exists());
    assert!(!read(path, "sold_out/index.html").contains("hreflang"));
}

#[test]
fn another_folder_has_the_translations_where_it_is_named() {
    let folder = folder();
    let path = folder.path();
    write(path, "texts/pt-BR/plans.ftl", "sold_out = Esgotado.\n");
    // Sentences of the library alone make no language of the catalog.
    write(
        path,
        "texts/de/manila.ftl",
        "manila-page-steps = Was zu tun ist\n",
    );
    let arguments = ["--translations", "texts"];
    written(
        path,
        &arguments,
        "site: 15 files in en and pt-BR, 15 written\n",
    );
    let page = read(path, "@pt-BR/sold_out/index.html");
    assert!(
        page.contains("<html lang=\"pt-BR\" dir=\"ltr\">")
            && page.contains(">Português (Brasil)</a>")
    );
    let (code, _, err) = docs(path, &["--translations", "texts", "--no-translations"]);
    assert!(code == 2 && err.contains("--no-translations"), "{err}");
}

#[test]
fn a_translation_that_cannot_be_used_is_told_with_its_place() {
    let folder = folder();
    let path = folder.path();
    write(path, "i18n/es/plans.ftl", "sold_out = No queda { $nada\n");
    let (code, out, err) = docs(path, &[]);
    assert_eq!((code, &*out), (2, ""));
    assert!(
        err.contains("plans.ftl cannot be used") && err.contains("error[malformed-fluent]"),
        "{err}"
    );
    assert!(!path.join("site").exists());
}

#[test]
fn several_catalogs_have_the_languages_of_all() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let (code, out, err) = docs(path, &["vibehost", "mxcep"]);
    assert_eq!((code, &*err), (0, ""));
    assert!(out.contains(" files in en, de and es, "), "{out}");
    for (file, text) in [
        (
            "vibehost/@de/CONFLICT/index.html",
            "<h2 id=\"client\">Was zu tun ist</h2>",
        ),
        (
            "mxcep/@es/unauthorized/index.html",
            "Necesitas iniciar sesión para hacer esto.",
        ),
        (
            "mxcep/@de/unauthorized/index.html",
            "<h2 id=\"client\">Was zu tun ist</h2>",
        ),
        ("@es/index.html", "<h1>Errores de "),
    ] {
        assert!(read(path, file).contains(text), "{file}");
    }
    // What a catalog does not have in a language stands in its own, and is marked.
    let page = read(path, "mxcep/@de/unauthorized/index.html");
    assert!(
        page.contains("<p class=\"lead\"><span lang=\"en\">"),
        "{page}"
    );
}

/// The published translations are complete, pages too.
#[test]
fn nothing_of_a_translated_catalog_is_in_english_but_what_is_not_translated() {
    for (catalog, language) in [("mxcep", "es"), ("vibehost", "de")] {
        let folder = TempDir::new().unwrap();
        let path = folder.path();
        let (code, out, _) = docs(path, &[catalog, "--audience", "operators"]);
        assert_eq!(code, 0, "{out}");
        let root = path.join("site").join(format!("@{language}"));
        let (mut open, mut marked, mut pages) = (vec![root], BTreeSet::new(), 0);
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let file = entry.unwrap().path();
                if file.is_dir() {
                    open.push(file);
                } else if file.extension().is_some_and(|ending| ending == "html") {
                    pages += 1;
                    let page = fs::read_to_string(&file).unwrap();
                    let main = page.split("<main").nth(1).unwrap().to_owned();
                    let texts = main.split("<span lang=\"en\">").skip(1);
                    marked
                        .extend(texts.map(|text| text.split("</span>").next().unwrap().to_owned()));
                }
            }
        }
        assert!(pages > 80, "{pages}");
        // What the catalog's file has beside the texts of clients: sections, what is for operators, details.
        let source =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../catalogs/{catalog}.toml"));
        let source = fs::read_to_string(source).unwrap();
        let kept = |text: &str| {
            let text = text
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&quot;", "\"");
            let text = text.split("<code>").next().unwrap().trim().to_owned();
            source.lines().any(|line| {
                let is_for_clients = ["message", "meaning =", "causes", "client", "title"];
                line.contains(&*text) && !is_for_clients.iter().any(|key| line.starts_with(key))
            })
        };
        let lost: Vec<_> = marked.iter().filter(|text| !kept(text)).collect();
        assert_eq!(lost, [""; 0], "{catalog}");
    }
}
