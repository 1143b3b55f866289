//! What a service answered in its tests.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};

use manila_catalog_file::Template;
use serde::Deserialize;

use crate::outcome::Failure;
use crate::shown::shown;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// What to do where nothing was recorded.
const HELP: &str = "set `MANILA_RECORD` to an absolute path for the run of the tests, and put `recorder::layer()` or \
     `recorder::middleware()` around the app in them";

/// What was seen, each thing once.
pub(super) struct Record {
    pub(super) files: Vec<String>,
    pub(super) responses: usize,
    pub(super) seen: BTreeMap<Answer, Seen>,
}

/// What is the same of responses that are counted together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Answer {
    /// `None` where no route took the request.
    pub(super) route: Option<Template>,
    pub(super) method: String,
    pub(super) code: Option<String>,
    pub(super) status: u16,
}

/// Where something was seen first, and how often.
pub(super) struct Seen {
    pub(super) file: usize,
    pub(super) line: usize,
    pub(super) count: usize,
}

/// A line. Members that a later recorder adds are not read.
#[derive(Deserialize)]
struct Line {
    method: String,
    #[serde(deserialize_with = "present")]
    route: Option<String>,
    status: u16,
    code: Option<String>,
}

/// A member that has to be there, if only as `null`.
fn present<'de, D: serde::Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    Option::deserialize(value)
}

impl Record {
    pub(super) fn read(files: &[&String]) -> Result<Self, Failure> {
        let mut record = Self {
            files: files.iter().map(|file| (*file).clone()).collect(),
            responses: 0,
            seen: BTreeMap::new(),
        };
        for (at, file) in files.iter().enumerate() {
            let name = shown(file);
            let failed = |error: io::Error| {
                let help = match error.kind() {
                    io::ErrorKind::NotFound => format!("; {HELP}"),
                    _ => String::new(),
                };
                Failure(format!("cannot read {name}: {error}{help}"))
            };
            let reader: Box<dyn BufRead> = match file.as_str() {
                "-" => Box::new(io::stdin().lock()),
                path => Box::new(BufReader::new(File::open(path).map_err(failed)?)),
            };
            record.add(at, reader, &name)?;
        }
        if record.responses == 0 {
            let names: Vec<_> = files.iter().map(|file| shown(file)).collect();
            return Err(Failure(format!(
                "nothing is recorded in {}; {HELP}",
                names.join(", ")
            )));
        }
        Ok(record)
    }

    fn add(
        &mut self,
        file: usize,
        mut reader: Box<dyn BufRead>,
        name: &str,
    ) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        for line in 1.. {
            bytes.clear();
            let read = (&mut reader).take(LONGEST).read_until(b'\n', &mut bytes);
            let read = read.map_err(|error| Failure(format!("cannot read {name}: {error}")))?;
            if read == 0 {
                break;
            }
            let wrong = |why: &str| Failure(format!("{name}:{line}: no line of a record: {why}"));
            let Some(text) = bytes.strip_suffix(b"\n") else {
                return Err(wrong(if bytes.len() as u64 == LONGEST {
                    "it is too long"
                } else {
                    "it has no end; the run that wrote it may have been stopped, or the disk was full"
                }));
            };
            if text.trim_ascii().is_empty() {
                continue;
            }
            let read: Line = serde_json::from_slice(text).map_err(|error| {
                let why = error.to_string();
                // The place is the line's own, and the reader's is always its first.
                let why = why.split_once(" at line 1 column ");
                wrong(&why.map_or_else(
                    || error.to_string(),
                    |(why, column)| format!("{why} at column {column}"),
                ))
            })?;
            self.count(file, line, read);
        }
        Ok(())
    }

    fn count(&mut self, file: usize, line: usize, read: Line) {
        self.responses += 1;
        let answer = Answer {
            route: read.route.as_deref().map(Template::of),
            method: read.method,
            code: read.code,
            status: read.status,
        };
        let seen = self.seen.entry(answer).or_insert(Seen {
            file,
            line,
            count: 0,
        });
        seen.count += 1;
    }
}
