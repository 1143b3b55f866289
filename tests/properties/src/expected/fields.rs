//! The header fields of an enveloped response, as wire.md §2 has them.

use std::borrow::Cow;

use manila::Retry;
use manila::adapter::ResponseHeader;

use super::public::seconds;
use super::resolve::Told;
use crate::fault::{FaultCase, HeaderName, HeaderValue, RetryCase};
use crate::settings::Settings;
use crate::text::{is_field_name, is_field_value};

/// Header fields in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fields(pub(crate) Vec<(String, Vec<u8>)>);

impl Fields {
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_slice())
    }

    pub(crate) fn first(&self, name: &str) -> Option<&[u8]> {
        let found = self.0.iter().find(|(known, _)| known == name)?;
        Some(&found.1)
    }

    pub(crate) fn put(&mut self, name: &str, value: impl Into<Vec<u8>>) {
        self.remove(name);
        self.add(name, value);
    }

    pub(crate) fn add(&mut self, name: &str, value: impl Into<Vec<u8>>) {
        self.0.push((name.to_owned(), value.into()));
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// The fields by name, those of one name in their own order.
    pub(crate) fn sorted(mut self) -> Self {
        self.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        self
    }
}

impl ResponseHeader for Fields {
    fn has(&self, name: &'static str) -> bool {
        self.first(name).is_some()
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.put(&name, value.into_owned());
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.add(&name, value.into_owned());
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.0.retain(|(name, _)| keep(name));
    }
}

/// What the service or the server writes itself, and a fault therefore cannot.
const RESERVED: [&str; 8] = [
    "connection",
    "content-length",
    "content-type",
    "transfer-encoding",
    "x-content-type-options",
    "x-error-code",
    "x-request-id",
    "x-should-retry",
];

/// Adds the fields of a fault's envelope to what is kept of the response that it replaces, all but
/// the length and the id.
pub(crate) fn add_fields(fields: &mut Fields, fault: &FaultCase, told: &Told, settings: &Settings) {
    fields.put("x-content-type-options", "nosniff");
    fields.put("x-error-code", told.code.text());
    for (HeaderName(name), HeaderValue(value)) in &fault.headers {
        let name = name.to_ascii_lowercase();
        let is_reserved = RESERVED.contains(&name.as_str()) || name == settings.id_header();
        if is_reserved || !is_field_name(&name) || !is_field_value(value.as_bytes()) {
            continue;
        }
        match name.as_str() {
            "cache-control" | "retry-after" => fields.put(&name, value.as_str()),
            _ => fields.add(&name, value.as_str()),
        }
    }
    if fields.first("cache-control").is_none() {
        fields.put("cache-control", "no-store");
    }
    if fields.first("retry-after").is_none() {
        match fault.retry {
            Some(RetryCase::After(after)) => {
                fields.put("retry-after", seconds(after, u64::MAX).to_string());
            }
            Some(RetryCase::At(moment)) if is_reached(moment) => {
                fields.put("retry-after", IMF_FIXDATE);
            }
            _ => {}
        }
    }
    if let Some(advice) = told.entry.and_then(|entry| entry.retry()) {
        let repeats = matches!(advice, Retry::After | Retry::Backoff);
        fields.put("x-should-retry", repeats.to_string());
    }
    if told.status == 401 && fields.first("www-authenticate").is_none() {
        fields.put("www-authenticate", settings.challenge());
    }
}

/// Stands for any date as RFC 9110 §5.6.7 has servers write it.
pub(crate) const IMF_FIXDATE: &str = "a date";

/// Whether the system's clock knows the moment.
fn is_reached(moment: i64) -> bool {
    let distance = std::time::Duration::from_secs(moment.unsigned_abs());
    let epoch = std::time::SystemTime::UNIX_EPOCH;
    if moment < 0 {
        epoch.checked_sub(distance).is_some()
    } else {
        epoch.checked_add(distance).is_some()
    }
}

/// Whether the value is such a date: `Sun, 06 Nov 1994 08:49:37 GMT`.
pub(crate) fn is_imf_fixdate(value: &[u8]) -> bool {
    const FORM: &[u8] = b"Aaa, 00 Aaa 0000 00:00:00 GMT";
    value.len() == FORM.len()
        && value.iter().zip(FORM).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_uppercase(),
            b'a' => byte.is_ascii_lowercase(),
            form => byte == form,
        })
}
