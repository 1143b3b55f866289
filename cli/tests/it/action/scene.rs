//! Pull requests that change catalogs, and how the steps end.

use super::api::Api;
use super::repository::PullRequest;
use super::runner::{Done, Use, find};

/// A catalog of these codes and their statuses.
pub(super) fn catalog(codes: &[(&str, u16)]) -> String {
    let codes = codes.iter().map(|(name, status)| {
        format!("[codes.{name}]\nstatus = {status}\nmessage = \"The request was refused.\"\n")
    });
    let head = "[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n";
    head.to_owned() + &codes.collect::<String>()
}

/// The codes of a base.
pub(super) const OLD: [(&str, u16); 2] = [("a", 400), ("b", 404)];

const CHECK: &str = "Check the catalogs";
const COMPARE: &str = "Compare with the base";
const COMMENT: &str = "Comment on the pull request";

/// Asserts how the steps behind the first ended.
#[track_caller]
pub(super) fn expect(done: &Done, check: &str, compare: &str, comment: &str) {
    let outcomes: Vec<_> = done.steps[1..]
        .iter()
        .map(|(name, outcome)| (&**name, *outcome))
        .collect();
    assert_eq!(
        outcomes,
        [(CHECK, check), (COMPARE, compare), (COMMENT, comment)],
        "{}",
        done.log
    );
}

/// A pull request that changes `errors.toml` from one text to another.
pub(super) fn changing(old: &str, new: &str) -> PullRequest {
    PullRequest::new(
        "change",
        &[("errors.toml", Some(old))],
        &[("errors.toml", Some(new))],
    )
}

/// The action on a pull request with these labels.
pub(super) fn labelled<'a>(
    pull_request: &'a PullRequest,
    api: &'a Api,
    labels: &[&str],
) -> Use<'a> {
    Use {
        event: pull_request.event(labels),
        ..pull_request.with(api, &[])
    }
}

/// The shells that the scripts are run by. The second has what POSIX asks for and no more, as the bash of macOS has
/// less than others.
pub(super) fn shells() -> impl Iterator<Item = &'static str> {
    let shells = ["bash", "dash"].into_iter();
    shells.filter(|shell| find(shell).is_some())
}
