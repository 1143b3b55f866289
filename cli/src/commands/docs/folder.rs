//! The folder that a reference is written to.
//!
//! A file in it lists what is the reference's, so that pages of codes that are gone are known as such, and
//! everything else is left alone.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use manila_reference::File;

use crate::outcome::Failure;
use crate::output;
use crate::shown::shown;

/// The name of the list.
const LIST: &str = ".manila-docs";

/// What the list begins with, for those who find it.
const ABOUT: &str = "# The files that `manila docs` has written. It removes those of them that a catalog no longer leads to.\n";

pub(super) struct Folder {
    root: PathBuf,
    /// The files of the last time, unless there was none.
    before: Option<BTreeSet<String>>,
    now: BTreeSet<String>,
}

/// What is at the path of a file.
pub(super) enum State {
    Same,
    Missing,
    Different,
}

impl Folder {
    pub(super) fn open(root: &Path) -> Result<Self, Failure> {
        let before = match fs::read_to_string(root.join(LIST)) {
            Ok(list) => Some(paths_of(&list)),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(cannot("read", &root.join(LIST), &error)),
        };
        Ok(Self {
            root: root.to_owned(),
            before,
            now: BTreeSet::new(),
        })
    }

    /// Makes sure that the folder is there and may be written to.
    pub(super) fn claim(&self, is_forced: bool) -> Result<(), Failure> {
        fs::create_dir_all(&self.root).map_err(|error| cannot("create", &self.root, &error))?;
        if is_forced || self.before.is_some() {
            return Ok(());
        }
        let entries = fs::read_dir(&self.root);
        let mut entries = entries.map_err(|error| cannot("read", &self.root, &error))?;
        match entries.next() {
            None => Ok(()),
            Some(_) => {
                let root = shown(&self.root.to_string_lossy());
                Err(Failure(format!(
                    "{root} has files, and none of them is a reference's; nothing was written. Name another folder, or write between these files with `--force`"
                )))
            }
        }
    }

    /// Writes a file, unless it is there as it should be. Says whether it was written.
    pub(super) fn write(&mut self, file: &File) -> Result<bool, Failure> {
        self.now.insert(file.path().to_owned());
        if matches!(self.state_of(file)?, State::Same) {
            return Ok(false);
        }
        let path = self.root.join(file.path());
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| cannot("create", folder, &error))?;
        }
        output::write(&path, file.bytes())?;
        Ok(true)
    }

    /// Removes what is the reference's and no longer of it, and writes the list. Returns what was removed.
    pub(super) fn finish(self) -> Result<Vec<String>, Failure> {
        let known: HashSet<String> = self.now.iter().cloned().collect();
        let gone = self.beyond(&known);
        for path in &gone {
            let file = self.root.join(path);
            fs::remove_file(&file).map_err(|error| cannot("remove", &file, &error))?;
            // A folder goes with its last file; one that has others stays.
            let folders = file.ancestors().skip(1);
            let own = folders.take_while(|folder| *folder != self.root);
            let _ = own.map(fs::remove_dir).take_while(Result::is_ok).count();
        }
        let list: String = self.now.iter().map(|path| format!("{path}\n")).collect();
        output::write(&self.root.join(LIST), format!("{ABOUT}{list}").as_bytes())?;
        Ok(gone)
    }

    /// What is at the path of a file, whatever line ends a checkout gave it.
    pub(super) fn state_of(&self, file: &File) -> Result<State, Failure> {
        let path = self.root.join(file.path());
        match fs::read(&path) {
            Ok(known) if known == **file.bytes() => Ok(State::Same),
            Ok(known) => Ok(match std::str::from_utf8(file.bytes()) {
                Ok(text) if output::is_same(&known, text) => State::Same,
                _ => State::Different,
            }),
            Err(error) if is_nothing(&error) => Ok(State::Missing),
            Err(error) => Err(cannot("read", &path, &error)),
        }
    }

    /// The files of the last time that are still there, and that are none of these.
    pub(super) fn beyond(&self, known: &HashSet<String>) -> Vec<String> {
        let before = self.before.iter().flatten();
        let gone = before.filter(|path| !known.contains(*path));
        let is_there = |path: &&String| {
            let metadata = fs::symlink_metadata(self.root.join(path));
            metadata.is_ok_and(|metadata| !metadata.is_dir())
        };
        gone.filter(is_there).cloned().collect()
    }
}

/// The paths of a list. What leads out of the folder is none of a reference's.
fn paths_of(list: &str) -> BTreeSet<String> {
    let is_inside = |path: &&str| {
        let mut parts = Path::new(path).components();
        !path.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
    };
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.filter(is_inside).map(str::to_owned).collect()
}

/// Whether there is no such file: a folder on the way to it may be a file, or its place a folder.
fn is_nothing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory
    )
}

fn cannot(verb: &str, path: &Path, error: &io::Error) -> Failure {
    let path = shown(&path.to_string_lossy());
    Failure(format!("cannot {verb} {path}: {error}"))
}
