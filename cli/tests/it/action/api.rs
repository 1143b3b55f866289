//! The part of GitHub's API that the action calls, and its git over HTTP, on a loopback address.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

use serde_json::{Value, json};

/// The token that the API takes.
pub(super) const TOKEN: &str = "ghs_token-of-the-workflow";

/// A comment on the pull request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment {
    pub(super) login: String,
    pub(super) body: String,
}

/// What the API knows, and how it is disposed.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) comments: Vec<Comment>,
    /// Each request: its method and its address.
    pub(super) requests: Vec<String>,
    /// Whose token it is, where it is a person's.
    pub(super) person: Option<String>,
    /// What writing is answered with, where it is refused.
    pub(super) refusal: Option<u16>,
    /// The `authorization` of each request to git.
    pub(super) git: Vec<Option<String>>,
}

pub(super) struct Api {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Api {
    pub(super) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        // It ends with the test, whose process it is in.
        thread::spawn(move || {
            for stream in listener.incoming() {
                // Whoever hangs up is not answered.
                let _ = serve(&stream.unwrap(), &shared);
            }
        });
        Self { address, state }
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// The bodies of the comments.
    pub(super) fn comments(&self) -> Vec<String> {
        let state = self.state();
        state
            .comments
            .iter()
            .map(|comment| comment.body.clone())
            .collect()
    }
}

struct Request {
    method: String,
    target: String,
    authorization: Option<String>,
    body: String,
}

fn serve(stream: &TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let request = read(stream)?;
    let (status, body) = answer(&request, &mut state.lock().unwrap());
    let body = body.to_string();
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} Status\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
    );
    let mut stream = stream;
    stream.write_all((head + &body).as_bytes())
}

fn read(stream: &TcpStream) -> std::io::Result<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let (mut authorization, mut length) = (None, 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim().split_once(": ") else {
            break;
        };
        match name.to_ascii_lowercase().as_str() {
            "authorization" => authorization = Some(value.to_owned()),
            "content-length" => length = value.parse().unwrap_or_default(),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(Request {
        method,
        target,
        authorization,
        body: String::from_utf8(body).unwrap(),
    })
}

fn answer(request: &Request, state: &mut State) -> (u16, Value) {
    const COMMENTS: &str = "/repos/owner/service/issues";
    let Request { method, target, .. } = request;
    if target.starts_with("/owner/service/info/refs") {
        state.git.push(request.authorization.clone());
        return if request.authorization.is_some() {
            (404, json!({}))
        } else {
            (401, json!({}))
        };
    }
    state.requests.push(format!("{method} {target}"));
    if request.authorization != Some(format!("Bearer {TOKEN}")) {
        return (401, json!({ "message": "Bad credentials" }));
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let path = path.strip_prefix(COMMENTS).unwrap_or(path);
    if method != "GET"
        && let Some(refusal) = state.refusal
    {
        return (
            refusal,
            json!({ "message": "Resource not accessible by integration" }),
        );
    }
    match (method.as_str(), path) {
        ("GET", "/user") => match &state.person {
            Some(login) => (200, json!({ "login": login })),
            None => (
                403,
                json!({ "message": "Resource not accessible by integration" }),
            ),
        },
        ("GET", "/7/comments") => {
            let page = query.strip_prefix("per_page=100&page=").unwrap();
            let start = (page.parse::<usize>().unwrap() - 1) * 100;
            let page = state.comments.iter().enumerate().skip(start).take(100);
            (200, page.map(|(at, comment)| shown(at, comment)).collect())
        }
        ("POST", "/7/comments") => {
            let login = state.person.clone();
            let comment = Comment {
                login: login.unwrap_or_else(|| "github-actions[bot]".to_owned()),
                body: String::new(),
            };
            state.comments.push(comment);
            let at = state.comments.len() - 1;
            write(state, at, &request.body, 201)
        }
        ("PATCH", path) => {
            let id = path.strip_prefix("/comments/").unwrap();
            write(
                state,
                id.parse::<usize>().unwrap() - 1000,
                &request.body,
                200,
            )
        }
        other => panic!("{other:?}"),
    }
}

fn write(state: &mut State, at: usize, request: &str, status: u16) -> (u16, Value) {
    let request: Value = serde_json::from_str(request).unwrap();
    let body = request["body"].as_str().unwrap();
    if body.chars().count() > 65_536 {
        return (422, json!({ "message": "body is too long" }));
    }
    state.comments[at].body = body.to_owned();
    (status, shown(at, &state.comments[at]))
}

fn shown(at: usize, comment: &Comment) -> Value {
    let is_bot = comment.login.ends_with("[bot]");
    json!({
        "id": at + 1000,
        "body": comment.body,
        "user": { "login": comment.login, "type": if is_bot { "Bot" } else { "User" } },
    })
}
