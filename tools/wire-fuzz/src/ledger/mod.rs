//! What the answers of a server have to agree with: the events that it told the log.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use manila_examples::workbench::Framework;
use manila_probe::oracle::{Event, Oracle};
use manila_probe::wire::{Request, Response};

use crate::case::{OWN, Script};

/// The fields of a response that the log is held against.
const FIELDS: [&str; 3] = ["content-type", "x-error-code", "x-request-id"];

/// How a text ends that is too long for the log.
const CUT: &str = "… [cut]";

/// The fields that every event has; a request may be for no path.
const OF_EVERY: [&str; 4] = [Event::REQUEST_ID, Event::CODE, Event::STATUS, Event::METHOD];

/// An answer of the service that came with one id.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    id: String,
    /// What was asked for, where no mutation leaves the server free to see something else.
    asked: Option<Request>,
    /// The texts that the log has to hold.
    untold: Vec<&'static str>,
    /// Without its body.
    response: Response,
}

impl Answer {
    /// The answer to a request; none where the response has not exactly one id.
    pub(crate) fn new(
        asked: Option<Request>,
        untold: Vec<&'static str>,
        response: &Response,
    ) -> Option<Self> {
        let mut headers = response.headers.clone();
        headers.retain(|(name, _)| FIELDS.contains(&&**name));
        Some(Self {
            id: response.only("x-request-id")?.to_owned(),
            asked,
            untold,
            response: Response {
                status: response.status,
                headers,
                body: Vec::new(),
            },
        })
    }
}

/// The answers of one server, by the case that they belong to.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    answers: Vec<(u64, Answer)>,
    /// How many requests may have been answered without that the driver has read it.
    unread: usize,
}

/// What is wrong between a ledger and the events.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Balance {
    /// By the number of the case.
    pub(crate) of_cases: BTreeMap<u64, Vec<String>>,
    /// What belongs to no case.
    pub(crate) stray: Vec<String>,
}

impl Ledger {
    /// Adds what came back of a case, and how much may have been lost on the way.
    pub(crate) fn add(&mut self, case: u64, answers: Vec<Answer>, unread: usize) {
        let answers = answers.into_iter().map(|answer| (case, answer));
        self.answers.extend(answers);
        self.unread += unread;
    }

    /// Adds the answers of another connection.
    pub(crate) fn merge(&mut self, other: Self) {
        self.answers.extend(other.answers);
        self.unread += other.unread;
    }

    /// Holds the answers against the events; `script` tells what a case has sent.
    pub(crate) fn balance(
        &self,
        framework: Framework,
        events: Vec<Event>,
        script: impl Fn(u64) -> Script,
    ) -> Balance {
        let mut by_id: HashMap<String, Vec<Event>> = HashMap::new();
        for event in events {
            let id = event.get(Event::REQUEST_ID).unwrap_or_default().to_owned();
            by_id.entry(id).or_default().push(event);
        }
        let mut balance = Balance::default();
        let mut strays = Vec::new();
        for (id, answers) in self.by_id() {
            let events = by_id.remove(id).unwrap_or_default();
            let (findings, left) = settle(framework, id, &answers, events, &script);
            for (case, what) in findings {
                balance.of_cases.entry(case).or_default().push(what);
            }
            strays.extend(left);
        }
        strays.extend(by_id.into_values().flatten());
        strays.sort_by(|one, other| {
            one.get(Event::REQUEST_ID)
                .cmp(&other.get(Event::REQUEST_ID))
        });
        if strays.len() > self.unread {
            let (found, most) = (strays.len(), self.unread);
            let shown = &strays[0];
            balance.stray.push(format!(
                "{found} events without an answer, where at most {most} answers were not read, as {shown:?}"
            ));
        }
        let is_whole = |event: &Event| OF_EVERY.iter().all(|field| event.get(field).is_some());
        for event in strays.into_iter().filter(|event| !is_whole(event)) {
            balance
                .stray
                .push(format!("an event lacks some of {OF_EVERY:?}: {event:?}"));
        }
        balance
    }

