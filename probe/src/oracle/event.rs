//! O11: what the log is told of a response.

use std::collections::BTreeMap;

use super::grpc::is_grpc_answer;
use super::judge::Oracle;
use super::rule::{Finding, Rule};
use crate::wire::{Request, Response};

/// The longest path that an event has whole, in bytes.
const MAX_PATH_LEN: usize = 1024;

/// The longest that the texts of one event may be together, in bytes.
const MAX_LEN: usize = 8 * 1024;

/// An event of the log, by its fields.
///
/// ```
/// use manila_probe::oracle::Event;
///
/// let event = Event::new([(Event::CODE, "CONFLICT"), (Event::STATUS, "409")]);
/// assert_eq!(event.get(Event::CODE), Some("CONFLICT"));
/// assert_eq!(event.get(Event::CAUSE), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event(BTreeMap<String, String>);

impl Event {
    /// The field with the request's id.
    pub const REQUEST_ID: &'static str = "request_id";
    /// The field with the code.
    pub const CODE: &'static str = "code";
    /// The field with the status.
    pub const STATUS: &'static str = "status";
    /// The field with the request's method.
    pub const METHOD: &'static str = "method";
    /// The field with the request's path, without its query.
    pub const PATH: &'static str = "path";
    /// The field with what the client is not told.
    pub const CAUSE: &'static str = "cause";

    /// Creates an event of fields and their values, as they are written.
    #[must_use]
    pub fn new<N: Into<String>, V: Into<String>>(fields: impl IntoIterator<Item = (N, V)>) -> Self {
        let fields = fields.into_iter();
        Self(
            fields
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }

    /// Returns the value of a field.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str)
    }

    /// Whether a text is one line, and nothing in it steers a terminal or reorders what is shown.
    ///
    /// ```
    /// use manila_probe::oracle::Event;
    ///
    /// assert!(Event::is_harmless("disk full: /var"));
    /// assert!(!Event::is_harmless("a\nb"));
    /// assert!(!Event::is_harmless("\u{202e}txt.exe"));
    /// ```
    #[must_use]
    pub fn is_harmless(text: &str) -> bool {
        !text.contains(|c: char| {
            c.is_control()
                || matches!(
                    c,
                    '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
                )
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
    }
}

impl Oracle {
    /// Returns everything that is wrong with what the log was told of a response under its id: an
    /// error has one event, which is of this request and holds every text that the client was not
    /// to be told, and what passes through as the service's own has none.
    ///
    /// The path has to be that of the request, unless it is longer than 1 KiB or has characters that
    /// the log escapes. A service that leaves it out of its log has a finding for it.
    ///
    /// ```
    /// use manila_probe::oracle::{Event, Oracle, Rule, Style};
    /// use manila_probe::wire::{Request, Response};
    ///
    /// let oracle = Oracle::new(Style::OkError);
    /// let response = Response {
    ///     status: 409,
    ///     headers: vec![
    ///         ("x-request-id".into(), "abc-1".into()),
    ///         ("x-error-code".into(), "CONFLICT".into()),
    ///     ],
    ///     body: Vec::new(),
    /// };
    /// let told = Event::new([
    ///     (Event::REQUEST_ID, "abc-1"),
    ///     (Event::CODE, "CONFLICT"),
    ///     (Event::STATUS, "409"),
    ///     (Event::METHOD, "GET"),
    ///     (Event::PATH, "/rows/7"),
    ///     (Event::CAUSE, "the row is locked"),
    /// ]);
    /// let judge = |events: &[Event], untold: &[&str]| {
    ///     oracle.judge_events(&Request::get("/rows/7?full"), &response, events, untold)
    /// };
    /// assert_eq!(judge(&[told.clone()], &["row is locked"]), []);
    /// assert_eq!(judge(&[told], &["deadlock"])[0].rule, Rule::Event);
    /// assert_eq!(judge(&[], &[])[0].rule, Rule::Event);
    /// ```
    #[must_use]
    pub fn judge_events(
        &self,
        request: &Request,
        response: &Response,
        events: &[Event],
        untold: &[&str],
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut find = |message| findings.push(Finding::new(Rule::Event, message));
        if is_grpc_answer(response) {
            // Whether gRPC's status was the service's own does not show in it.
            if events.len() > 1 {
                find(format!("{} events for a gRPC status", events.len()));
            }
            return findings;
        }
        if self.is_exempt(request, response) {
            if !events.is_empty() {
                find(format!("{events:?} for what passes through"));
            }
            return findings;
        }
        let [event] = events else {
            find(format!("{} events for one error: {events:?}", events.len()));
            return findings;
        };
        let status = response.status.to_string();
        let expected = [
            (Event::REQUEST_ID, response.only(self.request_id_field())),
            (Event::CODE, response.only("x-error-code")),
            (Event::STATUS, Some(&*status)),
        ];
        let of_request = [
            (Event::METHOD, Some(&*request.method)),
            (Event::PATH, whole_path(&request.path)),
        ];
        let of_request = of_request.into_iter().filter(|(_, text)| text.is_some());
        for (field, expected) in expected.into_iter().chain(of_request) {
            let found = event.get(field);
            if found != expected {
                find(format!("{field} is {found:?} in the log, not {expected:?}"));
            }
        }
        for text in untold {
            if !event
                .get(Event::CAUSE)
                .is_some_and(|cause| cause.contains(text))
            {
                find(format!(
                    "neither the client nor the log is told {text:?}: {event:?}"
                ));
            }
        }
        for (field, text) in &event.0 {
            if !Event::is_harmless(text) {
                find(format!("{field} has a control character: {text:?}"));
            }
        }
        let len: usize = event.0.values().map(String::len).sum();
        if len > MAX_LEN {
            find(format!("{len} bytes of text in one event"));
        }
        findings
    }
}

/// The path of a request's target, if an event has it as it is.
fn whole_path(target: &str) -> Option<&str> {
    let path = target.split('?').next()?;
    let is_whole = path.starts_with('/') && path.len() <= MAX_PATH_LEN && Event::is_harmless(path);
    is_whole.then_some(path)
}
