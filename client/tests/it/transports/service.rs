//! A service on a socket of this machine, which notes what it receives and answers what it is told.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Instant;

use tokio::net::TcpSocket;

use super::callers::block_on;

/// How one request is answered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    /// What the header says of the length, where it is not the body's.
    pub(crate) length: Option<u64>,
}

impl Answer {
    pub(crate) fn status(status: u16) -> Self {
        Self {
            status,
            ..Self::default()
        }
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Says a length that is another than the body's. A longer one makes the rest blanks, up to where the
    /// client closes the connection, if the body is empty; else the connection ends behind the body.
    pub(crate) fn length(mut self, length: u64) -> Self {
        self.length = Some(length);
        self
    }
}

/// What came in.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    pub(crate) at: Instant,
    /// When the answer to it was sent.
    pub(crate) answered: Instant,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut fields = self.headers.iter();
        let field = fields.find(|(field, _)| field == name)?;
        Some(&field.1)
    }
}

pub(crate) struct Service {
    pub(crate) address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
    sent: Arc<AtomicU64>,
}

impl Service {
    /// Answers the requests in the order in which they come, the last answer being repeated.
    pub(crate) fn answers(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").unwrap(), answers)
    }

    fn on(listener: TcpListener, answers: impl IntoIterator<Item = Answer>) -> Self {
        let service = Self {
            address: listener.local_addr().unwrap(),
            received: Arc::default(),
            sent: Arc::default(),
        };
        let answers: Vec<_> = answers.into_iter().collect();
        let (received, sent) = (service.received.clone(), service.sent.clone());
        thread::spawn(move || {
            for peer in listener.incoming().take(1_000) {
                let (answers, received, sent) = (answers.clone(), received.clone(), sent.clone());
                thread::spawn(move || serve(&peer.unwrap(), &answers, &received, &sent));
            }
        });
        service
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// How many bytes of bodies went into the socket.
    pub(crate) fn sent(&self) -> u64 {
        self.sent.load(Ordering::SeqCst)
    }
}

/// A place where no service is: nobody else can take it, and connections to it are refused.
pub(crate) struct Vacant {
    socket: TcpSocket,
    pub(crate) address: SocketAddr,
}

impl Vacant {
    pub(crate) fn place() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(([127, 0, 0, 1], 0).into()).unwrap();
        let address = socket.local_addr().unwrap();
        Self { socket, address }
    }

    /// Puts a service there.
    pub(crate) fn answers(self, answers: impl IntoIterator<Item = Answer>) -> Service {
        let listener = block_on(async { self.socket.listen(64).unwrap().into_std().unwrap() });
        listener.set_nonblocking(false).unwrap();
        Service::on(listener, answers)
    }
}

fn serve(peer: &TcpStream, answers: &[Answer], received: &Mutex<Vec<Received>>, sent: &AtomicU64) {
    let Some(mut request) = read(peer) else {
        return;
    };
    let mut received = received.lock().unwrap();
    let answer = &answers[received.len().min(answers.len() - 1)];
    let mut head = format!("HTTP/1.1 {} Said\r\nconnection: close\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let length = answer.length.unwrap_or(answer.body.len() as u64);
    head.push_str(&format!("content-length: {length}\r\n\r\n"));
    let mut bytes = head.into_bytes();
    bytes.extend_from_slice(&answer.body);
    request.answered = Instant::now();
    received.push(request);
    drop(received);
    let _ = (&*peer).write_all(&bytes);
    if answer.body.is_empty() {
        let chunk = [b' '; 1 << 16];
        while sent.load(Ordering::SeqCst) < length
            && let Ok(count) = (&*peer).write(&chunk)
        {
            sent.fetch_add(count as u64, Ordering::SeqCst);
        }
    }
}

fn read(peer: &TcpStream) -> Option<Received> {
    let mut peer = BufReader::new(peer);
    let mut line = || {
        let mut line = String::new();
        peer.read_line(&mut line).ok()?;
        Some(line.trim_end().to_owned()).filter(|line| !line.is_empty())
    };
    let start = line()?;
    let at = Instant::now();
    let mut headers = Vec::new();
    while let Some(field) = line() {
        let (name, value) = field.split_once(':').unwrap();
        // `awc` says when it sends, each time.
        if !name.eq_ignore_ascii_case("date") {
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length: usize = length.map_or(0, |(_, length)| length.parse().unwrap());
    let is_chunked = headers.iter().any(|(name, _)| name == "transfer-encoding");
    let mut body = vec![0; length];
    peer.read_exact(&mut body).ok()?;
    if is_chunked {
        body = read_chunks(&mut peer)?;
    }
    let mut words = start.split(' ').map(str::to_owned);
    Some(Received {
        method: words.next()?,
        path: words.next()?,
        headers,
        body: String::from_utf8(body).unwrap(),
        at,
        answered: at,
    })
}

fn read_chunks(peer: &mut BufReader<&TcpStream>) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        peer.read_line(&mut line).ok()?;
        let length = usize::from_str_radix(line.trim_end(), 16).ok()?;
        let mut chunk = vec![0; length + 2];
        peer.read_exact(&mut chunk).ok()?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(&chunk[..length]);
    }
}
