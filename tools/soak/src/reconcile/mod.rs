//! Whether two ledgers agree.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt::Display;

use crate::ledger::{Answer, Entry, Event, Outcome};
use crate::routes::Told;

/// What is wrong between the client's ledger of the requests `0..requests` and the server's events.
pub(crate) fn reconcile(requests: u64, entries: &[Entry], events: &[Event]) -> Vec<String> {
    let mut books = Books::new(events);
    books.count(requests, entries);
    for entry in entries {
        match &entry.outcome {
            Outcome::Answered(answer) => books.answered(entry, answer),
            Outcome::Cancelled => books.cancelled(entry),
            Outcome::Failed(why) => books.failed(entry, why),
        }
    }
    books.close(events)
}

/// The books while they are being reconciled.
struct Books<'a> {
    /// The events that no request has had yet.
    events: HashMap<&'a str, Vec<&'a Event>>,
    /// The request that was answered with an id.
    answered: HashMap<&'a str, u64>,
    findings: Vec<String>,
}

impl<'a> Books<'a> {
    fn new(events: &'a [Event]) -> Self {
        let mut by_id: HashMap<&str, Vec<&Event>> = HashMap::new();
        for event in events {
            by_id.entry(&event.request_id).or_default().push(event);
        }
        Self {
            events: by_id,
            answered: HashMap::new(),
            findings: Vec::new(),
        }
    }

    /// Every request has to be in the ledger once.
    fn count(&mut self, requests: u64, entries: &[Entry]) {
        let mut numbers: Vec<u64> = entries.iter().map(|entry| entry.number).collect();
        numbers.sort_unstable();
        for number in 0..requests {
            let from = numbers.partition_point(|other| *other < number);
            let to = numbers.partition_point(|other| *other <= number);
            let times = to - from;
            if times != 1 {
                self.findings
                    .push(format!("request {number} is in the ledger {times} times"));
            }
        }
    }

    fn answered(&mut self, entry: &'a Entry, answer: &'a Answer) {
        let [id] = answer.ids.as_slice() else {
            return self.find(
                entry,
                format_args!("was answered with the ids {:?}", answer.ids),
            );
        };
        if let Some(first) = self.answered.insert(id, entry.number) {
            self.find(
                entry,
                format_args!("was answered with {id}, as was request {first}"),
            );
        }
        match &entry.sent {
            Some(sent) if sent != id => {
                self.find(entry, format_args!("was sent as {sent}, answered as {id}"));
            }
            None if !is_fresh(id) => {
                self.find(
                    entry,
                    format_args!("was answered with {id}, which is not fresh"),
                );
            }
            _ => {}
        }
        if answer.is_foreign || answer.body_id.as_ref().is_some_and(|other| other != id) {
            self.find(entry, "was answered with a body that is not its own");
        }
        if !entry.route.statuses.contains(&answer.status) {
            self.find(entry, format_args!("was answered with {}", answer.status));
        }
        self.compare(entry, answer, id);
    }

    /// The log has to say what the response says.
    fn compare(&mut self, entry: &Entry, answer: &Answer, id: &str) {
        let events = self.events.remove(id).unwrap_or_default();
        let is_told = match entry.route.told {
            Told::Errors => answer.status >= 400,
            Told::Never => false,
        };
        let owed = usize::from(is_told);
        if events.len() != owed {
            self.find(entry, format_args!("owes {owed} events and has {events:?}"));
        }
        for event in &events {
            let is_of_request =
                event.method == entry.route.method && is_path(&event.path, entry.route.target);
            if !is_of_request || !event.is_harmless || !event.cause.contains(entry.route.untold) {
                self.find(entry, format_args!("is told as {event:?}"));
            }
            let (status, code) = (answer.status, &answer.code);
            if event.status != status || code.as_ref() != Some(&event.code) {
                self.find(
                    entry,
                    format_args!("was answered with {status} and {code:?}, the log says {event:?}"),
                );
            }
        }
    }

    fn cancelled(&mut self, entry: &Entry) {
        let events = self.take(entry);
        if events.len() > 1 {
            self.find(entry, format_args!("was cancelled and has {events:?}"));
        }
    }

    fn failed(&mut self, entry: &Entry, why: &str) {
        // Whether the server saw the request is not known.
        self.take(entry);
        self.find(entry, format_args!("got no response: {why}"));
    }

    /// The events of the id that a request was sent with.
    fn take(&mut self, entry: &Entry) -> Vec<&'a Event> {
        let sent = entry.sent.as_deref();
        sent.and_then(|id| self.events.remove(id))
            .unwrap_or_default()
    }

    /// Every event has to have had its request.
    fn close(mut self, events: &[Event]) -> Vec<String> {
        for event in events {
            if self.events.contains_key(event.request_id.as_str()) {
                self.findings.push(format!("no request has {event:?}"));
            }
        }
        self.findings
    }

    fn find(&mut self, entry: &Entry, what: impl Display) {
        let (method, target) = (entry.route.method, entry.route.target);
        self.findings.push(format!(
            "request {} ({method} {target}) {what}",
            entry.number
        ));
    }
}

/// Whether an event's path is that of a request's target. A service that hands a request on may take
/// the beginning off first, as the tower workbench does.
fn is_path(told: &str, target: &str) -> bool {
    let (path, _) = target.split_once('?').unwrap_or((target, ""));
    told == path || path.strip_prefix("/nested") == Some(told)
}

/// A UUID version 7 (RFC 9562 §5.7).
fn is_fresh(id: &str) -> bool {
    let is_placed = |(at, c): (usize, char)| match at {
        8 | 13 | 18 | 23 => c == '-',
        14 => c == '7',
        _ => matches!(c, '0'..='9' | 'a'..='f'),
    };
    id.len() == 36 && id.chars().enumerate().all(is_placed)
}
