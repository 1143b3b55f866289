//! The answer to one request.
//!
//! Core decides and writes; this file takes the response or error apart and puts it together again.
//! Every drop of a foreign body or error happens where its panic is caught.

use std::cell::{Cell, RefMut};
use std::rc::Rc;

use actix_web::HttpResponse;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Extensions, ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::http::{Method, StatusCode};
use manila::adapter::{
    CarriedBody, Carrier, Decision, Preferences, Renderer, Replacement, Request, catch_panic,
    decide, passes_at_a_glance,
};
use manila::{Fault, Success};

use crate::asked::Asked;
use crate::body::ResponseBody;
use crate::enveloped_error::EnvelopedError;
use crate::head::{Head, Inspected, NewExtensions};
use crate::header::{Header, accept};
use crate::looked::Looked;
use crate::shared::Shared;

/// The facts of a request that are kept while it is being answered.
pub(crate) struct Exchange {
    shared: Rc<Shared>,
    id: HeaderValue,
    is_head: bool,
    /// None where nobody is told of errors.
    asked: Option<Box<Asked>>,
    speaks_grpc: bool,
    preferences: Preferences,
    may_be_nested: bool,
    has_origin: bool,
}

/// What takes the place of a response.
enum Written<'a> {
    Success(&'a Success),
    Envelope(&'a Replacement),
}

impl Exchange {
    /// Takes the facts of a request, and gives it an id if it has none.
    // Out of line, as the middleware is compiled anew for each app.
    pub(crate) fn of(shared: &Rc<Shared>, request: &mut ServiceRequest, speaks_grpc: bool) -> Self {
        let renderer = shared.responder.renderer();
        let has_origin =
            renderer.exposes_headers() && request.headers().contains_key(header::ORIGIN);
        let preferences = preferences(renderer, request.headers());
        let mut taken = shared.ids.take(request);
        let is_heard = shared.responder.is_heard();
        Self {
            asked: is_heard.then(|| shared.notes.take(request, &mut taken)),
            id: taken.id,
            is_head: request.method() == Method::HEAD,
            shared: Rc::clone(shared),
            speaks_grpc,
            preferences,
            may_be_nested: taken.may_be_nested || renderer.envelopes().keeps_code(),
            has_origin,
        }
    }

    pub(crate) fn answer<B: MessageBody + 'static>(
        &mut self,
        mut response: ServiceResponse<B>,
    ) -> ServiceResponse<ResponseBody<B>> {
        if passes(response.response()) {
            self.pass(response.response_mut().headers_mut());
            return response.map_body(|_, body| ResponseBody::own(body));
        }
        // The body has to be at hand by itself, to be looked at.
        let (request, response) = response.into_parts();
        let (mut response, body) = response.into_parts();
        let mut body = Looked::Fresh(body);
        let decision = self.decide(&response, &mut body, None);
        let body = match &decision {
            Decision::Replace(replacement) => {
                catch_panic(|| drop(body));
                if let Some(asked) = &mut self.asked {
                    asked.note_route(&request);
                }
                ResponseBody::written(self.write(&mut response, &Written::Envelope(replacement)))
            }
            Decision::Wrap(success) => {
                catch_panic(|| drop(body));
                ResponseBody::written(self.write(&mut response, &Written::Success(success)))
            }
            _ => {
                self.pass(response.headers_mut());
                match body {
                    Looked::Fresh(body) => ResponseBody::own(body),
                    Looked::Polled(body) => ResponseBody::resumed(body),
                    Looked::Gone => ResponseBody::written(CarriedBody::plain(Default::default())),
                }
            }
        };
        ServiceResponse::new(request, response.set_body(body))
    }

    fn pass(&mut self, headers: &mut HeaderMap) {
        let id = take(&mut self.id);
        let renderer = self.shared.responder.renderer();
        renderer.complete(&mut Header(headers), self.has_origin);
        self.shared.ids.ensure(headers, id);
    }

    /// The answer where inner middleware, or the app itself, fails with an error.
    pub(crate) fn answer_err(&mut self, mut error: actix_web::Error) -> actix_web::Error {
        let Some(response) = catch_panic(|| error.error_response()) else {
            catch_panic(|| drop(error));
            let fault = Fault::foreign(500).because_text("the error's own response panicked");
            return self.answer_fault(fault);
        };
        let (response, body) = response.into_parts();
        let mut body = Looked::Fresh(body);
        match self.decide(&response, &mut body, Some(&error)) {
            Decision::Replace(replacement) => {
                catch_panic(|| drop(body));
                catch_panic(|| drop(error));
                self.envelop(response, &replacement)
            }
            _ => {
                let body = match body {
                    Looked::Fresh(body) => body,
                    Looked::Polled(body) => body.boxed(),
                    Looked::Gone => BoxBody::new(()),
                };
                let (shared, id) = (Rc::clone(&self.shared), take(&mut self.id));
                let has_origin = self.has_origin;
                // An error may hold its response and give it away once, as `InternalError` does.
                let given = Cell::new(Some(response.set_body(body)));
                error.add_response_mapper(move |another| {
                    let mut response = given.take().unwrap_or(another);
                    let headers = response.headers_mut();
                    let renderer = shared.responder.renderer();
                    renderer.complete(&mut Header(headers), has_origin);
                    shared.ids.ensure(headers, id.clone());
                    response
                });
                error
            }
        }
    }

    /// The answer where there is neither a response nor an error: after a panic, or before the
    /// service is called.
    pub(crate) fn answer_fault(&mut self, fault: Fault) -> actix_web::Error {
        let response = HttpResponse::new(StatusCode::INTERNAL_SERVER_ERROR).set_body(());
        self.envelop(response, &Replacement::of_fault(fault))
    }

    /// The envelope of a fault, as an error. It says what it is each time it is made a response.
    fn envelop(
        &mut self,
        mut response: HttpResponse<()>,
        replacement: &Replacement,
    ) -> actix_web::Error {
        self.may_be_nested = false;
        let body = self.write(&mut response, &Written::Envelope(replacement));
        let (response, fault) = (response.set_body(body), replacement.as_fault().clone());
        EnvelopedError::new(response, fault, Rc::clone(&self.shared)).into()
    }

    /// The decision about a response, which was made of an error if there is one.
    fn decide<B: MessageBody>(
        &self,
        response: &HttpResponse<()>,
        body: &mut Looked<B>,
        error: Option<&actix_web::Error>,
    ) -> Decision {
        let inspected = Inspected {
            head: response.head(),
            extensions: &response.extensions(),
            error: error.or(response.error()),
        };
        let mut request = Request::default();
        (request.is_head, request.speaks_grpc) = (self.is_head, self.speaks_grpc);
        request.preferences = self.preferences;
        decide(self.shared.responder.renderer(), &request, &inspected, body)
    }

    /// Makes the head of a response that of what takes its place; returns the body.
    fn write(&mut self, response: &mut HttpResponse<()>, written: &Written<'_>) -> CarriedBody {
        let id = take(&mut self.id);
        let mut head = Head::new(response.head_mut(), &self.shared.ids);
        let (responder, request) = (&self.shared.responder, self.request());
        let body = match written {
            Written::Success(success) => responder.wrap(&mut head, &request, id, success),
            Written::Envelope(replacement) => {
                responder.replace(&mut head, &request, id, replacement)
            }
        };
        let extensions = head.into_extensions();
        let kept = response.extensions_mut();
        replace_extensions(kept, extensions);
        body
    }

    #[inline]
    fn request(&self) -> Request<'_> {
        let mut request = Request::default();
        if let Some(asked) = &self.asked {
            asked.describe(&mut request);
        }
        request.is_head = self.is_head;
        request.speaks_grpc = self.speaks_grpc;
        request.preferences = self.preferences;
        request.may_be_nested = self.may_be_nested;
        request.has_origin = self.has_origin;
        request
    }
}

