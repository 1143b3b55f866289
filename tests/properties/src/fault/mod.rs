//! One fault, as an input describes it.

mod cause;
mod value;

use std::time::{Duration, SystemTime};

use arbitrary::{Arbitrary, Result, Unstructured};
use manila::{Applied, Condition, Fault, Pointer, Status, Violation};

use self::cause::CauseCase;
pub(crate) use self::value::{Outcome, Value};
use crate::catalogs::{AnyCatalog, AnyCode, AnyCondition, AnyRule};
use crate::text::{Text, name};

/// Everything that can be said of a fault.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) struct FaultCase {
    pub(crate) kind: KindCase,
    pub(crate) status: Option<AnyStatus>,
    pub(crate) message: Option<Text>,
    pub(crate) details: Vec<(DetailName, Value)>,
    /// A value whose members become details.
    pub(crate) members: Option<Value>,
    pub(crate) violations: Vec<ViolationCase>,
    pub(crate) retry: Option<RetryCase>,
    pub(crate) applied: Option<AppliedCase>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) cause: CauseCase,
    pub(crate) reason: Option<Text>,
}

/// What the fault is an occurrence of.
#[derive(Debug, Clone, Copy, Arbitrary)]
pub(crate) enum KindCase {
    Code(AnyCode),
    Condition(AnyCondition),
    ConditionOf(AnyCatalog, AnyCondition),
    Foreign(AnyStatus),
}

/// A status, mostly of an error.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnyStatus(pub(crate) u16);

impl<'a> Arbitrary<'a> for AnyStatus {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let is_near = u.ratio(7, 8)?;
        let status = if is_near {
            u.int_in_range(390..=610)
        } else {
            u.arbitrary()
        };
        status.map(Self)
    }
}

/// One invalid field.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) struct ViolationCase {
    pub(crate) message: Text,
    pub(crate) rule: RuleCase,
    pub(crate) place: PlaceCase,
    pub(crate) details: Vec<(DetailName, Value)>,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
pub(crate) enum RuleCase {
    Fault,
    Code(AnyCode),
    Condition(AnyCondition),
    Rule(AnyRule),
}

#[derive(Debug, Clone, Arbitrary)]
pub(crate) enum PlaceCase {
    Nowhere,
    Pointer(Vec<Step>),
    Parameter(Text),
    Header(Text),
}

#[derive(Debug, Clone, Arbitrary)]
pub(crate) enum Step {
    Member(Text),
    Index(u32),
    Parent,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
pub(crate) enum RetryCase {
    After(Duration),
    /// Seconds before or after 1970.
    At(i64),
}

#[derive(Debug, Clone, Copy, Arbitrary)]
pub(crate) enum AppliedCase {
    Yes,
    No,
    Unknown,
}

/// The name of a detail.
#[derive(Debug, Clone)]
pub(crate) struct DetailName(pub(crate) String);

impl<'a> Arbitrary<'a> for DetailName {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        const KNOWN: [&str; 10] = [
            "limit",
            "name",
            "seconds",
            "retry_after_seconds",
            "masked_phone",
            "errors",
            "more",
            "reason",
            "retry",
            "truncated",
        ];
        name(u, &KNOWN).map(Self)
    }
}

/// The name of a header field.
#[derive(Debug, Clone)]
pub(crate) struct HeaderName(pub(crate) String);

impl<'a> Arbitrary<'a> for HeaderName {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        // Few, so that they repeat.
        const FREE: [&str; 4] = ["x-custom", "X-Custom", "set-cookie", "vary"];
        const SPECIAL: [&str; 13] = [
            "cache-control",
            "Retry-After",
            "allow",
            "www-authenticate",
            "content-type",
            "content-length",
            "transfer-encoding",
            "connection",
            "x-request-id",
            "x-correlation-id",
            "x-error-code",
            "x-should-retry",
            "x-content-type-options",
        ];
        let is_free = u.arbitrary()?;
        name(u, if is_free { &FREE } else { &SPECIAL }).map(Self)
    }
}

/// The value of a header field, mostly one that HTTP allows.
#[derive(Debug, Clone)]
pub(crate) struct HeaderValue(pub(crate) String);

impl<'a> Arbitrary<'a> for HeaderValue {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        const KNOWN: [&str; 6] = [
            "a",
            "b=c; Path=/",
            "no-cache",
            "120",
            "",
            "Basic realm=\"a\tb\"",
        ];
        name(u, &KNOWN).map(Self)
    }
}

