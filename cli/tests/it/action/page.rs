//! docs/pull-requests.md says what `action.yml` is.

use std::fs;

use serde_json::{Value, json};

use super::yaml::{action, read_yaml, top};

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn page() -> String {
    fs::read_to_string(top().join("docs/pull-requests.md")).unwrap()
}

/// The blocks of YAML of the page.
pub(super) fn blocks() -> Vec<Value> {
    let page = page();
    let blocks = page.split("```yaml\n").skip(1);
    let blocks = blocks.map(|block| read_yaml(block.split_once("```").unwrap().0));
    blocks.collect()
}

/// The uses of the action in a block: those of a workflow's jobs, or of a list of steps.
fn uses(block: &Value) -> Vec<&Value> {
    let jobs = block["jobs"].as_object().into_iter().flatten();
    let steps = jobs.flat_map(|(_, job)| job["steps"].as_array().unwrap());
    let steps = steps.chain(block.as_array().into_iter().flatten());
    let is_ours = |step: &&Value| step["uses"].as_str().unwrap().starts_with("OWNER/manila@");
    steps.filter(is_ours).collect()
}

#[test]
fn a_use_names_inputs_that_there_are() {
    let inputs = action().inputs;
    let blocks = blocks();
    let uses: Vec<_> = blocks.iter().flat_map(uses).collect();
    assert_eq!(uses.len(), 3);
    for one in uses {
        assert_eq!(one["uses"], format!("OWNER/manila@v{VERSION}"));
        for (name, value) in one["with"].as_object().unwrap() {
            assert!(
                inputs.contains_key(name) && value.is_string(),
                "{name}: {value}"
            );
        }
    }
}

#[test]
fn the_workflow_has_what_it_needs_and_no_more() {
    let blocks = blocks();
    let workflow = &blocks[0];
    assert_eq!(
        workflow["on"],
        json!({
            "pull_request": { "types": ["opened", "synchronize", "reopened", "labeled", "unlabeled"] },
            "merge_group": null,
        })
    );
    assert_eq!(
        workflow["permissions"],
        json!({ "contents": "read", "pull-requests": "write" })
    );
    assert!(
        workflow["concurrency"]["group"]
            .as_str()
            .unwrap()
            .contains("pull_request.number")
    );
}

#[test]
fn every_input_and_output_is_on_the_page() {
    let page = page();
    let action = action();
    for (name, input) in &action.inputs {
        let default = match &*input.default {
            "" => String::new(),
            default => format!("`{default}` "),
        };
        let start = format!("| `{name}` | {default}| ");
        assert!(page.contains(&start), "{start}");
        assert!(input.description.ends_with('.'), "{name}");
    }
    for (name, output) in &action.outputs {
        assert!(page.contains(&format!("| `{name}` | ")), "{name}");
        assert!(output.description.ends_with('.'), "{name}");
    }
    let rows = page.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(rows, action.inputs.len() + action.outputs.len());
}
