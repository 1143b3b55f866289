//! What a pull request is told of its changes.

use super::api::Api;
use super::repository::PullRequest;
use super::runner::Use;
use super::scene::{OLD, catalog, changing, expect, labelled, shells};

#[test]
fn a_label_accepts_what_breaks() {
    let broken = changing(&catalog(&OLD), &catalog(&OLD[..1]));
    for (labels, input, is_waived) in [
        (&["bug", "errors: breaking-ok"][..], None, true),
        (&["bug"], None, false),
        (&[], None, false),
        (&["api break"], Some("api break"), true),
        (&["errors: breaking-ok"], Some("api break"), false),
        (&["errors: breaking-ok", ""], Some(""), false),
    ] {
        let api = Api::new();
        let mut used = labelled(&broken, &api, labels);
        used.inputs
            .extend(input.map(|label| ("breaking-label", label)));
        // No label has an empty name; a runner's `contains` would find one that had.
        if input == Some("") {
            used.event = broken.event(&labels[..1]);
        }
        let done = used.run();
        let compared = if is_waived { "success" } else { "failure" };
        expect(&done, "success", compared, "success");
        assert_eq!(
            (done.told("error").len(), done.told("warning").len()),
            if is_waived { (0, 1) } else { (1, 0) }
        );
        assert_eq!(done.outputs["waived"], is_waived.to_string());
        let comment = &api.comments()[0];
        assert_eq!(
            comment.contains("A label of this pull request accepts what breaks.\n"),
            is_waived,
            "{comment}"
        );
        let advice = match input {
            _ if is_waived => None,
            None => Some("The label `errors: breaking-ok` accepts what breaks.\n"),
            Some("") => None,
            Some(_) => Some("The label `api break` accepts what breaks.\n"),
        };
        assert_eq!(
            comment.contains(" accepts what breaks.\n"),
            is_waived || advice.is_some(),
            "{comment}"
        );
        assert!(
            advice.is_none_or(|advice| comment.contains(advice)),
            "{comment}"
        );
    }
}

#[test]
fn a_new_catalog_breaks_nothing() {
    let api = Api::new();
    let new = PullRequest::new(
        "change",
        &[("README.md", Some("text"))],
        &[("errors.toml", Some(&catalog(&OLD)))],
    );
    let done = new.with(&api, &[]).run();
    expect(&done, "success", "success", "success");
    assert!(
        api.comments()[0].contains("The catalog is new: nothing to break."),
        "{:?}",
        api.comments()
    );
}

#[test]
fn several_catalogs_share_a_comment() {
    let (old, new) = (catalog(&OLD), catalog(&OLD[..1]));
    let several = PullRequest::new(
        "change",
        &[
            ("errors/a.toml", Some(&old)),
            ("errors/b.toml", Some(&old)),
            ("other.toml", Some(&old)),
        ],
        &[("errors/a.toml", Some(&new)), ("other.toml", Some(&new))],
    );
    for shell in shells() {
        let api = Api::new();
        let inputs = [("file", " errors/*.toml\r\n\nother.toml\n")];
        let used = Use {
            shell,
            ..several.with(&api, &inputs)
        };
        let done = used.run();
        expect(&done, "success", "failure", "success");
        let comments = api.comments();
        assert_eq!(comments.len(), 1);
        for (file, is_told) in [
            ("errors/a.toml", true),
            ("errors/b.toml", false),
            ("other.toml", true),
        ] {
            let heading = format!("## Error codes: `{file}`\n");
            assert_eq!(comments[0].contains(&heading), is_told, "{comments:?}");
        }
        let checked = "3 catalogs checked, nothing found.";
        assert!(done.summary.contains(checked), "{}", done.summary);
    }
}

#[test]
fn a_catalog_that_leaves_its_folder_breaks() {
    let text = catalog(&OLD);
    let api = Api::new();
    let moved = PullRequest::new(
        "change",
        &[
            ("errors/a.toml", Some(&text)),
            ("errors/b.toml", Some(&text)),
        ],
        &[("errors/a.toml", None), ("a.toml", Some(&text))],
    );
    let done = moved.with(&api, &[("file", "errors/*.toml")]).run();
    expect(&done, "success", "failure", "success");
    assert!(
        api.comments()[0].contains("**1 of the catalogs were removed.**"),
        "{:?}",
        api.comments()
    );
    let used = Use {
        event: moved.event(&["errors: breaking-ok"]),
        ..moved.with(&api, &[("file", "errors/*.toml")])
    };
    expect(&used.run(), "success", "success", "success");
    // A name without a pattern has to be there.
    let done = moved.with(&api, &[("file", "errors/a.toml")]).run();
    expect(&done, "failure", "failure", "success");
}

#[test]
fn what_cannot_be_compared_is_told() {
    let api = Api::new();
    let broken = changing(&catalog(&OLD), "[catalog]\nname = 1\n");
    let done = broken.with(&api, &[]).run();
    expect(&done, "failure", "failure", "success");
    assert!(
        done.summary
            .contains("A catalog cannot be compared: the log says why."),
        "{}",
        done.summary
    );
    assert!(
        done.told("error")
            .iter()
            .any(|told| told == "errors.toml cannot be used"),
        "{}",
        done.log
    );
    assert!(done.log.contains("2 | name = 1"), "{}", done.log);
    // It is no news for a comment.
    assert_eq!(api.comments(), [""; 0]);

    // What mends a base is accepted by the label.
    let mended = changing("[catalog]\nname = 1\n", &catalog(&OLD));
    expect(
        &mended.with(&api, &[]).run(),
        "success",
        "failure",
        "success",
    );
    expect(
        &labelled(&mended, &api, &["errors: breaking-ok"]).run(),
        "success",
        "success",
        "success",
    );
}

#[test]
fn mistakes_and_advice_are_annotated_and_hide_no_comparison() {
    let api = Api::new();
    let advice = catalog(&OLD[..1]).replace("message = \"The request was refused.\"\n", "");
    let done = changing(&catalog(&OLD), &advice).with(&api, &[]).run();
    expect(&done, "failure", "failure", "success");
    let warnings = done.told("warning");
    assert!(
        warnings[0].starts_with("code `a` has no message"),
        "{warnings:?}"
    );
    let command = done
        .commands()
        .into_iter()
        .find(|command| command.name == "warning")
        .unwrap();
    assert!(
        command.properties.starts_with("file=errors.toml,line=4,"),
        "{command:?}"
    );
    assert!(
        done.summary
            .contains("1 catalog checked: 0 errors, 1 warning."),
        "{}",
        done.summary
    );
    assert!(
        done.summary.contains("- `b` was removed"),
        "{}",
        done.summary
    );
}
