//! Names and texts that are not meant well, through every step.

use super::api::Api;
use super::repository::PullRequest;
use super::runner::{Done, Use};
use super::scene::catalog;
use super::yaml::action;

/// Names of files that want to be commands, options, markup or something else than files.
const NAMES: [&str; 15] = [
    "a::error::forged.toml",
    "::error::forged.toml",
    "line\n::error::forged.toml",
    "carriage\r::add-mask::forged.toml",
    "##[add-mask]forged.toml",
    "%0A::error::forged.toml",
    "escape\u{1b}[2J.toml",
    "-x.toml",
    "--format=json.toml",
    "git:HEAD:x.toml",
    "two words 'and' \"quotes\".toml",
    "$(touch pwned).toml",
    "`touch pwned`.toml",
    "@somebody <img src=x> #1.toml",
    "b;touch pwned;.toml",
];

/// Asserts that nothing but Manila's own commands is in the log, that no name is run, and that nothing in the
/// comment is markup.
#[track_caller]
fn expect_harmless(done: &Done, pull_request: &PullRequest, api: &Api, what: &str) {
    for command in done.commands() {
        assert!(
            ["error", "warning", "notice"].contains(&&*command.name),
            "{what}: {command:?}"
        );
        assert!(
            !command.data.trim_start().starts_with("forged"),
            "{what}: {command:?}"
        );
        for property in command.properties.split(',') {
            let (name, value) = property.split_once('=').unwrap_or_default();
            let is_known = matches!(name, "file" | "line" | "col" | "title" | "");
            assert!(is_known && !value.contains(':'), "{what}: {command:?}");
        }
    }
    assert!(!done.log.contains('\u{1b}'), "{what}: {}", done.log);
    assert!(!pull_request.path().join("pwned").exists(), "{what}");
    for text in api.comments().iter().chain([&done.summary]) {
        let outside = outside_of_code(text);
        assert!(
            !outside.contains("@somebody") && !outside.contains("<img"),
            "{what}: {text}"
        );
    }
}

/// A Markdown text without its code spans.
fn outside_of_code(text: &str) -> String {
    let mut outside = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let fence = rest[at..]
            .chars()
            .take_while(|character| *character == '`')
            .count();
        let (before, behind) = rest.split_at(at);
        outside += before;
        let fence = &behind[..fence];
        let behind = &behind[fence.len()..];
        let end = behind.find(fence).unwrap();
        rest = &behind[end + fence.len()..];
    }
    outside + rest
}

/// A pull request that changes `errors.toml` from one text to another.
fn changing(branch: &str, old: &str, new: &str) -> PullRequest {
    PullRequest::new(
        branch,
        &[("errors.toml", Some(old))],
        &[("errors.toml", Some(new))],
    )
}

/// A pull request that changes files of all the names from one text to another.
fn changing_all(old: &str, new: &str) -> PullRequest {
    let files = |text| NAMES.map(|name| (name, Some(text)));
    PullRequest::new("change", &files(old), &files(new))
}

#[test]
fn a_name_that_a_pattern_finds_is_the_name_of_a_file_and_nothing_else() {
    let old = catalog(&[("a", 400), ("b", 404)]);
    let wrong = catalog(&[("a", 200)]);
    for (what, new) in [
        ("a break", &*catalog(&[("a", 400)])),
        ("a mistake", &wrong),
        ("no catalog", "= = ##[add-mask]forged\n"),
    ] {
        let api = Api::new();
        let pull_request = changing_all(&old, new);
        let done = pull_request.with(&api, &[("file", "*.toml")]).run();
        expect_harmless(&done, &pull_request, &api, what);
        assert!(!done.is_success(), "{what}: {}", done.log);
        if what == "a break" {
            // Git has no way to ask for a name with a line end, which is told.
            let named = NAMES.iter().filter(|name| !name.contains('\n')).count();
            let told = api.comments()[0].matches("- `b` was removed").count();
            assert_eq!(told, named, "{}", done.log);
            assert!(done.log.contains("does not name a file"), "{}", done.log);
        }
    }
}

#[test]
fn a_name_that_an_input_has_is_the_name_of_a_file_and_nothing_else() {
    let pull_request = changing_all(&catalog(&[("a", 400), ("b", 404)]), &catalog(&[("a", 400)]));
    // An input has a name a line, and a bracket begins a pattern.
    let named = NAMES
        .iter()
        .filter(|name| !name.contains(['\n', '\r', '[']));
    for name in named {
        let api = Api::new();
        let done = pull_request.with(&api, &[("file", name)]).run();
        expect_harmless(&done, &pull_request, &api, name);
        let comments = api.comments();
        assert_eq!(comments.len(), 1, "{name:?}: {}", done.log);
        assert_eq!(
            comments[0].matches("- `b` was removed").count(),
            1,
            "{comments:?}"
        );
        assert!(!done.is_success(), "{name:?}: {}", done.log);
    }
}

#[test]
fn a_file_is_no_published_catalog_and_no_standard_input() {
    let (old, new) = (catalog(&[("a", 400), ("b", 404)]), catalog(&[("a", 400)]));
    for name in ["cpi", "-", "vibehost"] {
        let api = Api::new();
        let pull_request = PullRequest::new("change", &[(name, Some(&old))], &[(name, Some(&new))]);
        let done = pull_request.with(&api, &[("file", name)]).run();
        assert!(
            api.comments()[0].contains(&format!("`./{name}`")),
            "{name}: {}",
            done.log
        );
    }
}

