//! The span of an event, and what becomes of a subscriber that panics.

use std::error::Error;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, Mutex};

use manila::adapter::Carrier;
use manila::{Condition, Envelopes, ErrorReport, Fault, IntoFault as _, OrCode as _};
use tracing::dispatcher::with_default;
use tracing::span::{Attributes, Id};
use tracing::{Event, Subscriber, info_span, trace_span};
use tracing_subscriber::layer::{Context, Layer as Layered, SubscriberExt as _};
use tracing_subscriber::registry::{LookupSpan, Registry};

use crate::support::listen;
use crate::third_adapter::{Layer, answer, carried, request, runtime};

#[derive(Debug, Clone, Copy, thiserror::Error, manila::ErrorCode)]
enum ApiError {
    #[error("The name is taken.")]
    #[error_code(status = 409)]
    Taken,
}

/// Knows the spans around each event, and how many spans are open.
#[derive(Clone, Default)]
struct Spans(Arc<Mutex<(Vec<String>, i32)>>);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layered<S> for Spans {
    fn on_new_span(&self, _: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        self.0.lock().unwrap().1 += 1;
    }

    fn on_close(&self, _: Id, _: Context<'_, S>) {
        self.0.lock().unwrap().1 -= 1;
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        if event.metadata().target() != "manila::fault" {
            return;
        }
        let spans = context.event_scope(event).into_iter().flatten();
        let names: Vec<_> = spans.map(|span| span.name()).collect();
        self.0.lock().unwrap().0.push(names.join(" < "));
    }
}

/// Runs something with a subscriber on this thread, beside that of the process.
fn heard_by<T>(subscriber: impl Into<tracing::Dispatch>, run: impl FnOnce() -> T) -> T {
    listen();
    with_default(&subscriber.into(), run)
}

/// The spans around the event of a fault that is made within two, of which the layer has one.
fn spans_of(make: impl FnOnce() -> Fault) -> Vec<String> {
    let spans = Spans::default();
    let subscriber = Registry::default().with(spans.clone());
    heard_by(subscriber, || {
        let _request = info_span!("request").entered();
        let layer = Layer::new(Envelopes::ok_error());
        let answered = layer.call(request("GET", &[]), |_| {
            let fault = info_span!("handler").in_scope(make);
            carried(409, Carrier::fault(fault))
        });
        runtime().block_on(answered);
    });
    let (told, open) = std::mem::take(&mut *spans.0.lock().unwrap());
    assert_eq!(open, 0, "a span is held");
    told
}

#[test]
fn the_event_is_within_the_span_that_the_fault_was_made_in() {
    let failed = || "x".parse::<u8>();
    let makers: [fn() -> Fault; 6] = [
        || ApiError::Taken.fault(),
        || Fault::condition(Condition::Conflict),
        || ApiError::Taken.into_fault().with_detail("name", "ada"),
        || "x".parse::<u8>().or_code(ApiError::Taken).unwrap_err(),
        || None::<u8>.or_code(ApiError::Taken).unwrap_err(),
        || Box::<dyn Error>::from("a text").into_fault(),
    ];
    for make in makers {
        assert_eq!(spans_of(make), ["handler < request"]);
    }
    let raised = || failed().or_code(Condition::Conflict).unwrap_err();
    assert_eq!(
        spans_of(|| info_span!("query").in_scope(raised)),
        ["query < handler < request"]
    );
    // No line of the service's code made this one.
    assert_eq!(
        spans_of(|| Fault::detected(Condition::Timeout)),
        ["request"]
    );
}

#[test]
fn an_event_of_a_fault_without_a_span_is_where_the_layer_is() {
    let spans = Spans::default();
    let fault = Fault::condition(Condition::Gone);
    let subscriber = tracing_subscriber::layer::Layer::with_subscriber(
        spans
            .clone()
            .with_filter(tracing_subscriber::filter::LevelFilter::INFO),
        Registry::default(),
    );
    heard_by(subscriber, || {
        let fault_in_disabled = trace_span!("disabled").in_scope(|| ApiError::Taken.fault());
        for fault in [fault, fault_in_disabled] {
            let rendered = Envelopes::ok_error().render(&fault, None);
            info_span!("layer").in_scope(|| rendered.log(&fault, "abc-123", None));
        }
    });
    assert_eq!(spans.0.lock().unwrap().0, ["layer", "layer"]);
}

/// Where a subscriber panics, once it is told to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Call {
    Event,
    Enter,
    Exit,
    Close,
}

struct Panics(&'static [Call], Arc<AtomicBool>);

impl Panics {
    fn on(&self, call: Call) {
        if self.0.contains(&call) && self.1.load(Ordering::Relaxed) {
            panic!("a test's");
        }
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layered<S> for Panics {
    fn on_event(&self, _: &Event<'_>, _: Context<'_, S>) {
        self.on(Call::Event);
    }

    fn on_enter(&self, _: &Id, _: Context<'_, S>) {
        self.on(Call::Enter);
    }

    fn on_exit(&self, _: &Id, _: Context<'_, S>) {
        self.on(Call::Exit);
    }

    fn on_close(&self, _: Id, _: Context<'_, S>) {
        self.on(Call::Close);
    }
}

#[test]
fn a_subscriber_that_panics_costs_its_event_alone() {
    let calls: [&[Call]; 5] = [
        &[Call::Event],
        &[Call::Enter],
        &[Call::Exit],
        &[Call::Event, Call::Exit],
        &[Call::Close],
    ];
    for calls in calls {
        let (told, is_armed) = (Arc::new(AtomicU8::new(0)), Arc::new(AtomicBool::new(false)));
        let count = Arc::clone(&told);
        let envelopes = Envelopes::ok_error().observe(move |_: &ErrorReport<'_>| {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let layer = Layer::new(envelopes);
        let panics = Panics(calls, Arc::clone(&is_armed));
        heard_by(Registry::default().with(panics), || {
            let fault = info_span!("handler").in_scope(|| ApiError::Taken.fault());
            is_armed.store(true, Ordering::Relaxed);
            let raised = layer.call(request("GET", &[]), |_| carried(409, Carrier::fault(fault)));
            assert_eq!(runtime().block_on(raised).status(), 409, "{calls:?}");
            let foreign = layer.call(request("GET", &[]), |_| answer(404, &[], ""));
            assert_eq!(runtime().block_on(foreign).status(), 404, "{calls:?}");
            is_armed.store(false, Ordering::Relaxed);
        });
        assert_eq!(told.load(Ordering::Relaxed), 2, "{calls:?}");
    }
}
