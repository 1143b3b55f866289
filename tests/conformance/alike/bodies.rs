//! Bodies: of JSON, of forms, of other types, and of none.

use manila_probe::wire::Request;

use super::row::Row;

const FORM: &str = "application/x-www-form-urlencoded";

const FINE: &str = r#"{"email":"a@b.cd","age":30,"address":{"city":"Ulm"}}"#;

pub(super) fn rows() -> Vec<Row> {
    let mut rows = types();
    rows.extend(codings());
    rows.extend(syntax());
    rows.extend(values());
    rows.extend(rules());
    rows.extend(sizes());
    rows.extend(shapes());
    rows.extend(forms());
    rows
}

/// Content types, odd ones among them.
fn types() -> Vec<Row> {
    let typed = |content_type: &str, status, told: &str| {
        Row::new(
            Request::new("POST", "/json").body(content_type, FINE),
            status,
            told,
        )
    };
    let other = "The body is of another media type.";
    let bare = |path: &str| Request::new("POST", path);
    let mut twice = bare("/json").body("text/plain", FINE);
    twice = twice.header("content-type", "application/json");
    let mut rows = vec![
        typed("application/json", 200, ""),
        typed("Application/JSON", 200, ""),
        typed("application/json; charset=utf-8", 200, ""),
        typed("application/json;charset=latin1", 200, ""),
        typed("application/vnd.api+json", 200, ""),
        typed("application/problem+JSON ; x=y", 200, ""),
        Row::new(bare("/json"), 415, "The body has no media type."),
        Row::new(bare("/form"), 415, "The body has no media type."),
        Row::new(
            bare("/json").raw_header("content-type", *b"application/\xff"),
            415,
            other,
        ),
        Row::new(bare("/form").body("application/json", FINE), 415, other),
        Row::new(
            bare("/form").body("multipart/form-data; boundary=x", "--x--"),
            415,
            other,
        ),
        Row::new(twice, 415, other),
        Row::new(bare("/empty-ok"), 200, ""),
    ];
    for content_type in [
        "text/plain",
        "text/json",
        "application/jsonp",
        "application/json-seq",
        "application/",
        "json",
        "+json",
        "text/x+json",
        ";;/=",
        "*/*",
        "application/x-www-form-urlencoded",
        "application/octet-stream",
    ] {
        rows.push(typed(content_type, 415, other));
    }
    rows
}

/// Content codings that nobody has undone.
fn codings() -> Vec<Row> {
    let coded = |coding: &str, status, told: &str| {
        let request = Request::new("POST", "/json").header("content-encoding", coding);
        Row::new(request.body("application/json", FINE), status, told)
    };
    let is_coded = "The body has a content coding.";
    let form = Request::new("POST", "/form").header("content-encoding", "gzip");
    let two = Request::new("POST", "/json")
        .header("content-encoding", "identity")
        .header("content-encoding", "br");
    let odd = Request::new("POST", "/json").raw_header("content-encoding", *b"\xe9");
    let mut rows = vec![
        coded("identity", 200, ""),
        coded("IDENTITY, identity", 200, ""),
        coded("", 200, ""),
        Row::new(form.body(FORM, "email=a%40b.cd&age=30"), 415, is_coded),
        Row::new(two.body("application/json", FINE), 415, is_coded),
        Row::new(odd.body("application/json", FINE), 415, is_coded),
    ];
    for coding in [
        "gzip",
        "GZip",
        "x-gzip",
        "deflate",
        "br",
        "zstd",
        "identity, gzip",
        "aes128gcm",
        "?",
    ] {
        rows.push(coded(coding, 415, is_coded));
    }
    rows
}

