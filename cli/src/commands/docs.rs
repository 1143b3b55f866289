//! `manila docs`

mod folder;
mod languages;
mod progress;
mod settings;

use manila_reference::File;

use self::folder::Folder;
use self::progress::Progress;
use crate::args::Docs;
use crate::outcome::{Failure, Verdict};
use crate::shown::shown;

/// How many files are named of each kind.
const MOST_NAMED: usize = 20;

pub(crate) fn run(args: &Docs, out: &mut String) -> Result<Verdict, Failure> {
    let (reference, languages) = settings::reference(args)?;
    let site = reference.site();
    let folder = Folder::open(&args.out)?;
    match args.check {
        true => check(args, &folder, site.files(), out),
        false => write(args, folder, site.files(), &languages, out),
    }
}

fn write(
    args: &Docs,
    mut folder: Folder,
    files: impl Iterator<Item = File>,
    languages: &[String],
    out: &mut String,
) -> Result<Verdict, Failure> {
    folder.claim(args.force)?;
    let mut progress = Progress::new("written");
    let (mut all, mut written) = (0usize, 0usize);
    for file in files {
        written += usize::from(folder.write(&file)?);
        all += 1;
        progress.tell(all);
    }
    let removed = folder.finish()?;
    *out += &format!(
        "{}: {all} files{}, {written} written",
        shown(&args.out.to_string_lossy()),
        in_languages(languages)
    );
    *out += &match removed.len() {
        0 => "\n".to_owned(),
        count => format!(", {count} removed, as nothing in the catalogs leads to them:\n"),
    };
    name(&removed, "", out);
    Ok(Verdict::Fine)
}

/// Which languages the pages are in, where they are in several.
fn in_languages(tags: &[String]) -> String {
    match tags {
        [] | [_] => String::new(),
        [first @ .., last] => format!(" in {} and {last}", first.join(", ")),
    }
}

fn check(
    args: &Docs,
    folder: &Folder,
    files: impl Iterator<Item = File>,
    out: &mut String,
) -> Result<Verdict, Failure> {
    let (mut missing, mut different) = (Vec::new(), Vec::new());
    let mut known = std::collections::HashSet::new();
    let mut progress = Progress::new("compared");
    for file in files {
        match folder.state_of(&file)? {
            folder::State::Same => {}
            folder::State::Missing => missing.push(file.path().to_owned()),
            folder::State::Different => different.push(file.path().to_owned()),
        }
        known.insert(file.path().to_owned());
        progress.tell(known.len());
    }
    let extra = folder.beyond(&known);
    if missing.is_empty() && different.is_empty() && extra.is_empty() {
        return Ok(Verdict::Fine);
    }
    for (kind, paths) in [
        ("missing: ", &missing),
        ("different: ", &different),
        ("extra: ", &extra),
    ] {
        name(paths, kind, out);
    }
    let shown = shown(&args.out.to_string_lossy());
    *out += &format!(
        "{shown} is not up to date; write it anew with the same command, without `--check`\n"
    );
    Ok(Verdict::Findings)
}

fn name(paths: &[String], kind: &str, out: &mut String) {
    for path in paths.iter().take(MOST_NAMED) {
        *out += &format!("  {kind}{}\n", shown(path));
    }
    if let Some(more) = paths.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        *out += &format!("  {kind}and {more} more\n");
    }
}
