//! Where catalogs come from.

use std::io::Read as _;
use std::process::Command;

use manila_catalog_file::{Catalog, Diagnostic, Source, read};
use manila_catalogs::SOURCES;

use crate::Failure;
use crate::report;

/// The largest file that is read, in bytes. A catalog of ten thousand codes has four megabytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// A catalog's text, and what to call it.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Input {
    /// The text that a user names: a file, `-`, `git:REV:PATH`, or a published catalog.
    pub(crate) fn open(named: &str) -> Result<Self, Failure> {
        let name = named.to_owned();
        if let Some((_, text)) = published(named) {
            return Ok(Self {
                name: format!("{named}.toml"),
                text: String::from(*text),
            });
        }
        let bytes = match named.strip_prefix("git:") {
            Some(rest) => from_git(rest)?,
            None if named == "-" => from_stdin()?,
            None => from_file(named)?,
        };
        if bytes.len() > LARGEST {
            let megabytes = LARGEST / 1024 / 1024;
            return Err(Failure(format!("{name} is larger than {megabytes} MiB")));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            Failure(format!(
                "{name} is not UTF-8: byte {at} is not part of a character"
            ))
        })?;
        Ok(Self { name, text })
    }

    /// The catalog, or every mistake that makes it none.
    pub(crate) fn read(&self) -> Result<Source, Vec<Diagnostic>> {
        read(&self.text)
    }
}

/// The catalog that a user names, for commands that need a faultless one.
pub(crate) fn catalog(named: &str) -> Result<Catalog, Failure> {
    let input = Input::open(named)?;
    input.read().map(Source::into_catalog).map_err(|mistakes| {
        let shown = report::text(&input, &mistakes);
        Failure(format!(
            "{} cannot be used\n\n{}",
            input.name,
            shown.trim_end()
        ))
    })
}

/// Every published catalog.
pub(crate) fn published_catalogs() -> Result<Vec<Catalog>, Failure> {
    SOURCES.iter().map(|(name, _)| catalog(name)).collect()
}

fn published(named: &str) -> Option<&'static (&'static str, &'static str)> {
    SOURCES.iter().find(|(name, _)| *name == named)
}

fn from_file(path: &str) -> Result<Vec<u8>, Failure> {
    let is_folder = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_dir());
    if is_folder {
        return Err(Failure(format!(
            "{path} is a folder; name the catalogs in it"
        )));
    }
    std::fs::read(path).map_err(|error| Failure(format!("cannot read {path}: {error}")))
}

fn from_stdin() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // One byte more than is allowed tells a text that is too large.
    let mut stdin = std::io::stdin().lock().take(LARGEST as u64 + 1);
    let read = stdin.read_to_end(&mut bytes);
    read.map_err(|error| Failure(format!("cannot read standard input: {error}")))?;
    Ok(bytes)
}

fn from_git(rest: &str) -> Result<Vec<u8>, Failure> {
    let Some((revision, path)) = rest.split_once(':') else {
        let message = format!("git:{rest} names no file; write git:REV:PATH");
        return Err(Failure(message));
    };
    if revision.starts_with('-') {
        return Err(Failure(format!("{revision} is no revision")));
    }
    // A path without `./` would be taken from the top of the repository.
    let object = format!("{revision}:./{path}");
    let output = Command::new("git").args(["show", &object]).output();
    let output = output.map_err(|error| Failure(format!("cannot run git: {error}")))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let reason = String::from_utf8_lossy(&output.stderr);
    Err(Failure(format!(
        "git has no {revision}:{path}: {}",
        reason.trim()
    )))
}
