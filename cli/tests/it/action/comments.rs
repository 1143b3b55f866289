//! The comment on a pull request.

use std::fs;

use super::api::{Api, Comment, TOKEN};
use super::repository::PullRequest;
use super::runner::{Use, program};
use super::scene::{OLD, catalog, changing, expect, shells};

#[test]
fn there_is_one_comment_and_it_is_kept_up_to_date() {
    for shell in shells() {
        let api = Api::new();
        let broken = changing(&catalog(&OLD), &catalog(&OLD[..1]));
        let run = |pull_request: &PullRequest| {
            let used = Use {
                shell,
                ..pull_request.with(&api, &[])
            };
            used.run()
        };
        let done = run(&broken);
        expect(&done, "success", "failure", "success");
        let comments = api.comments();
        let [comment] = &comments[..] else {
            panic!("{comments:?}")
        };
        assert!(comment.starts_with("<!-- manila: "), "{comment}");
        for text in [
            "## Error codes: `errors.toml`\n",
            "- `b` was removed; retire a code instead of deleting it.",
            "The label `errors: breaking-ok` accepts what breaks.\n",
        ] {
            assert!(
                comment.contains(text) && done.summary.contains(text),
                "{comment}{}",
                done.summary
            );
        }
        let errors = done.told("error");
        assert!(
            errors.len() == 1 && errors[0].starts_with("`b` was removed"),
            "{errors:?}"
        );
        assert_eq!(done.outputs["breaking"], "true");
        assert_eq!(done.outputs["waived"], "false");

        // The next push breaks something else, and the one after that nothing.
        let done = run(&changing(&catalog(&OLD), &catalog(&OLD[1..])));
        expect(&done, "success", "failure", "success");
        let comments = api.comments();
        assert!(
            comments.len() == 1 && comments[0].contains("- `a` was removed"),
            "{comments:?}"
        );
        let done = run(&changing(&catalog(&OLD), &catalog(&OLD)));
        expect(&done, "success", "success", "success");
        let comments = api.comments();
        assert!(
            comments.len() == 1 && comments[0].ends_with("\n## Error codes\n\nNothing changed.\n"),
            "{comments:?}"
        );
    }
}

#[test]
fn where_nothing_changed_there_is_no_comment() {
    let api = Api::new();
    let same = changing(&catalog(&OLD), &catalog(&OLD).replace('\n', "\r\n"));
    let done = same.with(&api, &[]).run();
    expect(&done, "success", "success", "success");
    assert_eq!(api.comments(), [""; 0]);
    assert!(
        done.summary.contains("Nothing changed."),
        "{}",
        done.summary
    );
    assert_eq!(done.commands(), []);
    assert_eq!(done.outputs["breaking"], "false");
}

#[test]
fn a_token_that_may_not_write_fails_nothing() {
    let compatible = changing(&catalog(&OLD[..1]), &catalog(&OLD));
    for (refusal, level) in [
        (403, "notice"),
        (404, "notice"),
        (401, "notice"),
        (500, "warning"),
        (422, "warning"),
    ] {
        let api = Api::new();
        api.state().refusal = Some(refusal);
        let done = compatible.with(&api, &[]).run();
        expect(&done, "success", "success", "success");
        assert!(done.summary.contains("- `b` was added"), "{}", done.summary);
        let told: Vec<_> = done.told(level);
        assert!(
            told.iter().any(|text| text.contains(&refusal.to_string())),
            "{told:?}"
        );
        // What changes something is sent once.
        let posts = api
            .state()
            .requests
            .iter()
            .filter(|request| request.starts_with("POST"))
            .count();
        assert_eq!(posts, 1);
    }
    // One that is wrong, and one that is missing.
    for (token, text) in [("ghs_other", "(401)"), ("", "the input `token` is empty")] {
        let api = Api::new();
        let done = compatible.with(&api, &[("token", token)]).run();
        expect(&done, "success", "success", "success");
        assert!(
            done.told("notice").iter().any(|told| told.contains(text)),
            "{}",
            done.log
        );
    }
}

#[test]
fn a_comment_is_written_where_it_is_asked_for() {
    let api = Api::new();
    let broken = changing(&catalog(&OLD), &catalog(&OLD[..1]));
    let done = broken.with(&api, &[("comment", "false")]).run();
    expect(&done, "success", "failure", "skipped");
    assert_eq!(api.state().requests, [""; 0]);
}

