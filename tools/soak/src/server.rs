//! The server's process, seen from the client's.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::SocketAddr;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use clap::ValueEnum as _;
use manila_examples::workbench::Framework;
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use crate::ledger::Event;
use crate::message::{Message, VITALS};
use crate::options::Options;
use crate::vitals::Vitals;

/// How long the server may take to say something, and to end.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long the server may take to let go of the connections of a round.
const SETTLING: Duration = Duration::from_secs(15);

/// How long the client waits before it asks again.
const PAUSE: Duration = Duration::from_millis(50);

/// A server in a process of its own.
pub(crate) struct Server {
    child: Child,
    /// Closing it ends the server.
    stdin: Option<ChildStdin>,
    /// Everything that it says beside its events.
    said: mpsc::UnboundedReceiver<Message>,
    reader: JoinHandle<io::Result<Vec<Event>>>,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts the server and waits until it listens.
    pub(crate) async fn start(options: &Options, framework: Framework) -> io::Result<Self> {
        let name = |value: clap::builder::PossibleValue| value.get_name().to_owned();
        let framework = framework.to_possible_value().map(name);
        let style = options.style.to_possible_value().map(name);
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(["serve", "--port", "0", "--framework"])
            .args(framework)
            .arg("--style")
            .args(style)
            .args(options.bare.then_some("--bare"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = command.spawn()?;
        let stdin = child.stdin.take();
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let (say, said) = mpsc::unbounded_channel();
        let reader = thread::spawn(move || listen(stdout, &say));
        let mut server = Self {
            child,
            stdin,
            said,
            reader,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
        };
        match server.next().await? {
            Message::Listening(address) => server.address = address,
            other => return Err(io::Error::other(format!("the server said {other:?}"))),
        }
        Ok(server)
    }

    /// What the server holds on to at this moment.
    pub(crate) async fn vitals(&mut self) -> io::Result<Vitals> {
        let stdin = self.stdin.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        writeln!(stdin, "{VITALS}")?;
        match self.next().await? {
            Message::Vitals(vitals) => Ok(vitals),
            other => Err(io::Error::other(format!("the server said {other:?}"))),
        }
    }

    /// What the server holds on to once it has let go of every connection and its heap has come to
    /// rest; what it then holds, if that takes too long.
    pub(crate) async fn idle(&mut self) -> io::Result<Vitals> {
        let begin = Instant::now();
        let mut vitals = self.vitals().await?;
        loop {
            sleep(PAUSE).await;
            let next = self.vitals().await?;
            let is_idle = next.connections == 0 && next.heap == vitals.heap;
            if is_idle || begin.elapsed() > SETTLING {
                return Ok(next);
            }
            vitals = next;
        }
    }

    /// Ends the server and gives every event that it told.
    pub(crate) async fn stop(mut self) -> io::Result<Vec<Event>> {
        self.stdin = None;
        let begin = Instant::now();
        while self.child.try_wait()?.is_none() {
            if begin.elapsed() > PATIENCE {
                self.child.kill()?;
                self.child.wait()?;
                return Err(io::Error::other("the server did not end"));
            }
            sleep(PAUSE).await;
        }
        let events = self.reader.join();
        events.unwrap_or_else(|_| Err(io::Error::other("the reader panicked")))
    }

    async fn next(&mut self) -> io::Result<Message> {
        let said = timeout(PATIENCE, self.said.recv()).await;
        said.map_err(|_| io::Error::other("the server says nothing"))?
            .ok_or_else(|| io::Error::other("the server has ended"))
    }
}

/// Reads what the server says until it ends.
fn listen(stdout: ChildStdout, say: &mpsc::UnboundedSender<Message>) -> io::Result<Vec<Event>> {
    let mut events = Vec::new();
    for line in BufReader::new(stdout).lines() {
        match serde_json::from_str(&line?)? {
            Message::Fault(event) => events.push(event),
            other => {
                // Nobody waits for it once the client gives up.
                let _ = say.send(other);
            }
        }
    }
    Ok(events)
}
