//! Where catalogs come from.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use manila_catalog_file::nearest;
use manila_catalogs::SOURCES;

use crate::git::{self, Found};
use crate::outcome::Failure;
use crate::shown::shown;

/// The largest catalog that is read, in mebibytes. A catalog of ten thousand codes has four megabytes.
const LARGEST_MIB: u64 = 64;

/// A mebibyte, in bytes.
const MIB: u64 = 1024 * 1024;

/// What some editors begin a text with, and no line has.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A catalog's text, and what to call it.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) format: Format,
    /// The folder of the file that the text is from. What is on standard input, in a revision or in the
    /// command itself has none.
    pub(crate) folder: Option<PathBuf>,
    /// Whether it is a published catalog, which the command contains.
    pub(crate) is_published: bool,
}

/// What a catalog is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Toml,
    /// An export.
    Json,
    /// A translation, which is no catalog.
    Fluent,
}

impl Format {
    /// The format of a text: by the name that it has, else by its first character, which cannot be a
    /// brace in TOML.
    fn of(name: &str, text: &str) -> Self {
        let has_extension = |extension: &str| {
            let start = name.len().checked_sub(extension.len());
            let end = start.and_then(|start| name.get(start..));
            end.is_some_and(|end| end.eq_ignore_ascii_case(extension))
        };
        if has_extension(".ftl") {
            return Self::Fluent;
        }
        let is_toml = has_extension(".toml");
        if has_extension(".json") || (!is_toml && text.trim_start().starts_with('{')) {
            Self::Json
        } else {
            Self::Toml
        }
    }
}

impl Input {
    /// Reads the text that a user names: a file, `-`, `git:REV:PATH`, or a published catalog.
    pub(crate) fn open(named: &str) -> Result<Self, Failure> {
        Self::open_if_there(named)?.map_err(Failure)
    }

    /// The same, which tells a revision that has no such file: the inner error says so.
    pub(crate) fn open_if_there(named: &str) -> Result<Result<Self, String>, Failure> {
        if let Some((_, text)) = published(named) {
            return Ok(Ok(Self {
                name: format!("{named}.toml"),
                text: String::from(*text),
                format: Format::Toml,
                folder: None,
                is_published: true,
            }));
        }
        let text = match named.strip_prefix("git:") {
            Some(rest) => match git::read(rest, LARGEST_MIB * MIB)? {
                Found::File(bytes) => text(named, bytes, LARGEST_MIB)?,
                Found::TooLarge => return Err(too_large(named, LARGEST_MIB)),
                Found::Nothing(message) => return Ok(Err(message)),
            },
            None => text_of(named, LARGEST_MIB).map_err(|failure| hinted(failure, named))?,
        };
        let format = Format::of(named, &text);
        if format == Format::Fluent {
            let name = shown(named);
            return Err(Failure(format!(
                "{name} is a translation; name the catalog that it translates"
            )));
        }
        let is_file = named != "-" && !named.starts_with("git:");
        let folder = Path::new(named).parent().filter(|_| is_file);
        Ok(Ok(Self {
            name: named.to_owned(),
            text,
            format,
            folder: folder.map(Path::to_owned),
            is_published: false,
        }))
    }

    /// Reads a translation.
    pub(crate) fn translation(path: &str) -> Result<Self, Failure> {
        Ok(Self {
            name: path.to_owned(),
            text: text_of(path, LARGEST_MIB)?,
            format: Format::Fluent,
            folder: None,
            is_published: false,
        })
    }

    /// The text of a translation that the command contains.
    pub(crate) fn contained(name: String, text: &str) -> Self {
        Self {
            name,
            text: text.to_owned(),
            format: Format::Fluent,
            folder: None,
            is_published: false,
        }
    }

    /// The name as people can be shown it.
    pub(crate) fn shown_name(&self) -> String {
        shown(&self.name)
    }
}

/// Reads the text of a file, or of standard input for `-`.
pub(crate) fn text_of(named: &str, largest_mib: u64) -> Result<String, Failure> {
    let bytes = match named {
        "-" => bytes_of(io::stdin().lock(), "standard input", largest_mib)?,
        _ => from_file(named, largest_mib)?,
    };
    text(named, bytes, largest_mib)
}

fn text(name: &str, bytes: Vec<u8>, largest_mib: u64) -> Result<String, Failure> {
    if bytes.len() as u64 > largest_mib * MIB {
        return Err(too_large(name, largest_mib));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let name = shown(name);
        Failure(format!(
            "{name} is not UTF-8: byte {at} is not part of a character"
        ))
    })?;
    Ok(match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(text) => text.to_owned(),
        None => text,
    })
}

fn too_large(name: &str, largest_mib: u64) -> Failure {
    Failure(format!("{} is larger than {largest_mib} MiB", shown(name)))
}

/// Refuses to read standard input for more than one catalog: it is empty the second time.
pub(crate) fn stdin_once<'n>(named: impl IntoIterator<Item = &'n String>) -> Result<(), Failure> {
    let stdin = named.into_iter().filter(|named| *named == "-");
    if stdin.count() > 1 {
        let message = "standard input can be read only once";
        return Err(Failure(message.to_owned()));
    }
    Ok(())
}

/// The catalog that is meant where a user names none.
const DEFAULT: &str = "errors.toml";

/// Returns the catalog of this folder, if there is one.
pub(crate) fn local_catalog() -> Option<&'static str> {
    std::path::Path::new(DEFAULT).exists().then_some(DEFAULT)
}

/// The same, where there has to be one.
pub(crate) fn default_catalog() -> Result<&'static str, Failure> {
    local_catalog().ok_or_else(|| {
        Failure(format!(
            "no catalog is named, and this folder has no {DEFAULT}; name one, or create it with `manila new`"
        ))
    })
}

/// Says which catalogs are published, where there is no file of a name that may be meant for one of theirs.
fn hinted(Failure(why): Failure, named: &str) -> Failure {
    let is_path = named.contains(['.', '/', '\\']) || Path::new(named).exists();
    if is_path || named == "-" {
        return Failure(why);
    }
    let names = || SOURCES.iter().map(|(name, _)| *name);
    let meant = match nearest(named, names()) {
        Some(name) => format!("did you mean `{name}`? "),
        None => String::new(),
    };
    let names = names().collect::<Vec<_>>().join(", ");
    Failure(format!(
        "{why}\n  help: {meant}The published catalogs are {names}; `manila list NAME` lists the codes of one"
    ))
}

fn published(named: &str) -> Option<&'static (&'static str, &'static str)> {
    SOURCES.iter().find(|(name, _)| *name == named)
}

fn from_file(path: &str, largest_mib: u64) -> Result<Vec<u8>, Failure> {
    let is_folder = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_dir());
    let name = shown(path);
    if is_folder {
        return Err(Failure(format!("{name} is a folder; name a file in it")));
    }
    let file = File::open(path).map_err(|error| Failure(format!("cannot read {name}: {error}")))?;
    bytes_of(file, &name, largest_mib)
}

fn bytes_of(input: impl Read, name: &str, largest_mib: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // One byte more than is allowed shows that a text is too large.
    let read = input.take(largest_mib * MIB + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure(format!("cannot read {name}: {error}")))?;
    Ok(bytes)
}
