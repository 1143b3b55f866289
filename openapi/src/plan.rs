//! Which responses an operation gets.

use std::collections::{BTreeSet, HashMap};

use manila::{Catalog, Status};

use crate::conditions::Has;
use crate::contract::Contract;
use crate::error::Error;
use crate::kinds::{Kinds, Statuses};
use crate::mark::Mark;
use crate::operations::Index;
use crate::options::Layout;
use crate::walk::Operation;

/// The errors of a response.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Set {
    pub(crate) of: Group,
    /// Each with the status that it comes with.
    pub(crate) errors: Vec<(u16, usize)>,
    /// Those that the schema is a union of; none for an envelope of any.
    pub(crate) union: Vec<usize>,
}

/// The statuses of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Group {
    Status(u16),
    /// 400 to 499.
    Client,
    /// 500 to 599.
    Server,
}

impl Group {
    /// The member of `responses` that has it.
    pub(crate) fn key(self) -> String {
        match self {
            Self::Status(status) => status.to_string(),
            Self::Client => "4XX".to_owned(),
            Self::Server => "5XX".to_owned(),
        }
    }

    /// The statuses in words.
    pub(crate) fn phrase(self) -> String {
        match self {
            Self::Status(status) => match Status::new(status).map_or("", Status::phrase) {
                "" => format!("HTTP {status}"),
                phrase => phrase.to_owned(),
            },
            Self::Client => "Client error".to_owned(),
            Self::Server => "Server error".to_owned(),
        }
    }

    const fn has(self, status: u16) -> bool {
        match self {
            Self::Status(of) => of == status,
            Self::Client => status < 500,
            Self::Server => status >= 500,
        }
    }

    /// The ranges that describe it as well.
    pub(crate) fn covered_by(self) -> Vec<String> {
        match self {
            Self::Status(..500) => vec![Self::Client.key()],
            Self::Status(500..) => vec![Self::Server.key()],
            Self::Client | Self::Server => Vec::new(),
        }
    }

    /// Whether an operation describes responses of these statuses already.
    fn is_declared(self, declared: &BTreeSet<&str>) -> bool {
        let mut keys = self.covered_by();
        keys.push(self.key());
        let mut declared = declared.iter();
        declared.any(|known| keys.iter().any(|key| key.eq_ignore_ascii_case(known)))
    }
}

impl Set {
    /// One error, with one of its statuses.
    pub(crate) fn one(status: u16, at: usize) -> Self {
        Self {
            of: Group::Status(status),
            errors: vec![(status, at)],
            union: vec![at],
        }
    }
}

/// What decides about the responses of operations.
pub(crate) struct Planner<'c> {
    contract: &'c Contract,
    pub(crate) kinds: &'c Kinds,
    indexes: Vec<(&'static Catalog, Index)>,
    used: BTreeSet<&'static str>,
}

impl<'c> Planner<'c> {
    pub(crate) fn new(contract: &'c Contract, kinds: &'c Kinds) -> Self {
        let catalogs = contract.catalogs.iter();
        Self {
            contract,
            kinds,
            indexes: catalogs
                .map(|catalog| (*catalog, Index::new(catalog, kinds)))
                .collect(),
            used: BTreeSet::new(),
        }
    }

    /// The responses that an operation lacks.
    pub(crate) fn lacking(&mut self, operation: &Operation<'_>) -> Result<Vec<Set>, Error> {
        let mut statuses = Statuses::new();
        if operation.marks.is_empty() && !self.contract.is_only_marked {
            for at in 0..self.indexes.len() {
                self.add_named(at, operation, &mut statuses);
            }
        }
        for mark in &operation.marks {
            self.add_marked(mark, operation, &mut statuses)?;
        }
        self.kinds.add_refused(operation.has, &mut statuses);
        let mut sets = self.sets(&statuses);
        sets.retain(|set| !set.of.is_declared(&operation.declared));
        Ok(sets)
    }

