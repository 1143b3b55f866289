//! The record of what a service answered, which its tests write and `manila operations` reads.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use crate::json::{Buffer, Object, Sink as _};

/// The variable that names the file of a record.
const VARIABLE: &str = "MANILA_RECORD";

/// About how long a line is, in bytes.
const LINE: usize = 128;

/// Writes a line for each response of a service under test: the method, the template of the route, the
/// status and the code.
///
/// An adapter makes one for each of its recording layers. A clone writes to the same file.
///
/// Each line is one write at the end of the file, so that threads and processes can share it. What
/// cannot be written is told once on standard error, and fails nothing: from then on nothing is
/// recorded.
///
/// ```
/// use manila::adapter::Recorder;
///
/// let path = std::env::temp_dir().join(format!("manila-record-{}.jsonl", std::process::id()));
/// let recorder = Recorder::to_file(&path);
/// recorder.record("POST", Some("/notes"), 409, Some("TITLE_TAKEN"));
/// recorder.record("GET", Some("/notes/{id}"), 200, None);
/// recorder.record("GET", None, 404, Some("NOT_FOUND"));
/// assert_eq!(
///     std::fs::read_to_string(&path)?,
///     r#"{"method":"POST","route":"/notes","status":409,"code":"TITLE_TAKEN"}
/// {"method":"GET","route":"/notes/{id}","status":200}
/// {"method":"GET","route":null,"status":404,"code":"NOT_FOUND"}
/// "#,
/// );
/// # std::fs::remove_file(path)?;
/// # std::io::Result::Ok(())
/// ```
#[derive(Clone)]
pub struct Recorder(Option<Arc<Record>>);

/// A file that is open, or lost.
struct Record {
    path: PathBuf,
    file: Option<File>,
    is_lost: AtomicBool,
}

impl Recorder {
    /// Returns the recorder of this process, which writes to the file that the variable `MANILA_RECORD`
    /// names, and does nothing where it is not set or empty. The variable is read once, and the file is
    /// created if there is none.
    ///
    /// ```
    /// use manila::adapter::Recorder;
    ///
    /// let recorder = Recorder::from_env();
    /// assert_eq!(recorder.is_on(), std::env::var_os("MANILA_RECORD").is_some());
    /// ```
    #[must_use]
    pub fn from_env() -> Self {
        static OF_PROCESS: OnceLock<Recorder> = OnceLock::new();
        let of_process = OF_PROCESS.get_or_init(|| {
            let path = std::env::var_os(VARIABLE).filter(|path| !path.is_empty());
            path.map_or(Self::off(), Self::to_file)
        });
        of_process.clone()
    }

    /// Creates a recorder that adds to this file, which is created if there is none.
    #[must_use]
    pub fn to_file(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref().to_owned();
        let opened = OpenOptions::new().append(true).create(true).open(&path);
        let record = match opened {
            Ok(file) => Record {
                path,
                file: Some(file),
                is_lost: AtomicBool::new(false),
            },
            Err(error) => {
                let record = Record {
                    path,
                    file: None,
                    is_lost: AtomicBool::new(false),
                };
                record.lose(&error);
                record
            }
        };
        Self(Some(Arc::new(record)))
    }

    /// Creates a recorder that does nothing.
    ///
    /// ```
    /// use manila::adapter::Recorder;
    ///
    /// assert!(!Recorder::off().is_on());
    /// ```
    #[must_use]
    pub const fn off() -> Self {
        Self(None)
    }

    /// Returns whether it writes anything. An adapter looks nothing up for one that does not.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.0.as_ref().is_some_and(|record| !record.is_lost())
    }

    /// Adds the line of a response: the method of the request, the template of the route that was
    /// matched, if one was, the status, and the value of `x-error-code`, if there is one.
    ///
    /// The template is the service's own text. The path that a client asked for has no place here.
    pub fn record(&self, method: &str, route: Option<&str>, status: u16, code: Option<&str>) {
        let Some(record) = &self.0 else {
            return;
        };
        let mut line = Buffer::sized(LINE);
        Object::write(&mut line, |members| {
            members.string("method", method);
            match route {
                Some(route) => members.string("route", route),
                None => members.null("route"),
            }
            members.integer("status", status.into());
            members.string_if("code", code);
        });
        line.put(b"\n");
        record.add(&line.into_vec());
    }
}

impl Record {
    fn is_lost(&self) -> bool {
        self.is_lost.load(Ordering::Relaxed)
    }

    fn add(&self, line: &[u8]) {
        let Some(mut file) = self.file.as_ref().filter(|_| !self.is_lost()) else {
            return;
        };
        if let Err(error) = file.write_all(line) {
            self.lose(&error);
        }
    }

    /// Ends the record, and says so. The tests of a service show what is written here even where they
    /// pass, which they do not of what is printed or logged.
    fn lose(&self, error: &io::Error) {
        if !self.is_lost.swap(true, Ordering::Relaxed) {
            let path = self.path.display();
            let _ = writeln!(
                io::stderr(),
                "manila: cannot record to {path}: {error}; from now on nothing is recorded there"
            );
        }
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.0.as_ref().map(|record| &record.path);
        f.debug_tuple("Recorder").field(&path).finish()
    }
}
