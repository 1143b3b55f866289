//! Codes and statuses, as wire.md §3 has them.

use std::borrow::Cow;

use manila::{Case, Catalog, Code, Condition, Status, Wire};

use crate::fault::{AnyStatus, FaultCase, Kind, RuleCase};
use crate::json::Json;

/// A code on the wire, with its status.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) code: Spelled,
    pub(crate) entry: Option<&'static Code>,
}

/// A code as it is spelled on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Spelled {
    Name(String),
    Number(i64),
}

impl Spelled {
    pub(crate) fn json(&self) -> Json {
        match self {
            Self::Name(name) => Json::text(name.clone()),
            Self::Number(number) => Json::integer(*number),
        }
    }

    pub(crate) fn text(&self) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl Told {
    fn entry(entry: &'static Code, status: u16) -> Self {
        let code = match (entry.catalog().wire(), entry.number()) {
            (Wire::Number, Some(number)) => Spelled::Number(number.into()),
            _ => Spelled::Name(entry.name().to_owned()),
        };
        Self {
            status,
            code,
            entry: Some(entry),
        }
    }

    fn default_of(entry: &'static Code) -> Self {
        Self::entry(entry, entry.status().get())
    }

    pub(crate) fn title(&self) -> Cow<'static, str> {
        self.entry
            .map_or_else(|| phrase(self.status), |entry| entry.title().into())
    }
}

/// What a fault is, once the service's catalog has had its say.
pub(crate) fn resolve(fault: &FaultCase, catalog: Option<&'static Catalog>) -> Told {
    match fault.kind {
        Kind::Code(code) => {
            let is_declared = |status: &u16| code.0.statuses().iter().any(|of| of.get() == *status);
            let status = fault.status.map(|status| status.0).filter(is_declared);
            Told::entry(code.0, status.unwrap_or(code.0.status().get()))
        }
        Kind::Condition(condition) => of_condition(condition.0, catalog),
        Kind::ConditionOf(own, condition) => of_condition(condition.0, Some(own.0)),
        Kind::Foreign(AnyStatus(status)) => {
            let status = if (400..=999).contains(&status) {
                status
            } else {
                500
            };
            let condition = Condition::of_status(status);
            let named = catalog
                .zip(condition)
                .and_then(|(catalog, of)| catalog.condition(of));
            named.map_or_else(|| of_status(status, catalog), Told::default_of)
        }
    }
}

pub(crate) fn resolve_violation(
    rule: RuleCase,
    fault: &Told,
    catalog: Option<&'static Catalog>,
) -> Told {
    match rule {
        RuleCase::Fault => fault.clone(),
        RuleCase::Code(code) => Told::default_of(code.0),
        RuleCase::Condition(condition) => {
            let catalog = fault.entry.map(Code::catalog).or(catalog);
            named_for(condition.0, catalog).map_or_else(|| fault.clone(), Told::default_of)
        }
        RuleCase::Rule(rule) => {
            let catalog = fault.entry.map(Code::catalog).or(catalog);
            named_for_rule(rule.0, catalog).map_or_else(|| fault.clone(), Told::default_of)
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

fn of_condition(condition: Condition, catalog: Option<&'static Catalog>) -> Told {
    named_for(condition, catalog)
        .map_or_else(|| of_status(condition.status(), catalog), Told::default_of)
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
fn of_status(status: u16, catalog: Option<&'static Catalog>) -> Told {
    let Some(catalog) = catalog else {
        let code = Spelled::Name(spelled(status, Case::Snake));
        return Told {
            status,
            code,
            entry: None,
        };
    };
    let (condition, general) = if status < 500 {
        (Condition::BadRequest, 400)
    } else {
        (Condition::Internal, 500)
    };
    own_code(status, catalog)
        .or_else(|other| match catalog.condition(condition) {
            Some(code) => Ok(Told::default_of(code)),
            None => own_code(general, catalog).map_err(|_| other),
        })
        .unwrap_or_else(Told::default_of)
}

/// HTTP's own code, or the entry that the catalog spells in the same way.
fn own_code(status: u16, catalog: &'static Catalog) -> Result<Told, &'static Code> {
    let code = match catalog.wire() {
        Wire::Number if catalog.codes().iter().any(|code| code.number() < Some(0)) => {
            Spelled::Number(-i64::from(status))
        }
        Wire::Number => Spelled::Number(i64::from(status) * 1000),
        _ => Spelled::Name(spelled(status, catalog.case())),
    };
    let mut entries = catalog.codes().iter();
    let Some(entry) = entries.find(|entry| match &code {
        Spelled::Name(name) => entry.name() == name,
        Spelled::Number(number) => entry.number().map(i64::from) == Some(*number),
    }) else {
        return Ok(Told {
            status,
            code,
            entry: None,
        });
    };
    if entry.statuses().iter().any(|of| of.get() == status) {
        Ok(Told::entry(entry, status))
    } else {
        Err(entry)
    }
}

/// The phrase of a status, `HTTP 499` where the registry has none.
pub(crate) fn phrase(status: u16) -> Cow<'static, str> {
    match Status::new(status).map(Status::phrase) {
        Some(phrase) if !phrase.is_empty() => phrase.into(),
        _ => format!("HTTP {status}").into(),
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
        _ => words.collect::<Vec<_>>().join("_"),
    }
}