impl Drop for Exchange {
    #[inline]
    fn drop(&mut self) {
        if let Some(asked) = self.asked.take() {
            self.shared.notes.put_back(asked);
        }
    }
}

/// Gives a response its new extensions. Those of most are empty, and allocate for the first.
fn replace_extensions(mut kept: RefMut<'_, Extensions>, new: NewExtensions) {
    match new.carrier {
        // Their place is of use again.
        Some(carrier) => {
            if new.are_cleared {
                kept.clear();
            }
            kept.insert(carrier);
        }
        None if new.are_cleared => drop(std::mem::take(&mut *kept)),
        None => {}
    }
}

/// What a request asks for of the form of an error, where the service leaves it a choice.
#[inline]
fn preferences(renderer: &Renderer, headers: &HeaderMap) -> Preferences {
    if !renderer.negotiates() {
        return Preferences::default();
    }
    let languages = headers.get_all(header::ACCEPT_LANGUAGE);
    renderer.negotiate(accept(headers), languages.map(HeaderValue::as_bytes))
}

/// Whether a response is a success that leaves as it is, but for its id.
fn passes<B>(response: &HttpResponse<B>) -> bool {
    let has_carrier = || response.extensions().contains::<Carrier>();
    passes_at_a_glance(response.status().as_u16(), has_carrier)
}

/// The id, taken out without counting another holder of it.
fn take(id: &mut HeaderValue) -> HeaderValue {
    std::mem::replace(id, HeaderValue::from_static(""))
}
