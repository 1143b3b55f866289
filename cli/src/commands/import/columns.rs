//! Which column is what.

use std::collections::{HashMap, HashSet};

use manila_catalog_file::{Case, nearest};

use super::cell::{List, MEMBER};
use super::column::{Column, columns_of};
use super::fields::{CODES, FIELDS, Field, NUMBERS, POSSIBLE_CODES, field_of, plain};
use super::maps::{Maps, Target};
use super::told::Told;
use crate::outcome::Failure;
use crate::shown::{quoted, shown};

/// What a column is.
#[derive(Debug, Clone)]
pub(super) enum Use {
    /// The code's name.
    Code,
    /// A key of the code.
    Field(&'static Field),
    /// A fact of this name.
    Fact(String),
    /// Nothing that a catalog has.
    Nothing,
}

/// The columns of a list.
pub(super) struct Columns {
    pub(super) uses: HashMap<String, Use>,
    /// Whether the numbers are what the list calls codes.
    pub(super) numbers_are_codes: bool,
    /// The names of facts and their titles.
    pub(super) facts: Vec<(String, String)>,
}

impl Columns {
    /// Says what each column is, and tells it.
    pub(super) fn of(list: &List, maps: &Maps, told: &mut Told) -> Result<Self, Failure> {
        let columns = columns_of(list)?;
        let mut matching = Matching {
            uses: vec![None; columns.len()],
            columns: &columns,
            numbers_are_codes: false,
        };
        matching.take_maps(maps)?;
        matching.find_codes()?;
        matching.find_fields();
        let facts = matching.make_facts(told);
        let numbers_are_codes = matching.numbers_are_codes;
        let uses = matching.uses;
        let uses = uses.into_iter().map(|what| what.unwrap_or(Use::Nothing));
        let uses: Vec<_> = uses.collect();
        if list.has_columns {
            tell(&columns, &uses, told);
        }
        let names = columns.into_iter().map(|column| column.name);
        Ok(Self {
            uses: names.zip(uses).collect(),
            numbers_are_codes,
            facts,
        })
    }
}

struct Matching<'c> {
    columns: &'c [Column],
    uses: Vec<Option<Use>>,
    numbers_are_codes: bool,
}

