//! Nothing outside of a style's own file knows which style it is.

use std::path::Path;

use manila_structure::{Crate, Word, words, workspace};

use crate::planted::Planted;

/// The names of the styles that core has.
const NAMES: [&str; 8] = [
    "ok_error",
    "OkError",
    "json_api",
    "JsonApi",
    "code_data",
    "CodeData",
    "problem",
    "Problem",
];

/// The media types that one of them has for itself.
const MEDIA_TYPES: [&str; 2] = ["application/vnd.api+json", "application/problem+json"];

/// Where a word of a style may stand: the beginning of a path below the crate's sources, the words, and why.
const EXCEPT: [(&str, &[&str], &str); 2] = [
    (
        "style/",
        &[],
        "each style has its file, and `Style` a constructor for each",
    ),
    (
        "envelopes/media_types.rs",
        &["application/vnd.api+json"],
        "the rules for the media types of requests are JSON:API's, and the service asks for them by a setting",
    ),
];

/// The words that tell a style, where none may.
fn told(tree: &Crate, sources: &Path) -> Vec<String> {
    let found = words(tree).into_iter().filter(|word| {
        let file = word.file.strip_prefix(sources).unwrap_or(&word.file);
        tells_a_style(&word.text) && !is_excepted(file, word)
    });
    found
        .map(|word| format!("{}: {}", word.file.display(), word.text))
        .collect()
}

fn tells_a_style(word: &str) -> bool {
    let is_text = word.contains('"');
    NAMES.contains(&word) || is_text && MEDIA_TYPES.iter().any(|kind| word.contains(kind))
}

fn is_excepted(file: &Path, word: &Word) -> bool {
    // `Envelopes::ok_error` and its like, which hand on to those of `Style`.
    let is_constructor = file.starts_with("envelopes")
        && word
            .function
            .as_deref()
            .is_some_and(|name| NAMES.contains(&name));
    let is_listed = EXCEPT.iter().any(|(place, words, _)| {
        let is_there = file.to_string_lossy().starts_with(place);
        let is_meant = |listed: &&str| word.text.trim_matches('"') == *listed;
        is_there && (words.is_empty() || words.iter().any(is_meant))
    });
    is_constructor || is_listed
}

#[test]
fn no_code_outside_of_a_style_knows_which_one_it_is() {
    let mut found = Vec::new();
    for package in ["core", "tower-adapter", "axum-adapter", "actix-adapter"] {
        let sources = workspace().join(package).join("src");
        let tree = Crate::read(package, &sources.join("lib.rs")).unwrap();
        found.extend(told(&tree, &sources));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_exception_is_needed() {
    let sources = workspace().join("core/src");
    let tree = Crate::read("manila", &sources.join("lib.rs")).unwrap();
    for (place, ..) in EXCEPT {
        let is_needed = words(&tree).iter().any(|word| {
            let file = word.file.strip_prefix(&sources).unwrap();
            file.to_string_lossy().starts_with(place) && tells_a_style(&word.text)
        });
        assert!(is_needed, "{place}");
    }
}

fn check(file: &str, text: &str, expected: &[&str]) {
    let (parent, _) = file.split_once('/').unwrap_or((file, ""));
    let parent = parent.trim_end_matches(".rs");
    let (root, inner) = (format!("mod {parent};"), "mod inner; mod media_types;");
    let planted = Planted::new(&[
        ("lib.rs", &root),
        (&format!("{parent}/mod.rs"), inner),
        (&format!("{parent}/inner.rs"), ""),
        (&format!("{parent}/media_types.rs"), ""),
        (file, text),
    ]);
    let found = told(&planted.read(), planted.folder());
    let found: Vec<_> = found
        .iter()
        .map(|found| found.rsplit(": ").next().unwrap())
        .collect();
    assert_eq!(found, expected, "{file} {text}");
}

#[test]
fn a_word_of_a_style_is_found_wherever_it_stands() {
    let at = "render/inner.rs";
    check(at, "fn f() { Style::json_api() }", &["json_api"]);
    check(at, "use crate::style::problem;", &["problem"]);
    check(at, "fn f(x: E) { matches!(x, E::OkError) }", &["OkError"]);
    check(at, "struct CodeData;", &["CodeData"]);
    check(
        at,
        "const A: &str = \"application/problem+json; x\";",
        &["\"application/problem+json; x\""],
    );
    check(
        at,
        "/// `ok_error`, `application/problem+json`\nfn f() {}",
        &[],
    );
    check(
        at,
        "#[doc(alias = \"problem\")] fn problems() { \"a problem\" }",
        &[],
    );
    check(at, "#[cfg(test)] mod tests { fn ok_error() {} }", &[]);
}

#[test]
fn a_word_of_a_style_may_stand_where_it_is_defined() {
    check(
        "style/inner.rs",
        "fn ok_error() { \"application/problem+json\" }",
        &[],
    );
    let constructor = "impl E { fn json_api() -> Self { Self::new(Style::json_api()) } fn f() {} }";
    check("envelopes/inner.rs", constructor, &[]);
    check("render/inner.rs", constructor, &["json_api", "json_api"]);
    check(
        "envelopes/inner.rs",
        "fn json_api() {} fn f() { json_api() }",
        &["json_api"],
    );
    check(
        "envelopes/media_types.rs",
        "const A: [&str; 2] = [\"application/vnd.api+json\", \"application/problem+json\"];",
        &["\"application/problem+json\""],
    );
}
