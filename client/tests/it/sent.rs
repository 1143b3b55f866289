//! Responses as a service sends them, without a socket.

use std::borrow::Cow;

use manila::adapter::{Renderer, RequestContext, ResponseHeader};
use manila::translate::Locale;
use manila::{Catalog, Envelopes, Fault};
use manila_client::{Decoder, RemoteError};

/// A response.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Sent {
    /// What a service of these settings answers to a request of this id.
    pub(crate) fn of(envelopes: &Envelopes, fault: &Fault, request_id: &str) -> Self {
        let request = RequestContext::new(Some(request_id)).with_locale(Locale::new(1));
        let rendered = Renderer::new(envelopes.clone()).render(fault, &request);
        let mut sent = Self {
            status: rendered.status(),
            headers: Vec::new(),
            body: rendered.body().to_vec(),
        };
        rendered.apply(&mut sent);
        sent.append("x-request-id".into(), request_id.to_owned().into());
        sent
    }

    pub(crate) fn decode(&self, catalog: Option<&'static Catalog>) -> RemoteError {
        let decoder = catalog.map_or_else(Decoder::new, |it| Decoder::new().catalog(it));
        decoder.decode(
            self.status,
            self.headers.iter().map(|(name, value)| (name, value)),
            &self.body,
        )
    }
}

impl ResponseHeader for Sent {
    fn has(&self, name: &'static str) -> bool {
        self.headers.iter().any(|(field, _)| field == name)
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.retain(&|field| field != name);
        self.append(name, value);
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.headers.push((name.into_owned(), value.into_owned()));
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.headers.retain(|(field, _)| keep(field));
    }
}
