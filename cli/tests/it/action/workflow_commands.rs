//! The commands that a runner takes from a log, as it reads them: at the start of a line behind spaces, and in an
//! older form anywhere in it.

/// A command that the runner obeys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WorkflowCommand {
    pub(super) name: String,
    pub(super) properties: String,
    pub(super) data: String,
}

const KNOWN: [&str; 15] = [
    "error",
    "warning",
    "notice",
    "debug",
    "group",
    "endgroup",
    "echo",
    "add-mask",
    "add-matcher",
    "remove-matcher",
    "add-path",
    "set-env",
    "set-output",
    "save-state",
    "stop-commands",
];

/// The commands in a log, but those that stop and resume their reading.
pub(super) fn commands_in(log: &str) -> Vec<WorkflowCommand> {
    let mut obeyed = Vec::new();
    let mut stop: Option<String> = None;
    // A runner ends lines at each of these.
    for line in log.split(['\n', '\r']) {
        let is_known = |name: &str| {
            KNOWN.iter().any(|known| known.eq_ignore_ascii_case(name))
                || stop
                    .as_deref()
                    .is_some_and(|stop| stop.eq_ignore_ascii_case(name))
        };
        let command = read(line.trim_start(), is_known).or_else(|| read_old(line, is_known));
        let Some(command) = command else { continue };
        match &stop {
            Some(token) if token.eq_ignore_ascii_case(&command.name) => stop = None,
            Some(_) => {}
            None if command.name.eq_ignore_ascii_case("stop-commands") => stop = Some(command.data),
            None => obeyed.push(command),
        }
    }
    assert_eq!(
        stop, None,
        "the log stops the reading of commands for good:\n{log}"
    );
    obeyed
}

fn read(line: &str, is_known: impl Fn(&str) -> bool) -> Option<WorkflowCommand> {
    let (command, data) = line.strip_prefix("::")?.split_once("::")?;
    command_of(command, data, is_known)
}

fn read_old(line: &str, is_known: impl Fn(&str) -> bool) -> Option<WorkflowCommand> {
    let (command, data) = line.split_once("##[")?.1.split_once(']')?;
    command_of(command, data, is_known)
}

fn command_of(
    command: &str,
    data: &str,
    is_known: impl Fn(&str) -> bool,
) -> Option<WorkflowCommand> {
    let (name, properties) = command.split_once(' ').unwrap_or((command, ""));
    is_known(name).then(|| WorkflowCommand {
        name: name.to_owned(),
        properties: properties.to_owned(),
        data: data.to_owned(),
    })
}

#[test]
fn commands_are_read_as_a_runner_reads_them() {
    let names = |log: &str| {
        let commands = commands_in(log);
        commands
            .into_iter()
            .map(|command| command.name)
            .collect::<Vec<_>>()
    };
    assert_eq!(names("  ::error file=a,line=1::b\nx ::error::c"), ["error"]);
    assert_eq!(names("3 | x = ##[add-mask]y"), ["add-mask"]);
    assert_eq!(names("a\r::add-mask::y"), ["add-mask"]);
    assert_eq!(
        names("::stop-commands::t\n::error::a\n##[error]b\n::t::\n::notice::c"),
        ["notice"]
    );
    assert_eq!(names("::unknown::a\n::error b\n##[unknown]c"), [""; 0]);
}
