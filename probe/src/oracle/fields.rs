//! The header fields of an error response.

use super::Style;
use super::rule::{Finding, Rule};
use crate::wire::{Request, Response};

/// The fields that describe a body, so that an envelope cannot have them from the one it replaced.
const OF_A_BODY: [&str; 13] = [
    "content-encoding",
    "trailer",
    "etag",
    "last-modified",
    "content-disposition",
    "content-location",
    "digest",
    "content-digest",
    "repr-digest",
    "content-md5",
    "signature",
    "signature-input",
    "accept-ranges",
];

/// The fields beside `cache-control` that steer caches.
const OF_CACHES: [&str; 5] = [
    "age",
    "expires",
    "pragma",
    "surrogate-control",
    "x-accel-expires",
];

/// The fields that the layer alone writes, so that an error has each at most once.
const OF_THE_LAYER: [&str; 2] = ["x-error-code", "x-should-retry"];

/// The fields that a status has to come with.
const OF_A_STATUS: [(u16, &str, &str); 4] = [
    (401, "www-authenticate", "RFC 9110 §15.5.2"),
    (405, "allow", "RFC 9110 §15.5.6"),
    (407, "proxy-authenticate", "RFC 9110 §15.5.8"),
    (426, "upgrade", "RFC 9110 §15.5.22"),
];

/// O3. Without a style, the content type of the envelope that the body is in.
pub(super) fn content_type(response: &Response, style: Option<Style>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |message| findings.push(Finding::new(Rule::ContentType, message));
    if let Some(style) = style {
        let expected = style.content_type();
        match response.values("content-type").collect::<Vec<_>>()[..] {
            [found] if found == expected => {}
            [] => find(format!("content-type is missing; expected {expected}")),
            [found] => find(format!("content-type is {found:?}, not {expected:?}")),
            _ => find("content-type appears more than once".into()),
        }
    }
    if response.only("x-content-type-options") != Some("nosniff") {
        find(lacking(response, "x-content-type-options", "nosniff"));
    }
    findings
}

/// O4, apart from what the reader of the response has refused already.
pub(super) fn length(
    request: &Request,
    response: &Response,
    reference: Option<&Response>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |message| findings.push(Finding::new(Rule::Length, message));
    let stated = response.only("content-length");
    let is_head = request.method == "HEAD";
    if is_head && !response.body.is_empty() {
        find("a body in response to HEAD".to_owned());
    }
    if let Some(stated) = stated
        && !is_head
        && stated.parse().ok() != Some(response.body.len())
    {
        let count = response.body.len();
        find(format!(
            "content-length is {stated}, but {count} bytes were received"
        ));
    }
    // Whether a route that serves GET serves HEAD too is for the service to decide.
    if let Some(get) = reference.filter(|get| is_head && get.status >= 400) {
        if get.status == response.status {
            findings.extend(differences(response, get));
        } else if response.status != 405 {
            let (head, get) = (response.status, get.status);
            find(format!(
                "the response to HEAD is a {head}, the one to GET a {get}"
            ));
        }
    }
    findings
}

/// The fields in which HEAD differs from GET (RFC 9110 §9.3.2).
fn differences<'a>(head: &'a Response, get: &'a Response) -> impl Iterator<Item = Finding> {
    /// What differs between any two responses, or is about the connection.
    const OWN: [&str; 6] = [
        "connection",
        "date",
        "keep-alive",
        "set-cookie",
        "transfer-encoding",
        "x-request-id",
    ];
    let mut names: Vec<_> = head.headers.iter().chain(&get.headers).collect();
    names.retain(|(name, _)| !OWN.contains(&&**name));
    names.sort();
    names.dedup_by(|one, other| one.0 == other.0);
    names.into_iter().filter_map(move |(name, _)| {
        let of = |response: &'a Response| {
            let mut values: Vec<_> = response.values(name).collect();
            values.sort_unstable();
            values
        };
        let (of_head, of_get) = (of(head), of(get));
        // The length may be left out where GET would have to make the body to know it, and outer
        // middleware, as one that compresses, adds to what GET varies by.
        let is_allowed = match name.as_str() {
            "content-length" => of_head.is_empty(),
            "vary" => are_among(&of_head, &of_get),
            // Lists in which the order says nothing: each worker of a server may have its own.
            _ if name.starts_with("access-control-") || name == "allow" => {
                are_among(&of_head, &of_get) && are_among(&of_get, &of_head)
            }
            _ => false,
        };
        (of_head != of_get && !is_allowed && !counts_down(name)).then(|| {
            let message = format!("{name} is {of_head:?} for HEAD and {of_get:?} for GET");
            Finding::new(Rule::Length, message)
        })
    })
}

