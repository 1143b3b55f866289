//! Lists of operations, and OpenAPI documents.

use manila_probe::Routes;

#[test]
fn a_list_has_one_operation_a_line() {
    let list = "\u{feff}# apps\r\n\r\nGET /apps\r\n  POST\t/apps\n/apps/{id}\nGET /files/{*rest}\nGET /n/{id:\\d{2}}/x\n";
    let routes: Routes = list.parse().unwrap();
    assert_eq!(routes.len(), 5);
}

#[test]
fn an_openapi_document_has_its_operations() {
    for (document, count) in [
        (
            r#"{"openapi":"3.0.3","paths":{"/a":{"get":{},"post":{},"delete":{},"summary":"a"}}}"#,
            3,
        ),
        (
            r#"{"openapi":"3.1.0","paths":{"x-own":{},"/a/{id}":{"get":{"parameters":[{"$ref":"nowhere"}]}}}}"#,
            1,
        ),
        (
            r##"{"openapi":"3.1.0","paths":{"/b":{"$ref":"#/c"},"/a":{"put":{"requestBody":{"$ref":"#/d"}}}}}"##,
            1,
        ),
        (
            "# the apps\n---\nopenapi: 3.1.0\npaths:\n  /a/{id}: &item\n    get: {parameters: [{name: id, in: path}]}\n    put: {}\n  /b: *item\n",
            4,
        ),
        (
            "\"openapi\": '3.0.3'\ninfo: {title: no, version: 1.0}\npaths:\n  /a:\n    get:\n      responses:\n        200: {description: ok}\n",
            1,
        ),
    ] {
        let routes: Routes = document.parse().unwrap();
        assert_eq!(routes.len(), count, "{document}");
    }
}

#[test]
fn a_broken_text_is_refused_with_its_line() {
    let long = format!("GET /a\nGET /{}\n", "a".repeat(5_000));
    let many = "GET /a\n".repeat(2_001);
    let paths: Vec<_> = (0..2_001)
        .map(|at| format!(r#""/{at}":{{"get":{{}}}}"#))
        .collect();
    let document = format!(r#"{{"openapi":"3.1.0","paths":{{{}}}}}"#, paths.join(","));
    // Each line has ten times as many values as the one before.
    let doubling = (0..9).map(|at| {
        format!(
            "x{}: &x{} [{}]\n",
            at + 1,
            at + 1,
            vec![format!("*x{at}"); 10].join(",")
        )
    });
    let bomb = format!(
        "openapi: 3.1.0\nx0: &x0 [0]\n{}",
        doubling.collect::<String>()
    );
    let deep = r#"{"a":"#.repeat(10_000);
    let deep = format!(r#"{{"openapi":"3.1.0","components":{{"schemas":{deep}"#);
    for (text, line, told) in [
        ("", 1, "no operation"),
        ("# nothing\n", 1, "no operation"),
        (r#"{"openapi":"3.1.0"}"#, 1, "no operation"),
        ("GET /a\nget /b\n", 2, "invalid method \"get\""),
        ("GET /a\n\nGET b\n", 3, "invalid path \"b\""),
        ("GET /a?b\n", 1, "without a query"),
        ("GET /a /b\n", 1, "invalid path"),
        ("TRACE /a\n", 1, "invalid method"),
        ("GET /a/{\n", 1, "a name in braces"),
        ("GET /a/{}\n", 1, "a name in braces"),
        ("GET /a}\n", 1, "a name in braces"),
        ("GET /\u{1b}[31m\n", 1, r#"invalid path "/\u{1b}[31m""#),
        ("\0\u{1}\n", 1, "invalid path"),
        (&long, 2, "more than 2048 bytes"),
        (&many, 2_001, "more than 2000 operations"),
        (&document, 1, "more than 2000 operations"),
        (&deep, 1, "recursion limit"),
        ("# apps\nopenapi: 3.1.0\npaths:\n", 1, "no operation"),
        (
            "openapi: 3.1.0\npaths:\n  apps: {}\n",
            3,
            "invalid path \"apps\"",
        ),
        ("openapi: 3.1.0\npaths:\n  /a: 7\n", 3, "expected"),
        ("openapi: '2.0'\n", 1, "OpenAPI \"2.0\" is not read"),
        ("---\nswagger: '2.0'\n", 2, "missing field `openapi`"),
        ("openapi: 3.1.0\npaths: [\n", 2, "expected mapping"),
        (&bomb, 8, "budget breached"),
        (
            "{\n \"openapi\": \"3.1.0\",\n \"paths\": {,}\n}",
            3,
            "key must be",
        ),
        ("{\n \"swagger\": \"2.0\"\n}", 3, "missing field `openapi`"),
        (
            "{\n \"openapi\": \"2.0\"\n}",
            2,
            "OpenAPI \"2.0\" is not read",
        ),
        (
            "{\n \"openapi\": \"3.0.0\",\n \"paths\": {\n  \"apps\": {}\n }\n}",
            4,
            "invalid path \"apps\"",
        ),
        (
            "{\n \"openapi\": \"3.0.0\",\n \"paths\": {\n  \"/a\": 7\n }\n}",
            4,
            "expected struct",
        ),
        ("{\"openapi\": \"3.0.0\"", 1, "EOF"),
    ] {
        let error = text.parse::<Routes>().unwrap_err();
        let shown = error.to_string();
        let start: String = text.chars().take(60).collect();
        assert_eq!(error.line(), line, "{start:?}: {shown}");
        assert!(shown.contains(told), "{start:?}: {shown}");
        assert!(
            !shown.contains(['\n', '\u{1b}']) && shown.len() < 400,
            "{shown:?}"
        );
    }
}
