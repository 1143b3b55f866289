//! The probe, against services that are not Manila's.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use manila_probe::oracle::{Rule, Style};
use manila_probe::wire::Protocol;
use manila_probe::{Outsider, Probe, Verdict};

/// A service that answers every connection by one function of the head of its request, and
/// nothing else.
struct Service {
    address: SocketAddr,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Service {
    fn start(answer: fn(&str) -> String) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let is_over = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&is_over);
        let thread = thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                if told.load(Ordering::Relaxed) {
                    return;
                }
                // A client that goes away is no concern of the service.
                let _ = serve(stream, answer);
            }
        });
        Self {
            address,
            is_over,
            thread: Some(thread),
        }
    }

    fn probe(&self) -> Probe {
        Probe::new(self.address).timeout(Duration::from_secs(5))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
        let _ = self.thread.take().unwrap().join();
    }
}

fn serve(mut stream: TcpStream, answer: fn(&str) -> String) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_millis(200)))?;
    let mut received = vec![0; 64 * 1024];
    // A batch comes in two parts.
    for _ in 0..2 {
        let count = stream.read(&mut received)?;
        let text = String::from_utf8_lossy(&received[..count]);
        let heads = text.split("\r\n\r\n");
        for head in heads.filter(|head| head.contains(" HTTP/1.1\r\n")) {
            stream.write_all(answer(head).as_bytes())?;
        }
        if text.contains("connection: close") || text.starts_with("PRI ") {
            break;
        }
    }
    Ok(())
}

/// A 404 in the style `ok-error`, with these fields beside its own.
fn refusal(head: &str, fields: &str) -> String {
    let body = r#"{"ok":false,"error":{"code":"NOT_FOUND","message":"Nothing is here."}}"#;
    let length = body.len();
    let body = if head.starts_with("HEAD ") { "" } else { body };
    format!(
        "HTTP/1.1 404 Not Found\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
         x-content-type-options: nosniff\r\ncache-control: no-store\r\n{fields}\r\n{body}"
    )
}

fn enveloped(head: &str) -> String {
    refusal(head, "x-request-id: a-1\r\n")
}

/// Its gateway writes ids of characters of its own.
fn gated(head: &str) -> String {
    refusal(head, "x-request-id: 01JD#17\r\n")
}

fn anonymous(head: &str) -> String {
    refusal(head, "")
}

fn successful(_: &str) -> String {
    "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".into()
}

fn leaky(head: &str) -> String {
    refusal(head, "x-request-id: a-1\r\nserver: hunter2\r\n")
}

/// It has an envelope of another style for browsers, a whole one.
fn two_faced(head: &str) -> String {
    if !head.contains("accept: text/html") {
        return enveloped(head);
    }
    let body = r#"{"errors":[{"status":"404","code":"NOT_FOUND","title":"Not found","detail":"Nothing is here."}],"meta":{"request_id":"a-1"}}"#;
    let length = body.len();
    format!(
        "HTTP/1.1 404 Not Found\r\ncontent-type: application/vnd.api+json\r\n\
         content-length: {length}\r\nx-content-type-options: nosniff\r\n\
         cache-control: no-store\r\nx-request-id: a-1\r\n\r\n{body}"
    )
}

/// It believes whoever says that gRPC is spoken.
fn gullible(head: &str) -> String {
    if head.contains("application/grpc\r\n") || head.ends_with("application/grpc") {
        let fields = "content-type: application/grpc\r\ngrpc-status: 16\r\n";
        return format!("HTTP/1.1 200 OK\r\n{fields}content-length: 0\r\n\r\n");
    }
    enveloped(head)
}

