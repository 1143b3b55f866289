//! What a command ends with, and what it says.

use manila::Envelopes;
use manila_catalogs::Vibehost;
use manila_client::{Decoder, Exit, RemoteError, decode};

use crate::sent::Sent;

const JSON: (&str, &str) = ("content-type", "application/json");

fn exit_code(status: u16, code: &str) -> u8 {
    Decoder::new()
        .catalog(Vibehost::CATALOG)
        .decode(status, [("x-error-code", code)], b"")
        .exit_code()
}

/// The table of VibeHost's error reference, in which one exit code stands for a family of statuses.
#[test]
fn every_code_of_the_published_table_ends_with_its_exit_code() {
    for code in Vibehost::CATALOG.codes() {
        let expected = match code.status().get() {
            401 | 403 => 2,
            400 | 402 | 404 | 409 => 3,
            410 | 502 | 503 => 4,
            429 => 6,
            500 => 1,
            other => panic!("{code}: {other}"),
        };
        for envelopes in [
            Envelopes::ok_error(),
            Envelopes::json_api(),
            Envelopes::code_data(),
            Envelopes::problem(),
        ] {
            let sent = Sent::of(&envelopes, &manila::Fault::new(code), "a1b2c3");
            assert_eq!(
                sent.decode(Some(Vibehost::CATALOG)).exit_code(),
                expected,
                "{code}"
            );
        }
    }
}

#[test]
fn an_unknown_code_ends_by_its_status_or_the_class_of_it() {
    for (status, expected) in [
        (400, 3),
        (401, 2),
        (402, 3),
        (403, 2),
        (404, 3),
        (409, 3),
        (410, 4),
        (429, 6),
        (500, 1),
        (502, 4),
        (503, 4),
        (418, 3),
        (422, 3),
        (499, 3),
        (504, 1),
        (599, 1),
        (999, 1),
        (302, 1),
        (200, 1),
        (0, 1),
    ] {
        assert_eq!(exit_code(status, "NEXT_YEARS_CODE"), expected, "{status}");
        assert_eq!(exit_code(status, ""), expected, "{status}");
    }
    // A code that is known ends as its own, whatever a gateway has made of the status.
    assert_eq!(exit_code(200, "RATE_LIMITED"), 6);
}

#[test]
fn without_a_catalog_the_exit_code_is_one_of_sysexits() {
    let exit_code = |status| decode(status, [JSON], b"").exit_code();
    let found = [400, 401, 404, 409, 429, 500, 502, 503, 418, 599, 302, 200].map(exit_code);
    assert_eq!(found, [65, 77, 66, 75, 75, 70, 69, 75, 65, 70, 70, 70]);
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(exit_codes = { 409 = 3, 423 = 5 })]
#[expect(dead_code, reason = "codes are read from the catalog")]
enum OfSeveral {
    #[error("The deploy is still running.")]
    #[error_code(statuses = [409, 423])]
    DeployRunning,
    #[error("The deploy is gone.")]
    #[error_code(status = 410, exit_code = 9)]
    DeployGone,
}

#[test]
fn a_code_of_several_statuses_ends_by_the_one_that_was_sent() {
    let exit_code = |status, code| {
        let decoder = Decoder::new().catalog(OfSeveral::CATALOG);
        decoder
            .decode(status, [("x-error-code", code)], b"")
            .exit_code()
    };
    assert_eq!(exit_code(409, "deploy_running"), 3);
    assert_eq!(exit_code(423, "deploy_running"), 5);
    assert_eq!(exit_code(410, "deploy_gone"), 9);
    assert_eq!(exit_code(502, "deploy_gone"), 9);
    // Neither the status nor its class is in the list.
    assert_eq!(exit_code(502, "other"), 69);
}

fn message(remote: RemoteError) -> String {
    Exit::from(remote).message().to_owned()
}

#[test]
fn a_command_says_what_happened_and_what_to_do() {
    let body = br#"{"ok":false,"error":{"code":"VALIDATION_FAILED","message":"Two fields are\nnot valid.",
        "details":{"errors":[{"code":"A","message":"No address.","pointer":"/email"},
            {"code":"A","message":"At most 100.","parameter":"limit"},{"code":"B","header":"x-tenant"},{"code":7}],
        "remedy":{"owner":"caller","steps":["Fix the fields.","Send it\u001b[2J again."],
            "documentation":"https://docs.example/validation"}}}}"#;
    let remote = decode(400, [JSON, ("x-request-id", "a1b2c3")], body);
    assert_eq!(
        message(remote),
        "error: Two fields are not valid. (VALIDATION_FAILED, 400 Bad Request)\n\
         \x20 /email: No address.\n\
         \x20 parameter limit: At most 100.\n\
         \x20 header x-tenant: B\n\
         \x20 7\n\
         help: Fix the fields.\n\
         help: Send it\u{FFFD}[2J again.\n\
         request id: a1b2c3\n\
         see: https://docs.example/validation\n"
    );
}

#[test]
fn a_command_says_what_is_known_of_a_foreign_response() {
    let found = [
        message(decode(
            502,
            [("content-type", "text/html")],
            b"<h1>502</h1>",
        )),
        message(decode(599, [JSON], b"")),
        message(decode(429, [("x-error-code", "RATE_LIMITED")], b"")),
        message(Decoder::new().catalog(Vibehost::CATALOG).decode(
            403,
            [("x-error-code", "FORBIDDEN")],
            b"",
        )),
    ];
    let code = Vibehost::Forbidden.code();
    let known = format!(
        "error: {} (FORBIDDEN, 403 Forbidden)\nhelp: {}\n",
        code.message().unwrap(),
        code.client()[0]
    );
    assert_eq!(
        found,
        [
            "error: the server answered 502 Bad Gateway, without saying why\n",
            "error: the server answered 599, without saying why\n",
            "error: the server answered RATE_LIMITED (429 Too Many Requests)\n",
            &*known,
        ]
    );
}

#[test]
fn what_is_printed_is_bounded() {
    let violations = r#"{"code":"A","message":"No."},"#.repeat(500);
    let long = "x".repeat(100_000);
    let body = format!(
        r#"{{"ok":false,"error":{{"code":"{long}","message":"{long}","details":{{"errors":[{violations}{{}}]}}}}}}"#
    );
    let message = message(decode(400, [JSON, ("x-request-id", &long)], body));
    assert!(message.len() < 8_192, "{}", message.len());
    assert!(message.contains("  and 491 more\n"), "{message}");
}
