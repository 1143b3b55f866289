//! An adapter for services that are functions from a request of `http` to a response, written from the
//! documentation of `manila::adapter` and nothing else.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{self, HeaderName, HeaderValue};
use http::response::Parts;
use http::{Method, StatusCode, Version};
use manila::adapter::{
    self, CarriedBody, Carrier, CatchUnwind, Decision, IdGrammar, InspectResponse, Replacement,
    Responder, ResponseHeader, WriteResponse, catch_panic, decide, only_id,
};
use manila::{Envelopes, Fault, NewRequest, PassEnveloped, PassThrough};

pub(crate) type Request = http::Request<()>;
pub(crate) type Response = http::Response<CarriedBody>;

/// What stands around a service.
pub(crate) struct Layer {
    responder: Responder<()>,
    id_header: HeaderName,
}

impl Layer {
    pub(crate) fn new(envelopes: Envelopes) -> Self {
        Self {
            id_header: envelopes.id_policy().header_name().parse().unwrap(),
            responder: Responder::new(envelopes),
        }
    }

    pub(crate) async fn call<F: Future<Output = Response>>(
        &self,
        mut request: Request,
        service: impl FnOnce(Request) -> F,
    ) -> Response {
        let policy = self.responder.envelopes().id_policy();
        let has_refused_id =
            policy.refuses(policy.grammar(), request.headers().get_all(&self.id_header));
        let (method, uri) = (request.method().clone(), request.uri().clone());
        let id = self.take_id(&mut request);
        let headers = request.headers().clone();
        let field = |name: &str| text(headers.get(name)?);
        let mut about = adapter::Request::default();
        about.is_head = request.method() == Method::HEAD;
        about.speaks_grpc = self.responder.envelopes().speaks_grpc(
            request.method() == Method::POST,
            request.version() == Version::HTTP_2,
            field,
        );
        about.may_be_nested = true;
        about.has_origin = field("origin").is_some();
        about.traceparent = field("traceparent");
        about.method = Some(method.as_str());
        about.path = Some(uri.path());
        about.has_refused_id = has_refused_id;
        let accept = || headers.get_all(header::ACCEPT).iter().filter_map(text);
        let renderer = self.responder.renderer();
        let languages = headers.get_all(header::ACCEPT_LANGUAGE).iter();
        about.preferences = renderer.negotiate(accept(), languages.map(HeaderValue::as_bytes));
        let outcome = match renderer.refuse_media_types(field("content-type"), accept()) {
            Some(fault) => Err(fault),
            None => CatchUnwind::call(|| service(request)).await,
        };
        self.answer(&about, id, outcome)
    }

    /// The id that the request brings, or a fresh one, which then is on the request.
    fn take_id(&self, request: &mut Request) -> HeaderValue {
        let policy = self.responder.envelopes().id_policy();
        let inbound = policy.inbound_id(request.headers().get_all(&self.id_header));
        let id = inbound.cloned().unwrap_or_else(|| {
            let field = |name: &str| text(request.headers().get(name)?);
            let new = NewRequest::new(request.method().as_str(), request.uri().path(), &field);
            HeaderValue::from_str(policy.fresh_id(&new).as_str()).unwrap()
        });
        request.headers_mut().insert(&self.id_header, id.clone());
        id
    }

    fn answer(
        &self,
        about: &adapter::Request<'_>,
        id: HeaderValue,
        outcome: Result<Response, Fault>,
    ) -> Response {
        let fault = outcome.as_ref().err().cloned();
        let none = |_| Response::new(CarriedBody::plain(Bytes::new()));
        let (mut parts, mut body) = outcome.unwrap_or_else(none).into_parts();
        let grammar = self.responder.envelopes().id_policy().grammar();
        let mut head = Head(&mut parts, &self.id_header, grammar);
        let responder = &self.responder;
        let decision = match fault {
            Some(fault) => Decision::Replace(Replacement::of_fault(fault)),
            None => decide(responder.renderer(), about, &head, &mut body),
        };
        let body = match decision {
            Decision::Wrap(success) => responder.wrap(&mut head, about, id, &success),
            Decision::Replace(replacement) => {
                catch_panic(|| drop(body));
                responder.replace(&mut head, about, id, &replacement)
            }
            _ => {
                responder.pass(&mut head, about, id);
                body
            }
        };
        Response::from_parts(parts, body)
    }
}

struct Head<'a>(&'a mut Parts, &'a HeaderName, IdGrammar);

impl InspectResponse for Head<'_> {
    fn status(&self) -> u16 {
        self.0.status.as_u16()
    }
    fn text(&self, name: &'static str) -> Option<&str> {
        text(self.0.headers.get(name)?)
    }
    fn id(&self, header: &str) -> Option<&[u8]> {
        only_id(self.0.headers.get_all(header)).map(HeaderValue::as_bytes)
    }
    fn has(&self, name: &'static str) -> bool {
        self.0.headers.contains_key(name)
    }
    fn is_passed_through(&self) -> bool {
        self.0.extensions.get::<PassThrough>().is_some()
    }
    fn is_of_upstream(&self) -> bool {
        self.0.extensions.get::<PassEnveloped>().is_some()
    }
    fn carrier(&self) -> Option<&Carrier> {
        self.0.extensions.get()
    }
}

impl ResponseHeader for Head<'_> {
    fn has(&self, name: &'static str) -> bool {
        self.0.headers.contains_key(name)
    }
    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        let (name, value): (HeaderName, _) = (name.parse().unwrap(), value.parse().unwrap());
        self.0.headers.insert(name, value);
    }
    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        let (name, value): (HeaderName, _) = (name.parse().unwrap(), value.parse().unwrap());
        self.0.headers.append(name, value);
    }
    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        let names: Vec<_> = self.0.headers.keys().cloned().collect();
        for name in names.iter().filter(|name| !keep(name.as_str())) {
            self.0.headers.remove(name);
        }
    }
    fn any(&self, name: &'static str, is: &dyn Fn(&str) -> bool) -> bool {
        let values = self.0.headers.get_all(name);
        values.iter().filter_map(text).any(is)
    }
}

impl WriteResponse for Head<'_> {
    type Id = HeaderValue;
    type Head = ();

    fn status(&self) -> u16 {
        self.0.status.as_u16()
    }
    fn set_status(&mut self, status: u16) {
        self.0.status = StatusCode::from_u16(status).unwrap();
    }
    fn ensure_id(&mut self, id: HeaderValue) -> HeaderValue {
        let own = self.2.only(self.0.headers.get_all(self.1)).cloned();
        let id = own.unwrap_or(id);
        self.0.headers.insert(self.1, id.clone());
        id
    }
    fn set_carrier(&mut self, carrier: Carrier) {
        self.0.extensions.insert(carrier);
    }
    fn clear_extensions(&mut self) {
        self.0.extensions.clear();
    }
}

fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok()
}
