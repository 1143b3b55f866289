//! What may not leave a service.

use manila_probe::oracle::{Oracle, Rule, Style};
use manila_probe::wire::{Request, Response};

use super::{check, envelope, rules, with, with_body};

#[test]
fn a_secret_is_found_in_every_form() {
    let oracle = Oracle::new(Style::OkError).canaries(["p\"ss/w<rd 1"]);
    for leaked in [
        r#"p\"ss/w<rd 1"#,
        "p%22ss%2Fw%3Crd%201",
        "p%22ss%2fw%3crd%201",
        "cCJzcy93PHJkIDE=",
        "eHAic3MvdzxyZCAx",
        "eHhwInNzL3c8cmQgMQ",
        r"\u0070\u0022ss/w<rd 1",
    ] {
        let sound = envelope(Style::OkError);
        let body = sound.text().replace("Gone.", leaked);
        let found = rules(&oracle, &Request::get("/missing"), &with_body(sound, &body));
        assert_eq!(found, [Rule::Leak], "{leaked}");
    }
    let success = Response {
        status: 200,
        ..with(envelope(Style::OkError), "x-debug", &["p\"ss/w<rd 1"])
    };
    assert_eq!(
        rules(&oracle, &Request::get("/missing"), &success),
        [Rule::Leak]
    );
}

#[test]
fn the_inside_of_a_service_is_found_without_canaries() {
    let told = |status, message: &str| {
        let sound = envelope(Style::OkError);
        let message = serde_json::Value::from(message).to_string();
        let body = sound.text().replace("\"Gone.\"", &message);
        Response {
            status,
            ..with_body(sound, &body)
        }
    };
    for text in [
        "Traceback (most recent call last):\n  File \"app.py\", line 3",
        "thread 'main' panicked at src/main.rs:12:5",
        "at handler (server.js:10:3)",
        "\tat java.base/java.lang.Thread.run(Thread.java:833)",
        "goroutine 1 [running]:",
        "<!DOCTYPE html><title>Error</title>",
    ] {
        check(Style::OkError, &told(400, text), &[Rule::Leak]);
        check(Style::OkError, &told(500, text), &[Rule::Leak]);
    }
    for text in [
        "no such file: /home/app/config.toml",
        "ERROR: syntax error at or near \"FROM\"",
        "SELECT * FROM users",
        "connect: connection refused",
    ] {
        check(Style::OkError, &told(500, text), &[Rule::Leak]);
        // Of its own request a client may be told what it said.
        check(Style::OkError, &told(400, text), &[]);
    }
    let harmless = "missing field `age` at line 1 column 13; see https://docs.example/a.html";
    check(Style::OkError, &told(400, harmless), &[]);
    check(
        Style::OkError,
        &told(500, "Something went wrong on the server."),
        &[],
    );
}
