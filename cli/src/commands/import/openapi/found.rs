//! The codes that were found, and where.

use std::collections::{HashMap, HashSet};

use super::super::cell::{Cell, MOST_ROWS, Place, Row};
use super::super::told::Told;
use super::document::{Response, place};
use crate::shown::quoted;

/// How often codes are found at most: a list of all codes may stand in each response.
const MOST_FINDS: usize = 5_000_000;

/// How sure it is that a code belongs to the response where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sureness {
    /// An example has it, or it is the only one that the schema lets.
    Sure,
    /// The schema lets several codes, maybe of other responses too.
    Possible,
}

/// What is said beside a code.
#[derive(Debug, Default, Clone)]
pub(super) struct Beside {
    pub(super) message: Option<String>,
    pub(super) title: Option<String>,
    pub(super) meaning: Option<String>,
}

/// All codes of a document.
#[derive(Debug, Default)]
pub(super) struct Found {
    codes: Vec<Code>,
    by_name: HashMap<String, usize>,
    finds: usize,
    pub(super) responses: usize,
    /// Codes that only say the status again.
    repeats: usize,
    operations: HashSet<String>,
}

#[derive(Debug)]
struct Code {
    code: Cell,
    place: String,
    beside: Beside,
    sure: Vec<u16>,
    possible: Vec<u16>,
    operations: Vec<String>,
    /// The same, to find one.
    known: HashSet<String>,
}

impl Found {
    pub(super) fn add(
        &mut self,
        code: &Cell,
        response: &Response<'_>,
        sureness: Sureness,
        beside: &Beside,
    ) -> Result<(), String> {
        self.finds += 1;
        if self.finds > MOST_FINDS {
            return Err(format!(
                "its responses have codes more than {MOST_FINDS} times"
            ));
        }
        let number = matches!(code, Cell::Number(_))
            .then(|| code.integer())
            .flatten();
        if number.is_some() && number == response.status.map(i64::from) {
            self.repeats += 1;
            return Ok(());
        }
        let Some(name) = code.scalar().filter(|name| !name.is_empty()) else {
            return Ok(());
        };
        let at = match self.by_name.get(name) {
            Some(at) => *at,
            None if self.codes.len() == MOST_ROWS => {
                return Err(format!("more than {MOST_ROWS} codes"));
            }
            None => {
                self.by_name.insert(name.to_owned(), self.codes.len());
                self.codes.push(Code {
                    code: code.clone(),
                    place: place(response),
                    beside: Beside::default(),
                    sure: Vec::new(),
                    possible: Vec::new(),
                    operations: Vec::new(),
                    known: HashSet::new(),
                });
                self.codes.len() - 1
            }
        };
        let known = &mut self.codes[at];
        let statuses = match sureness {
            Sureness::Sure => &mut known.sure,
            Sureness::Possible => &mut known.possible,
        };
        let status = response.status.filter(|status| !statuses.contains(status));
        statuses.extend(status);
        if known.known.insert(response.operation.clone()) {
            known.operations.push(response.operation.clone());
            self.operations.insert(response.operation.clone());
        }
        let first = &mut known.beside;
        for (known, text) in [
            (&mut first.message, &beside.message),
            (&mut first.title, &beside.title),
            (&mut first.meaning, &beside.meaning),
        ] {
            if known.is_none() {
                known.clone_from(text);
            }
        }
        Ok(())
    }

    pub(super) fn has_operation(&self, name: &str) -> bool {
        self.operations.contains(name)
    }

    /// Tells what the document leaves open.
    pub(super) fn tell(&self, told: &mut Told) {
        if self.repeats > 0 {
            told.note(match self.repeats {
                1 => "a `code` that only repeats its status was skipped".to_owned(),
                many => {
                    format!("{many} values of `code` that only repeat their status were skipped")
                }
            });
        }
        let open = |code: &&Code| code.sure.is_empty() && code.possible.len() > 1;
        for code in self.codes.iter().filter(open) {
            let statuses: Vec<_> = code.possible.iter().map(u16::to_string).collect();
            let name = quoted(code.code.scalar().unwrap_or_default());
            let what = format!(
                "{name} has every status of the list of codes that it is in: {}",
                statuses.join(", ")
            );
            told.tell(&Place::Response(code.place.clone()), &what);
        }
    }

    pub(super) fn into_rows(self) -> Result<Vec<Row>, String> {
        if self.codes.is_empty() {
            return Err(format!(
                "its {} error responses have no codes: no example, `const` or `enum` of a member `code`; name \
                 another with `--map code=MEMBER`",
                self.responses
            ));
        }
        Ok(self.codes.into_iter().map(Code::into_row).collect())
    }
}

impl Code {
    fn into_row(self) -> Row {
        let list = |items: Vec<String>| Cell::List(items.into_iter().map(Cell::Text).collect());
        let statuses = if self.sure.is_empty() {
            self.possible
        } else {
            self.sure
        };
        let statuses = statuses
            .into_iter()
            .map(|status| Cell::Number(status.to_string()));
        let mut cells = vec![
            ("code".to_owned(), self.code),
            ("status".to_owned(), Cell::List(statuses.collect())),
            ("operations".to_owned(), list(self.operations)),
        ];
        let texts = [
            ("message", self.beside.message),
            ("title", self.beside.title),
            ("meaning", self.beside.meaning),
        ];
        let texts = texts.into_iter();
        cells.extend(texts.filter_map(|(key, text)| Some((key.to_owned(), Cell::Text(text?)))));
        Row {
            place: Place::Response(self.place),
            cells,
        }
    }
}
