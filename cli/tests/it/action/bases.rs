//! What a catalog is compared with.

use serde_json::json;

use super::api::Api;
use super::repository::{Depth, PullRequest};
use super::runner::Use;
use super::scene::{OLD, catalog, changing, expect};
use crate::run::git;

#[test]
fn a_base_that_has_moved_is_no_change() {
    // The event has the base of the time when it happened; the merge commit has another.
    let (old, new) = (catalog(&OLD[..1]), catalog(&OLD));
    let api = Api::new();
    let files = [("errors.toml", Some(&*old))];
    let later = [("errors.toml", Some(&*new))];
    let pull_request = |depth| {
        let change = [("README.md", Some("text"))];
        PullRequest::with_later("change", &files, &change, &later, depth)
    };
    let expect_no_change = |moved: &PullRequest| {
        let done = moved.with(&api, &[]).run();
        expect(&done, "success", "success", "success");
        let summary = &done.summary;
        assert!(summary.contains("Nothing changed."), "{summary}");
    };
    expect_no_change(&pull_request(Depth::One));

    // The head of the branch, checked out in place of the merge commit, lacks what the base has got.
    let mut moved = pull_request(Depth::All);
    moved.base = git(moved.origin.path(), &["rev-parse", "main"]);
    moved.check_out_head("change", Depth::All);
    expect_no_change(&moved);
}

#[test]
fn a_base_that_the_checkout_lacks_is_fetched() {
    let api = Api::new();
    let broken = changing(&catalog(&OLD), &catalog(&OLD[..1]));
    git(broken.origin.path(), &["tag", "v1", "main"]);
    for (base, code) in [
        ("main", "failure"),
        ("v1", "failure"),
        (&*broken.base, "failure"),
        ("change", "success"),
    ] {
        let done = broken.with(&api, &[("base", base)]).run();
        expect(&done, "success", code, "success");
    }
    let done = broken.with(&api, &[("base", "none")]).run();
    expect(&done, "success", "failure", "skipped");
    let told = done.told("error");
    assert!(
        told.len() == 1
            && told[0].starts_with("The checkout does not have none, ")
            && told[0].contains("`fetch-depth: 0`"),
        "{told:?}"
    );
}

#[test]
fn a_base_is_fetched_with_the_token_where_the_checkout_has_none() {
    let api = Api::new();
    let broken = changing(&catalog(&OLD), &catalog(&OLD[..1]));
    let url = format!("{}/owner/service", api.url());
    git(broken.path(), &["remote", "set-url", "origin", &url]);
    let done = broken.with(&api, &[]).run();
    expect(&done, "success", "failure", "skipped");
    let git = api.state().git.clone();
    // In the base64 of `x-access-token:` and the token.
    let basic = "AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46Z2hzX3Rva2VuLW9mLXRoZS13b3JrZmxvdw==";
    let basic = basic.split_once(": ").map(|(_, value)| value.to_owned());
    assert!(
        git.first() == Some(&None) && git.last() == Some(&basic),
        "{git:?}"
    );
    assert!(
        done.told("error")[0].contains("`fetch-depth: 0`"),
        "{}",
        done.log
    );
}

#[test]
fn a_history_that_is_whole_stays_whole() {
    let api = Api::new();
    let text = catalog(&OLD);
    let files = [("errors.toml", Some(&*text))];
    let whole = PullRequest::with_later(
        "change",
        &files,
        &[("README.md", Some("text"))],
        &[],
        Depth::All,
    );
    let done = whole.with(&api, &[("base", "refs/pull/7/merge")]).run();
    expect(&done, "success", "success", "success");
    assert_eq!(
        git(whole.path(), &["rev-parse", "--is-shallow-repository"]),
        "false"
    );
}

#[test]
fn a_push_is_checked_and_compared_with_what_is_named() {
    let api = Api::new();
    let broken = changing(&catalog(&OLD), &catalog(&OLD[..1]));
    let push = |inputs: &[(&'static str, &'static str)]| {
        let used = Use {
            event_name: "push",
            event: json!({}),
            ..broken.with(&api, inputs)
        };
        used.run()
    };
    let done = push(&[]);
    expect(&done, "success", "success", "skipped");
    assert_eq!(
        (&*done.outputs["breaking"], &*done.outputs["report"]),
        ("", "")
    );
    let done = push(&[("base", "main")]);
    expect(&done, "success", "failure", "skipped");
    // A merge group has a base of its own.
    let used = Use {
        event_name: "merge_group",
        event: json!({ "merge_group": { "base_sha": broken.base } }),
        ..broken.with(&api, &[])
    };
    expect(&used.run(), "success", "failure", "skipped");
    assert_eq!(api.comments(), [""; 0]);
}