/// What is no JSON.
fn syntax() -> Vec<Row> {
    let mut rows = vec![
        Row::json("/json", "", 400, "The request has no body."),
        Row::json("/tagged", "", 400, "The request has no body."),
        Row::new(
            Request::new("POST", "/json")
                .body("application/json", "")
                .chunked(),
            400,
            "The request has no body.",
        ),
        Row::json("/json", "\n", 400, r#""line":2,"column":0"#),
        Row::json("/json", *b"{\"email\":\"\xff\"}", 400, r#""column":11"#),
        Row::json("/json", "[".repeat(10_000), 400, r#""column":10000"#),
        Row::json("/json", r#"{"a":"#.repeat(5_000), 400, "column"),
    ];
    for body in [
        "{",
        "}",
        "[",
        "nul",
        "truth",
        "'",
        "\"",
        "{'a':1}",
        "{\"email\":}",
        "{\"email\" \"x\"}",
        "{\"email\":\"x\",}",
        "{\"a\":1}{",
        "[1,]",
        "01",
        "1e",
        "+1",
        ".5",
        "-",
        "NaN",
        "Infinity",
        "{\"email\":\"\\x\"}",
        "{\"email\":\"\\ud800\"}",
        "{\"email\":\"\u{1}\"}",
        "\u{feff}{}",
        "// comment\n{}",
        "{\"age\":0x1f}",
        "<xml/>",
        "email=x&age=1",
        "\0",
        "{\"a\":\"\n\"}",
    ] {
        rows.push(Row::json("/json", body, 400, "column"));
    }
    rows
}

/// JSON that is not what is asked for.
fn values() -> Vec<Row> {
    let with = |members: &str| format!(r#"{{"email":"a@b.cd","age":30,{members}}}"#);
    let mut rows = vec![
        Row::json("/json", "{}", 400, "A required member is missing."),
        Row::json("/json", r#"{"email":"x"}"#, 400, r#""member":"age""#),
        Row::json(
            "/json",
            with(r#""address":{"city":1}"#),
            400,
            "/address/city",
        ),
        Row::json("/json", with(r#""address":{"zip":1}"#), 400, "/address/zip"),
        Row::json("/json", with(r#""address":null"#), 400, "/address"),
        Row::json("/json", with(r#""tags":["a",2]"#), 400, "/tags/1"),
        Row::json("/json", with(r#""tags":"a""#), 400, "Must be an array."),
        Row::json(
            "/json",
            with(r#""tags":{"0":"a"}"#),
            400,
            "Must be an array.",
        ),
        Row::json("/json", with(r#""tags":[["a"]]"#), 400, "/tags/0"),
        Row::json("/json", with(r#""a/b":1"#), 400, "/a~1b"),
        Row::json("/json", with(r#""a~b":1"#), 400, "/a~0b"),
        Row::json("/json", with(r#""":1"#), 400, "This member is not known."),
        Row::json("/json", with(r#""Email":1"#), 400, "/Email"),
        Row::json("/json", with(r#""\u00e9":1"#), 400, "/é"),
        Row::json(
            "/json",
            with(r#""a`, expected `b":1"#),
            400,
            "/a`, expected `b",
        ),
        Row::json("/json", with(r#""age":31"#), 400, "appears more than once"),
        Row::json(
            "/json",
            with(r#""email":"y""#),
            400,
            "appears more than once",
        ),
        Row::json("/json", r#"{"email":1,"age":30}"#, 400, "Must be a string."),
        Row::json(
            "/json",
            r#"{"email":null,"age":30}"#,
            400,
            "Must be a string.",
        ),
        Row::json(
            "/json",
            r#"{"email":["a"],"age":30}"#,
            400,
            "Must be a string.",
        ),
        Row::json(
            "/json",
            r#"{"email":"x","age":"30"}"#,
            400,
            "Must be an integer.",
        ),
        Row::json("/json", r#"{"email":"x","age":30.5}"#, 400, "/age"),
        Row::json(
            "/json",
            r#"{"email":"x","age":true}"#,
            400,
            "Must be an integer.",
        ),
        Row::json(
            "/json",
            r#"{"email":"x","age":null}"#,
            400,
            "Must be an integer.",
        ),
        Row::json(
            "/json",
            r#"{"email":"x","age":9223372036854775808}"#,
            400,
            "/age",
        ),
        Row::json(
            "/json",
            r#"{"email":"x","age":-9223372036854775809}"#,
            400,
            "/age",
        ),
        Row::json("/json", r#"{"email":"x","age":1e400}"#, 400, "/age"),
        Row::json(
            "/json",
            format!(r#"{{"email":"x","age":{}}}"#, "9".repeat(400)),
            400,
            "/age",
        ),
        Row::json("/empty-ok", FINE, 200, ""),
        Row::json("/own/json", FINE, 200, ""),
    ];
    for body in [
        "null",
        "true",
        "7",
        "\"x\"",
        "[]",
        "[1]",
        "[[]]",
        "[\"a@b.cd\",30]",
    ] {
        rows.push(Row::json("/json", body, 400, ""));
    }
    for body in [
        "7",
        "[]",
        "{}",
        r#"{"type":7}"#,
        r#"{"type":"cube"}"#,
        r#"{"type":null}"#,
    ] {
        rows.push(Row::json("/tagged", body, 400, ""));
    }
    rows
}

/// Rules that are broken.
fn rules() -> Vec<Row> {
    let body = |email: &str, age: i64, tags: &str, address: &str| {
        format!(r#"{{"email":"{email}","age":{age},"tags":[{tags}],"address":{address}}}"#)
    };
    let city = r#"{"city":"Ulm"}"#;
    let long = format!("\"{}\"", "ä".repeat(21));
    let exact = format!("\"{}\"", "ä".repeat(20));
    vec![
        Row::json("/json", FINE, 200, ""),
        Row::json("/json", body("a@b.cd", 18, &exact, city), 200, ""),
        Row::json(
            "/json",
            body("a@b.cd", 17, "", city),
            400,
            "Must be at least 18.",
        ),
        Row::json("/json", body("a@b.cd", 120, "", city), 200, ""),
        Row::json(
            "/json",
            body("a@b.cd", 121, "", city),
            400,
            "Must be at most 120.",
        ),
        Row::json(
            "/json",
            body("a@b.cd", i64::MIN, "", city),
            400,
            "Must be at least 18.",
        ),
        Row::json(
            "/json",
            body("", 30, "", city),
            400,
            "Must be a valid email address.",
        ),
        Row::json(
            "/json",
            body("a@", 30, "", city),
            400,
            "Must be a valid email address.",
        ),
        Row::json(
            "/json",
            body("<a@b.cd>", 30, "", city),
            400,
            "Must be a valid email address.",
        ),
        Row::json("/json", body("a@b.cd", 30, &long, city), 400, "/tags/0"),
        Row::json(
            "/json",
            body("a@b.cd", 30, r#""","","","","","""#, city),
            400,
            "at most 5.",
        ),
        Row::json(
            "/json",
            body("a@b.cd", 30, "", "{}"),
            400,
            "A required member is missing.",
        ),
        Row::json(
            "/json",
            body("a@b.cd", 30, "", r#"{"city":null}"#),
            400,
            "/address",
        ),
        Row::json("/json", body("x", 7, &long, "{}"), 400, "/email"),
        Row::json("/alias", r#"{"mail":"a@b.cd","age":17}"#, 400, "/age"),
        Row::json(
            "/map",
            r#"{"a/b":{"max_value":101}}"#,
            400,
            "/a~1b/max_value",
        ),
        Row::json("/map", r#"{"r#x":{"max_value":-1}}"#, 400, "max_value"),
        Row::json(
            "/flat",
            r#"{"name":"a","version":"1","level":10}"#,
            400,
            "/level",
        ),
    ]
}

/// What is long, or much.
fn sizes() -> Vec<Row> {
    let padded = |bytes: usize| {
        let fill = bytes - FINE.len();
        format!("{FINE}{}", " ".repeat(fill))
    };
    let limit = 2 * 1024 * 1024;
    let items = |count: usize| {
        let items = vec![r#"{"name":"a","price":1,"count":2}"#; count];
        format!(r#"{{"items":[{}]}}"#, items.join(","))
    };
    let empty = |count: usize| format!(r#"{{"items":[{}]}}"#, vec!["{}"; count].join(","));
    let large = "The content of the request is too large.";
    let chunked = Request::new("POST", "/json").body("application/json", padded(limit + 1));
    vec![
        Row::json("/json", padded(limit), 200, ""),
        Row::json("/json", padded(limit + 1), 413, r#""limit":2097152"#),
        Row::json("/tagged", padded(limit + 1), 413, large),
        Row::new(chunked.chunked(), 413, r#""limit":2097152"#),
        Row::new(
            Request::new("POST", "/form").body(FORM, "a=".repeat(limit / 2 + 1)),
            413,
            r#""limit":2097152"#,
        ),
        // The document and its list are two of them.
        Row::json("/bulk", items(9_998), 200, ""),
        Row::json("/bulk", items(9_999), 413, r#""max_nodes":10000"#),
        Row::json("/bulk", empty(9_998), 400, r#""more":true"#),
        Row::json("/bulk", empty(690_000), 413, r#""max_nodes":10000"#),
        Row::json("/bulk", empty(1), 400, "/items/0"),
        Row::json("/bulk", format!("[{}]", "\"[{\",".repeat(20_000)), 400, ""),
        Row::json(
            "/json",
            format!(r#"{{"{}":1}}"#, "n".repeat(1_024)),
            400,
            "not known",
        ),
        Row::json(
            "/json",
            format!(r#"{{"{}":1}}"#, "n".repeat(60_000)),
            400,
            "not known",
        ),
        Row::json(
            "/json",
            format!(r#"{{"email":"{}","age":30}}"#, "x".repeat(1 << 20)),
            400,
            "",
        ),
    ]
}

/// One kind of input each.
fn shapes() -> Vec<Row> {
    let radius = |value: &str| format!(r#"{{"type":"circle","radius":{value}}}"#);
    let mut rows = vec![
        Row::json("/tagged", radius("1"), 200, ""),
        Row::json(
            "/tagged/list",
            r#"{"shapes":[{"type":"square","side":1}]}"#,
            200,
            "",
        ),
        Row::json(
            "/tagged/list",
            r#"{"shapes":[{"type":"square","side":"x"}]}"#,
            400,
            "/shapes/0",
        ),
        Row::json("/tagged/list", r#"{"shapes":{}}"#, 400, "/shapes"),
        Row::json("/flat", r#"{"name":"a","version":"1","level":9}"#, 200, ""),
        Row::json("/alias", r#"{"mail":"a@b.cd","age":18}"#, 200, ""),
        Row::json("/alias", r#"{"emailAddress":"a@b.cd","age":18}"#, 200, ""),
        Row::json("/map", "{}", 200, ""),
        Row::json("/map", r#"{"a":{"max_value":100}}"#, 200, ""),
    ];
    for body in [
        radius("\"x\""),
        radius("-1"),
        radius("4294967296"),
        radius("1.5"),
        radius("null"),
    ] {
        rows.push(Row::json("/tagged", body, 400, ""));
    }
    for body in [
        "{}",
        "[]",
        r#"{"name":"a"}"#,
        r#"{"name":"a","version":1,"level":1}"#,
        r#"{"name":1,"version":"1","level":1}"#,
        r#"{"name":"a","version":"1","level":256}"#,
        r#"{"name":"a","version":"1","level":-1}"#,
        r#"{"name":"a","version":"1","level":"1"}"#,
        r#"{"name":"a","name":"b","version":"1","level":1}"#,
    ] {
        rows.push(Row::json("/flat", body, 400, ""));
    }
    for body in [
        "{}",
        r#"{"mail":"a@b.cd","mail":"a@b.cd"}"#,
        r#"{"mail":"a@b.cd","emailAddress":"a@b.cd"}"#,
        r#"{"mail":"x","age":18}"#,
        r#"{"mail":"a@b.cd"}"#,
        r#"{"email_address":"a@b.cd"}"#,
    ] {
        rows.push(Row::json("/alias", body, 400, ""));
    }
    for body in [
        "[]",
        "7",
        r#"{"a":1}"#,
        r#"{"a":{}}"#,
        r#"{"r#type":{}}"#,
        r#"{"":{"max_value":101}}"#,
    ] {
        rows.push(Row::json("/map", body, 400, ""));
    }
    rows
}

fn forms() -> Vec<Row> {
    let form = |body: &[u8], status, told: &str| {
        Row::new(Request::new("POST", "/form").body(FORM, body), status, told)
    };
    let mut rows = vec![
        form(b"email=a%40b.cd&age=30", 200, ""),
        form(b"age=30&email=a@b.cd", 200, ""),
        form(b"&&email=a%40b.cd&&age=30&", 200, ""),
        form(b"", 400, "A required member is missing."),
        form(b"email=x", 400, r#""member":"age""#),
        form(b"email=a%40b.cd&age=", 400, "Must be an integer."),
        form(b"email=a%40b.cd&age", 400, "Must be an integer."),
        form(b"email=a%40b.cd&age=old", 400, "Must be an integer."),
        form(b"email=a%40b.cd&age=1.5", 400, "Must be an integer."),
        form(b"email=a%40b.cd&age=9223372036854775808", 400, "/age"),
        form(b"email=a%40b.cd&age=-9223372036854775809", 400, "/age"),
        form(
            b"email=a%40b.cd&age=30&age=31",
            400,
            "appears more than once",
        ),
        form(b"email=a%40b.cd&age=30&other=1", 400, "/other"),
        form(b"email=a%40b.cd&age=30&a%2Fb=1", 400, "/a~1b"),
        form(b"email=a%40b.cd&age=30&=", 400, "This member is not known."),
        form(b"email=%FF&age=30", 400, "/email"),
        form(b"email=\xff&age=30", 400, "/email"),
        form(b"email=%zz&age=30", 400, "/email"),
        form(b"email=x&age=121", 400, "Must be at most 120."),
        form(b"email=x&age=17", 400, "Must be a valid email address."),
        form(b"{\"email\":\"x\"}", 400, "not known"),
    ];
    let long = format!("email=a%40b.cd&age=30&{}=1", "n".repeat(2_000));
    rows.push(form(long.as_bytes(), 400, "not known"));
    let many = "a=1&".repeat(100_000);
    rows.push(form(many.as_bytes(), 400, ""));
    rows
}
