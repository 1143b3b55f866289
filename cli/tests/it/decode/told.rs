//! What people and programs are told.

use serde_json::Value;
use tempfile::TempDir;

use super::{decode, decode_in};

#[test]
fn the_page_of_a_proxy_is_told_by_its_status_and_its_beginning() {
    let page = "HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\n\r\n<html><h1>502 Bad Gateway</h1>\x1b[2J";
    let (exit, out, _) = decode(page.as_bytes(), &["--catalog", "vibehost"]);
    assert_eq!(exit, 4);
    assert!(out.contains("no error envelope: go by the status"), "{out}");
    assert!(out.contains("<h1>502 Bad Gateway</h1>"), "{out}");
    assert!(!out.contains('\x1b'), "{out}");
}

#[test]
fn a_code_without_a_body_is_that_of_the_header() {
    let head = b"HTTP/1.1 429 Too Many Requests\r\nx-error-code: RATE_LIMITED\r\ncontent-length: 90\r\n\r\n";
    let (exit, out, _) = decode(head, &["--catalog", "vibehost"]);
    assert_eq!(exit, 6, "{out}");
    assert!(out.contains("the code is that of `x-error-code`"), "{out}");
}

#[test]
fn a_response_does_not_command_the_terminal() {
    let body = r#"{"ok":false,"error":{"code":"A\u001b[2J","message":"B\u001b[2J\r\nerror: C","details":{"d\u001b[2J":"e\u001b[2J","errors":[{"code":"F","message":"g\u001b[2J","pointer":"/h\u001b[2J"}]}}}"#;
    let (_, out, _) = decode(body.as_bytes(), &["--status", "400"]);
    assert!(!out.contains('\x1b') && !out.contains('\r'), "{out:?}");
    assert!(!out.contains("\nerror: C"), "{out:?}");
}

/// Whatever people are told, programs are told too.
#[test]
fn programs_are_told_what_the_catalog_says() {
    let folder = TempDir::new().unwrap();
    let catalog = "[catalog]\nname = \"plans\"\ntitle = \"Plans\"\ncase = \"snake_case\"\ndocumentation = \"https://docs.example/e\"\n\
        [conditions]\nconflict = \"too_many\"\n[rules]\nmax_items = \"too_many\"\n\
        [codes.too_many]\nstatus = 409\nmessage = \"There are too many.\"\nmeaning = \"The plan is full.\"\n\
        client = [\"Delete one.\", \"Buy more.\"]\nexit_code = 42\n";
    std::fs::write(folder.path().join("errors.toml"), catalog).unwrap();
    let json = |input: &str| -> Value {
        let (_, out, err) = decode_in(folder.path(), input.as_bytes(), &["--format", "json"]);
        assert_eq!(err, "");
        serde_json::from_str(&out).unwrap()
    };
    let data = json(
        "HTTP/1.1 409 X\r\n\r\n{\"ok\":false,\"error\":{\"code\":\"too_many\",\"message\":\"No.\",\"details\":{\
         \"reason\":\"Because.\",\"more\":true,\"truncated\":3,\"remedy\":{\"owner\":\"user\",\"steps\":[\"Wait.\"],\"next\":\"GET /a\"}}}}",
    );
    assert_eq!(
        (&data["exit_code"], &data["exit_code_of"]),
        (&42.into(), &"code".into())
    );
    let error = &data["error"];
    assert_eq!(error["reason"], "Because.");
    assert_eq!(
        (&error["has_more_violations"], &error["truncated"]),
        (&true.into(), &3.into())
    );
    assert_eq!(
        error["remedy"],
        serde_json::json!({"owner": "user", "steps": ["Wait."], "next": "GET /a"})
    );
    assert_eq!(error["documentation"], "https://docs.example/e/too_many");
    let told = &error["catalog"];
    assert_eq!(
        (&told["name"], &told["title"]),
        (&"plans".into(), &"Plans".into())
    );
    assert_eq!(told["conditions"], serde_json::json!(["conflict"]));
    assert_eq!(told["rules"], serde_json::json!(["max_items"]));
    let code = &told["code"];
    assert_eq!(code["message"], "There are too many.");
    assert_eq!(code["meaning"], "The plan is full.");
    assert_eq!(
        code["client"],
        serde_json::json!(["Delete one.", "Buy more."])
    );
    let data = json("HTTP/1.1 405 X\r\nx-error-code: method_not_allowed\r\n\r\n");
    assert_eq!(data["exit_code_of"], "status");
    assert_eq!(data["error"]["catalog"], Value::Null);
    assert_eq!(
        data["error"]["http"],
        serde_json::json!({"status": 405, "phrase": "Method Not Allowed", "conditions": ["method_not_allowed"]})
    );
}

