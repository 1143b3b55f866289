//! Collects the blocks of Rust in the pages, so that they are compiled.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// The pages, seen from here. The blocks of `docs/log.md` are run by `manila-log-tests`.
const PAGES: [&str; 3] = [
    "../../README.md",
    "../../docs/moving.md",
    "../../docs/operations.md",
];

/// What a block need not say again: the list of codes of the quickstart.
const PRELUDE: &str = "use crate::codes::ApiError;\n";

fn main() -> Result<(), Box<dyn Error>> {
    let mut collected = String::new();
    for page in PAGES {
        println!("cargo::rerun-if-changed={page}");
        let name = page.rsplit('/').next().unwrap_or(page);
        let module = name.replace(['.', '-'], "_").to_lowercase();
        let text = fs::read_to_string(page)?;
        // A change compiles before and after.
        for (line, change) in blocks(&text, "diff") {
            for (when, mark) in [("before", '-'), ("after", '+')] {
                let block = side(&change, mark);
                write!(collected, "mod {module}_line_{line}_{when} {{\n{block}}}\n")?;
            }
        }
        for (line, block) in blocks(&text, "rust") {
            let (uses, defines) = (block.contains("ApiError"), block.contains("enum ApiError"));
            let prelude = if uses && !defines { PRELUDE } else { "" };
            write!(
                collected,
                "mod {module}_line_{line} {{\n{prelude}{block}}}\n"
            )?;
        }
    }
    fs::write(
        Path::new(&env::var("OUT_DIR")?).join("blocks.rs"),
        collected,
    )?;
    Ok(())
}

/// The lines of a change that have this mark, or none.
fn side(change: &str, mark: char) -> String {
    let lines = change.lines();
    let lines = lines.filter(|line| line.is_empty() || line.starts_with([' ', mark]));
    lines.fold(String::new(), |text, line| {
        text + line.get(1..).unwrap_or_default() + "\n"
    })
}

/// The blocks of a language, with the line that each begins in.
fn blocks(page: &str, language: &str) -> Vec<(usize, String)> {
    let start = format!("```{language}");
    let mut found = Vec::new();
    let mut lines = (1..).zip(page.lines());
    while let Some((number, line)) = lines.next() {
        if line == start {
            let block = lines.by_ref().map(|(_, line)| line);
            let block = block.take_while(|line| *line != "```");
            found.push((
                number,
                block.fold(String::new(), |text, line| text + line + "\n"),
            ));
        }
    }
    found
}
