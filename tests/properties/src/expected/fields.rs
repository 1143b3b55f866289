//! The header fields of an enveloped response, as wire.md §2 has them.

use super::error::ExpectedCode;
use crate::text::{is_field_name, is_field_value};

/// Header fields in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, Vec<u8>)>);

impl Fields {
    /// The fields of a framework's header map, in its order.
    pub(crate) fn of<N: ToString, V: AsRef<[u8]>>(
        fields: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let fields = fields.into_iter();
        let pairs = fields.map(|(name, value)| (name.to_string(), value.as_ref().to_vec()));
        Self(pairs.collect())
    }

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

    /// Sets a field to one value.
    pub fn put(&mut self, name: &str, value: impl Into<Vec<u8>>) {
        self.remove(name);
        self.add(name, value);
    }

    /// Adds a value of a field.
    pub fn add(&mut self, name: &str, value: impl Into<Vec<u8>>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Takes all fields of a name away.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// The fields by name, those of one name in their own order.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        self
    }
}

/// Adds each member of a list that is not there yet. `*` is all there is to say.
fn add_vary(fields: &mut Fields, value: &str) {
    for member in value.split(',').map(str::trim) {
        let is_there = fields.all("vary").any(|known| {
            let is_text = known.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~'));
            let known = String::from_utf8_lossy(known).to_lowercase();
            let mut known = known.split(',').map(str::trim);
            is_text && known.any(|known| known == "*" || known == member.to_lowercase())
        });
        match member {
            "" => {}
            "*" => fields.put("vary", "*"),
            _ if is_there => {}
            _ => fields.add("vary", member),
        }
    }
}

/// What the service or the server writes itself, or only a request has, and a fault therefore cannot
/// set.
const RESERVED: [&str; 16] = [
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "cookie",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "x-content-type-options",
    "x-error-code",
    "x-request-id",
    "x-should-retry",
];

/// What a fault and its service say of the header.
#[derive(Debug, Clone)]
pub struct ExpectedHeader<'a> {
    /// The fields that the fault sets, in their order.
    pub set: Vec<(&'a str, &'a str)>,
    /// The value of `retry-after`, where the fault knows when.
    pub retry_after: Option<String>,
    /// The service's own challenge.
    pub challenge: &'a str,
    /// The name of the field of ids.
    pub id_header: &'a str,
}

impl ExpectedHeader<'_> {
    /// Adds the fields of an envelope to what is kept of the response that it replaces, all but
    /// the length and the id.
    pub fn add_to(&self, fields: &mut Fields, code: &ExpectedCode) {
        fields.put("x-content-type-options", "nosniff");
        fields.put("x-error-code", code.text());
        let has_challenge = fields.first("www-authenticate").is_some();
        for (name, value) in &self.set {
            let name = name.to_ascii_lowercase();
            let is_reserved = RESERVED.contains(&name.as_str()) || name == self.id_header;
            if is_reserved || !is_field_name(&name) || !is_field_value(value.as_bytes()) {
                continue;
            }
            match name.as_str() {
                "cache-control" | "retry-after" => fields.put(&name, *value),
                "allow" if fields.first("allow").is_some() => {}
                "www-authenticate" if has_challenge => {}
                "vary" => add_vary(fields, value),
                _ => fields.add(&name, *value),
            }
        }
        if fields.first("cache-control").is_none() {
            fields.put("cache-control", "no-store");
        }
        if let Some(retry_after) = &self.retry_after
            && fields.first("retry-after").is_none()
        {
            fields.put("retry-after", retry_after.as_str());
        }
        let knows_when = fields.first("retry-after").map(|_| true);
        if let Some(should_retry) = knows_when.or(code.should_retry) {
            fields.put("x-should-retry", should_retry.to_string());
        }
        if code.status == 401 && fields.first("www-authenticate").is_none() {
            fields.put("www-authenticate", self.challenge);
        }
    }
}
