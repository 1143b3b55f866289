//! JSON, and every mistake in it.
//!
//! `eserde` goes on where `serde` stops and reports each error, without its place. A deserializer
//! over a document knows where it is, and notes it beside each report.

mod document;
mod finder;
mod inside;
mod key;
mod lacks;
mod node;
mod nothing;
mod places;
mod reported;
mod within;

use std::cell::Cell;
use std::collections::HashSet;
use std::fmt::Write as _;

use eserde::EDeserialize;
use eserde::reporter::ErrorReporter;

use self::document::Document;
use self::finder::Finder;
use self::lacks::{Added, Called, Missing, Optional, Trial};
use self::node::Node;
use self::places::{Lacks, Places};
use self::reported::ReportedIssue;
use self::within::MOST_SEARCHES;
use super::error::{shown_during, shown_in};
use super::json::{Refusal, read as read_first};
use super::trace::Trace;
use crate::fault::{BoundedText, Fault, Violations};
use crate::input::bounded_pointer::BoundedPointer;
use crate::panics::catch_panic;

/// Reads a value from a body of JSON (RFC 8259), and finds all its issues at once.
///
/// The type derives `eserde::Deserialize`, which goes on where `serde` stops. For a value that
/// `eserde` leaves to `serde` (its `compat`) the first issue is reported. The issues are in the
/// order of the members' names, with missing members behind them. Reading ends after 1,000
/// issues, or where their places are longer than 128 KiB together, and `more` in the response says so.
/// Beside the value that `serde` makes, reading takes ten times the memory of the body at most, and
/// 3 MiB for the issues. Where a type calls this while it is itself read, the inner call reports its
/// first issue alone.
///
/// Nothing is said that is not certain. The value that [`json`](super::json()) would point to is always
/// among those that are. Of what `serde` keeps until it knows its type (flattened members, variants with a tag),
/// other issues may be told in general, as one of a value inside the one at the pointer, and what is
/// missing may be left out.
///
/// # Errors
///
/// The condition `validation` with a violation for each issue: the code of its condition, as
/// `missing_field`, and a JSON Pointer. A missing member points to the object that lacks it. A mistake
/// in the body as a whole is reported as by [`json`](super::json()), such as `invalid_json` with line
/// and column. What the client is not told of the issues is the cause, for the log, with the place in front
/// of each where there are several. For a value inside names of more than 1 KiB together the place is that of a value around
/// it, and the sentence says so.
///
/// ```
/// use manila::extract::json_all;
/// use manila::Envelopes;
///
/// #[derive(Debug, eserde::Deserialize)]
/// #[serde(rename_all = "camelCase")]
/// struct Signup {
///     first_names: Vec<String>,
///     age: u8,
/// }
///
/// let fault = json_all::<Signup>(br#"{"firstNames":["Ada",1]}"#).unwrap_err();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// let body = std::str::from_utf8(rendered.body()).unwrap();
/// assert!(body.contains(r#""pointer":"/firstNames/1","details":{"expected":"string"}"#));
/// assert!(body.contains(r#""pointer":"","details":{"member":"age"}"#));
/// ```
pub fn json_all<T: for<'de> EDeserialize<'de>>(body: &[u8]) -> Result<T, Fault> {
    read_first(body).map_err(|refusal| {
        let first = match refusal {
            Refusal::Value(first) => ReportedIssue::of(first),
            refusal @ Refusal::Whole(_) => return refusal.into_fault(),
        };
        let Some(document) = Document::read(body) else {
            return first.into_fault();
        };
        match all_issues::<T>(&document, &first) {
            Some(issues) => issues.into_fault(),
            None => first.into_fault(),
        }
    })
}