#[test]
fn the_comments_of_others_are_left_alone() {
    for person in [None, Some("robin")] {
        let api = Api::new();
        api.state().person = person.map(str::to_owned);
        let broken = changing(&catalog(&OLD), &catalog(&OLD[..1]));
        broken.with(&api, &[]).run();
        let ours = api.state().comments.remove(0);
        // A stranger copies the comment, and there are a page of others before the own one.
        let stranger = Comment {
            login: "mallory".to_owned(),
            body: ours.body.clone(),
        };
        let other = Comment {
            login: "github-actions[bot]".to_owned(),
            body: "Coverage: 80 %".to_owned(),
        };
        let mut before = vec![stranger];
        before.resize(130, other);
        before.push(ours);
        api.state().comments = before.clone();
        let done = changing(&catalog(&OLD), &catalog(&OLD[1..]))
            .with(&api, &[])
            .run();
        expect(&done, "success", "failure", "success");
        let after = api.state().comments.clone();
        assert_eq!(after[..130], before[..130]);
        assert!(
            after.len() == 131 && after[130].body.contains("- `a` was removed"),
            "{}",
            after.len()
        );
    }
}

#[test]
fn two_uses_have_a_comment_each() {
    let api = Api::new();
    let files = |text: &'static [(&str, u16)]| catalog(text);
    let (old, new) = (files(&[("a", 400), ("b", 404)]), files(&[("a", 400)]));
    let both = PullRequest::new(
        "change",
        &[("one.toml", Some(&old)), ("two.toml", Some(&old))],
        &[("one.toml", Some(&new)), ("two.toml", Some(&new))],
    );
    for file in ["one.toml", "two.toml", "one.toml"] {
        both.with(&api, &[("file", file)]).run();
    }
    assert_eq!(api.comments().len(), 2);
}

#[test]
fn a_long_comparison_is_cut_at_what_a_comment_holds() {
    let codes = |names: &str, count: usize| {
        let codes: Vec<_> = (0..count)
            .map(|n| {
                (
                    format!("{names}_{n:04}_with_a_name_that_takes_its_space"),
                    400,
                )
            })
            .collect();
        catalog(
            &codes
                .iter()
                .map(|(name, status)| (&**name, *status))
                .collect::<Vec<_>>(),
        )
    };
    let old = codes("old", 400);
    let new = old.clone()
        + codes("new", 1000)
            .split_once("[codes")
            .map(|(_, rest)| format!("[codes{rest}"))
            .unwrap()
            .as_str();
    let files = ["a.toml", "b.toml", "c.toml"];
    let api = Api::new();
    let long = PullRequest::new(
        "change",
        &files.map(|file| (file, Some(&*old))),
        &files.map(|file| (file, Some(&*new))),
    );
    let done = long.with(&api, &[("file", "?.toml")]).run();
    expect(&done, "success", "success", "success");
    let comment = &api.comments()[0];
    assert!(
        (60_000..=65_536).contains(&comment.chars().count()),
        "{}",
        comment.len()
    );
    assert!(
        comment.ends_with("\n</details>\n\nThere is more: the summary of the run has it.\n"),
        "{comment:.200}"
    );
    assert_eq!(
        comment.matches("\n<details>").count(),
        comment.matches("\n</details>").count()
    );
    assert!(done.summary.len() > comment.len());
    assert_eq!(done.summary.matches("\n<details>").count(), 3);
}

#[test]
fn the_token_is_in_no_argument_and_no_other_program() {
    let api = Api::new();
    let broken = changing(&catalog(&OLD), &catalog(&OLD[..1]));
    let spies = tempfile::TempDir::new().unwrap();
    let seen = spies.path().join("seen");
    for name in ["manila", "curl", "jq", "awk", "sed"] {
        let real = match name {
            "manila" => env!("CARGO_BIN_EXE_manila").into(),
            other => program(other),
        };
        let (real, seen, file) = (real.display(), seen.display(), spies.path().join(name));
        let spy =
            format!("#!/bin/sh\n{{ echo \"$0 $*\"; env; }} >>'{seen}'\nexec '{real}' \"$@\"\n");
        fs::write(&file, spy).unwrap();
        fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }
    let used = Use {
        path: vec![spies.path().to_owned()],
        ..broken.with(&api, &[])
    };
    let done = used.run();
    expect(&done, "success", "failure", "success");
    let seen = fs::read_to_string(&seen).unwrap();
    assert!(
        seen.contains("/curl ") && seen.contains("/manila "),
        "{seen}"
    );
    assert!(!seen.contains(TOKEN), "{seen}");
    assert!(!done.log.contains(TOKEN), "{}", done.log);
}
