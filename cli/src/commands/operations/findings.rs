//! What is found where a record and a catalog are compared.

use std::collections::BTreeSet;

use manila_catalog_file::{CatalogPath, Entry};

use super::called::Operation;
use super::codes::{entry_of, is_http_code};
use super::given::Given;
use super::record::{Answer, Seen};
use super::rule::{
    NEVER_EXERCISED, NEVER_SEEN, NO_CODE, NO_CODES, OTHER_STATUS, RETIRED, Rule, UNDECLARED,
    UNKNOWN_OPERATION,
};
use super::sets::{Sets, Word, is_sent};
use crate::report::{Lines, Place};
use crate::shown::{quoted, shown};

/// Something that is found, where it is put right.
pub(super) struct Finding {
    pub(super) rule: Rule,
    pub(super) file: String,
    pub(super) place: Place,
    pub(super) code: Option<String>,
    pub(super) operation: Option<String>,
    pub(super) message: String,
    /// Where it was seen first, and what to do.
    pub(super) notes: Vec<String>,
}

/// Compares, and finds the worst first.
pub(super) fn find(given: &Given, sets: &Sets<'_>) -> Vec<Finding> {
    let mut finder = Finder {
        given,
        sets,
        lines: Lines::of(&given.input.text),
        found: Vec::new(),
    };
    finder.judge_answers();
    finder.judge_words();
    let mut found = finder.found;
    found.sort_by_key(|finding| finding.rule.severity);
    found
}

struct Finder<'f> {
    given: &'f Given,
    sets: &'f Sets<'f>,
    lines: Lines<'f>,
    found: Vec<Finding>,
}

