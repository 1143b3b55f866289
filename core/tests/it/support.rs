//! What several modules need.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use manila::Rendered;
use manila::adapter::ResponseHeader;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber, subscriber::with_default};

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
/// The fields of one event, and its level and message.
pub(crate) type Logged = BTreeMap<&'static str, String>;

/// Runs something; returns the values that a field has in the events logged meanwhile.
pub(crate) fn logged<T>(field: &'static str, run: impl FnOnce() -> T) -> (T, Vec<String>) {
    let (outcome, mut events) = events(run);
    let values = events.iter_mut().filter_map(|event| event.remove(field));
    (outcome, values.collect())
}

/// Runs something; returns the events of error responses that were logged meanwhile.
pub(crate) fn events<T>(run: impl FnOnce() -> T) -> (T, Vec<Logged>) {
    let listener = Listener::default();
    let outcome = with_default(listener.clone(), run);
    let events = std::mem::take(&mut *listener.0.lock().unwrap());
    (outcome, events)
}

#[derive(Clone, Default)]
struct Listener(Arc<Mutex<Vec<Logged>>>);

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "manila::fault"
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let level = event.metadata().level().to_string();
        let mut fields = Fields(Logged::from([("level", level)]));
        event.record(&mut fields);
        self.0.lock().unwrap().push(fields.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Fields(Logged);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}
