//! A runner: it does the steps of `action.yml` one after the other.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::api::{Api, TOKEN};
use super::expression::{fill, holds};
use super::workflow_commands::{WorkflowCommand, commands_in};
use super::yaml::{Action, action, top};

/// What one use of the action is given.
pub(super) struct Use<'a> {
    pub(super) workspace: &'a Path,
    pub(super) event_name: &'a str,
    pub(super) event: Value,
    pub(super) sha: &'a str,
    pub(super) inputs: Vec<(&'a str, &'a str)>,
    pub(super) api: &'a Api,
    /// The shell that the scripts are run by.
    pub(super) shell: &'a str,
    /// Folders before all others in `PATH`.
    pub(super) path: Vec<PathBuf>,
    /// Whether `manila` is in `PATH`.
    pub(super) has_manila: bool,
}

/// What came of it.
#[derive(Debug)]
pub(super) struct Done {
    /// How each step ended: `success`, `failure` or `skipped`.
    pub(super) steps: Vec<(String, &'static str)>,
    pub(super) log: String,
    pub(super) summary: String,
    pub(super) outputs: BTreeMap<String, String>,
}

impl Done {
    pub(super) fn is_success(&self) -> bool {
        self.steps.iter().all(|(_, outcome)| *outcome != "failure")
    }

    pub(super) fn commands(&self) -> Vec<WorkflowCommand> {
        commands_in(&self.log)
    }

    /// The data of the commands of a name.
    pub(super) fn told(&self, name: &str) -> Vec<String> {
        let commands = self.commands().into_iter();
        let named = commands.filter(|command| command.name == name);
        named.map(|command| command.data).collect()
    }
}

/// The path of a program that the machine has.
pub(super) fn program(name: &str) -> PathBuf {
    find(name).unwrap_or_else(|| panic!("there is no {name}"))
}

/// The path of a program, if the machine has it.
pub(super) fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut files = std::env::split_paths(&path).map(|folder| folder.join(name));
    files.find(|file| file.is_file())
}

impl Use<'_> {
    pub(super) fn run(&self) -> Done {
        let Action {
            inputs,
            outputs,
            runs,
            ..
        } = action();
        let temp = TempDir::new().unwrap();
        let path = self.path(temp.path());
        let (summary, log) = (temp.path().join("summary"), temp.path().join("log"));
        for file in [
            &summary,
            &log,
            &temp.path().join("output"),
            &temp.path().join("path"),
        ] {
            File::create(file).unwrap();
        }
        let mut contexts = self.contexts();
        for (name, input) in &inputs {
            contexts["inputs"][name] = json!(fill(&input.default, &contexts));
        }
        for (name, value) in &self.inputs {
            assert!(inputs.contains_key(*name), "{name}");
            contexts["inputs"][name] = json!(value);
        }
        let mut steps = Vec::new();
        for step in &runs.steps {
            let condition = step.condition.as_deref().unwrap_or("success()");
            let outcome = if holds(condition, &contexts) {
                let env = step.env.iter();
                let env = env.map(|(name, value)| (name.clone(), fill(value, &contexts)));
                let script = temp.path().join("script");
                fs::write(&script, &step.run).unwrap();
                let log = File::options().append(true).open(&log).unwrap();
                let status = Command::new(program("bash"))
                    .args(["--noprofile", "--norc", "-eo", "pipefail"])
                    .arg(&script)
                    .current_dir(self.workspace)
                    .env_clear()
                    .envs(self.environment(temp.path()))
                    .env("PATH", self.added_path(temp.path(), &path))
                    .envs(env)
                    .stdout(log.try_clone().unwrap())
                    .stderr(log)
                    .status()
                    .unwrap();
                if status.success() {
                    "success"
                } else {
                    "failure"
                }
            } else {
                "skipped"
            };
            if let Some(id) = &step.id {
                let said = fs::read_to_string(temp.path().join("output")).unwrap();
                let outputs = said.lines().map(|line| line.split_once('=').unwrap());
                let outputs: BTreeMap<_, _> = outputs.collect();
                contexts["steps"][id] = json!({ "outcome": outcome, "outputs": outputs });
                File::create(temp.path().join("output")).unwrap();
            }
            if outcome == "failure" {
                contexts["success"] = json!(false);
            }
            steps.push((step.name.clone(), outcome));
        }
        let outputs = outputs.into_iter();
        Done {
            steps,
            log: fs::read_to_string(log).unwrap(),
            summary: fs::read_to_string(summary).unwrap(),
            outputs: outputs
                .map(|(name, output)| (name, fill(&output.value, &contexts)))
                .collect(),
        }
    }

    fn contexts(&self) -> Value {
        json!({
            "success": true,
            "github": {
                "event_name": self.event_name,
                "event": self.event,
                "token": TOKEN,
            },
            "inputs": {},
            "steps": {},
        })
    }

    fn environment(&self, temp: &Path) -> Vec<(&'static str, String)> {
        let file = |name: &str| temp.join(name).to_str().unwrap().to_owned();
        vec![
            ("HOME", file("")),
            ("RUNNER_TEMP", file("")),
            ("GITHUB_ACTION_PATH", top().to_str().unwrap().to_owned()),
            ("GITHUB_API_URL", self.api.url()),
            ("GITHUB_SERVER_URL", self.api.url()),
            ("GITHUB_EVENT_NAME", self.event_name.to_owned()),
            ("GITHUB_REPOSITORY", "owner/service".to_owned()),
            ("GITHUB_SHA", self.sha.to_owned()),
            ("GITHUB_OUTPUT", file("output")),
            ("GITHUB_PATH", file("path")),
            ("GITHUB_STEP_SUMMARY", file("summary")),
        ]
    }

    /// The folders of `PATH`, with the scripts' shell under the name that `action.yml` calls it by.
    fn path(&self, temp: &Path) -> Vec<PathBuf> {
        let bin = temp.join("bin");
        fs::create_dir(&bin).unwrap();
        symlink(program(self.shell), bin.join("bash")).unwrap();
        if self.has_manila {
            symlink(env!("CARGO_BIN_EXE_manila"), bin.join("manila")).unwrap();
        }
        let mut folders = self.path.clone();
        folders.push(bin);
        let rest = std::env::var_os("PATH").unwrap();
        // A machine's own `manila` would be found.
        folders
            .extend(std::env::split_paths(&rest).filter(|folder| !folder.join("manila").exists()));
        folders
    }

    /// `PATH` with what the steps before have added to it.
    fn added_path(&self, temp: &Path, path: &[PathBuf]) -> std::ffi::OsString {
        let added = fs::read_to_string(temp.join("path")).unwrap();
        let added = added.lines().map(PathBuf::from);
        std::env::join_paths(added.chain(path.iter().cloned())).unwrap()
    }
}
