//! A tower service that goes wrong as an input says.

use std::cell::RefCell;
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::panic::resume_unwind;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode};
use manila::Fault;
use manila_tower::PassThrough;
use tower_service::Service;

use super::body::{HostileBody, Watch};
use super::case::{Case, ErrorCase, OutcomeCase, Payload, Readiness};
use super::reply::Reply;

type BoxError = Box<dyn Error + Send + Sync>;

/// The service, for one request of the case and any number of good ones after it.
#[derive(Debug, Clone)]
pub(super) struct HostileService {
    case: Rc<Case>,
    pending: u8,
    is_done: bool,
    watch: Watch,
    asked: Rc<RefCell<Option<HeaderMap>>>,
}

impl HostileService {
    pub(super) fn new(case: &Case) -> Self {
        Self {
            case: Rc::new(case.clone()),
            pending: case.unready().0,
            is_done: false,
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

impl Service<Request<()>> for HostileService {
    type Response = Response<HostileBody>;
    type Error = BoxError;
    type Future = HostileFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        if self.is_done {
            return Poll::Ready(Ok(()));
        }
        if self.pending > 0 {
            self.pending -= 1;
            return Poll::Pending;
        }
        match &self.case.readiness {
            Readiness::Ready(_) => Poll::Ready(Ok(())),
            Readiness::Fails(error) => {
                self.is_done = true;
                Poll::Ready(Err(error.build()))
            }
            Readiness::Panics(payload) => {
                self.is_done = true;
                payload.throw()
            }
        }
    }

    fn call(&mut self, request: Request<()>) -> HostileFuture {
        if self.is_done {
            return HostileFuture::new(Step::Fine, 0, false);
        }
        self.is_done = true;
        self.asked.replace(Some(request.into_parts().0.headers));
        let step = match &self.case.outcome {
            OutcomeCase::Reply(reply) => Step::Reply(reply.clone(), self.watch.clone()),
            OutcomeCase::Fails(error) => Step::Fails(error.clone()),
            OutcomeCase::PanicsInCall(payload) => payload.throw(),
            OutcomeCase::PanicsInPoll(payload) => Step::Panics(*payload),
        };
        HostileFuture::new(step, self.case.pending().0, self.case.drop_panics)
    }
}

/// The service's answer.
#[derive(Debug)]
pub(super) struct HostileFuture {
    step: Option<Step>,
    pending: u8,
    drop_panics: bool,
}

#[derive(Debug)]
enum Step {
    Fine,
    Reply(Box<Reply>, Watch),
    Fails(ErrorCase),
    Panics(Payload),
}

impl HostileFuture {
    const fn new(step: Step, pending: u8, drop_panics: bool) -> Self {
        Self {
            step: Some(step),
            pending,
            drop_panics,
        }
    }
}

impl Future for HostileFuture {
    type Output = Result<Response<HostileBody>, BoxError>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        if self.pending > 0 {
            self.pending -= 1;
            return Poll::Pending;
        }
        match self.step.take() {
            None => panic!("polled after it was done"),
            Some(Step::Fine) => Poll::Ready(Ok(Response::new(HostileBody::fine()))),
            Some(Step::Reply(reply, watch)) => Poll::Ready(Ok(response(&reply, watch))),
            Some(Step::Fails(error)) => Poll::Ready(Err(error.build())),
            Some(Step::Panics(payload)) => payload.throw(),
        }
    }
}

impl Drop for HostileFuture {
    fn drop(&mut self) {
        if self.drop_panics && !std::thread::panicking() {
            resume_unwind(Box::new("canary: the future's drop"));
        }
    }
}

fn response(reply: &Reply, watch: Watch) -> Response<HostileBody> {
    let (body, carrier) = HostileBody::of(reply, watch);
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(reply.status).expect("a status from 100 to 999");
    for (name, value) in reply.fields().0 {
        let name = HeaderName::try_from(name).expect("a name from the list");
        let value = HeaderValue::from_bytes(&value).expect("bytes that were sifted");
        response.headers_mut().append(name, value);
    }
    if reply.is_marked {
        response.extensions_mut().insert(PassThrough);
    }
    if let Some(carrier) = carrier {
        response.extensions_mut().insert(carrier);
    }
    response
}

impl Payload {
    /// Panics without the hook: the fuzzers take whatever reaches the hook for a crash.
    pub(super) fn throw(self) -> ! {
        match self {
            Self::Str => resume_unwind(Box::new("canary-panic")),
            Self::String => resume_unwind(Box::new(String::from("canary-panic"))),
            Self::NoText => resume_unwind(Box::new(7_u8)),
            Self::Hostile => resume_unwind(Box::new(HostilePayload)),
        }
    }
}

/// A panic's payload that panics when it is dropped, without end.
struct HostilePayload;

impl Drop for HostilePayload {
    fn drop(&mut self) {
        resume_unwind(Box::new(Self));
    }
}

impl ErrorCase {
    fn build(&self) -> BoxError {
        match self {
            Self::Text(text) => format!("canary-error {}", text.0).into(),
            Self::Fault(fault) => fault.build().into(),
            Self::Wrapped(fault) => Wrapped(fault.build()).into(),
            Self::Timeout => tower::timeout::error::Elapsed::new().into(),
            Self::Overload => tower::load_shed::error::Overloaded::new().into(),
        }
    }
}

/// An error that was led to by a fault.
#[derive(Debug)]
pub(super) struct Wrapped(pub(crate) Fault);

impl fmt::Display for Wrapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("canary-wrapped")
    }
}

impl Error for Wrapped {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}
