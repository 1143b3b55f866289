//! The end of a command: its exit code, and what standard error says.

use std::fmt;
use std::io::Write as _;
use std::process::{ExitCode, Termination};

use manila::{Code, Source};

use crate::remote_error::RemoteError;
use crate::text::one_line;
use crate::violation::RemoteViolation;

/// The longest line, in bytes.
const LONGEST: usize = 1_024;

/// The most violations and steps that are printed.
const MOST_LINES: usize = 10;

/// How a command ends: what `main` returns.
///
/// `main` cannot return the `Result` itself: for that, `Termination` of the standard library ends with 1
/// whatever the error is, and prints it by `Debug`. An `Exit` is made of the same `Result`, ends with
/// [`RemoteError::exit_code`], and tells on standard error what happened, what to do, under which id the
/// service has logged it, and where to read more:
///
/// ```no_run
/// use manila_client::{Exit, RemoteError};
///
/// fn main() -> Exit {
///     Exit::from(run())
/// }
///
/// fn run() -> Result<(), RemoteError> {
///     # let (status, header, body) = (402, [("x-error-code", "PLAN_LIMIT_EXCEEDED")], b"");
///     Err(manila_client::decode(status, header, body))
/// }
/// ```
///
/// ```
/// use manila::Envelopes;
/// use manila_catalogs::Vibehost;
/// use manila_client::{Decoder, Exit, RemoteError};
///
/// let fault = Vibehost::plan_limit_exceeded(5).with_message("The plan includes 5 apps.");
/// let sent = Envelopes::ok_error().render(&fault, None);
/// let header = [("content-type", sent.content_type()), ("x-request-id", "a1b2c3")];
/// let decoder = Decoder::new().catalog(Vibehost::CATALOG);
/// let remote = decoder.decode(sent.status(), header, sent.body());
///
/// let exit = Exit::from(Err::<(), RemoteError>(remote));
/// assert_eq!(exit.exit_code(), 3);
/// let [error, help, .., id] = exit.message().lines().collect::<Vec<_>>()[..] else { panic!("{exit:?}") };
/// assert_eq!(error, "error: The plan includes 5 apps. (PLAN_LIMIT_EXCEEDED, 402 Payment Required)");
/// assert!(help.starts_with("help: "));
/// assert_eq!(id, "request id: a1b2c3");
///
/// assert_eq!(Exit::from(Ok::<(), RemoteError>(())).exit_code(), 0);
/// ```
///
/// An error that is no response's, such as a file that is missing, ends a command by [`Exit::failure`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "it is what `main` returns"]
pub struct Exit {
    code: u8,
    message: String,
}

impl Exit {
    /// The end of a command that did what it was asked for: the exit code is 0, and nothing is printed.
    pub const SUCCESS: Self = Self {
        code: 0,
        message: String::new(),
    };

    /// Creates the end of a command that failed without a response. An exit code of 0, which would say that
    /// it did not fail, counts as 1.
    ///
    /// ```
    /// use manila_client::Exit;
    ///
    /// let exit = Exit::failure(66, "there is no app.toml"); // EX_NOINPUT
    /// assert_eq!((exit.exit_code(), exit.message()), (66, "error: there is no app.toml\n"));
    /// ```
    pub fn failure(code: u8, message: impl fmt::Display) -> Self {
        Self {
            code: code.max(1),
            message: format!("error: {}\n", one_line(&message.to_string(), LONGEST)),
        }
    }

    /// Returns the exit code.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        self.code
    }

    /// Returns what standard error is told: lines without a character that steers a terminal; none for a
    /// success.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl From<RemoteError> for Exit {
    fn from(remote: RemoteError) -> Self {
        Self {
            code: remote.exit_code(),
            message: message(&remote),
        }
    }
}

impl<E: Into<RemoteError>> From<Result<(), E>> for Exit {
    fn from(result: Result<(), E>) -> Self {
        result.map_or_else(|error| Self::from(error.into()), |()| Self::SUCCESS)
    }
}

/// For a command that also fails without a response: `?` makes an `Exit` of a [`RemoteError`] and of a
/// [`CallError`](crate::CallError), and [`Exit::failure`] of everything else.
///
/// ```
/// use manila_client::{Exit, RemoteError, decode};
///
/// fn send(app: &str) -> Result<(), RemoteError> {
///     # let _ = app;
///     Err(decode(429, [("server", "nginx")], b""))
/// }
///
/// fn run(path: &str) -> Result<(), Exit> {
///     let app = std::fs::read_to_string(path)
///         .map_err(|error| Exit::failure(66, format_args!("cannot read {path}: {error}")))?;
///     send(&app)?;
///     Ok(())
/// }
///
/// assert_eq!(Exit::from(run("no/app.toml")).exit_code(), 66); // EX_NOINPUT
/// assert_eq!(Exit::from(run("Cargo.toml")).exit_code(), 75);
/// ```
impl From<Result<(), Self>> for Exit {
    fn from(result: Result<(), Self>) -> Self {
        result.err().unwrap_or(Self::SUCCESS)
    }
}

/// Prints the message to standard error, as far as it takes it.
impl Termination for Exit {
    fn report(self) -> ExitCode {
        // `eprint!` panics where standard error is closed.
        let _ = std::io::stderr().lock().write_all(self.message.as_bytes());
        ExitCode::from(self.code)
    }
}

fn message(remote: &RemoteError) -> String {
    let mut message = Message(String::new());
    message.line("error: ", &headline(remote));
    for violation in remote.violations().iter().take(MOST_LINES) {
        message.line("  ", &field(violation));
    }
    match remote.violations().len().checked_sub(MOST_LINES) {
        None | Some(0) => {}
        Some(more) => message.line("  ", &format!("and {more} more")),
    }
    for step in steps(remote).into_iter().take(MOST_LINES) {
        message.line("help: ", step);
    }
    if let Some(id) = remote.request_id() {
        message.line("request id: ", id);
    }
    if let Some(address) = remote.documentation() {
        message.line("see: ", &address);
    }
    message.0
}

struct Message(String);

impl Message {
    fn line(&mut self, label: &str, text: &str) {
        self.0.push_str(label);
        self.0.push_str(&one_line(text, LONGEST));
        self.0.push('\n');
    }
}

fn headline(remote: &RemoteError) -> String {
    let status = remote.status_line();
    match (remote.message(), remote.code()) {
        (Some(text), Some(code)) => format!("{text} ({code}, {status})"),
        (Some(text), None) => format!("{text} ({status})"),
        (None, Some(code)) => format!("the server answered {code} ({status})"),
        (None, None) => format!("the server answered {status}, without saying why"),
    }
}

fn field(violation: &RemoteViolation) -> String {
    let place = violation.source().map(|source| match source {
        Source::Pointer(pointer) => format!("{pointer}: "),
        Source::Parameter(name) => format!("parameter {name}: "),
        Source::Header(name) => format!("header {name}: "),
        _ => String::new(),
    });
    let text = violation
        .message()
        .or(violation.code())
        .unwrap_or("not valid");
    format!("{}{text}", place.unwrap_or_default())
}

/// What to do: as the response says, else as the catalog does.
fn steps(remote: &RemoteError) -> Vec<&str> {
    let sent = remote
        .remedy()
        .map(|remedy| remedy.steps())
        .unwrap_or_default();
    match sent {
        [] => remote
            .catalog_code()
            .map(Code::client)
            .unwrap_or_default()
            .to_vec(),
        sent => sent.iter().map(String::as_str).collect(),
    }
}
