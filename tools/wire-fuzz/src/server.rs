//! The workbench in a process of its own.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use clap::ValueEnum as _;
use manila_examples::workbench::{self, FaultEvents, Framework, Style, start};
use manila_probe::oracle::Event;

use crate::events::{Fields, hand_over};

/// How long the server may take to end.
const PATIENCE: Duration = Duration::from_secs(15);

/// Serves until standard input closes: says where, and then what the log is told.
pub(crate) fn serve(options: &workbench::Options) -> io::Result<()> {
    tracing::subscriber::set_global_default(FaultEvents(hand_over)).map_err(io::Error::other)?;
    // What the workbench is asked for panics by the thousand.
    std::panic::set_hook(Box::new(|_| {}));
    let server = start(options)?;
    let mut stdout = io::stdout();
    writeln!(stdout, "{}", server.address())?;
    stdout.flush()?;
    io::stdin().read_to_end(&mut Vec::new())?;
    server.stop();
    Ok(())
}

/// A server, seen from the driver's process. It ends when this is dropped.
pub(crate) struct Server {
    child: Child,
    reader: Option<JoinHandle<io::Result<Vec<Event>>>>,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts the server and waits until it listens.
    pub(crate) fn start(framework: Framework, style: Style, bare: bool) -> io::Result<Self> {
        let name = |value: clap::builder::PossibleValue| value.get_name().to_owned();
        let mut child = Command::new(std::env::current_exe()?)
            .args(["serve", "--port", "0", "--framework"])
            .args(framework.to_possible_value().map(name))
            .arg("--style")
            .args(style.to_possible_value().map(name))
            .args(bare.then_some("--bare"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let mut stdout = BufReader::new(stdout);
        let mut line = String::new();
        // A server that cannot start ends, and with it its output.
        stdout.read_line(&mut line)?;
        let address = line.trim().parse().map_err(io::Error::other)?;
        let reader = thread::spawn(move || listen(stdout));
        Ok(Self {
            child,
            reader: Some(reader),
            address,
        })
    }

    /// How the server ended, if it did.
    pub(crate) fn ended(&mut self) -> io::Result<Option<ExitStatus>> {
        self.child.try_wait()
    }

    /// Ends the server and gives every event that it told the log.
    pub(crate) fn stop(mut self) -> io::Result<Vec<Event>> {
        self.end();
        let events = self.reader.take().map(JoinHandle::join);
        match events {
            Some(Ok(events)) => events,
            Some(Err(_)) | None => Err(io::Error::other("the reader of events panicked")),
        }
    }

    fn end(&mut self) {
        drop(self.child.stdin.take());
        let begin = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) {
            if begin.elapsed() > PATIENCE {
                // It is this driver's own child; if it is gone already, all the better.
                let _ = self.child.kill();
                let _ = self.child.wait();
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// Reads the events until the server ends.
fn listen(stdout: BufReader<ChildStdout>) -> io::Result<Vec<Event>> {
    let read = |line: io::Result<String>| {
        let fields: Fields = serde_json::from_str(&line?)?;
        Ok(Event::new(fields))
    };
    stdout.lines().map(read).collect()
}