/// The rules that a service breaks, and whether anything was judged at all.
fn rules(probe: &Probe) -> Vec<Rule> {
    let report = probe.run().unwrap();
    assert!(report.rows.len() > 30, "{report}");
    let mut rules: Vec<_> = report
        .violations()
        .flat_map(|row| row.findings.iter().map(|finding| finding.rule))
        .collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

#[test]
fn a_service_that_a_content_type_switches_off_is_found() {
    let service = Service::start(gullible);
    let probe = service.probe().paths(["/apps"]);
    assert!(rules(&probe).contains(&Rule::Steadiness));
    let report = probe.run().unwrap();
    let found = report.violations().map(|row| (row.source, &*row.method));
    let found: Vec<_> = found.collect();
    for expected in [
        ("grpc-content-type", "GET"),
        ("head-grpc-content-type", "HEAD"),
        ("grpc-call", "POST"),
        ("grpc-content-type-at-route", "GET"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
}

#[test]
fn a_service_in_whatever_language_passes_with_its_envelope() {
    let service = Service::start(enveloped);
    let report = service
        .probe()
        .paths(["/apps", "POST /apps"])
        .run()
        .unwrap();
    assert!(report.is_clean(), "{report}");
    assert_eq!(report.style, Some(Style::OkError));
    let protocols = report.rows.iter().map(|row| row.protocol);
    assert!(
        protocols
            .clone()
            .all(|protocol| protocol == Protocol::Http1)
    );
    let notes = report.notes.join("\n");
    assert!(notes.contains("does not support HTTP/2"), "{notes}");
    assert!(notes.contains("replaces the x-request-id"), "{notes}");
    let text = report.to_string();
    assert!(text.contains("unknown-route"), "{text}");
    assert!(text.ends_with("0 violations"), "{text}");
}

#[test]
fn each_service_breaks_the_rules_that_it_breaks() {
    let service = Service::start(anonymous);
    assert_eq!(rules(&service.probe()), [Rule::RequestId]);

    let service = Service::start(gated);
    assert_eq!(rules(&service.probe()), [Rule::RequestId]);
    assert_eq!(rules(&service.probe().id_characters("@#")), []);

    let service = Service::start(successful);
    assert_eq!(rules(&service.probe()), [Rule::Envelope]);
    assert_eq!(rules(&service.probe().exempt_statuses([200])), []);
    assert_eq!(rules(&service.probe().exempt_paths(["/"])), []);

    let service = Service::start(leaky);
    assert_eq!(rules(&service.probe()), []);
    assert_eq!(rules(&service.probe().canaries(["hunter2"])), [Rule::Leak]);

    let service = Service::start(enveloped);
    let other = service.probe().style(Style::Problem);
    assert_eq!(rules(&other), [Rule::Envelope, Rule::ContentType]);
    let other = service.probe().request_id_header("X-Trace");
    assert_eq!(rules(&other), [Rule::RequestId]);

    let service = Service::start(|_| String::new());
    assert_eq!(rules(&service.probe()), [Rule::OneResponse, Rule::ServesOn]);
}

#[test]
fn one_part_has_one_style() {
    let service = Service::start(two_faced);
    let rules = rules(&service.probe());
    assert_eq!(rules, [Rule::Envelope, Rule::ContentType]);
}

#[test]
fn a_part_is_held_to_its_own_style() {
    let service = Service::start(enveloped);
    let probe = || service.probe().paths(["/v2/apps"]);
    assert_eq!(rules(&probe().style_of("/v2", Style::OkError)), []);
    let other = probe().style_of("/v2", Style::JsonApi);
    assert_eq!(rules(&other), [Rule::Envelope, Rule::ContentType]);
    let report = other.run().unwrap();
    assert!(report.violations().all(|row| row.path.starts_with("/v2/")));
}

#[test]
fn a_rule_can_be_left_out_by_its_name_or_id() {
    let service = Service::start(anonymous);
    assert_eq!(rules(&service.probe().skip_rule("request-id")), []);
    assert_eq!(rules(&service.probe().skip_rule("O5")), []);
    assert_eq!(rules(&service.probe().skip_rule("O6")), [Rule::RequestId]);
    let error = service.probe().skip_rule("request_id").run().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.to_string().contains("request-id"), "{error}");
}

#[test]
fn one_cause_is_told_once_with_its_count() {
    let service = Service::start(|head| {
        let id = format!("x-request-id: !{}\r\n", head.len());
        refusal(head, &id)
    });
    let text = service.probe().run().unwrap().to_string();
    let told = text
        .lines()
        .filter(|line| line.starts_with("O5: x-request-id is \"!"));
    assert_eq!(told.count(), 1, "{text}");
    let example = " responses, such as unknown-route, GET /manila-probe-missing";
    assert!(text.contains(example), "{text}");
}

#[test]
fn what_the_server_does_is_a_violation_to_a_strict_probe() {
    let refuses = |head: &str| {
        if head.contains("content-length: -1") {
            return "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n".into();
        }
        enveloped(head)
    };
    let service = Service::start(refuses);
    assert_eq!(rules(&service.probe()), []);
    let report = service.probe().strict().run().unwrap();
    let mut found = report.violations().map(|row| row.source);
    assert!(found.any(|source| source == "malformed-length"), "{report}");
}

/// Its server sends a body in answer to a HEAD that other requests follow.
fn misframing(head: &str) -> String {
    let is_followed = head.starts_with("HEAD ") && !head.contains("connection: close");
    enveloped(if is_followed { "GET " } else { head })
}

#[test]
fn a_server_that_misframes_a_pipelined_head_is_told_apart() {
    let service = Service::start(misframing);
    let report = service.probe().run().unwrap();
    assert!(report.is_clean(), "{report}");
    let outsiders = report.rows.iter().filter_map(|row| row.outsider);
    assert!(
        outsiders.clone().any(|it| it == Outsider::Framing),
        "{report}"
    );
    assert_eq!(rules(&service.probe().strict()), [Rule::OneResponse]);

    // A service that does it alone too is at fault itself.
    let service = Service::start(|_| enveloped("GET "));
    let report = service.probe().run().unwrap();
    let mut found = report.violations().map(|row| row.source);
    assert!(found.any(|source| source == "pipelined-head"), "{report}");
}

#[test]
fn routes_that_the_service_does_not_have_are_noted() {
    let service = Service::start(enveloped);
    let report = service
        .probe()
        .routes(["GET /a", "POST /b/{id}"])
        .run()
        .unwrap();
    let notes = report.notes.join("\n");
    assert!(
        notes.contains("nothing is at /a and 1 other paths of the routes"),
        "{notes}"
    );
    assert!(
        report
            .rows
            .iter()
            .all(|row| row.method != "POST" || !row.path.starts_with("/b"))
    );
    let error = service.probe().routes(["GET a"]).run().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
}

#[test]
fn an_openapi_document_is_called_where_its_servers_say() {
    let service = Service::start(enveloped);
    let host = service.address.to_string();
    for (servers, base, path, note) in [
        (r#"[{"url":"/v1/"}]"#, "", "/v1/b", r#"below "/v1""#),
        (r#"[{"url":"/v1"}]"#, "/v1", "/v1/b", ""),
        (r#"[{"url":"v1"}]"#, "/x", "/x/v1/b", r#"below "/x/v1""#),
        (
            r#"[{"url":"https://api.example/v1"},{"url":"http://HOST/{version}","variables":{"version":{"default":"v2"}}}]"#,
            "",
            "/v2/b",
            r#"below "/v2""#,
        ),
        (
            r#"[{"url":"https://api.example/v1"}]"#,
            "",
            "/b",
            r#"of another server, "https://api.example/v1""#,
        ),
        ("[]", "", "/b", ""),
    ] {
        let document = format!(
            r##"{{"openapi":"3.1.0","servers":{servers},"paths":{{
                "/a":{{"$ref":"#/components/pathItems/a"}},
                "/b":{{"$ref":"#/paths/~1c"}}, "/c":{{"get":{{}}}},
                "/d":{{"$ref":"d.yaml#/d"}}, "/e":{{"$ref":"#/paths/~1e"}}, "/f":{{"$ref":"#/f"}}}},
              "components":{{"pathItems":{{"a":{{"get":{{}}}}}}}}}}"##
        );
        let document = document.replace("HOST", &host);
        let probe = service.probe().base_path(base);
        let report = probe.with_routes(document.parse().unwrap()).run().unwrap();
        let notes = report.notes.join("\n");
        let is_called = |path: &str| report.rows.iter().any(|row| row.path == path);
        assert!(is_called(path), "{servers}: {path}");
        assert!(is_called(&path.replace("/b", "/a")), "{servers}");
        assert!(!is_called(&path.replace("/b", "/d")), "{servers}");
        assert!(notes.contains(note), "{servers}: {notes}");
        assert_eq!(
            notes.contains("servers"),
            note.starts_with("below"),
            "{notes}"
        );
        let lost =
            r##"refers to what is not in it: /d ("d.yaml#/d"), /e ("#/paths/~1e"), /f ("#/f")"##;
        assert!(notes.contains(lost), "{notes}");
    }
}

#[test]
fn what_a_server_answers_by_itself_is_noted_and_not_judged() {
    let service = Service::start(enveloped);
    let report = service.probe().run().unwrap();
    let mut outside = report
        .rows
        .iter()
        .filter(|row| row.verdict == Verdict::Outside);
    assert!(
        outside.any(|row| row.source == "oversized-header"),
        "{report}"
    );
}

#[test]
fn a_provocation_can_be_left_out_by_its_name() {
    let service = Service::start(enveloped);
    let report = service.probe().skip(["preflight"]).run().unwrap();
    assert!(report.rows.iter().all(|row| row.source != "preflight"));
    let error = service.probe().skip(["prefligth"]).run().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.to_string().contains("preflight"), "{error}");
}

