//! The workbench in a process of its own.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::SocketAddr;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use clap::ValueEnum as _;
use manila_examples::workbench::{self, Framework, Style, start};

/// How long the server may take to end.
const PATIENCE: Duration = Duration::from_secs(15);

/// Serves until standard input closes.
pub(crate) fn serve(options: &workbench::Options) -> io::Result<()> {
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
        let mut line = String::new();
        // A server that cannot start ends, and with it its output.
        BufReader::new(stdout).read_line(&mut line)?;
        let address = line.trim().parse().map_err(io::Error::other)?;
        Ok(Self { child, address })
    }

    /// How the server ended, if it did.
    pub(crate) fn ended(&mut self) -> io::Result<Option<ExitStatus>> {
        self.child.try_wait()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
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