#[test]
fn what_a_catalog_says_is_text() {
    let texts = "</details> @somebody <img src=x onerror=y> ##[add-mask]forged `::error::forged` [x](javascript:y)";
    let old = catalog(&[("a", 400)]) + &format!("replaced_by = \"b\"\ndeprecated = \"{texts}\"\n");
    let new = format!(
        "{}meaning = \"{texts}\"\n[codes.b]\nstatus = 400\nmessage = \"{texts}\"\ndetails = {{ \"{texts}\" = {{ type = \"string\" }} }}\n\
         [codes.\"@somebody\\n::add-mask::forged\"]\nstatus = 400\n",
        catalog(&[("a", 422)])
    );
    for (old, new) in [(&old, &new), (&new, &old), (&catalog(&[("a", 400)]), &old)] {
        let api = Api::new();
        let pull_request = changing("change", old, new);
        let done = pull_request.with(&api, &[]).run();
        expect_harmless(&done, &pull_request, &api, "texts");
    }
}

#[test]
fn a_branch_is_no_command() {
    const BRANCH: &str = "x$(touch${IFS}pwned)";
    let (old, new) = (catalog(&[("a", 400), ("b", 404)]), catalog(&[("a", 400)]));
    let api = Api::new();
    let pull_request = changing(BRANCH, &old, &new);
    let mut used = pull_request.with(&api, &[]);
    used.event["pull_request"]["head"]["ref"] = BRANCH.into();
    used.event["pull_request"]["base"]["ref"] = BRANCH.into();
    used.event["pull_request"]["title"] = "$(touch pwned)\n::error::forged".into();
    let done = used.run();
    assert!(
        api.comments()[0].contains("- `b` was removed"),
        "{}",
        done.log
    );
    expect_harmless(&done, &pull_request, &api, BRANCH);

    // As the base it is a branch like any other, and what is no branch is told.
    let done = pull_request.with(&api, &[("base", BRANCH)]).run();
    assert!(done.is_success(), "{}", done.log);
    expect_harmless(&done, &pull_request, &api, BRANCH);
    for base in [
        "x$(touch pwned)",
        "--upload-pack=touch pwned",
        "--upload-pack=touch${IFS}pwned",
        "x%0Aforged",
        "-x",
        "main\n::error::forged",
        "main:pwned",
        "+main:refs/heads/pwned",
        "ext::sh -c touch% pwned",
        "::error::forged",
        "##[add-mask]forged",
        "main..main",
    ] {
        let done = pull_request.with(&api, &[("base", base)]).run();
        expect_harmless(&done, &pull_request, &api, base);
        assert!(!done.is_success(), "{base}: {}", done.log);
        let told = done.told("error");
        let starts = ["The input `base` ", "The checkout does not have "];
        let is_told = starts.iter().any(|start| told[0].starts_with(start));
        assert!(told.len() == 1 && is_told, "{base}: {}", done.log);
        assert!(!told[0].contains("%0A"), "{base}: {}", done.log);
    }
}

#[test]
fn what_an_event_says_reaches_no_shell_but_as_data() {
    let text = catalog(&[("a", 400)]);
    let pull_request = PullRequest::new("change", &[("errors.toml", Some(&text))], &[]);
    let api = Api::new();
    for value in [
        "$(touch pwned)",
        "7; touch pwned",
        "../../7",
        "7\n8",
        // As long as a hash.
        "--upload-pack=touch${IFS}pwned;:;:;:;:;:",
    ] {
        let mut used = pull_request.with(&api, &[]);
        used.event["pull_request"]["number"] = value.into();
        let done = used.run();
        expect_harmless(&done, &pull_request, &api, value);
        assert_eq!(
            done.told("warning"),
            ["There is no comment: the event has no pull request."]
        );
        let mut used = pull_request.with(&api, &[]);
        used.sha = value;
        used.event["pull_request"]["base"]["sha"] = value.into();
        expect_harmless(&used.run(), &pull_request, &api, value);
        let labels = ["errors: breaking-ok", value];
        let used = Use {
            event: pull_request.event(&labels),
            ..pull_request.with(&api, &[("breaking-label", value)])
        };
        expect_harmless(&used.run(), &pull_request, &api, value);
    }
}

#[test]
fn no_script_has_an_expression_in_it() {
    let action = action();
    assert_eq!(action.runs.using, "composite");
    for step in &action.runs.steps {
        assert!(!step.run.contains("${{"), "{}", step.name);
        assert_eq!(step.shell, "bash", "{}", step.name);
        let script = step
            .run
            .strip_prefix("bash \"$GITHUB_ACTION_PATH/")
            .unwrap();
        let script = script.trim_end().strip_suffix('"').unwrap();
        assert!(super::yaml::top().join(script).is_file(), "{script}");
        // A value is one expression, so that no text of others stands beside it.
        for (name, value) in &step.env {
            let inner = value
                .strip_prefix("${{ ")
                .and_then(|rest| rest.strip_suffix(" }}"));
            assert!(
                inner.is_some_and(|inner| !inner.contains("}}")),
                "{name}: {value}"
            );
        }
    }
    // No step but these is told the token.
    let holders: Vec<_> = action
        .runs
        .steps
        .iter()
        .filter(|step| step.env.contains_key("TOKEN"))
        .map(|step| &*step.name)
        .collect();
    assert_eq!(
        holders,
        ["Compare with the base", "Comment on the pull request"]
    );
}
