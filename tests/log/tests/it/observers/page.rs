//! Whether the page shows what is run.

/// The page, and the sources of the tests of its sections.
const PAGE: &str = include_str!("../../../../../docs/log.md");
const SECTIONS: [(&str, &str); 3] = [
    ("### Metrics", include_str!("metrics.rs")),
    ("### `error.type`", include_str!("spans.rs")),
    ("### Issues by code", include_str!("issues.rs")),
];

/// Lines that a page needs and a test has otherwise: imports, and how parts are put together.
fn is_around(line: &str) -> bool {
    let around = [
        "use ",
        "# ",
        "let app",
        "let (sender",
        ".layer(",
        "#[derive",
    ];
    !line.contains(char::is_alphabetic) || around.iter().any(|begin| line.starts_with(begin))
}

/// The code however it is broken into lines.
fn squeezed(code: &str) -> String {
    code.replace("std::sync::", "")
        .replace(|c: char| c.is_whitespace() || c == ',', "")
}

#[test]
fn the_observers_of_the_page_are_those_that_are_run() {
    for (heading, source) in SECTIONS {
        let (_, section) = PAGE.split_once(heading).unwrap();
        let (_, code) = section.split_once("```rust\n").unwrap();
        let (code, _) = code.split_once("```").unwrap();
        let source = squeezed(source);
        let mut rest = source.as_str();
        for line in code.lines().map(str::trim).filter(|line| !is_around(line)) {
            let found = rest.split_once(&squeezed(line));
            (_, rest) =
                found.unwrap_or_else(|| panic!("{heading}: {line:?} is not run in its place"));
        }
    }
}