/// Whether the members of the one list are all in the other.
fn are_among(some: &[&str], all: &[&str]) -> bool {
    members(some).all(|member| members(all).any(|other| other == member))
}

/// The members of a field that is a list of names, in lower case.
fn members(values: &[&str]) -> impl Iterator<Item = String> {
    let members = values.iter().flat_map(|value| value.split(','));
    members.map(|member| member.trim().to_ascii_lowercase())
}

/// Fields whose values change from request to request.
fn counts_down(name: &str) -> bool {
    name.contains("ratelimit") || matches!(name, "retry-after" | "server-timing" | "traceresponse")
}

/// O6
pub(super) fn old_representation(response: &Response) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |message| findings.push(Finding::new(Rule::OldRepresentation, message));
    for name in OF_A_BODY {
        if let Some(value) = response.values(name).next() {
            find(format!("{name} ({value:?}) describes a different body"));
        }
    }
    for (name, value) in &response.headers {
        if OF_CACHES.contains(&&**name) || name.ends_with("cdn-cache-control") {
            find(format!("{name} ({value:?}) steers caches"));
        }
    }
    for range in response.values("content-range") {
        // An unsatisfied range gives the length of what was asked for (RFC 9110 §15.5.17).
        if response.status != 416 || !range.contains("*/") {
            find(format!(
                "content-range ({range:?}) describes a different body"
            ));
        }
    }
    let is_translated = response
        .values("vary")
        .flat_map(|value| value.split(','))
        .any(|name| name.trim().eq_ignore_ascii_case("accept-language"));
    if response.has("content-language") && !is_translated {
        find("content-language without `vary: accept-language` describes a different body".into());
    }
    findings
}

/// O7
pub(super) fn of_the_status(response: &Response) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |message| findings.push(Finding::new(Rule::StatusFields, message));
    for (status, name, source) in OF_A_STATUS {
        if response.status == status && !response.has(name) {
            find(format!("{status} without {name} ({source})"));
        }
    }
    for name in OF_THE_LAYER {
        if response.values(name).count() > 1 {
            find(format!("{name} appears more than once"));
        }
    }
    for value in response.values("x-should-retry") {
        if !matches!(value, "true" | "false") {
            find(format!(
                "x-should-retry is {value:?}, neither true nor false"
            ));
        }
    }
    for value in response.values("retry-after") {
        if !is_seconds(value) && !is_imf_fixdate(value) {
            let message =
                format!("retry-after is {value:?}, neither seconds nor a date (RFC 9110 §10.2.3)");
            find(message);
        }
    }
    findings
}

/// O9
pub(super) fn caching(response: &Response) -> Vec<Finding> {
    let is_kept_out = response
        .values("cache-control")
        .flat_map(|value| value.split(','))
        .map(|directive| directive.trim().to_ascii_lowercase())
        .any(|directive| directive == "no-store");
    if is_kept_out {
        return Vec::new();
    }
    let message = lacking(response, "cache-control", "no-store");
    vec![Finding::new(Rule::Caching, message)]
}

fn lacking(response: &Response, name: &str, expected: &str) -> String {
    let values: Vec<_> = response.values(name).collect();
    if values.is_empty() {
        format!("{name} is missing; expected {expected}")
    } else {
        format!("{name} is {:?}, not {expected}", values.join(", "))
    }
}

fn is_seconds(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7).
fn is_imf_fixdate(text: &str) -> bool {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let parts: Vec<_> = text.split(' ').collect();
    let [day, date, month, year, time, "GMT"] = parts[..] else {
        return false;
    };
    let number = |text: &str, digits: usize, most: u16| {
        text.len() == digits && is_seconds(text) && text.parse().is_ok_and(|it: u16| it <= most)
    };
    let clock: Vec<_> = time.split(':').collect();
    let is_time = matches!(clock[..], [hour, minute, second]
        if number(hour, 2, 23) && number(minute, 2, 59) && number(second, 2, 60));
    let is_day = day.strip_suffix(',').is_some_and(|day| DAYS.contains(&day));
    is_day && number(date, 2, 31) && MONTHS.contains(&month) && number(year, 4, 9999) && is_time
}

#[cfg(test)]
mod tests {
    use super::is_imf_fixdate;

    #[test]
    fn a_date_is_written_in_one_way_only() {
        assert!(is_imf_fixdate("Sun, 06 Nov 1994 08:49:37 GMT"));
        for text in [
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "Sun, 6 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 25:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 UTC",
            "",
        ] {
            assert!(!is_imf_fixdate(text), "{text}");
        }
    }
}
