//! Issues of a collector, by code.

use std::sync::mpsc;

use manila::{Envelopes, ErrorReport, Observe};

use super::{app, call};

/// What a collector such as Sentry is sent.
#[derive(Debug, PartialEq, Eq)]
struct Issue {
    fingerprint: Vec<String>,
    title: String,
    tags: Vec<(&'static str, String)>,
}

struct Collector(mpsc::Sender<Issue>);

impl Observe for Collector {
    fn observe(&self, report: &ErrorReport<'_>) {
        if report.status() < 500 {
            return;
        }
        let route = report.route().map(|route| route.into_owned());
        let tags = [
            ("request_id", report.request_id().map(str::to_owned)),
            ("route", route),
            ("cause", report.cause_text()),
        ];
        let tags = tags
            .into_iter()
            .filter_map(|(name, text)| Some((name, text?)));
        let issue = Issue {
            fingerprint: vec!["manila".to_owned(), report.code().to_owned()],
            title: format!("{} ({})", report.code(), report.origin().as_str()),
            tags: tags.collect(),
        };
        // Whoever sends it does so elsewhere.
        let _ = self.0.send(issue);
    }
}

/// The issue that an error of a code is sent as.
fn issue(code: &str, id: &str, route: &str, cause: &str) -> Issue {
    Issue {
        fingerprint: vec!["manila".to_owned(), code.to_owned()],
        title: format!("{code} (fault)"),
        tags: vec![
            ("request_id", id.to_owned()),
            ("route", route.to_owned()),
            ("cause", cause.to_owned()),
        ],
    }
}

#[tokio::test(flavor = "current_thread")]
async fn errors_of_a_code_are_one_group_whatever_their_messages_say() {
    let (sender, issues) = mpsc::channel();
    let envelopes = Envelopes::ok_error().observe(Collector(sender));
    let paths = ["/shards/7", "/missing", "/shards/8", "/ok", "/nodes/1"];
    call(&app(envelopes), &paths).await;
    let issues: Vec<_> = issues.try_iter().collect();
    assert_eq!(
        issues,
        [
            issue("READ_ONLY", "id-0", "/shards/{id}", "shard 7 is read-only"),
            issue("READ_ONLY", "id-2", "/shards/{id}", "shard 8 is read-only"),
            issue("HUNG_UP", "id-4", "/nodes/{id}", "node 1 hung up"),
        ],
    );
}
