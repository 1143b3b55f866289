//! The errors that a service can answer with: each code of its catalogs, and each of HTTP's own that stands for
//! a condition which the catalogs do not name.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ptr;

use manila::{Case, Catalog, Code, Condition, Envelopes, Fault, Scope, Status, WireCode};

use crate::conditions::{Has, Needs, Refusal};

/// The errors of each status, by their places in the list of all.
pub(crate) type Statuses = BTreeMap<u16, BTreeSet<usize>>;

/// An error: a code, with what is known of it.
#[derive(Debug)]
pub(crate) struct Kind {
    pub(crate) code: WireCode,
    /// Its entry in a catalog; none for HTTP's own.
    pub(crate) entry: Option<&'static Code>,
    pub(crate) statuses: Vec<u16>,
    /// The name for the parts of a document that are about it, in `PascalCase`.
    pub(crate) name: String,
    /// A fault of it, for each status in turn.
    pub(crate) fault: Fault,
    /// Whether it stands for what is wrong with a place in the request.
    pub(crate) has_violations: bool,
}

/// All errors of a service.
#[derive(Debug)]
pub(crate) struct Kinds {
    pub(crate) all: Vec<Kind>,
    /// The codes that a response can have, of each catalog.
    responses: Vec<(&'static Catalog, Vec<usize>)>,
    of_entry: HashMap<*const Code, usize>,
    /// What the framework answers: what an operation needs for it, the status, and the error.
    refusals: Vec<(Needs, u16, usize)>,
    /// The errors that a violation can have as its code.
    pub(crate) violations: BTreeSet<usize>,
    /// The statuses of responses that have violations.
    pub(crate) violation_statuses: BTreeSet<u16>,
}

impl Kinds {
    pub(crate) fn new(
        envelopes: &Envelopes,
        catalogs: &[&'static Catalog],
        refusals: impl Iterator<Item = Refusal>,
    ) -> Self {
        let mut kinds = Self {
            all: Vec::new(),
            responses: Vec::new(),
            of_entry: HashMap::new(),
            refusals: Vec::new(),
            violations: BTreeSet::new(),
            violation_statuses: BTreeSet::new(),
        };
        for catalog in catalogs {
            kinds.add_catalog(catalog);
        }
        kinds.add_refusals(envelopes, refusals);
        kinds
    }

    fn add_catalog(&mut self, catalog: &'static Catalog) {
        let mut responses = Vec::new();
        // A code that is retired is on the list, and is never sent.
        for code in catalog
            .codes()
            .iter()
            .filter(|code| code.retired().is_none())
        {
            let at = self.all.len();
            let statuses = code.statuses().iter().map(|status| status.get()).collect();
            if code.scope().contains(&Scope::Response) {
                responses.push(at);
            }
            let is_of_violations = code.scope().contains(&Scope::Violation);
            if is_of_violations {
                self.add_violation(at, code.status().get());
            }
            self.of_entry.insert(ptr::from_ref(code), at);
            self.all.push(Kind {
                code: code.wire_code(),
                entry: Some(code),
                statuses,
                name: Case::Pascal.spell(code.name()),
                fault: Fault::new(code),
                has_violations: false,
            });
        }
        for (_, code) in catalog.rules() {
            if let Some(at) = self.of_code(code) {
                self.add_violation(at, code.status().get());
            }
        }
        self.responses.push((catalog, responses));
    }

    fn add_violation(&mut self, at: usize, status: u16) {
        self.violations.insert(at);
        if status < 500 {
            self.violation_statuses.insert(status);
        }
    }

    fn add_refusals(&mut self, envelopes: &Envelopes, refusals: impl Iterator<Item = Refusal>) {
        let mut of_http = HashMap::new();
        let catalog = envelopes.condition_catalog();
        for refusal in refusals {
            let fault = refusal.fault();
            let rendered = envelopes.render(&fault, None);
            let (status, text) = (rendered.status(), rendered.code());
            let entry = catalog.and_then(|catalog| catalog.find(text));
            let known = match entry {
                // A retired code has no place in the list.
                Some(entry) => self.of_code(entry).or_else(|| of_http.get(text).copied()),
                None => of_http.get(text).copied(),
            };
            let at = known.unwrap_or_else(|| {
                let at = self.all.len();
                of_http.insert(text.to_owned(), at);
                self.all.push(of_http_kind(status, text, fault));
                at
            });
            if refusal.has_violations() {
                self.add_violation(at, status);
                self.all[at].has_violations |= refusal.condition == Condition::Validation;
            }
            self.refusals.push((refusal.needs, status, at));
        }
    }

    /// The place of a code in the list.
    pub(crate) fn of_code(&self, code: &'static Code) -> Option<usize> {
        self.of_entry.get(&ptr::from_ref(code)).copied()
    }

    /// The codes of a catalog that a response can have.
    pub(crate) fn of_catalog(&self, catalog: &Catalog) -> &[usize] {
        let mut known = self.responses.iter();
        let known = known.find(|(known, _)| ptr::eq(*known, catalog));
        known.map_or(&[], |(_, codes)| codes)
    }

    /// Adds codes, each with all of its statuses.
    pub(crate) fn add_codes(&self, codes: &[usize], statuses: &mut Statuses) {
        for at in codes {
            for status in &self.all[*at].statuses {
                statuses.entry(*status).or_default().insert(*at);
            }
        }
    }

    /// Adds what the framework answers to an operation.
    pub(crate) fn add_refused(&self, has: Has, statuses: &mut Statuses) {
        for (needs, status, at) in &self.refusals {
            if has.meets(*needs) {
                statuses.entry(*status).or_default().insert(*at);
            }
        }
    }

    /// What an operation needs for an error, if the framework alone answers with it and each of its refusals
    /// needs the same.
    pub(crate) fn needs(&self, (status, at): (u16, usize)) -> Option<Needs> {
        if self
            .responses
            .iter()
            .any(|(_, codes)| codes.binary_search(&at).is_ok())
        {
            return None;
        }
        let of_error = self.refusals.iter();
        let of_error = of_error.filter(|(_, of, known)| (*of, *known) == (status, at));
        let mut needs = of_error.map(|(needs, ..)| *needs);
        let first = needs.next()?;
        needs.all(|needs| needs == first).then_some(first)
    }

    /// What the framework answers, each by itself.
    pub(crate) fn refused(&self) -> BTreeSet<(u16, usize)> {
        let refusals = self.refusals.iter();
        refusals.map(|(_, status, at)| (*status, *at)).collect()
    }
}

/// One of HTTP's own codes.
fn of_http_kind(status: u16, text: &str, fault: Fault) -> Kind {
    let phrase = Status::new(status).map_or("", Status::phrase);
    let name = match Case::Pascal.spell(phrase) {
        name if name.is_empty() => format!("Http{status}"),
        name => name,
    };
    let code = match text.parse() {
        Ok(number) => WireCode::Number(number),
        Err(_) => WireCode::Name(text.to_owned().into()),
    };
    Kind {
        code,
        entry: None,
        statuses: vec![status],
        name,
        fault,
        has_violations: false,
    }
}

impl Kind {
    /// The number beside the name, or in the place of one.
    pub(crate) fn number(&self) -> Option<i32> {
        match (self.entry, &self.code) {
            (Some(entry), _) => entry.number(),
            (None, WireCode::Number(number)) => Some(*number),
            (None, WireCode::Name(_)) => None,
        }
    }

    /// The code as `code-data` writes it, for one of the statuses: the number, negative, else minus the
    /// status.
    pub(crate) fn negative_code(&self, status: u16) -> i64 {
        -self
            .number()
            .map_or(i64::from(status), |number| i64::from(number).abs())
    }

    /// Every code that `code-data` writes for it.
    pub(crate) fn negative_codes(&self) -> BTreeSet<i64> {
        let statuses = self.statuses.iter();
        statuses.map(|status| self.negative_code(*status)).collect()
    }

    /// The fault with one of its statuses.
    pub(crate) fn fault_with(&self, status: u16) -> Fault {
        match (self.entry, Status::new(status)) {
            (Some(_), Some(status)) => self.fault.clone().with_status(status),
            _ => self.fault.clone(),
        }
    }
}
