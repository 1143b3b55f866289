//! Codes and statuses, as wire.md §3 has them.

use manila::{Case, Catalog, Code, Condition, Retry, Wire};

use super::error::{ExpectedCode, Spelling};
use super::http::phrase;
use crate::fault::{AnyStatus, FaultCase, KindCase, RuleCase};

/// A code on the wire, and the entry of a catalog that it is.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    pub(crate) code: ExpectedCode,
    pub(crate) entry: Option<&'static Code>,
}

impl Resolved {
    fn entry(entry: &'static Code, status: u16) -> Self {
        let number = entry.number().map(i64::from);
        let spelling = match (entry.catalog().wire(), number) {
            (Wire::Number, Some(number)) => Spelling::Number(number),
            _ => Spelling::Name(entry.name().to_owned()),
        };
        let advice = entry.retry();
        let code = ExpectedCode {
            status,
            spelling,
            number,
            title: entry.title().to_owned(),
            is_listed: true,
            should_retry: advice.map(|advice| matches!(advice, Retry::After | Retry::Backoff)),
        };
        Self {
            code,
            entry: Some(entry),
        }
    }

    fn default_of(entry: &'static Code) -> Self {
        Self::entry(entry, entry.status().get())
    }

    fn https(status: u16, spelling: Spelling) -> Self {
        let code = ExpectedCode {
            status,
            number: match &spelling {
                Spelling::Number(number) => Some(*number),
                Spelling::Name(_) => None,
            },
            spelling,
            title: phrase(status),
            is_listed: false,
            should_retry: None,
        };
        Self { code, entry: None }
    }
}

/// The code and the status of a fault.
pub(crate) fn resolve(fault: &FaultCase, catalog: Option<&'static Catalog>) -> ExpectedCode {
    resolve_fault(fault, catalog).code
}

/// What a fault is, once the service's catalog has had its say.
pub(crate) fn resolve_fault(fault: &FaultCase, catalog: Option<&'static Catalog>) -> Resolved {
    match fault.kind {
        KindCase::Code(code) => {
            let is_declared = |status: &u16| code.0.statuses().iter().any(|of| of.get() == *status);
            let status = fault.status.map(|status| status.0).filter(is_declared);
            Resolved::entry(code.0, status.unwrap_or(code.0.status().get()))
        }
        KindCase::Condition(condition) => of_condition(condition.0, catalog),
        KindCase::ConditionOf(own, condition) => match named_for(condition.0, Some(own.0)) {
            Some(code) => Resolved::default_of(code),
            None => of_condition(condition.0, catalog.or(Some(own.0))),
        },
        KindCase::Foreign(AnyStatus(status)) => {
            let status = if (400..=999).contains(&status) {
                status
            } else {
                500
            };
            let condition = Condition::of_status(status);
            let named = catalog
                .zip(condition)
                .and_then(|(catalog, of)| catalog.condition(of));
            named.map_or_else(|| of_status(status, catalog), Resolved::default_of)
        }
    }
}

pub(crate) fn resolve_violation(
    rule: RuleCase,
    fault: &Resolved,
    catalog: Option<&'static Catalog>,
) -> Resolved {
    match rule {
        RuleCase::Fault => fault.clone(),
        RuleCase::Code(code) => Resolved::default_of(code.0),
        RuleCase::Condition(condition) => {
            let catalog = fault.entry.map(Code::catalog).or(catalog);
            named_for(condition.0, catalog).map_or_else(|| fault.clone(), Resolved::default_of)
        }
        RuleCase::Rule(rule) => {
            let catalog = fault.entry.map(Code::catalog).or(catalog);
            named_for_rule(rule.0, catalog).map_or_else(|| fault.clone(), Resolved::default_of)
        }
    }
}

/// The code that the catalog names for the rule, or for what the rule is a case of.
fn named_for_rule(rule: &str, catalog: Option<&'static Catalog>) -> Option<&'static Code> {
    let general = match rule {
        "min_length" | "max_length" => "length",
        "min" | "max" => "range",
        "ipv4" | "ipv6" => "ip",
        rule => rule,
    };
    let condition = match rule {
        "required" => Condition::MissingField,
        _ => Condition::InvalidValue,
    };
    let named = catalog?.rule(rule).or_else(|| catalog?.rule(general));
    named.or_else(|| named_for(condition, catalog))
}

fn of_condition(condition: Condition, catalog: Option<&'static Catalog>) -> Resolved {
    named_for(condition, catalog).map_or_else(
        || of_status(condition.status(), catalog),
        Resolved::default_of,
    )
}

/// The code that the catalog names for the condition, or for a more general one.
fn named_for(condition: Condition, catalog: Option<&'static Catalog>) -> Option<&'static Code> {
    let mut condition = Some(condition);
    while let Some(of) = condition {
        if let Some(code) = catalog?.condition(of) {
            return Some(code);
        }
        condition = of.general();
    }
    None
}

/// HTTP's own code, else what stands in where the catalog means something else by its spelling.
fn of_status(status: u16, catalog: Option<&'static Catalog>) -> Resolved {
    let Some(catalog) = catalog else {
        return Resolved::https(status, Spelling::Name(spelled(status, Case::Snake)));
    };
    let (condition, general) = if status < 500 {
        (Condition::BadRequest, 400)
    } else {
        (Condition::Internal, 500)
    };
    own_code(status, catalog)
        .or_else(|other| match catalog.condition(condition) {
            Some(code) => Ok(Resolved::default_of(code)),
            None => own_code(general, catalog).map_err(|_| other),
        })
        .unwrap_or_else(Resolved::default_of)
}

/// HTTP's own code, or the entry that the catalog spells in the same way.
fn own_code(status: u16, catalog: &'static Catalog) -> Result<Resolved, &'static Code> {
    let code = match catalog.wire() {
        Wire::Number if catalog.codes().iter().any(|code| code.number() < Some(0)) => {
            Spelling::Number(-i64::from(status))
        }
        Wire::Number => Spelling::Number(i64::from(status) * 1000),
        _ => Spelling::Name(spelled(status, catalog.case())),
    };
    let mut entries = catalog.codes().iter();
    let Some(entry) = entries.find(|entry| match &code {
        Spelling::Name(name) => entry.name() == name,
        Spelling::Number(number) => entry.number().map(i64::from) == Some(*number),
    }) else {
        return Ok(Resolved::https(status, code));
    };
    if entry.statuses().iter().any(|of| of.get() == status) {
        Ok(Resolved::entry(entry, status))
    } else {
        Err(entry)
    }
}

fn spelled(status: u16, case: Case) -> String {
    let phrase = phrase(status);
    let words = phrase.split(' ').map(str::to_ascii_lowercase);
    match case {
        Case::ScreamingSnake => words.collect::<Vec<_>>().join("_").to_ascii_uppercase(),
        Case::Kebab => words.collect::<Vec<_>>().join("-"),
        Case::Pascal => words
            .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
            .collect(),
        Case::Camel => {
            let pascal = spelled(status, Case::Pascal);
            pascal[..1].to_ascii_lowercase() + &pascal[1..]
        }
        _ => words.collect::<Vec<_>>().join("_"),
    }
}
