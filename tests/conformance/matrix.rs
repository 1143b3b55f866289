//! The table of faults as a page. `UPDATE_GOLDEN=1 cargo test -p manila-conformance` writes it anew.

use std::path::Path;

use crate::cases::cases;
use crate::servers::FRAMEWORKS;

/// What goes wrong, the request, and the answer in every column.
fn rows() -> impl Iterator<Item = String> {
    cases().into_iter().map(|case| {
        let request = format!("{} {}", case.request.method, case.request.path);
        let name = case.name;
        let [axum, actix, tower] = FRAMEWORKS.map(|framework| {
            let mut table = cases().into_iter();
            let error = table
                .find(|other| other.name == name)
                .unwrap()
                .on(framework)
                .error;
            format!("{} `{}`", error.code.status, error.code.text())
        });
        format!("| {name} | `{request}` | {axum} | {axum} | {tower} | {actix} |\n")
    })
}

fn page() -> String {
    [HEAD.to_owned(), rows().collect(), TAIL.to_owned()].concat()
}

const HEAD: &str = "\
# Every fault in every cell

What the workbench answers, with the catalog `vibehost`. Each row is sent to each column in all four styles and in one of its own, over
HTTP/1.1 and HTTP/2, in a debug and in a release build, and compared byte for byte: the status, the body, the
multiset of header fields, and the one event in the log. With Manila left out (`--bare`) every row fails on every
framework. `tests/conformance` holds the table and writes this page.

| what goes wrong | request | axum, outside | axum, in `Router::layer` | tower service | actix-web |
|---|---|---|---|---|---|
";

const TAIL: &str = "
Beside the table, in the same cells:

| what | answer |
|---|---|
| ten requests at once for a route that serves one (`/busy`) | those that are shed: 503 `SERVICE_UNAVAILABLE` |
| a request id that fits, that does not, and two of them | the id itself; a fresh one; a fresh one |
| a gRPC call whose request panics, times out or is refused, to a service with `grpc()` | HTTP 200 of header fields alone, with `grpc-status` 13, 4, or that of the fault, and `x-error-code` as metadata |
| a request that claims to be gRPC's, to any other service | as without the claim |
| 2xx, 3xx, gRPC, events, marked responses | as without Manila, but for `x-request-id` |
| a body that breaks off | the connection or stream ends abnormally; nothing is added |
| a WebSocket | upgraded, with `x-request-id` |
| a preflight | answered by the CORS layer outside |
| a fault inside a nested router | the nested router's style |
| more than 200 inputs (types, ranges, names, encodings, sizes) | the same status and the same bytes on axum and on actix-web |

Cells that are left out, and why:

| cell | why |
|---|---|
| WebSocket on the tower service | a service without a router or an upgrade of its own has none |
| forms, queries and paths on the tower service | it has no router, and so not these routes: the rows show its 404 |
| WebSocket over HTTP/2 | neither framework offers RFC 8441 by default |
| actix-web inside | `App::wrap` covers the whole app; a scope's `wrap` is what `/nested` shows |
| malformed heads, 431 | the HTTP server answers before any service runs |
";

#[test]
fn the_page_shows_the_table() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/faults.md");
    let page = page();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &page).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    // Not assert_eq!, which would print both pages on one line each.
    assert!(
        committed == page,
        "docs/faults.md is another; `UPDATE_GOLDEN=1 cargo test -p manila-conformance` writes it anew"
    );
}

#[test]
fn at_least_forty_faults_are_named() {
    assert!(cases().len() >= 40);
}
