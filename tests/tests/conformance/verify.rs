//! One case in one cell.

use manila_probe::wire::{Protocol, Request, Response, send};

use crate::expected::Error;
use crate::servers::Cell;

/// Fields that the server or another layer writes, not Manila.
const OTHERS: [&str; 6] = [
    "access-control-allow-credentials",
    "access-control-allow-origin",
    "connection",
    "date",
    "transfer-encoding",
    "vary",
];

/// Whether the workbench answers the request with exactly this error, these fields beside those
/// that every error has, and nothing else.
pub(crate) fn verify(
    cell: Cell,
    protocol: Protocol,
    request: &Request,
    error: &Error,
    kept: &[(&str, &str)],
) -> Result<Response, String> {
    let response = send(cell.address(), protocol, request).map_err(|error| error.to_string())?;
    let id = response
        .only("x-request-id")
        .ok_or("not exactly one x-request-id")?;
    same("status", &response.status, &error.status)?;

    let body = error.body(cell.style, id);
    let is_head = request.method == "HEAD";
    same(
        "body",
        &response.text(),
        &if is_head { String::new() } else { body.clone() },
    )?;

    let mut expected = error.headers(cell.style, body.len());
    expected.push(("x-request-id".to_owned(), id.to_owned()));
    if kept.iter().any(|(name, _)| *name == "www-authenticate") {
        expected.retain(|(name, _)| name != "www-authenticate");
    }
    expected.extend(
        kept.iter()
            .map(|(name, value)| ((*name).into(), (*value).into())),
    );
    same(
        "headers",
        &comparable(&response.headers),
        &comparable(&expected),
    )?;
    Ok(response)
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    Err(format!(
        "{what}:\n     found {found:?}\n  expected {expected:?}"
    ))
}

/// The fields in the order of their names, those of one name in their own order.
fn comparable(headers: &[(String, String)]) -> Vec<(String, String)> {
    let mut headers: Vec<_> = headers
        .iter()
        .filter(|(name, _)| !OTHERS.contains(&name.as_str()))
        .cloned()
        .collect();
    headers.sort_by(|one, other| one.0.cmp(&other.0));
    headers
}
