//! Broken rules, and the fault that is made of them.
//!
//! Both validators lead here: a rule has the same name, parameters and sentence whichever found it
//! broken.

use std::borrow::Cow;

use serde_json::Value;

use super::Input;
use super::message::{Parameter, message};
use super::sent_names::settle;
use crate::fault::{Fault, MOST_VIOLATIONS, Violation, Violations};
use crate::input::extract::{MISSING_MEMBER, MISSING_PARAMETER, SentBody};
use crate::input::field_names::{Located, Rank, Token};

/// A rule that a value breaks.
#[derive(Debug, Clone)]
pub(super) struct BrokenRule {
    pub(super) rule: Cow<'static, str>,
    pub(super) parameters: Vec<Parameter>,
    /// The message that the rule was given.
    pub(super) message: Option<Cow<'static, str>>,
}

impl BrokenRule {
    pub(super) const fn new(rule: &'static str) -> Self {
        Self {
            rule: Cow::Borrowed(rule),
            parameters: Vec::new(),
            message: None,
        }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.parameters.push((Cow::Borrowed(name), value.into()));
        self
    }

    pub(super) fn message(&self) -> Cow<'static, str> {
        match &self.message {
            Some(message) => message.clone(),
            None => message(&self.rule, &self.parameters),
        }
    }

    fn violation(self, place: &Located, input: Input) -> Violation {
        let violation = match (input, &*self.rule, &*place.tokens) {
            // A pointer names a value that exists: the object that lacks the member.
            (Input::Body, "required", [.., Token::Member(name)]) if place.is_exact => {
                let message = self.message.unwrap_or(Cow::Borrowed(MISSING_MEMBER));
                Violation::new(message)
                    .with_pointer(place.pointer().parent())
                    .with_detail("member", name)
            }
            (Input::Body, rule, _) => {
                let message = match (&place.absent, &self.message) {
                    (Some(_), None) if rule == "required" => Cow::Borrowed(MISSING_MEMBER),
                    _ => self.message(),
                };
                let violation = Violation::new(message).with_pointer(place.pointer());
                match &place.absent {
                    Some(name) => violation.with_detail("member", name),
                    None => violation,
                }
            }
            (Input::Parameters, rule, [Token::Member(name), ..]) => {
                let message = match self.message {
                    None if rule == "required" => Cow::Borrowed(MISSING_PARAMETER),
                    _ => self.message(),
                };
                Violation::new(message).with_parameter(name.clone())
            }
            (Input::Parameters, ..) => Violation::new(self.message()),
        };
        let parameters = self.parameters.into_iter();
        parameters.fold(
            violation.with_rule(self.rule),
            |violation, (name, value)| violation.with_detail(name, value),
        )
    }
}

/// The findings of a validator about one value: the first of them, up to the most that are reported.
pub(super) struct Report {
    input: Input,
    broken: Vec<(Located, BrokenRule)>,
    is_stopped: bool,
}

impl Report {
    pub(super) const fn new(input: Input) -> Self {
        Self {
            input,
            broken: Vec::new(),
            is_stopped: false,
        }
    }

    /// Adds a finding, which is made only if there is room for it; returns whether there was.
    pub(super) fn add(&mut self, finding: impl FnOnce() -> (Located, BrokenRule)) -> bool {
        let has_room = self.broken.len() < MOST_VIOLATIONS;
        if has_room {
            self.broken.push(finding());
        } else {
            self.is_stopped = true;
        }
        has_room
    }

    /// The fault, if any rule is broken. Violations are sorted by the order of the fields, as maps
    /// and sets give their values in none.
    pub(super) fn into_result(mut self) -> Result<(), Fault> {
        if self.broken.is_empty() {
            return Ok(());
        }
        self.broken
            .sort_by_cached_key(|(place, broken)| sort_key(place, broken));
        if let (Input::Body, Some(body)) = (self.input, SentBody::current()) {
            settle(self.broken.iter_mut().map(|(place, _)| place), &body);
        }
        let violations = self.broken.into_iter();
        let violations = violations.map(|(place, broken)| broken.violation(&place, self.input));
        let mut violations: Violations = violations.collect();
        if self.is_stopped {
            violations.stop();
        }
        Err(violations.into_detected())
    }
}

fn sort_key(
    place: &Located,
    broken: &BrokenRule,
) -> (Vec<Rank>, Cow<'static, str>, Cow<'static, str>) {
    (place.rank.clone(), broken.rule.clone(), broken.message())
}