/// The sentence of the catalog's language, beside that of the reader's.
#[test]
fn a_translated_sentence_comes_with_its_source() {
    let body = r#"{"errors":[{"status":"422","code":"SHORT","detail":"Muy corto.","meta":{"source_message":"Too short.","min":3}}],"meta":{"code":"INVALID","request_id":"a1"}}"#;
    let head =
        "HTTP/1.1 422 X\r\ncontent-type: application/vnd.api+json\r\ncontent-language: es\r\n\r\n";
    let violations = format!("{head}{body}");
    let (_, out, _) = decode(violations.as_bytes(), &[]);
    assert!(
        out.contains("  invalid        Muy corto. (SHORT)\n                 source: Too short.\n"),
        "{out}"
    );
    assert!(out.contains("  language       es\n"), "{out}");
    let (_, out, _) = decode(violations.as_bytes(), &["--format", "json"]);
    let data: Value = serde_json::from_str(&out).unwrap();
    let violation = &data["error"]["violations"][0];
    assert_eq!(violation["source_message"], "Too short.");
    assert_eq!(violation["details"], serde_json::json!({"min": 3}));
    let body = br#"{"type":"about:blank","title":"Gone","status":410,"detail":"Ya no existe.","source_detail":"It is gone.","code":"gone"}"#;
    let (_, out, _) = decode(body, &["--status", "410"]);
    assert!(out.contains("  source         It is gone.\n"), "{out}");
    let (_, out, _) = decode(body, &["--status", "410", "--format", "json"]);
    let data: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(data["error"]["source_message"], "It is gone.");
}

/// As a command in a terminal, whatever the format is.
#[test]
fn names_of_a_response_are_bounded_and_steer_nothing() {
    let long = "x".repeat(200_000);
    let head = format!("HTTP/1.1 500 X\r\nx-error-code: {long}\r\nx-request-id: {long}\r\n\r\n");
    for arguments in [&[][..], &["--format", "json"]] {
        let (_, out, _) = decode(head.as_bytes(), arguments);
        let kept = "x".repeat(128) + "…";
        assert!(
            out.matches(&kept).count() == 2 && out.len() < 2_000,
            "{} bytes: {out:.3000}",
            out.len()
        );
    }
    let (c1, delete, reordered) = ('\u{9b}', '\u{7f}', '\u{202e}');
    let body = format!(
        r#"{{"ok":false,"error":{{"code":"A{c1}{delete}","message":"{long}","request_id":"{reordered}b","details":{{"d{c1}":"{reordered}"}}}}}}"#
    );
    for arguments in [
        &["--status", "400"][..],
        &["--status", "400", "--format", "json"],
    ] {
        let (_, out, _) = decode(body.as_bytes(), arguments);
        assert!(!out.contains([c1, delete, reordered]), "{out:.3000}");
        if let Ok(data) = serde_json::from_str::<Value>(&out) {
            // The same, where a program reads it.
            assert_eq!(data["error"]["code"], format!("A{c1}{delete}"));
            assert_eq!(data["error"]["request_id"], format!("{reordered}b"));
        } else {
            assert!(out.len() < 6_000, "{} bytes", out.len());
        }
    }
}

#[test]
fn programs_get_json() {
    let body = r#"{"ok":false,"error":{"code":"VALIDATION","message":"No.","details":{"limit":5,"retry":{"after_seconds":2},"errors":[{"code":"REQUIRED","message":"Missing.","pointer":"/name"}]}}}"#;
    let head = "HTTP/1.1 422 Unprocessable Content\r\nx-request-id: a1\r\ncontent-type: application/json\r\n\r\n";
    let input = format!("{head}{body}");
    let (exit, out, _) = decode(input.as_bytes(), &["--format", "json"]);
    let data: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(exit, 65);
    assert_eq!(data["exit_code"], 65);
    assert_eq!(data["status"], 422);
    let error = &data["error"];
    assert_eq!(error["code"], "VALIDATION");
    assert_eq!(error["read_as"], "ok-error");
    assert_eq!(error["is_known"], false);
    assert_eq!(error["details"]["limit"], 5);
    assert_eq!(error["violations"][0]["pointer"], "/name");
    assert_eq!(error["request_id"], "a1");
    assert_eq!(error["retry"]["after_seconds"], 2.0);
    let (_, out, _) = decode(b"HTTP/1.1 200 OK\r\n\r\n", &["--format", "json"]);
    assert_eq!(
        out,
        "{\n  \"status\": 200,\n  \"is_error\": false,\n  \"exit_code\": 0\n}\n"
    );
}