    /// Adds the codes of a catalog that name the operation, or all of them if none does.
    fn add_named(&mut self, at: usize, operation: &Operation<'_>, statuses: &mut Statuses) {
        let (catalog, index) = &self.indexes[at];
        let named = index.codes_of(&operation.called, &mut self.used);
        match named.is_empty() {
            true => self
                .kinds
                .add_codes(self.kinds.of_catalog(catalog), statuses),
            false => self
                .kinds
                .add_codes(&named.into_iter().collect::<Vec<_>>(), statuses),
        }
    }

    fn add_marked(
        &mut self,
        mark: &Mark,
        operation: &Operation<'_>,
        statuses: &mut Statuses,
    ) -> Result<(), Error> {
        let mut indexes = self.indexes.iter();
        let Some(at) = indexes.position(|(catalog, _)| catalog.name() == mark.catalog) else {
            let why = format!(
                "the contract has no catalog {:?}; add it by `and_catalog`",
                mark.catalog
            );
            return Err(Error::new(format!("{}/catalog", mark.pointer), why));
        };
        let Some(codes) = &mark.codes else {
            self.add_named(at, operation, statuses);
            return Ok(());
        };
        let catalog = self.indexes[at].0;
        for (place, name) in codes.iter().enumerate() {
            let Some(code) = catalog.find(name) else {
                let why = format!("the catalog {:?} has no code {name:?}", mark.catalog);
                return Err(Error::new(format!("{}/codes/{place}", mark.pointer), why));
            };
            // A retired code is never sent.
            if let Some(code) = self.kinds.of_code(code) {
                self.kinds.add_codes(&[code], statuses);
            }
        }
        Ok(())
    }

    /// The responses of these errors, in the layout of the contract.
    pub(crate) fn sets(&self, statuses: &Statuses) -> Vec<Set> {
        let groups: Vec<_> = match self.contract.layout {
            Layout::PerStatus => statuses
                .keys()
                .map(|status| Group::Status(*status))
                .collect(),
            Layout::PerOperation | Layout::One => vec![Group::Client, Group::Server],
        };
        let all: BTreeSet<_> = statuses.values().flatten().copied().collect();
        let sets = groups.into_iter().map(|of| {
            let errors = statuses.iter().filter(|(status, _)| of.has(**status));
            let errors = errors.flat_map(|(status, errors)| errors.iter().map(|at| (*status, *at)));
            let errors: Vec<_> = errors.collect();
            let union = match self.contract.layout {
                Layout::PerStatus => errors.iter().map(|(_, at)| *at).collect(),
                Layout::PerOperation => all.clone(),
                Layout::One => BTreeSet::new(),
            };
            Set {
                of,
                union: union.into_iter().collect(),
                errors: match self.contract.layout {
                    Layout::One => Vec::new(),
                    _ => errors,
                },
            }
        });
        let is_one = self.contract.layout == Layout::One;
        sets.filter(|set| is_one || !set.errors.is_empty())
            .collect()
    }

    /// What codes call operations that no operation was found for.
    pub(crate) fn unknown(&self) -> Vec<String> {
        let names = self.indexes.iter().flat_map(|(_, index)| index.names());
        let unknown = names.filter(|name| !self.used.contains(name));
        let unknown: BTreeSet<_> = unknown.collect();
        unknown.into_iter().map(str::to_owned).collect()
    }

    /// Every error that a response of the service can have, whatever the operation.
    pub(crate) fn all(&self) -> Statuses {
        let mut statuses = Statuses::new();
        for (catalog, _) in &self.indexes {
            self.kinds
                .add_codes(self.kinds.of_catalog(catalog), &mut statuses);
        }
        self.kinds.add_refused(Has::ALL, &mut statuses);
        statuses
    }
}

/// How many operations share each set.
pub(crate) fn count<'s>(sets: impl IntoIterator<Item = &'s Set>) -> HashMap<&'s Set, usize> {
    let mut counts = HashMap::new();
    for set in sets {
        *counts.entry(set).or_default() += 1;
    }
    counts
}