impl FaultCase {
    /// A fault of which nothing but its kind is known.
    pub(crate) fn plain(kind: KindCase) -> Self {
        Self {
            kind,
            status: None,
            message: None,
            details: Vec::new(),
            members: None,
            violations: Vec::new(),
            retry: None,
            applied: None,
            headers: Vec::new(),
            cause: CauseCase::None,
            reason: None,
        }
    }

    pub(crate) fn of_condition(condition: Condition) -> Self {
        Self::plain(KindCase::Condition(AnyCondition(condition)))
    }

    /// Whether it is all but its kind and its reason.
    pub(crate) fn says_nothing(&self) -> bool {
        !self.has_cause()
            && self.message.is_none()
            && self.details.is_empty()
            && self.members.is_none()
            && self.violations.is_empty()
            && self.headers.is_empty()
    }

    /// The fault with a text as a detail.
    pub(crate) fn with_text(mut self, name: &str, text: &str) -> Self {
        let text = Value::Text(Text(text.to_owned()));
        self.details.push((DetailName(name.to_owned()), text));
        self
    }

    /// Whether there is something that the log alone is told.
    pub(crate) fn has_cause(&self) -> bool {
        !matches!(self.cause, CauseCase::None)
    }

    /// The fault, through core's front door.
    pub(crate) fn build(&self) -> Fault {
        let mut fault = match self.kind {
            KindCase::Code(AnyCode(code)) => Fault::new(code),
            KindCase::Condition(AnyCondition(condition)) => Fault::condition(condition),
            KindCase::ConditionOf(AnyCatalog(catalog), AnyCondition(condition)) => {
                Fault::condition_of(catalog, condition)
            }
            KindCase::Foreign(AnyStatus(status)) => Fault::foreign(status),
        };
        if let Some(status) = self.status.and_then(|status| Status::new(status.0)) {
            fault = fault.with_status(status);
        }
        if let Some(Text(message)) = &self.message {
            fault = fault.with_message(message.clone());
        }
        for (DetailName(name), value) in &self.details {
            fault = fault.with_detail(name.clone(), value);
        }
        if let Some(members) = &self.members {
            fault = fault.with_details(members);
        }
        fault = fault.with_violations(self.violations.iter().map(ViolationCase::build));
        fault = match self.retry {
            Some(RetryCase::After(after)) => fault.with_retry_after(after),
            Some(RetryCase::At(seconds)) => fault.with_retry_after(moment(seconds)),
            None => fault,
        };
        if let Some(applied) = self.applied {
            fault = fault.with_applied(applied.build());
        }
        for (HeaderName(name), HeaderValue(value)) in &self.headers {
            fault = fault.with_header(name.clone(), value.clone());
        }
        if let Some(Text(reason)) = &self.reason {
            fault = fault.with_reason(reason.as_str());
        }
        self.cause.attach(fault)
    }
}

/// The moment, as far as the system's clock reaches.
fn moment(seconds: i64) -> Option<SystemTime> {
    let distance = Duration::from_secs(seconds.unsigned_abs());
    if seconds < 0 {
        SystemTime::UNIX_EPOCH.checked_sub(distance)
    } else {
        SystemTime::UNIX_EPOCH.checked_add(distance)
    }
}

impl AppliedCase {
    const fn build(self) -> Applied {
        match self {
            Self::Yes => Applied::Yes,
            Self::No => Applied::No,
            Self::Unknown => Applied::Unknown,
        }
    }

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

impl ViolationCase {
    fn build(&self) -> Violation {
        let mut violation = Violation::new(self.message.0.clone());
        violation = match self.rule {
            RuleCase::Fault => violation,
            RuleCase::Code(AnyCode(code)) => violation.with_code(code),
            RuleCase::Condition(AnyCondition(condition)) => violation.with_condition(condition),
            RuleCase::Rule(AnyRule(rule)) => violation.with_rule(rule),
        };
        violation = match &self.place {
            PlaceCase::Nowhere => violation,
            PlaceCase::Pointer(steps) => violation.with_pointer(pointer(steps)),
            PlaceCase::Parameter(Text(name)) => violation.with_parameter(name.clone()),
            PlaceCase::Header(Text(name)) => violation.with_header(name.clone()),
        };
        for (DetailName(name), value) in &self.details {
            violation = violation.with_detail(name.clone(), value);
        }
        violation
    }
}

fn pointer(steps: &[Step]) -> Pointer {
    steps
        .iter()
        .fold(Pointer::root(), |pointer, step| match step {
            Step::Member(Text(name)) => pointer.member(name),
            Step::Index(index) => pointer.index(*index as usize),
            Step::Parent => pointer.parent(),
        })
}