thread_local! {
    /// Whether this thread reads a value for its issues.
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// The issues of a value; none where it is read inside of another. `eserde` has one list for a thread,
/// which ends with the innermost value that is read for its issues: a type may do that by other means
/// too.
fn all_issues<'de, T: EDeserialize<'de>>(
    body: &Document<'de>,
    first: &ReportedIssue,
) -> Option<Issues> {
    if IS_READING.replace(true) {
        return None;
    }
    let issues = catch_panic(|| issues::<T>(body, first));
    IS_READING.set(false);
    issues.flatten()
}

/// The issues of a value, in its order, up to the most that are reported. What `eserde` calls missing is
/// among them where it is certain.
fn issues<'de, T: EDeserialize<'de>>(
    body: &Document<'de>,
    first: &ReportedIssue,
) -> Option<Issues> {
    let mut found = read_to_end::<T>(body, &Optional::default(), first);
    if found.is_stopped && !found.missing.optional.is_empty() {
        // Many calls may have been about members that are optional.
        let optional = std::mem::take(&mut found.missing.optional);
        drop(found);
        found = read_to_end::<T>(body, &optional, first);
    }
    let Found {
        reported,
        missing,
        is_stopped,
    } = found;
    let mut issues = missing.put_into(without_superfluous(reported));
    let mut refused = HashSet::new();
    issues.retain(|issue| {
        issue
            .refused()
            .is_none_or(|place| refused.insert(place.clone()))
    });
    if issues.is_empty() {
        return None;
    }
    match issues.iter().position(|issue| issue.is_same(first)) {
        Some(same) if issues[same].kind().is_vague() => issues[same] = first.clone(),
        Some(_) => {}
        None => match issues.iter().position(|issue| issue.is_vague_about(first)) {
            Some(vague) => issues[vague] = first.clone(),
            None => issues.insert(0, first.clone()),
        },
    }
    Some(Issues {
        found: issues,
        is_stopped,
    })
}

/// The issues that are told of a value.
struct Issues {
    found: Vec<ReportedIssue>,
    is_stopped: bool,
}

impl Issues {
    fn into_fault(self) -> Fault {
        let causes = self.causes();
        let violations = self.found.into_iter().map(ReportedIssue::into_violation);
        let mut violations: Violations = violations.collect();
        if self.is_stopped {
            violations.stop();
        }
        let fault = violations.into_detected();
        match causes {
            Some(causes) => fault.because_text(causes.as_str()),
            None => fault,
        }
    }

    /// What is for the log, in front of each its place where there are several.
    fn causes(&self) -> Option<BoundedText> {
        let causes = || {
            let issues = self.found.iter();
            issues.filter_map(|issue| Some((issue.place().pointer(), issue.cause()?)))
        };
        let are_several = causes().nth(1).is_some();
        let mut text = BoundedText::new();
        for (at, (place, cause)) in causes().enumerate() {
            let between = if at == 0 { "" } else { "; " };
            let _ = match are_several {
                true => write!(text, "{between}{}: {cause}", place.as_str()),
                false => text.write_str(cause),
            };
        }
        Some(text).filter(|text| text.len() > 0)
    }
}

/// What is wrong with a value.
struct Found {
    reported: Vec<ReportedIssue>,
    missing: Missing,
    is_stopped: bool,
}

/// Reads a value for its issues, and finds out by trials what it lacks.
fn read_to_end<'de, T: EDeserialize<'de>>(
    body: &Document<'de>,
    optional: &Optional,
    first: &ReportedIssue,
) -> Found {
    let Reading {
        reported,
        lacks,
        is_stopped,
    } = read::<T>(body, Added::Nothing, optional);
    let is_stopped = Cell::new(is_stopped);
    let called = Called::of(&reported);
    let most_trials = (MOST_BYTES / body.len().max(1)).clamp(FEW_TRIALS, MOST_TRIALS);
    let missing = Missing::find(&called, &lacks.absent, &lacks.short, most_trials, |added| {
        let trial = read::<T>(body, added, optional);
        is_stopped.set(is_stopped.get() || trial.is_stopped);
        let proper_names = trial.reported.iter().chain([first]);
        let proper_names = proper_names.filter_map(ReportedIssue::proper_name);
        Trial {
            called: Called::of(&trial.reported),
            proper_names: proper_names.map(str::to_owned).collect(),
            ..trial.lacks.trial
        }
    });
    Found {
        reported,
        missing,
        is_stopped: is_stopped.get(),
    }
}

/// The issues without those of elements that an array has too many of: nothing is asked of them.
fn without_superfluous(mut reported: Vec<ReportedIssue>) -> Vec<ReportedIssue> {
    let too_long: Vec<_> = reported.iter().filter_map(ReportedIssue::length).collect();
    for (array, length) in too_long {
        reported.retain(|issue| issue.index_in(&array).is_none_or(|index| index < length));
    }
    reported
}

/// How often a value is read with a member that its objects lack: as often as they may lack one, up to
/// that many times, and up to that many bytes but a few times at least.
const MOST_TRIALS: usize = 128;
const FEW_TRIALS: usize = 4;
const MOST_BYTES: usize = 256 * 1024;

/// What has been reported of a value.
struct Reading {
    reported: Vec<ReportedIssue>,
    lacks: Lacks,
    is_stopped: bool,
}

/// Reads a value for its issues. Where its members and elements are is known beforehand: where a reader
/// of text stops inside a value, what it takes for the next one is not.
fn read<'de, T: EDeserialize<'de>>(
    body: &Document<'de>,
    added: Added,
    optional: &Optional,
) -> Reading {
    let _guard = ErrorReporter::start_deserialization();
    let (places, trace) = (Places::new(added, optional), Trace::default());
    // What is wrong has been reported.
    let root = BoundedPointer::default();
    let ((), shown) = shown_during(|| {
        let _ = places.within(&root, || {
            let node = Node::new(body.root(), root.clone(), &places);
            T::deserialize_for_errors(trace.reader(node))
        });
    });
    let errors = ErrorReporter::take_errors();
    let is_stopped = places.are_stopped();
    let (places, lacks) = places.into_parts();
    // What is only tried is not told.
    let searches_left = Cell::new(match added {
        Added::Nothing => MOST_SEARCHES,
        Added::All | Added::Nth(_) => 0,
    });
    let mut finder = Finder::new(body);
    let reported = errors.iter().zip(places);
    let reported = reported.map(|(error, place)| match shown_in(error.message(), &shown) {
        Some(shown) => ReportedIssue::shown(shown.clone(), place, &mut finder, &searches_left),
        None => ReportedIssue::told(error.message(), place),
    });
    Reading {
        reported: reported.collect(),
        lacks,
        is_stopped,
    }
}
