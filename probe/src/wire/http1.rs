//! HTTP/1.1, byte by byte.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use super::TIMEOUT;
use super::message::{Request, Response};

pub(crate) fn send(address: SocketAddr, request: &Request) -> io::Result<Response> {
    let mut stream = TcpStream::connect_timeout(&address, TIMEOUT)?;
    stream.set_read_timeout(Some(TIMEOUT))?;
    stream.set_write_timeout(Some(TIMEOUT))?;
    stream.write_all(&encode(address, request))?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    decode(request, &bytes).map_err(|what| {
        let received = String::from_utf8_lossy(&bytes);
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!("{what}; received {received:?}"),
        )
    })
}

fn encode(address: SocketAddr, request: &Request) -> Vec<u8> {
    let mut head = format!(
        "{} {} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n",
        request.method, request.path
    );
    for (name, value) in &request.headers {
        head += &format!("{name}: {value}\r\n");
    }
    if !request.body.is_empty() {
        head += &format!("content-length: {}\r\n", request.body.len());
    }
    head += "\r\n";
    [head.into_bytes(), request.body.clone()].concat()
}

fn decode(request: &Request, bytes: &[u8]) -> Result<Response, String> {
    let end = find(bytes, b"\r\n\r\n").ok_or("no head")?;
    let head = str::from_utf8(&bytes[..end]).map_err(|_| "a head that is not UTF-8")?;
    let rest = &bytes[end + 4..];
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.strip_prefix("HTTP/1.1 "))
        .and_then(|line| line.get(..3))
        .and_then(|status| status.parse().ok())
        .ok_or("no status line")?;
    let mut headers = Vec::new();
    for line in lines {
        let (name, value) = line.split_once(':').ok_or("a field without a colon")?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut response = Response {
        status,
        headers,
        body: Vec::new(),
    };
    response.body = read_body(request, &response, rest)?;
    Ok(response)
}

/// The body, which has to be all that there is (RFC 9112 §6.3).
fn read_body(request: &Request, response: &Response, rest: &[u8]) -> Result<Vec<u8>, String> {
    let length = response.only("content-length").map(str::parse::<usize>);
    let length = length
        .transpose()
        .map_err(|_| "a content-length that is no number")?;
    if response.values("content-length").count() > 1 {
        return Err("several content-lengths".into());
    }
    let is_chunked = response.values("transfer-encoding").next().is_some();
    if is_chunked && length.is_some() {
        return Err("both content-length and transfer-encoding".into());
    }
    let has_none = request.method == "HEAD" || matches!(response.status, 204 | 304);
    if has_none {
        return if rest.is_empty() {
            Ok(Vec::new())
        } else {
            Err("a body where none may be".into())
        };
    }
    if is_chunked {
        return read_chunks(rest);
    }
    match length {
        Some(length) if length != rest.len() => {
            Err(format!("content-length {length} with {} bytes", rest.len()))
        }
        _ => Ok(rest.to_vec()),
    }
}

fn read_chunks(mut rest: &[u8]) -> Result<Vec<u8>, String> {
    let mut body = Vec::new();
    loop {
        let end = find(rest, b"\r\n").ok_or("a chunk without a size")?;
        let size = str::from_utf8(&rest[..end]).ok();
        let size = size.and_then(|size| usize::from_str_radix(size, 16).ok());
        let size = size.ok_or("a chunk whose size is no number")?;
        rest = &rest[end + 2..];
        let chunk = rest.get(..size).ok_or("a chunk that is cut off")?;
        body.extend_from_slice(chunk);
        rest = rest[size..]
            .strip_prefix(b"\r\n")
            .ok_or("a chunk that does not end")?;
        if size == 0 {
            return if rest.is_empty() {
                Ok(body)
            } else {
                Err("bytes after the end".into())
            };
        }
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
