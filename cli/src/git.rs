//! Files in revisions of git.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use crate::outcome::Failure;
use crate::shown::shown;

/// What `git:REV:PATH` names.
pub(crate) enum Found {
    /// A file, or what a link in the revision leads to.
    File(Vec<u8>),
    /// A file that is longer than is read.
    TooLarge,
    /// The revision is there, and has nothing at the path. The text says so.
    Nothing(String),
}

/// Reads `REV:PATH`. The path begins at the working folder, and is not read past `largest` bytes.
pub(crate) fn read(named: &str, largest: u64) -> Result<Found, Failure> {
    // A revision may have colons of its own, as in `HEAD^{/fix: }`.
    let Some((revision, path)) = named.rsplit_once(':') else {
        let message = format!(
            "git:{} does not name a file; write git:REV:PATH",
            shown(named)
        );
        return Err(Failure(message));
    };
    if path.is_empty() || path.contains('\n') {
        return Err(Failure(format!(
            "git:{} does not name a file",
            shown(named)
        )));
    }
    let commit = resolve(revision)?;
    // A path without `./` would begin at the top of the repository.
    let objects = format!("{commit}^{{tree}}\n{commit}:./{path}\n");
    let answer = run_with(
        &["cat-file", "--batch-check", "--follow-symlinks"],
        &objects,
    )?;
    let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
    let mut lines = answer.lines();
    let is_tree = lines.next().is_some_and(|line| !line.ends_with(" missing"));
    if !is_tree {
        return Err(Failure(format!("{} is not a revision", shown(revision))));
    }
    let words: Vec<&str> = lines.next().unwrap_or_default().split(' ').collect();
    let wrong = |what: &str| Err(Failure(format!("git:{} {what}", shown(named))));
    match words.as_slice() {
        [object, "blob", size] => {
            if size.parse().is_ok_and(|size: u64| size > largest) {
                return Ok(Found::TooLarge);
            }
            let output = run(&["cat-file", "blob", object])?;
            if output.status.success() {
                return Ok(Found::File(output.stdout));
            }
            wrong(&format!("cannot be read: {}", reason(&output)))
        }
        [_, "tree", _] => wrong("is a folder; name a catalog in it"),
        ["dangling", ..] => wrong("is a link to nothing"),
        ["symlink", ..] => wrong("is a link out of the repository"),
        ["loop", ..] => wrong("is a link to itself"),
        ["notdir", ..] | [.., "missing"] => Ok(Found::Nothing(format!(
            "{} has no file {}",
            shown(revision),
            shown(path)
        ))),
        _ => wrong("is not a file"),
    }
}

/// The object that a revision names.
fn resolve(revision: &str) -> Result<String, Failure> {
    if revision.starts_with('-') {
        return Err(Failure(format!("{} is not a revision", shown(revision))));
    }
    let output = run(&["rev-parse", "--verify", revision])?;
    let object = String::from_utf8_lossy(&output.stdout)
        .trim_end()
        .to_owned();
    let is_one = !object.is_empty() && object.bytes().all(|byte| byte.is_ascii_hexdigit());
    if output.status.success() && is_one {
        return Ok(object);
    }
    let repository = run(&["rev-parse", "--is-shallow-repository"])?;
    let shown_revision = shown(revision);
    if !repository.status.success() {
        let reason = reason(&repository);
        return Err(Failure(format!(
            "git cannot show {shown_revision}: {reason}"
        )));
    }
    let how = if repository.stdout.starts_with(b"true") {
        "it is a shallow clone; fetch the rest with `git fetch --unshallow`".to_owned()
    } else {
        match revision.split_once('/') {
            Some(("origin", branch)) => {
                format!("fetch it with `git fetch origin {}`", shown(branch))
            }
            _ => "fetch it with `git fetch`".to_owned(),
        }
    };
    Err(Failure(format!(
        "this repository has no revision {shown_revision}: {how}, in a workflow with \
         `fetch-depth: 0` of actions/checkout"
    )))
}

fn run(arguments: &[&str]) -> Result<Output, Failure> {
    run_with(arguments, "")
}

/// Runs git with a text on its standard input.
fn run_with(arguments: &[&str], input: &str) -> Result<Output, Failure> {
    let cannot = |error| Failure(format!("cannot run git: {error}"));
    let mut child = Command::new("git")
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(cannot)?;
    if let Some(mut stdin) = child.stdin.take() {
        // One that refuses its arguments reads nothing, and says why.
        let _ = stdin.write_all(input.as_bytes());
    }
    child.wait_with_output().map_err(cannot)
}

/// What git says went wrong, on one line.
fn reason(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    shown(said.lines().next().unwrap_or_default())
}
