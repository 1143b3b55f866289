//! Several heads, and bodies that look like one.

use super::decode;

#[test]
fn of_several_heads_the_last_counts() {
    let last = "HTTP/2 429 \r\nretry-after: 7\r\n\r\nslow down";
    for before in [
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n",
        "HTTP/1.1 200 Connection established\r\n\r\n",
        "HTTP/1.1 301 Moved Permanently\r\nlocation: /b\r\ncontent-length: 178\r\n\r\n",
        "HTTP/1.1 503 Service Unavailable\ncontent-length: 5\n\nlater",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\n\r\n",
    ] {
        let (exit, out, _) = decode(
            format!("{before}{last}").as_bytes(),
            &["--catalog", "vibehost"],
        );
        assert_eq!(exit, 6, "{before:?}: {out}");
        assert!(
            out.starts_with("429 Too Many Requests\n"),
            "{before:?}: {out}"
        );
        assert!(
            out.contains("retry          after 7 s"),
            "{before:?}: {out}"
        );
    }
}

/// A body whose length nobody has said: curl decodes chunks, and writes one more try behind the last byte.
#[test]
fn one_more_try_behind_a_body_without_a_length_counts() {
    let failed = "HTTP/1.1 503 X\r\ntransfer-encoding: chunked\r\ncontent-type: application/json\r\n\r\n\
        {\"ok\":false,\"error\":{\"code\":\"BUSY\",\"message\":\"HTTP/1.1 is fine.\"}}";
    for (last, expected) in [
        ("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi", 0),
        ("HTTP/2 429 \r\nretry-after: 7\r\n\r\nslow down", 6),
        ("", 4),
        ("HTTP/1.1 200 OK\r\n\r\n", 4),
        ("HTTP/1.1 200 is what we got yesterday", 4),
    ] {
        let input = format!("{failed}{last}");
        let (exit, out, _) = decode(input.as_bytes(), &["--catalog", "vibehost"]);
        assert_eq!(exit, expected, "{last:?}: {out}");
    }
}

/// A body that speaks of responses is that of its own.
#[test]
fn a_body_decides_nothing_about_its_status() {
    for (status, expected) in [(200, 0), (500, 1), (403, 2)] {
        for body in [
            "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 500 is what we got yesterday",
            "HTTP/1.1 500 Oops\r\nthis is no field and no end",
        ] {
            let input = format!("HTTP/1.1 {status} X\r\ntransfer-encoding: chunked\r\n\r\n{body}");
            let (exit, out, _) = decode(input.as_bytes(), &["--catalog", "vibehost"]);
            assert_eq!(exit, expected, "{status} {body:?}: {out}");
        }
    }
}

#[test]
fn a_body_of_beginnings_is_read_in_time() {
    let body = "HTTP/1.1 200 OK\r\na: b\r\n".repeat(100_000);
    let input = format!("HTTP/1.1 503 X\r\ntransfer-encoding: chunked\r\n\r\n{body}");
    let begin = std::time::Instant::now();
    assert_eq!(decode(input.as_bytes(), &["--catalog", "vibehost"]).0, 4);
    assert!(
        begin.elapsed() < std::time::Duration::from_secs(30),
        "{:?}",
        begin.elapsed()
    );
}

#[test]
fn a_folded_field_is_one_field() {
    for fold in ["\r\n ", "\r\n\t", "\n  \t "] {
        let input = format!(
            "HTTP/1.1 402 Payment Required\r\nx-error-code:{fold}PLAN_LIMIT_EXCEEDED\r\n\r\n"
        );
        let (exit, out, _) = decode(input.as_bytes(), &["--catalog", "vibehost"]);
        assert_eq!(exit, 3, "{fold:?}: {out}");
        assert!(out.contains("PLAN_LIMIT_EXCEEDED"), "{fold:?}: {out}");
    }
}

/// What has not arrived is no success.
#[test]
fn a_success_that_is_cut_off_is_none() {
    let cases = [
        ("200 OK\r\ncontent-length: 10\r\n", "12345", 125),
        ("200 OK\r\ncontent-length: 10\r\n", "1234567890", 0),
        // A HEAD, and a body that curl has decompressed.
        ("200 OK\r\ncontent-length: 10\r\n", "", 0),
        (
            "200 OK\r\ncontent-length: 10\r\ncontent-encoding: gzip\r\n",
            "12345",
            0,
        ),
        // An error is one all the same.
        (
            "429 Too Many Requests\r\ncontent-length: 10\r\n",
            "12345",
            6,
        ),
    ];
    for (head, body, expected) in cases {
        let input = format!("HTTP/1.1 {head}\r\n{body}");
        let (exit, out, err) = decode(input.as_bytes(), &["--catalog", "vibehost"]);
        assert_eq!(exit, expected, "{input:?}: {out}{err}");
        let says = "the response is cut off: of the body of the 200, which has 10 bytes as `content-length` says, 5 have arrived";
        assert_eq!(err.contains(says), expected == 125, "{err}");
    }
    // More than is read arrives all the same.
    let large = vec![b'x'; 17 * 1024 * 1024];
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", large.len());
    let (exit, _, err) = decode(&[head.as_bytes(), &large].concat(), &[]);
    assert_eq!(exit, 0, "{err}");
}

#[test]
fn a_body_that_looks_like_a_head_is_a_body() {
    let body = "HTTP/1.1 200 OK\r\n\r\n";
    let head = format!(
        "HTTP/1.1 502 Bad Gateway\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let (exit, out, _) = decode((head + body).as_bytes(), &["--catalog", "vibehost"]);
    assert_eq!(exit, 4, "{out}");
}
