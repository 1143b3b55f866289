//! Files that the command writes, and compares with what it would write.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::outcome::{Failure, Verdict};
use crate::shown::shown;

/// Writes a file whole: beside the one of that name, whose place it takes in the end. So a reader sees
/// the old text or the new one, and a link is replaced, not followed. What is no file, such as a pipe or
/// `/dev/stdout`, is written to.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    let written = if is_device(path) {
        fs::write(path, content)
    } else {
        replace(path, content.as_ref())
    };
    written.map_err(|error| {
        let path = shown(&path.to_string_lossy());
        Failure(format!("cannot write {path}: {error}"))
    })
}

/// Writes a file that does not exist yet.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    create_new(path, text).map_err(|error| {
        let path = shown(&path.to_string_lossy());
        Failure(match error.kind() {
            ErrorKind::AlreadyExists => {
                format!("{path} already exists; nothing was written. Name another file, or remove this one")
            }
            _ => format!("cannot write {path}: {error}"),
        })
    })
}

/// The same, whose error says whether the file exists. What is no file, such as a pipe, is written to.
pub(crate) fn create_new(path: &Path, text: &str) -> io::Result<()> {
    if is_device(path) {
        return fs::write(path, text);
    }
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create_new(true).open(path)?;
    let written = file.write_all(text.as_bytes());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

/// Compares a file with the text that it should have, and says which command writes it, followed by the
/// file.
pub(crate) fn compare(
    file: &Path,
    text: &str,
    source: &str,
    command: &str,
    out: &mut String,
) -> Result<Verdict, Failure> {
    let shown = shown(&file.to_string_lossy());
    let state = match fs::read(file) {
        Ok(known) if is_same(&known, text) => return Ok(Verdict::Fine),
        Ok(_) => format!("is not up to date with {source}"),
        Err(error) if error.kind() == ErrorKind::NotFound => "does not exist".to_owned(),
        Err(error) => return Err(Failure(format!("cannot read {shown}: {error}"))),
    };
    *out += &format!("{shown} {state}; update it with `{command} {shown}`\n");
    Ok(Verdict::Findings)
}

/// Whether a file has a text, whatever line ends a checkout gave it.
pub(crate) fn is_same(known: &[u8], text: &str) -> bool {
    let known = String::from_utf8_lossy(known);
    known == text || known.replace("\r\n", "\n") == text
}

fn is_device(path: &Path) -> bool {
    let is_no_file = |metadata: fs::Metadata| !metadata.is_file() && !metadata.is_dir();
    path.starts_with("/dev") || fs::metadata(path).is_ok_and(is_no_file)
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::Error::from(ErrorKind::IsADirectory));
    }
    let (beside, mut file) = create_beside(path)?;
    let written = file
        .write_all(content)
        .and_then(|()| keep_permissions(path, &file))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Creates a file that nobody has, in the same folder.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    const ATTEMPTS: u32 = 100;
    let Some(name) = path.file_name() else {
        return Err(io::Error::from(ErrorKind::InvalidFilename));
    };
    let mut attempt = 0;
    loop {
        let mut beside = name.to_owned();
        beside.push(format!(".{}-{attempt}.tmp", std::process::id()));
        let beside = path.with_file_name(beside);
        let mut options = OpenOptions::new();
        match options.write(true).create_new(true).open(&beside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && attempt < ATTEMPTS => {
                attempt += 1
            }
            opened => return opened.map(|file| (beside, file)),
        }
    }
}

/// Gives a file the permissions of the one whose place it takes.
fn keep_permissions(path: &Path, file: &File) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => file.set_permissions(metadata.permissions()),
        _ => Ok(()),
    }
}
