//! What docs/clients.md says of the codes that no catalog has.

use std::fs;

use manila::{Condition, Envelopes, Fault};
use tempfile::TempDir;

use crate::run::manila;

const PAGE: &str = include_str!("../../../docs/clients.md");

#[test]
fn it_names_the_code_of_each_condition_as_it_is_sent() {
    for condition in Condition::ALL {
        let sent = Envelopes::ok_error().render(&Fault::condition(*condition), None);
        let code = sent.code().to_ascii_uppercase();
        let start = format!("| {} | `{code}` | ", sent.status());
        let row = PAGE.lines().find(|line| line.starts_with(&start));
        let row = row.unwrap_or_else(|| panic!("no row `{start}` for {condition}"));
        assert!(
            row.contains(&format!("`{condition}`")),
            "{condition}: {row}"
        );
    }
}

#[test]
fn its_line_makes_a_condition_a_code_of_the_client() {
    let (_, block) = PAGE.split_once("```toml\n").unwrap();
    let (lines, _) = block.split_once("```").unwrap();
    let folder = TempDir::new().unwrap();
    let head = "[catalog]\nname = \"files\"\ncase = \"SCREAMING_SNAKE_CASE\"\n";
    fs::write(folder.path().join("errors.toml"), format!("{head}{lines}")).unwrap();
    let (code, client, err) = manila(
        folder.path(),
        &["export", "errors.toml", "--format", "typescript"],
    );
    assert_eq!((code, &*err), (0, ""));
    assert!(
        client.contains("KnownError<\"FILE_TOO_LARGE\">"),
        "{client}"
    );
}
