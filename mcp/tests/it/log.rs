//! What the log is told of an error, and what observers are.

use std::io;
use std::sync::{Arc, Mutex};

use manila::{Condition, Envelopes, ErrorReport, Fault, IdPolicy, NewRequest, Origin, RequestId};
use manila_mcp::{Call, McpErrors};
use tracing::subscriber::{NoSubscriber, with_default};

use super::{id, plain};

/// What the log has of what runs, as a subscriber writes it.
fn logged(run: impl FnOnce()) -> String {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    // With one subscriber alone, tracing may ask another thread, which has none, whether anybody listens.
    let _second = tracing::Dispatch::new(NoSubscriber::default());
    with_default(subscriber, run);
    String::from_utf8(lines.0.lock().unwrap().clone()).unwrap()
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_error_is_one_event_with_its_cause_its_tool_and_its_id() {
    let (id, errors) = (id(), plain());
    let call = Call::of_tool("publish").with_request_id(&id);
    let fault = || Fault::condition(Condition::Internal).because_text("the disk is full");
    let forms: [&dyn Fn(); 2] = [&|| drop(errors.tool_result(fault(), &call)), &|| {
        drop(errors.rpc_error(fault(), &call))
    }];
    for form in forms {
        let event = logged(form);
        for field in [
            "manila::fault: request failed: internal_server_error",
            r#"request_id="abc-123""#,
            r#"code="internal_server_error""#,
            "status=500",
            r#"method="tools/call""#,
            r#"route="publish""#,
            r#"cause="the disk is full""#,
            "location=mcp/tests/it/log.rs",
        ] {
            assert_eq!(event.matches(field).count(), 1, "{field}: {event}");
        }
    }
}

#[test]
fn the_name_of_a_tool_forges_no_line_of_the_log() {
    let tool = "x\n2026-12-01 ERROR forged\u{202e}";
    let event = logged(|| drop(plain().tool_result(Condition::Gone, &Call::of_tool(tool))));
    assert_eq!(event.lines().count(), 1, "{event}");
    assert!(event.contains("forged"), "{event}");
    assert!(!event.contains('\u{202e}'), "{event}");
}

#[test]
fn observers_are_told_once_and_of_the_id_that_the_client_has() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let notes = told.clone();
    let envelopes = Envelopes::ok_error().observe(move |report: &ErrorReport<'_>| {
        let id = report.request_id().unwrap().to_owned();
        notes.lock().unwrap().push((report.origin(), id));
    });
    let errors = McpErrors::new(envelopes);
    let result = errors.tool_result(Fault::condition(Condition::Gone), &Call::default());
    let panic = manila::adapter::fault_of_panic(Box::new("seat 7"));
    let error = errors.rpc_error(panic, &Call::default());
    let told = told.lock().unwrap();
    let expected = [
        (Origin::Fault, result.request_id().to_owned()),
        (Origin::Panic, error.request_id().to_owned()),
    ];
    assert_eq!(*told, expected);
    assert_ne!(result.request_id(), error.request_id());
    assert_eq!(error.to_data()["request_id"], error.request_id());
}

#[test]
fn fresh_ids_are_those_of_the_services_policy() {
    let ids = IdPolicy::new().generator(|request: &NewRequest<'_>| {
        assert_eq!(request.method(), "tools/call");
        RequestId::parse("of-the-service").unwrap()
    });
    let errors = McpErrors::new(Envelopes::ok_error().ids(ids));
    let result = errors.tool_result(Condition::Gone, &Call::of_tool("publish"));
    assert_eq!(result.request_id(), "of-the-service");

    let errors = McpErrors::new(Envelopes::ok_error().trace_id_as_request_id());
    let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    let call = Call::of_tool("publish").with_traceparent(parent);
    let result = errors.tool_result(Condition::Gone, &call);
    assert_eq!(result.request_id(), "0af7651916cd43dd8448eb211c80319c");
}
