//! A service of actix-web that goes wrong as an input says.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::panic::resume_unwind;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::{Error, HttpResponse, ResponseError};
use bytes::Bytes;
use manila_actix::PassThrough;

use crate::layers::body::{HostileBody, Read, Watch};
use crate::layers::case::{Case, ErrorCase, OutcomeCase, Readiness};
use crate::layers::reply::Reply;

/// The service, for one request of the case and any number of good ones after it.
#[derive(Debug, Clone)]
pub(super) struct HostileService {
    case: Rc<Case>,
    is_done: Rc<Cell<bool>>,
    watch: Watch,
    asked: Rc<RefCell<Option<HeaderMap>>>,
}

impl HostileService {
    pub(super) fn new(case: &Case) -> Self {
        Self {
            case: Rc::new(case.clone()),
            is_done: Rc::default(),
            watch: Watch::default(),
            asked: Rc::default(),
        }
    }

    /// What becomes of the body that the service makes.
    pub(super) fn watch(&self) -> Watch {
        self.watch.clone()
    }

    /// The header that the service was asked with.
    pub(super) fn asked(&self) -> Rc<RefCell<Option<HeaderMap>>> {
        Rc::clone(&self.asked)
    }
}

impl Service<ServiceRequest> for HostileService {
    type Response = ServiceResponse<BoxBody>;
    type Error = Error;
    type Future = HostileFuture;

    fn poll_ready(&self, _: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&self, request: ServiceRequest) -> HostileFuture {
        let mut future = HostileFuture {
            case: None,
            request: Some(request),
            pending: 0,
            drop_panics: false,
            watch: self.watch.clone(),
        };
        if !self.is_done.replace(true) {
            let header = future
                .request
                .as_ref()
                .map(|request| request.headers().clone());
            self.asked.replace(header);
            if let OutcomeCase::PanicsInCall(payload) = self.case.outcome
                && matches!(self.case.readiness, Readiness::Ready(_))
            {
                payload.throw();
            }
            future.pending = self.case.pending().0;
            future.drop_panics = self.case.drop_panics;
            future.case = Some(Rc::clone(&self.case));
        }
        future
    }
}

/// The service's answer.
#[derive(Debug)]
pub(super) struct HostileFuture {
    /// None for the good requests.
    case: Option<Rc<Case>>,
    request: Option<ServiceRequest>,
    pending: u8,
    drop_panics: bool,
    watch: Watch,
}

impl Future for HostileFuture {
    type Output = Result<ServiceResponse<BoxBody>, Error>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        if self.pending > 0 {
            self.pending -= 1;
            return Poll::Pending;
        }
        let request = self.request.take().expect("polled after it was done");
        let Some(case) = self.case.take() else {
            return Poll::Ready(Ok(request.into_response(HttpResponse::Ok().body("fine"))));
        };
        Poll::Ready(match (&case.readiness, &case.outcome) {
            (Readiness::Fails(error), _) => Err(error_of(error)),
            (_, OutcomeCase::Reply(reply)) => {
                Ok(request.into_response(response(reply, self.watch.clone())))
            }
            (_, OutcomeCase::Fails(error)) => Ok(request.error_response(error_of(error))),
            (_, OutcomeCase::PanicsInCall(payload) | OutcomeCase::PanicsInPoll(payload)) => {
                payload.throw()
            }
        })
    }
}

impl Drop for HostileFuture {
    fn drop(&mut self) {
        if self.drop_panics && !std::thread::panicking() {
            resume_unwind(Box::new("canary: the future's drop"));
        }
    }
}

fn response(reply: &Reply, watch: Watch) -> HttpResponse {
    let status = StatusCode::from_u16(reply.status).expect("a status from 100 to 999");
    let mut response = HttpResponse::new(status);
    for (name, value) in reply.fields().0 {
        let name = HeaderName::try_from(name).expect("a name from the list");
        let value = HeaderValue::from_bytes(&value).expect("bytes that were sifted");
        response.headers_mut().append(name, value);
    }
    if reply.is_marked {
        response.extensions_mut().insert(PassThrough);
    }
    let (body, carrier) = HostileBody::of(reply, watch);
    if let Some(carrier) = carrier {
        response.extensions_mut().insert(carrier);
    }
    response.set_body(BoxBody::new(body))
}

fn error_of(error: &ErrorCase) -> Error {
    match error {
        ErrorCase::Fault(fault) => manila_actix::Error::from(fault.build()).into(),
        error => Foreign(text(error)).into(),
    }
}

/// The text that actix-web answers an error with.
pub(super) fn text(error: &ErrorCase) -> String {
    match error {
        ErrorCase::Text(text) => format!("canary-error {}", text.0),
        _ => "canary-error".to_owned(),
    }
}

/// An error that knows nothing of Manila.
#[derive(Debug)]
struct Foreign(String);

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ResponseError for Foreign {}

impl MessageBody for HostileBody {
    type Error = &'static str;

    fn size(&self) -> BodySize {
        self.exact_size().map_or(BodySize::Stream, BodySize::Sized)
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, &'static str>>> {
        match self.read(cx) {
            Read::Data(data) => Poll::Ready(Some(Ok(data))),
            Read::Pending => Poll::Pending,
            Read::Failed => Poll::Ready(Some(Err("canary: the body"))),
            Read::End => Poll::Ready(None),
        }
    }
}
