//! What several modules need.

use std::borrow::Cow;

use manila::Rendered;
use manila::adapter::ResponseHeader;

mod caught {
    include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/events.rs"));
}

pub(crate) use self::caught::{Logged, events, listen};

/// A header that core writes to.
#[derive(Default)]
struct Header(Vec<(String, String)>);

impl ResponseHeader for Header {
    fn has(&self, name: &'static str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.retain(&|field| field != name);
        self.append(name, value);
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.0.push((name.into_owned(), value.into_owned()));
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.0.retain(|(field, _)| keep(field));
    }
}

/// The header of a response, as pairs.
pub(crate) fn header(rendered: &Rendered) -> Vec<(String, String)> {
    let mut header = Header::default();
    rendered.apply(&mut header);
    header.0
}

/// The values of a header field of a response.
pub(crate) fn values(rendered: &Rendered, name: &str) -> Vec<String> {
    let named = header(rendered)
        .into_iter()
        .filter(|(field, _)| field == name);
    named.map(|(_, value)| value).collect()
}

/// The values of a field after a response was written over one that has a field already.
pub(crate) fn values_beside(
    rendered: &Rendered,
    field: Option<(&str, &str)>,
    name: &str,
) -> Vec<String> {
    let pairs = field.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let mut header = Header(pairs.into_iter().collect());
    rendered.apply(&mut header);
    let named = header.0.into_iter().filter(|(field, _)| field == name);
    named.map(|(_, value)| value).collect()
}

/// Runs something; returns the values that a field has in the events logged meanwhile.
pub(crate) fn logged<T>(field: &'static str, run: impl FnOnce() -> T) -> (T, Vec<String>) {
    let (outcome, mut events) = events(run);
    let values = events.iter_mut().filter_map(|event| event.remove(field));
    (outcome, values.collect())
}
