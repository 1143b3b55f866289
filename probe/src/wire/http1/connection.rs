//! A connection, and what has come over it.

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use super::body::{Ending, read_chunks};
use super::head::{Head, parse};
use crate::wire::message::Response;
use crate::wire::peer::Peer;

/// The most bytes that one response may have.
const LARGEST: usize = 16 * 1024 * 1024;

/// How many bytes of a malformed response an error shows.
const SHOWN: usize = 256;

#[derive(Debug)]
pub(super) struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
    deadline: Instant,
    persists: bool,
}

impl Connection {
    pub(super) fn open(peer: &Peer) -> io::Result<Self> {
        let stream = TcpStream::connect_timeout(&peer.address, peer.timeout)?;
        stream.set_write_timeout(Some(peer.timeout))?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            received: Vec::new(),
            deadline: Instant::now() + peer.timeout,
            persists: true,
        })
    }

    /// A second handle on the connection, to write while this one reads.
    pub(super) fn another(&self) -> io::Result<Self> {
        Ok(Self {
            stream: self.stream.try_clone()?,
            received: Vec::new(),
            deadline: self.deadline,
            persists: self.persists,
        })
    }

    /// Whether the server means to keep the connection behind the last response.
    pub(super) const fn persists(&self) -> bool {
        self.persists
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.stream.write_all(bytes) {
            // A server may answer and close before it has read everything.
            Err(error) if is_closed(&error) => Ok(()),
            outcome => outcome,
        }
    }

    pub(super) fn shut_down(&self, how: Shutdown) {
        // The other side may have closed already.
        let _ = self.stream.shutdown(how);
    }

    /// Waits for more bytes; says whether any came before the connection was closed.
    fn fill(&mut self, until: Instant) -> io::Result<bool> {
        if self.received.len() > LARGEST {
            return Err(self.malformed("the response is larger than 16 MiB"));
        }
        let rest = until.saturating_duration_since(Instant::now());
        if rest.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(rest))?;
        let mut bytes = [0; 16 * 1024];
        match self.stream.read(&mut bytes) {
            Ok(count) => {
                self.received.extend_from_slice(&bytes[..count]);
                Ok(count > 0)
            }
            Err(error) if is_closed(&error) => Ok(false),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Err(ErrorKind::TimedOut.into()),
            Err(error) if error.kind() == ErrorKind::Interrupted => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// The status of the next response, interim or final, if it comes soon.
    pub(super) fn peek_status(&mut self, patience: Duration) -> io::Result<Option<u16>> {
        let until = self.deadline.min(Instant::now() + patience);
        loop {
            if let Some(end) = find(&self.received, b"\r\n\r\n") {
                let head = parse(&self.received[..end]).map_err(|what| self.malformed(&what))?;
                return Ok(Some(head.status));
            }
            match self.fill(until) {
                Ok(true) => {}
                Ok(false) => return Ok(None),
                Err(error) if error.kind() == ErrorKind::TimedOut => return Ok(None),
                Err(error) => return Err(error),
            }
        }
    }

    /// The next final response.
    pub(super) fn read(&mut self, is_head: bool) -> io::Result<Response> {
        let mut head = self.read_head()?;
        // Interim responses come before the final one (RFC 9110 §15.2).
        while head.status < 200 && head.status != 101 {
            head = self.read_head()?;
        }
        self.persists = head.persists();
        let ending = head.ending(is_head);
        let ending = ending.map_err(|what| self.malformed(what))?;
        let body = self.read_body(ending)?;
        Ok(Response {
            status: head.status,
            headers: head.fields,
            body,
        })
    }

    fn read_head(&mut self) -> io::Result<Head> {
        let end = loop {
            if let Some(end) = find(&self.received, b"\r\n\r\n") {
                break end;
            }
            if !self.fill(self.deadline)? {
                let what = if self.received.is_empty() {
                    "the connection was closed without a response"
                } else {
                    "the connection was closed before the end of the head"
                };
                return Err(self.malformed(what));
            }
        };
        let head = parse(&self.received[..end]).map_err(|what| self.malformed(&what))?;
        self.received.drain(..end + 4);
        Ok(head)
    }

    fn read_body(&mut self, ending: Ending) -> io::Result<Vec<u8>> {
        match ending {
            Ending::None => Ok(Vec::new()),
            Ending::Length(length) => {
                while self.received.len() < length {
                    if !self.fill(self.deadline)? {
                        let count = self.received.len();
                        let what =
                            format!("content-length is {length}, but {count} bytes were received");
                        return Err(self.malformed(&what));
                    }
                }
                Ok(self.received.drain(..length).collect())
            }
            Ending::Chunks => loop {
                let chunks = read_chunks(&self.received).map_err(|what| self.malformed(what))?;
                if let Some((body, end)) = chunks {
                    self.received.drain(..end);
                    return Ok(body);
                }
                if !self.fill(self.deadline)? {
                    return Err(self.malformed("the chunked body is cut off"));
                }
            },
            Ending::Close => {
                while self.fill(self.deadline)? {}
                Ok(std::mem::take(&mut self.received))
            }
        }
    }

    /// Checks that nothing comes behind the response, and that the server closes, as it was asked
    /// to (RFC 9112 §9.6).
    pub(super) fn expect_end(mut self) -> io::Result<()> {
        loop {
            if !self.received.is_empty() {
                return Err(self.malformed("bytes after the end of the response"));
            }
            match self.fill(self.deadline) {
                Ok(true) => {}
                Ok(false) => return Ok(()),
                Err(error) if error.kind() == ErrorKind::TimedOut => {
                    return Err(self.malformed(
                        "the connection stays open after a response to `connection: close`",
                    ));
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn malformed(&self, what: &str) -> io::Error {
        let message = if self.received.is_empty() {
            what.to_owned()
        } else {
            let shown = &self.received[..self.received.len().min(SHOWN)];
            format!("{what}; received {:?}", String::from_utf8_lossy(shown))
        };
        io::Error::new(ErrorKind::InvalidData, message)
    }
}

fn is_closed(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted
    )
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