impl Finder<'_> {
    fn judge_answers(&mut self) {
        let given = self.given;
        let seen = &given.record.seen;
        let has_codes = seen.keys().any(|answer| answer.code.is_some());
        let mut told = BTreeSet::new();
        for (answer, seen) in seen {
            match &answer.code {
                Some(code) => self.judge_code(answer, seen, code, &mut told),
                None if answer.status < 400 || !has_codes => {}
                None => {
                    let message = format!(
                        "{} answered {} without a code",
                        self.asked(answer),
                        answer.status
                    );
                    self.tell_of_line(NO_CODE, answer, seen, message, &[]);
                }
            }
        }
        let without = seen.iter().find(|(answer, _)| answer.status >= 400);
        if let (false, Some((answer, seen))) = (has_codes, without) {
            let message = "no response has a code".to_owned();
            let help =
                "put the recorder outside of the envelope: the layer that is added last is outside";
            self.tell_of_line(NO_CODES, answer, seen, message, &[help]);
        }
    }

    fn judge_code<'r>(
        &mut self,
        answer: &'r Answer,
        seen: &Seen,
        code: &str,
        told: &mut BTreeSet<(Operation<'r>, String)>,
    ) {
        let catalog = self.sets.catalog;
        let Some((at, entry)) = entry_of(catalog, code) else {
            if !is_http_code(catalog, code, answer.status) {
                let message = format!(
                    "{} answered {} with {}, which is not in the catalog",
                    self.asked(answer),
                    answer.status,
                    quoted(code)
                );
                let help = "add the code to the catalog, or let the service use this one (`Envelopes::catalog`)";
                self.tell_of_line(UNDECLARED, answer, seen, message, &[help]);
            }
            return;
        };
        let code = quoted(&entry.name);
        if let Some(why) = &entry.retired {
            let message = format!(
                "{} answered with {code}, which is retired: {}",
                self.asked(answer),
                shown(why)
            );
            self.tell_of_code(
                RETIRED,
                CatalogPath::Field(at, "retired"),
                answer,
                seen,
                message,
                Vec::new(),
            );
        }
        // The status of a gRPC answer is 200, whatever the code's is.
        if answer.status >= 400 && !entry.statuses.contains(&answer.status) {
            let statuses: Vec<_> = entry.statuses.iter().map(u16::to_string).collect();
            let message = format!(
                "{} answered {} with {code}, whose status is {}",
                self.asked(answer),
                answer.status,
                statuses.join(" or ")
            );
            self.tell_of_code(
                OTHER_STATUS,
                CatalogPath::Field(at, "statuses"),
                answer,
                seen,
                message,
                Vec::new(),
            );
        }
        let Some(operation) = self.sets.operation(answer) else {
            return;
        };
        let mut naming = self.sets.naming(&operation).peekable();
        let has_set = naming.peek().is_some();
        if !has_set || naming.any(|word| word.code == at) || self.sets.is_of_framework(entry) {
            return;
        }
        if told.insert((operation.clone(), entry.name.clone())) {
            let message =
                format!("`{operation}` answered with {code}, whose `operations` do not name it");
            let mut notes = vec![format!(
                "add {} to its `operations`, as `manila operations write` does, or answer with another code",
                quoted(&operation.to_string())
            )];
            notes.extend(self.unknown_words(at));
            self.tell_of_code(
                UNDECLARED,
                CatalogPath::Field(at, "operations"),
                answer,
                seen,
                message,
                notes,
            );
        }
    }

    /// What else a code names that may be the operation.
    fn unknown_words(&self, code: usize) -> Option<String> {
        let words = self.sets.words.iter();
        let unknown = words.filter(|word| word.code == code && word.patterns.is_empty());
        let unknown: Vec<_> = unknown.map(|word| quoted(word.text)).collect();
        (!unknown.is_empty())
            .then(|| format!("it names {}, which may be this one", unknown.join(", ")))
    }

    fn judge_words(&mut self) {
        let sets = self.sets;
        let mut told = BTreeSet::new();
        for word in &sets.words {
            let entry = &sets.catalog.codes[word.code];
            if !is_sent(entry) {
                continue;
            }
            let name = quoted(word.text);
            if word.patterns.is_empty() {
                if told.insert(word.text) {
                    let message = format!("{name} is no operation that is known");
                    let help = "it is neither a method with a path nor a group under `[operations]`; `--document` \
                                takes the `operationId`s of an OpenAPI document, `--map` one name";
                    self.tell_of_word(
                        UNKNOWN_OPERATION,
                        word,
                        None,
                        message,
                        vec![help.to_owned()],
                    );
                }
                continue;
            }
            let (is_exercised, is_seen) = self.look_for(word, entry);
            if !is_exercised {
                if told.insert(word.text) {
                    let message = format!("no response of {name} is recorded");
                    let help = "no test calls it with the recorder around the app".to_owned();
                    self.tell_of_word(NEVER_EXERCISED, word, None, message, vec![help]);
                }
            } else if !is_seen {
                let message = format!("{name} never answered with {}", quoted(&entry.name));
                let help =
                    "provoke it in a test, or take the operation from the code's `operations`";
                self.tell_of_word(
                    NEVER_SEEN,
                    word,
                    Some(&entry.name),
                    message,
                    vec![help.to_owned()],
                );
            }
        }
    }

    /// Whether anything was seen of what a word names, and its code.
    fn look_for(&self, word: &Word<'_>, entry: &Entry) -> (bool, bool) {
        let (mut is_exercised, mut is_seen) = (false, false);
        for answer in self.given.record.seen.keys() {
            let operation = self.sets.operation(answer);
            if !operation.is_some_and(|operation| word.takes(&operation)) {
                continue;
            }
            is_exercised = true;
            let found = answer
                .code
                .as_deref()
                .and_then(|code| entry_of(self.sets.catalog, code));
            is_seen |= found.is_some_and(|(_, found)| found.name == entry.name);
        }
        (is_exercised, is_seen)
    }

    /// What was asked for, as a message has it.
    fn asked(&self, answer: &Answer) -> String {
        match self.sets.operation(answer) {
            Some(operation) => quoted(&operation.to_string()),
            None => format!("a {} that no route took", shown(&answer.method)),
        }
    }

    fn operation_of(&self, answer: &Answer) -> Option<String> {
        let operation = self.sets.operation(answer)?;
        Some(operation.to_string())
    }

    /// Tells what is put right in the service.
    fn tell_of_line(
        &mut self,
        rule: Rule,
        answer: &Answer,
        seen: &Seen,
        message: String,
        help: &[&str],
    ) {
        let place = Place {
            line: seen.line,
            column: 1,
            end_line: seen.line,
            end_column: 1,
        };
        let notes = help.iter().map(|help| (*help).to_owned());
        self.found.push(Finding {
            rule,
            file: self.given.record.files[seen.file].clone(),
            place,
            code: answer.code.clone(),
            operation: self.operation_of(answer),
            message,
            notes: notes.chain(times(seen)).collect(),
        });
    }

    /// Tells what is put right in the catalog.
    fn tell_of_code(
        &mut self,
        rule: Rule,
        path: CatalogPath,
        answer: &Answer,
        seen: &Seen,
        message: String,
        mut notes: Vec<String>,
    ) {
        let file = shown(&self.given.record.files[seen.file]);
        let times = times(seen).map(|times| format!(", {times}"));
        notes.push(format!(
            "seen in {file}:{}{}",
            seen.line,
            times.unwrap_or_default()
        ));
        let entry = path
            .entry()
            .map(|at| self.sets.catalog.codes[at].name.clone());
        let operation = self.operation_of(answer);
        self.tell(rule, path, entry, operation, message, notes);
    }

    fn tell_of_word(
        &mut self,
        rule: Rule,
        word: &Word<'_>,
        code: Option<&str>,
        message: String,
        notes: Vec<String>,
    ) {
        let path = CatalogPath::Item(word.code, "operations", word.at);
        let code = code.map(str::to_owned);
        self.tell(rule, path, code, Some(word.text.to_owned()), message, notes);
    }

    fn tell(
        &mut self,
        rule: Rule,
        path: CatalogPath,
        code: Option<String>,
        operation: Option<String>,
        message: String,
        notes: Vec<String>,
    ) {
        let span = self.given.source.span(path);
        self.found.push(Finding {
            rule,
            file: self.given.input.name.clone(),
            place: self.lines.place(&span),
            code,
            operation,
            message,
            notes,
        });
    }
}

fn times(seen: &Seen) -> Option<String> {
    (seen.count > 1).then(|| format!("{} times", seen.count))
}
