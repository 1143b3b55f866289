//! Files in revisions of git.

use std::borrow::Cow;
use std::io::Write as _;
use std::path::{MAIN_SEPARATOR, Path};
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
    let Some((revision, path)) = split(named, cfg!(windows)) else {
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
    let path = below_working_folder(&path).ok_or_else(|| {
        let named = shown(named);
        Failure(format!(
            "git:{named} is not below the working folder; name the file as it is seen from there"
        ))
    })?;
    let nothing = || Found::Nothing(format!("{} has no file {}", shown(revision), shown(&path)));
    let Some(commit) = resolve(revision)? else {
        return Ok(nothing());
    };
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
        ["notdir", ..] | [.., "missing"] => Ok(nothing()),
        _ => wrong("is not a file"),
    }
}

/// The revision and the path of `REV:PATH`, in which Windows' `\` is git's `/`.
fn split(named: &str, is_windows: bool) -> Option<(&str, Cow<'_, str>)> {
    let is_hash = |(revision, _): &(&str, &str)| {
        matches!(revision.len(), 40 | 64) && revision.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    // A revision may have colons of its own, as in `HEAD^{/fix: }`; behind a whole hash they are the path's.
    let at_first = named.split_once(':').filter(is_hash);
    let (mut revision, mut path) = at_first.or_else(|| named.rsplit_once(':'))?;
    if !is_windows {
        return Some((revision, Cow::Borrowed(path)));
    }
    let drive = revision.len().checked_sub(2).and_then(|at| {
        let (before, drive) = revision.split_at_checked(at)?;
        let letter = drive.strip_prefix(':')?;
        let is_drive = letter.bytes().all(|byte| byte.is_ascii_alphabetic());
        (is_drive && path.starts_with(['\\', '/'])).then_some(before)
    });
    if let Some(before) = drive {
        path = &named[before.len() + 1..];
        revision = before;
    }
    Some((revision, Cow::Owned(path.replace('\\', "/"))))
}

/// A path as it is seen from the working folder. Git would take `./` and an absolute path for one that no
/// revision has, and the catalog would be new.
fn below_working_folder(path: &str) -> Option<Cow<'_, str>> {
    if !Path::new(path).is_absolute() {
        return Some(Cow::Borrowed(path));
    }
    let folder = std::env::current_dir().ok()?;
    let below = Path::new(path).strip_prefix(folder).ok()?.to_str()?;
    Some(Cow::Owned(below.replace(MAIN_SEPARATOR, "/")))
}

/// The object that a revision names; none for `HEAD` before the first commit, which any file is new since.
fn resolve(revision: &str) -> Result<Option<String>, Failure> {
    if revision.starts_with('-') {
        return Err(Failure(format!("{} is not a revision", shown(revision))));
    }
    let output = run(&["rev-parse", "--verify", revision])?;
    let object = String::from_utf8_lossy(&output.stdout)
        .trim_end()
        .to_owned();
    let is_one = !object.is_empty() && object.bytes().all(|byte| byte.is_ascii_hexdigit());
    if output.status.success() && is_one {
        return Ok(Some(object));
    }
    if revision == "HEAD" && run(&["symbolic-ref", "--quiet", "HEAD"])?.status.success() {
        return Ok(None);
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

#[cfg(test)]
mod tests {
    use super::split;

    fn check(named: &str, is_windows: bool, revision: &str, path: &str) {
        let (found, at) = split(named, is_windows).unwrap_or_default();
        assert_eq!((found, &*at), (revision, path), "{named}");
    }

    #[test]
    fn a_revision_ends_at_the_last_colon() {
        for is_windows in [false, true] {
            check("HEAD:errors.toml", is_windows, "HEAD", "errors.toml");
            check(
                "HEAD^{/fix: }:a/b.toml",
                is_windows,
                "HEAD^{/fix: }",
                "a/b.toml",
            );
            check(":/fix:b.toml", is_windows, ":/fix", "b.toml");
            assert_eq!(split("HEAD", is_windows), None);
        }
    }

    #[test]
    fn what_follows_a_whole_hash_is_the_path() {
        for hash in ["0123456789abcdefABCD0123456789abcdef0123", &"f".repeat(64)] {
            check(&format!("{hash}:a::b.toml"), false, hash, "a::b.toml");
            check(&format!("{hash}:C:\\a.toml"), true, hash, "C:/a.toml");
        }
        check("abc:a::b.toml", false, "abc:a:", "b.toml");
    }

    #[test]
    fn a_path_of_windows_has_a_drive_and_backslashes() {
        check("HEAD:C:\\a\\b.toml", true, "HEAD", "C:/a/b.toml");
        check("HEAD:c:/a/b.toml", true, "HEAD", "c:/a/b.toml");
        check(
            "origin/main:plans\\b.toml",
            true,
            "origin/main",
            "plans/b.toml",
        );
        check("HEAD:..\\b.toml", true, "HEAD", "../b.toml");
        // Elsewhere a backslash is a character like any other.
        check("HEAD:a\\b.toml", false, "HEAD", "a\\b.toml");
        check("HEAD:C:\\b.toml", false, "HEAD:C", "\\b.toml");
    }
}
