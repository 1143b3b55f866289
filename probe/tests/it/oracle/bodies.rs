//! Bodies.

use manila_probe::oracle::{Rule, Style};
use manila_probe::wire::Response;

use super::{ID, check, envelope, with, with_body};

#[test]
fn a_body_that_is_no_envelope_breaks_the_second_rule() {
    let cases: &[(Style, &str, &str)] = &[
        (Style::OkError, "false", "true"),
        (Style::OkError, r#""code":"NOT_FOUND","#, ""),
        (Style::OkError, r#""NOT_FOUND""#, "1.5"),
        (Style::OkError, r#""NOT_FOUND""#, r#""""#),
        (Style::OkError, r#""message":"Gone.""#, r#""message":null"#),
        (
            Style::OkError,
            r#""ok":false,"#,
            r#""ok":false,"status":404,"#,
        ),
        (
            Style::OkError,
            r#""ok":false,"#,
            r#""ok":false,"ok":false,"#,
        ),
        (Style::OkError, r#""Gone.""#, r#""Gone.","details":null"#),
        (Style::OkError, r#""Gone.""#, r#""Gone.","details":{}"#),
        (
            Style::OkError,
            r#""Gone.""#,
            r#""Gone.","details":{"errors":[]}"#,
        ),
        (
            Style::OkError,
            r#""Gone.""#,
            r#""Gone.","details":{"errors":[{"code":"A"}]}"#,
        ),
        (
            Style::OkError,
            r#""Gone.""#,
            r##""Gone.","details":{"errors":[{"code":"A","message":"B","pointer":"#/a"}]}"##,
        ),
        (
            Style::OkError,
            r#""Gone.""#,
            r#""Gone.","details":{"errors":[{"code":"A","message":"B","pointer":"/a","header":"b"}]}"#,
        ),
        (
            Style::OkError,
            r#""Gone.""#,
            r#""Gone.","details":{"retry":{"after_seconds":-1}}"#,
        ),
        (
            Style::OkError,
            r#""Gone.""#,
            r#""Gone.","details":{"retry":{"applied":"maybe"}}"#,
        ),
        (
            Style::OkError,
            r#""Gone.""#,
            r#""Gone.","details":{"truncated":0}"#,
        ),
        (Style::JsonApi, r#""404""#, "404"),
        (Style::JsonApi, r#""404""#, r#""500""#),
        (Style::JsonApi, r#"{"errors""#, r#"{"data":null,"errors""#),
        (Style::JsonApi, r#""NOT_FOUND""#, "404001"),
        (
            Style::JsonApi,
            r#""detail":"Gone.""#,
            r#""detail":"Gone.","source":{}"#,
        ),
        (
            Style::JsonApi,
            r#""detail":"Gone.""#,
            r#""detail":"Gone.","source":{"pointer":"a"}"#,
        ),
        (
            Style::JsonApi,
            r#""detail":"Gone.""#,
            r#""detail":"Gone.","source":{"pointer":"/a","parameter":"b"}"#,
        ),
        (
            Style::JsonApi,
            r#""detail":"Gone.""#,
            r#""detail":"Gone.","request_id":"a""#,
        ),
        (
            Style::JsonApi,
            r#""detail":"Gone.""#,
            r#""detail":"Gone.","links":{"type":1}"#,
        ),
        (
            Style::JsonApi,
            r#""detail":"Gone.""#,
            r#""detail":"Gone.","meta":[1]"#,
        ),
        (Style::CodeData, "-404", "404"),
        (Style::CodeData, "-404", "0"),
        (Style::CodeData, "-404", r#""-404""#),
        (Style::CodeData, r#""Gone.""#, r#"{"message":"Gone."}"#),
        (Style::CodeData, r#""Gone.""#, r#"{"details":{"a":1}}"#),
        (Style::CodeData, r#""Gone.""#, "null"),
        (Style::Problem, r#""status":404"#, r#""status":400"#),
        (Style::Problem, r#""status":404"#, r#""status":"404""#),
        (Style::Problem, "Not Found", "Nothing here"),
        (Style::Problem, "urn:uuid:01", "urn:uuid:02"),
        (Style::Problem, r#""detail":"Gone.","#, ""),
        (
            Style::Problem,
            r#""code":"NOT_FOUND""#,
            r#""code":"NOT_FOUND","limit":5"#,
        ),
        (
            Style::Problem,
            r#""code":"NOT_FOUND""#,
            r#""code":"NOT_FOUND","errors":[{"code":"A","detail":"B","pointer":"/a"}]"#,
        ),
        (
            Style::Problem,
            r#""code":"NOT_FOUND""#,
            r##""code":"NOT_FOUND","errors":[{"code":"A","detail":"B","pointer":"#/ä"}]"##,
        ),
    ];
    for (style, part, other) in cases {
        let sound = envelope(*style);
        let body = sound.text();
        assert!(body.contains(part), "{style}: {part}");
        let broken = with_body(sound, &body.replacen(part, other, 1));
        check(*style, &broken, &[Rule::Envelope]);
    }
}

#[test]
fn what_the_styles_allow_breaks_no_rule() {
    let cases: &[(Style, &str, &str)] = &[
        (
            Style::OkError,
            r#""Gone.""#,
            r#""Gone.","details":{"limit":5,"reason":"no","truncated":2,"retry":{"after_seconds":2,"applied":"no"},"errors":[{"code":"A","message":"B","pointer":"/a~1b/0","details":{"max":5}}]}"#,
        ),
        (
            Style::JsonApi,
            r#""detail":"Gone.""#,
            r#""detail":"Gone.","source":{"pointer":""},"meta":{"a":1},"links":{"type":"https://docs.example/a"}"#,
        ),
        (
            Style::JsonApi,
            r#""meta":{"#,
            r#""meta":{"version":"1.47.0","datetime":{"timezone":"UTC"},"#,
        ),
        (
            Style::CodeData,
            r#""Gone.""#,
            r#"{"message":"Gone.","errors":[{"code":"A","message":"B","parameter":"limit"}]}"#,
        ),
        (
            Style::Problem,
            r#""code":"NOT_FOUND""#,
            r##""code":"NOT_FOUND","details":{"a":1},"errors":[{"code":404001,"detail":"B","pointer":"#/%C3%A4"}]"##,
        ),
        (
            Style::Problem,
            r#""type":"about:blank","title":"Not Found""#,
            r#""type":"https://docs.example/a","title":"No such app""#,
        ),
    ];
    for (style, part, other) in cases {
        let sound = envelope(*style);
        let body = sound.text();
        assert!(body.contains(part), "{style}: {part}");
        check(
            *style,
            &with_body(sound, &body.replacen(part, other, 1)),
            &[],
        );
    }
}

#[test]
fn with_violations_the_code_of_the_fault_is_in_the_meta() {
    let body = format!(
        r#"{{"errors":[{{"status":"422","code":"short","title":"T","detail":"D","source":{{"pointer":"/a"}}}}],"meta":{{"request_id":"{ID}","code":"invalid"}}}}"#
    );
    let response = Response {
        status: 422,
        ..with_body(envelope(Style::JsonApi), &body)
    };
    let response = with(response, "x-error-code", &["invalid"]);
    check(Style::JsonApi, &response, &[]);
    let response = with(response, "x-error-code", &["short"]);
    check(Style::JsonApi, &response, &[Rule::Envelope]);
}

#[test]
fn errors_that_agree_on_a_status_have_that_of_the_response() {
    for (statuses, broken) in [
        (&["400"][..], &[][..]),
        (&["422"], &[Rule::Envelope]),
        (&["400", "400"], &[]),
        (&["422", "422"], &[Rule::Envelope]),
        (&["422", "409"], &[]),
    ] {
        let errors = statuses.iter().map(|status| {
            format!(r#"{{"status":"{status}","code":"short","title":"T","detail":"D"}}"#)
        });
        let errors: Vec<_> = errors.collect();
        let body = format!(
            r#"{{"errors":[{}],"meta":{{"request_id":"{ID}","code":"invalid"}}}}"#,
            errors.join(",")
        );
        let response = Response {
            status: 400,
            ..with_body(envelope(Style::JsonApi), &body)
        };
        let response = with(response, "x-error-code", &["invalid"]);
        check(Style::JsonApi, &response, broken);
    }
}

#[test]
fn a_number_of_a_catalog_is_negative_in_code_data() {
    for (code, told, broken) in [
        ("-400001", "400001", &[][..]),
        ("-403", "-403", &[]),
        ("-402", "PLAN_LIMIT", &[]),
        ("-402", "400001", &[Rule::Envelope]),
    ] {
        let body = format!(r#"{{"code":{code},"data":"Gone."}}"#);
        let response = with_body(envelope(Style::CodeData), &body);
        check(
            Style::CodeData,
            &with(response, "x-error-code", &[told]),
            broken,
        );
    }
}

#[test]
fn what_is_no_strict_json_breaks_the_second_rule() {
    for body in [
        &b""[..],
        b"404 not found",
        b"\xef\xbb\xbf{\"ok\":false,\"error\":{\"code\":\"A\",\"message\":\"B\"}}",
        b"{\"ok\":false,\"error\":{\"code\":\"A\",\"message\":\"\xff\"}}",
        b"{\"ok\":false,\"error\":{\"code\":\"A\",\"message\":\"B\"}} ",
        b"{\"ok\":false,\"error\":{\"code\":\"A\",\"message\":\"B\"}}{}",
    ] {
        let response = Response {
            body: body.to_vec(),
            ..with(envelope(Style::OkError), "content-length", &[])
        };
        let response = with(response, "x-error-code", &["A"]);
        let is_padded = body.ends_with(b" ");
        let broken = if is_padded {
            &[][..]
        } else {
            &[Rule::Envelope]
        };
        check(Style::OkError, &response, broken);
    }
}