    fn by_id(&self) -> BTreeMap<&str, Vec<(u64, &Answer)>> {
        let mut by_id: BTreeMap<&str, Vec<(u64, &Answer)>> = BTreeMap::new();
        for (case, answer) in &self.answers {
            by_id.entry(&answer.id).or_default().push((*case, answer));
        }
        by_id
    }
}

/// What is wrong with the events of one id. More than one answer has it only where mutations have
/// made ids alike; the events that are then left over are returned as well.
fn settle(
    framework: Framework,
    id: &str,
    answers: &[(u64, &Answer)],
    mut events: Vec<Event>,
    script: &impl Fn(u64) -> Script,
) -> (Vec<(u64, String)>, Vec<Event>) {
    let mut findings = Vec::new();
    let mut find = |case, what: String| findings.push((case, format!("{id}: {what}")));
    let cases: BTreeSet<u64> = answers.iter().map(|(case, _)| *case).collect();
    let scripts: Vec<Script> = cases.iter().map(|case| script(*case)).collect();
    let mut unsettled = Vec::new();
    for (case, answer) in answers {
        let is_own = |event: &Event| {
            judge(framework, answer, std::slice::from_ref(event), &scripts).is_empty()
        };
        match events.iter().position(is_own) {
            Some(own) => drop(events.remove(own)),
            None => unsettled.push((*case, *answer)),
        }
    }
    for (case, answer) in unsettled {
        let is_owed = answer.response.status >= 400 && !events.is_empty();
        let own: Vec<Event> = events.drain(..usize::from(is_owed)).collect();
        for what in judge(framework, answer, &own, &scripts) {
            find(case, what);
        }
    }
    // A request whose answer was not read may have had the same id.
    let sent: usize = scripts.iter().map(|script| script.times(id)).sum();
    if sent > 0 && !id.starts_with(OWN) {
        return (findings, events);
    }
    if events.len() > sent.saturating_sub(answers.len())
        && let Some(case) = cases.first()
    {
        find(*case, format!("events that no answer owes: {events:?}"));
    }
    (findings, Vec::new())
}

/// What is wrong with the events of an answer.
fn judge(
    framework: Framework,
    answer: &Answer,
    events: &[Event],
    scripts: &[Script],
) -> Vec<String> {
    let judge = |request: &Request| {
        let findings =
            Oracle::any().judge_events(request, &answer.response, events, &answer.untold);
        findings.iter().map(ToString::to_string).collect()
    };
    let lacking = events
        .iter()
        .flat_map(|event| lacking(framework, event, scripts));
    let mut found: Vec<String> = match &answer.asked {
        Some(asked) => judge(asked),
        // What the server has seen is what the event says, if it can have seen that.
        None => {
            let text = |field: &str| {
                events
                    .first()
                    .and_then(|event| event.get(field))
                    .unwrap_or_default()
            };
            judge(&Request::new(
                text(Event::METHOD).to_owned(),
                text(Event::PATH),
            ))
        }
    };
    if let Some(asked) = &answer.asked
        && framework == Framework::Tower
        && let Some(under) = asked.path.strip_prefix("/nested")
    {
        // It takes the beginning off the request, before a nested service has it.
        let under = judge(&Request::new(asked.method.clone(), under));
        if under.len() < found.len() {
            found = under;
        }
    }
    found.extend(lacking);
    found
}

/// What an event does not say of a request, or says of one that was not sent.
fn lacking(framework: Framework, event: &Event, scripts: &[Script]) -> Option<String> {
    let is_sent = |text: &str| {
        let text = text.strip_suffix(CUT).unwrap_or(text);
        !text.is_empty() && scripts.iter().any(|script| script.has(text))
    };
    let has_method = event.get(Event::METHOD).is_some_and(is_sent);
    let has_path = match event.get(Event::PATH) {
        // The tower workbench takes the beginning of a nested path off, and puts a slash before the rest.
        Some(path) if framework == Framework::Tower => {
            is_sent(path) || is_sent(&path.replacen('/', "/nested", 1))
        }
        Some(path) => is_sent(path),
        None => scripts.iter().any(Script::has_authority_form),
    };
    (!has_method || !has_path).then(|| format!("the method or path of no request: {event:?}"))
}
