//! A response on its way into a client: what a service has written is read back, and what is anything else
//! is an error all the same.

mod case;
mod damage;
mod whole;

use std::collections::BTreeMap;

use manila_client::{Class, Decoder, ReadAs, RemoteError};
use serde_json::Value;
use serde_json::value::RawValue;

pub use self::case::Case;
use self::case::{ID, pairs};
use self::whole::check_whole;
use crate::expected::Fields;
use crate::fault::AnyStatus;
use crate::text::Text;

/// The members of details that have getters of their own.
const OF_THE_LIBRARY: [&str; 7] = [
    "errors",
    "more",
    "reason",
    "remedy",
    "retry",
    "source_message",
    "truncated",
];

/// Asserts what holds for every response.
///
/// # Panics
///
/// If something does not hold.
pub fn check(case: &Case) {
    let envelopes = case.settings.envelopes();
    let rendered = envelopes.render(&case.fault.build(), Some(ID));
    let mut fields = Fields::default();
    rendered.apply(&mut fields);
    fields.put("x-request-id", ID);
    check_whole(case, &envelopes);

    let mut body = rendered.body().to_vec();
    case.damage.change(&mut body, &mut fields);
    for (Text(name), value) in &case.headers {
        fields.add(name, value.clone());
    }
    let status = case
        .status
        .map_or(rendered.status(), |AnyStatus(status)| status);
    let mut decoder = Decoder::new();
    if let Some(limit) = case.limit {
        decoder = decoder.body_limit(limit.into());
    }
    if case.has_catalog
        && let Some(catalog) = case.settings.catalog()
    {
        decoder = decoder.catalog(catalog);
    }
    let remote = decoder.decode(status, pairs(&fields), &body);
    check_any(&remote, status);
    let again = decoder.decode(status, pairs(&fields), &body);
    assert_eq!(
        format!("{remote:?}"),
        format!("{again:?}"),
        "the same response, another error"
    );
}

/// What holds whatever the response is.
fn check_any(remote: &RemoteError, status: u16) {
    let line = remote.to_string();
    assert_eq!(remote.status(), status, "the status is the response's");
    assert!(
        line.contains(&status.to_string()),
        "{line:?} hides the status"
    );
    for text in [&line, remote.excerpt()] {
        let steers = |c: char| c.is_control() || ('\u{2028}'..='\u{202e}').contains(&c);
        assert!(!text.contains(steers), "{text:?}");
    }
    assert!(line.len() < 2 * 1_024 && remote.excerpt().len() <= 3 * 1_024);
    assert_ne!(remote.exit_code(), 0, "an error that ends as a success");
    let is_client = (400..500).contains(&status);
    assert_eq!(remote.class() == Class::Client, is_client);
    assert!(remote.violations().len() <= 1_000);
    assert_ne!(remote.code(), Some(""));
    assert_ne!(remote.request_id(), Some(""));
    if remote.read_as() == ReadAs::Foreign {
        // The decoder's own catalog may say something of the code of the header.
        let message = remote.message().filter(|_| remote.catalog_code().is_none());
        let texts = [
            message,
            remote.title(),
            remote.details_json(),
            remote.reason(),
        ];
        assert_eq!(texts, [None; 4], "another's text as an envelope's");
        assert!(remote.violations().is_empty() && remote.remedy().is_none());
    }
    for violation in remote.violations() {
        let members = violation.details_json().map(members);
        assert!(members.is_none_or(|members| !members.is_empty()));
    }
    if let Some(json) = remote.details_json() {
        let members = members(json);
        let names = || members.keys();
        assert!(!members.is_empty());
        assert!(
            !names().any(|name| OF_THE_LIBRARY.contains(&&**name)),
            "{json}"
        );
        // The text has no more room than for each name once.
        let lengths = members.iter().map(|(name, value)| {
            Value::from(&**name).to_string().len() + ":,".len() + value.get().len()
        });
        assert_eq!(lengths.sum::<usize>() + "{".len(), json.len(), "{json}");
    }
}

/// The members of an object, whose values may be nested to any depth.
fn members(json: &str) -> BTreeMap<String, Box<RawValue>> {
    match serde_json::from_str(json) {
        Ok(members) => members,
        Err(error) => panic!("{json}: {error}"),
    }
}
