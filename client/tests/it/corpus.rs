//! What is no envelope, or an odd one: the table that decoders of all languages share.

use std::time::SystemTime;

use manila_client::{RemoteError, decode};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    status: u16,
    headers: Vec<(String, String)>,
    body: Option<String>,
    body_base64: Option<String>,
    repeat: Option<Repeat>,
    expect: Expected,
}

#[derive(Deserialize)]
struct Repeat {
    before: String,
    part: String,
    times: usize,
    after: String,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    code: Option<String>,
    class: String,
    read_as: String,
    message: Option<String>,
    request_id: Option<String>,
    retry_after: Option<f64>,
}

impl Case {
    fn body(&self) -> Vec<u8> {
        match (&self.body, &self.body_base64, &self.repeat) {
            (Some(text), None, None) => text.clone().into_bytes(),
            (None, Some(text), None) => bytes(text),
            (None, None, Some(repeat)) => {
                let parts = repeat.part.repeat(repeat.times);
                [&*repeat.before, &parts, &repeat.after]
                    .concat()
                    .into_bytes()
            }
            _ => panic!("{}: one form of a body", self.name),
        }
    }

    fn decode(&self) -> RemoteError {
        decode(
            self.status,
            self.headers.iter().map(|(name, value)| (name, value)),
            self.body(),
        )
    }
}

/// Base64 with its padding (RFC 4648 §4).
fn bytes(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |byte| {
        ALPHABET
            .iter()
            .position(|known| *known == byte)
            .unwrap_or_default()
    };
    let mut bytes = Vec::new();
    for group in text.as_bytes().chunks(4) {
        let bits = group.iter().fold(0, |bits, byte| bits << 6 | digit(*byte));
        let padding = group.iter().filter(|byte| **byte == b'=').count();
        bytes.extend(
            [bits >> 16, bits >> 8, bits]
                .iter()
                .take(3 - padding)
                .map(|it| *it as u8),
        );
    }
    bytes
}

fn read(remote: &RemoteError) -> Expected {
    let wait = remote.retry().wait(SystemTime::UNIX_EPOCH);
    Expected {
        code: remote.code().map(str::to_owned),
        class: remote.class().as_str().to_owned(),
        read_as: remote.read_as().as_str().to_owned(),
        message: remote.message().map(str::to_owned),
        request_id: remote.request_id().map(str::to_owned),
        retry_after: wait.map(|wait| wait.as_secs_f64()),
    }
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../corpus/foreign.json")).unwrap()
}

#[test]
fn each_response_is_read_as_what_it_is() {
    let mut wrong = Vec::new();
    for case in cases() {
        let found = read(&case.decode());
        if found != case.expect {
            wrong.push(format!(
                "{}:\n    {found:?}\nnot {:?}",
                case.name, case.expect
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_response_hides_its_status_or_takes_two_lines() {
    for case in cases() {
        let remote = case.decode();
        let (name, line) = (&case.name, remote.to_string());
        assert_eq!(remote.status(), case.status, "{name}");
        assert!(line.contains(&case.status.to_string()), "{name}: {line}");
        assert!(!line.contains(char::is_control), "{name}: {line:?}");
        assert!(!remote.excerpt().contains(char::is_control), "{name}");
        assert!(remote.excerpt().len() <= 3 * 1_024, "{name}");
        assert_ne!(remote.exit_code(), 0, "{name}");
    }
}

#[test]
fn the_table_is_as_large_as_it_is_meant_to_be() {
    assert!(cases().len() >= 60);
}