impl Matching<'_> {
    /// What the user says of columns.
    fn take_maps(&mut self, maps: &Maps) -> Result<(), Failure> {
        for (target, named) in maps.columns() {
            let Some(at) = self.columns.iter().position(|it| it.name == *named) else {
                return Err(self.unknown(named));
            };
            if self.uses[at].is_some() {
                let message = format!(
                    "`--map` and `--skip` name the column {} twice",
                    quoted(named)
                );
                return Err(Failure(message));
            }
            self.uses[at] = match target {
                Target::Code if self.columns[at].has_numbers() => {
                    self.numbers_are_codes = true;
                    field_of("number").map(Use::Field)
                }
                Target::Code => Some(Use::Code),
                Target::Field(field) => Some(Use::Field(field)),
                Target::Fact(name) => Some(Use::Fact(name.clone())),
                Target::Nothing => Some(Use::Nothing),
            };
        }
        Ok(())
    }

    fn unknown(&self, named: &str) -> Failure {
        let names = || self.columns.iter().map(|column| column.name.as_str());
        let help = match nearest(named, names()) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => self.list(),
        };
        Failure(format!("the list has no column {}; {help}", quoted(named)))
    }

    /// The columns, for a message.
    fn list(&self) -> String {
        const MOST: usize = 20;
        let names = self.columns.iter().map(|column| quoted(&column.name));
        let names: Vec<_> = names.take(MOST).collect();
        format!("the columns are {}", names.join(", "))
    }

    /// The column of the codes, and that of the numbers, which may be the codes.
    fn find_codes(&mut self) -> Result<(), Failure> {
        let is_member = |column: &Column| column.name == MEMBER && !column.has_numbers();
        if !self.has(is_code) {
            let at = self.columns.iter().position(is_member);
            let at = at
                .filter(|at| self.uses[*at].is_none())
                .or_else(|| self.find(CODES, |column| !column.has_numbers()))
                .or_else(|| self.find(POSSIBLE_CODES, |column| 2 * column.names > column.cells));
            if let Some(at) = at {
                self.uses[at] = Some(Use::Code);
            }
        }
        if !self.has(is_number)
            && self.find(NUMBERS, |_| true).is_none()
            && let Some(at) = self.numbers()
        {
            let is_status = self.columns[at].statuses == self.columns[at].cells
                && self.has(is_code)
                && !self.has(|what| is_field(what, "status"))
                && self.find(synonyms("status"), |_| true).is_none();
            let key = if is_status { "status" } else { "number" };
            self.numbers_are_codes |= !is_status;
            self.uses[at] = field_of(key).map(Use::Field);
        }
        let has_number = self.has(is_number) || self.find(NUMBERS, |_| true).is_some();
        if !self.has(is_code) && !has_number {
            let list = self.list();
            return Err(Failure(format!(
                "no column has the codes; name it with `--map code=COLUMN`; {list}"
            )));
        }
        self.numbers_are_codes |= !self.has(is_code);
        Ok(())
    }

    /// A column of numbers that the list calls codes.
    fn numbers(&self) -> Option<usize> {
        let member = self.columns.iter().position(|column| column.name == MEMBER);
        let is_numbers = |at: &usize| self.uses[*at].is_none() && self.columns[*at].has_numbers();
        member
            .filter(is_numbers)
            .or_else(|| self.find(CODES, Column::has_numbers))
            .or_else(|| {
                let has_code = self.has(is_code);
                self.find(POSSIBLE_CODES, |column| !has_code && column.has_numbers())
            })
    }

    fn find_fields(&mut self) {
        for field in FIELDS {
            if self.has(|what| is_field(what, field.key)) {
                continue;
            }
            let fits = |column: &Column| match field.key {
                "details" => column.objects > 0,
                "facts" | "allow" => column.objects == column.cells,
                _ if POSSIBLE_CODES.contains(&&*column.plain) => column.is_prose(),
                _ => column.objects == 0,
            };
            let own = plain(field.key);
            let found = self.find(&[own.as_str()], fits);
            let found = found.or_else(|| self.find(field.synonyms, fits));
            if let Some(at) = found {
                self.uses[at] = Some(Use::Field(field));
            }
        }
    }

    /// The first column that lists call so, of those that are nothing yet.
    fn find(&self, names: &[&str], fits: impl Fn(&Column) -> bool) -> Option<usize> {
        names.iter().find_map(|name| {
            let is_it = |column: &Column| column.cells > 0 && column.plain == *name && fits(column);
            let mut columns = self.columns.iter().zip(&self.uses);
            columns.position(|(column, what)| what.is_none() && is_it(column))
        })
    }

    fn has(&self, is_it: impl Fn(&Use) -> bool) -> bool {
        self.uses.iter().flatten().any(is_it)
    }

    /// Makes the other columns facts, and returns their names with the columns' own.
    fn make_facts(&mut self, told: &mut Told) -> Vec<(String, String)> {
        let mut known: HashSet<String> = HashSet::new();
        let mut facts = Vec::new();
        for (column, what) in self.columns.iter().zip(&mut self.uses) {
            let name = match &what {
                Some(Use::Fact(name)) => name.clone(),
                Some(_) => continue,
                None if column.cells == 0 => {
                    *what = Some(Use::Nothing);
                    continue;
                }
                None if column.objects > 0 => {
                    *what = Some(Use::Nothing);
                    let name = quoted(&column.name);
                    told.leave_out_column(&format!("the column {name} has objects"));
                    continue;
                }
                None if column.name == MEMBER => "member".to_owned(),
                None => Case::Snake.spell(&column.name),
            };
            let name = if name.is_empty() {
                "fact".to_owned()
            } else {
                name
            };
            let free = std::iter::once(name.clone())
                .chain((2..).map(|n| format!("{name}_{n}")))
                .find(|name| !known.contains(name));
            let name = free.unwrap_or(name);
            known.insert(name.clone());
            if name != column.name {
                facts.push((name.clone(), column.name.clone()));
            }
            *what = Some(Use::Fact(name));
        }
        facts
    }
}

fn is_code(what: &Use) -> bool {
    matches!(what, Use::Code)
}

fn is_number(what: &Use) -> bool {
    is_field(what, "number")
}

fn is_field(what: &Use, key: &str) -> bool {
    matches!(what, Use::Field(field) if field.key == key)
}

fn synonyms(key: &str) -> &'static [&'static str] {
    field_of(key).map_or(&[], |field| field.synonyms)
}

/// Tells what each column is.
fn tell(columns: &[Column], uses: &[Use], told: &mut Told) {
    let matched = columns.iter().zip(uses).map(|(column, what)| {
        let what = match what {
            Use::Code => "code".to_owned(),
            Use::Field(field) => field.key.to_owned(),
            Use::Fact(name) => format!("facts.{}", shown(name)),
            Use::Nothing => "nothing".to_owned(),
        };
        format!("{} → {what}", shown(&column.name))
    });
    told.note(format!(
        "columns: {}",
        matched.collect::<Vec<_>>().join(", ")
    ));
}