#[test]
fn the_base_path_stands_before_every_path() {
    let service = Service::start(enveloped);
    let probe = service.probe().base_path("/v1/").paths(["/apps"]);
    for row in probe.run().unwrap().rows {
        let is_below = row.path.contains("/v1/") || row.path == "*";
        assert!(is_below, "{} {}", row.source, row.path);
    }
}

#[test]
fn a_service_that_cannot_be_probed_is_an_error_and_no_violation() {
    let silent = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let silent = Probe::new(silent.local_addr().unwrap()).timeout(Duration::from_millis(200));
    let gone = TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap();
    let service = Service::start(enveloped);
    let remote = ([192, 0, 2, 1], 80).into();
    for (probe, kind) in [
        (silent.clone(), ErrorKind::TimedOut),
        (Probe::new(gone), ErrorKind::ConnectionRefused),
        (Probe::new(remote), ErrorKind::PermissionDenied),
        (service.probe().paths(["apps"]), ErrorKind::InvalidInput),
        (
            service.probe().paths(["get /apps"]),
            ErrorKind::InvalidInput,
        ),
        (
            service.probe().protocols([Protocol::Http2]),
            ErrorKind::Unsupported,
        ),
    ] {
        let error = probe.run().unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn the_last_provocation_asks_whether_the_service_has_survived() {
    let service = Service::start(enveloped);
    let report = service.probe().paths(["POST /a", "/b"]).run().unwrap();
    let last = report.rows.last().unwrap();
    assert_eq!((last.source, last.verdict), ("afterwards", Verdict::Pass));
    let times = |source: &str| {
        let rows = report.rows.iter();
        rows.filter(|row| row.source == source).count()
    };
    assert_eq!(times("afterwards"), 1);
    assert_eq!(times("unknown-route"), 1);
    assert_eq!(times("unknown-below-route"), 2);
    assert_eq!(times("malformed-json"), 1);
}
