//! A repository with a pull request, and a checkout of it as a workflow has it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::api::Api;
use super::runner::Use;
use crate::run::git;

/// Writes files, or removes those without a text, and commits.
pub(super) fn commit(folder: &Path, files: &[(&str, Option<&str>)]) -> String {
    for (name, text) in files {
        let file = folder.join(name);
        match text {
            Some(text) => {
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, text).unwrap();
            }
            None => fs::remove_file(file).unwrap(),
        }
    }
    git(folder, &["add", "--all", "."]);
    git(
        folder,
        &["commit", "--quiet", "--allow-empty", "--message", "files"],
    );
    git(folder, &["rev-parse", "HEAD"])
}

/// How much of the history a checkout has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    One,
    All,
}

/// A pull request and the checkout of its merge commit.
pub(super) struct PullRequest {
    pub(super) origin: TempDir,
    pub(super) checkout: TempDir,
    /// The head of the base branch when the pull request was opened.
    pub(super) base: String,
    pub(super) head: String,
    pub(super) merge: String,
}

impl PullRequest {
    /// A pull request of a branch whose commit changes these files of a base.
    pub(super) fn new(
        branch: &str,
        base: &[(&str, Option<&str>)],
        change: &[(&str, Option<&str>)],
    ) -> Self {
        Self::with_later(branch, base, change, &[], Depth::One)
    }

    /// The same, of which the base branch has got these files since.
    pub(super) fn with_later(
        branch: &str,
        base: &[(&str, Option<&str>)],
        change: &[(&str, Option<&str>)],
        later: &[(&str, Option<&str>)],
        depth: Depth,
    ) -> Self {
        let origin = TempDir::new().unwrap();
        let path = origin.path();
        git(path, &["init", "--quiet"]);
        git(path, &["config", "uploadpack.allowAnySHA1InWant", "true"]);
        let base = commit(path, base);
        git(path, &["checkout", "--quiet", "-b", branch]);
        let head = commit(path, change);
        git(path, &["checkout", "--quiet", "main"]);
        if !later.is_empty() {
            commit(path, later);
        }
        git(path, &["checkout", "--quiet", "--detach"]);
        git(
            path,
            &["merge", "--quiet", "--no-ff", "--message", "merge", branch],
        );
        let merge = git(path, &["rev-parse", "HEAD"]);
        git(path, &["update-ref", "refs/pull/7/merge", "HEAD"]);
        git(path, &["checkout", "--quiet", "main"]);
        let checkout = check_out(path, "refs/pull/7/merge", depth);
        Self {
            origin,
            checkout,
            base,
            head,
            merge,
        }
    }

    /// Checks out the head of the branch instead of the merge commit.
    pub(super) fn check_out_head(&mut self, branch: &str, depth: Depth) {
        self.checkout = check_out(self.origin.path(), &format!("refs/heads/{branch}"), depth);
    }

    pub(super) fn path(&self) -> &Path {
        self.checkout.path()
    }

    pub(super) fn event(&self, labels: &[&str]) -> Value {
        let labels = labels.iter().map(|name| json!({ "name": name }));
        json!({
            "pull_request": {
                "number": 7,
                "base": { "ref": "main", "sha": self.base },
                "head": { "ref": "change", "sha": self.head },
                "labels": labels.collect::<Vec<_>>(),
            },
        })
    }

    /// The action on this pull request.
    pub(super) fn with<'a>(&'a self, api: &'a Api, inputs: &[(&'a str, &'a str)]) -> Use<'a> {
        Use {
            workspace: self.path(),
            event_name: "pull_request",
            event: self.event(&[]),
            sha: &self.merge,
            inputs: inputs.to_vec(),
            api,
            shell: "bash",
            path: Vec::new(),
            has_manila: true,
        }
    }
}

/// A checkout of one ref, as a workflow's is: without branches, and with the remote `origin`.
fn check_out(origin: &Path, reference: &str, depth: Depth) -> TempDir {
    let checkout = TempDir::new().unwrap();
    let path = checkout.path();
    let url = format!("file://{}", origin.display());
    git(path, &["init", "--quiet"]);
    git(path, &["remote", "add", "origin", &url]);
    let checked_out = format!("+{reference}:refs/remotes/checked-out");
    match depth {
        Depth::One => git(
            path,
            &[
                "fetch",
                "--quiet",
                "--no-tags",
                "--depth=1",
                "origin",
                &checked_out,
            ],
        ),
        Depth::All => git(
            path,
            &[
                "fetch",
                "--quiet",
                "origin",
                &checked_out,
                "+refs/heads/*:refs/remotes/origin/*",
            ],
        ),
    };
    git(
        path,
        &["checkout", "--quiet", "--force", "refs/remotes/checked-out"],
    );
    checkout
}
